//! `bad-id`: the path of a page becomes its address, so it is made of ids. (Ids among the facts are held against that form
//! where they are read.)

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::scalar::is_id;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = context.model.languages();
    for (path, file) in &context.source.content {
        let Some((language, path)) = path.split_once('/') else {
            continue;
        };
        let wrong = path.split('/').find(|part| !is_id(part));
        if let Some(part) = wrong.filter(|_| languages.contains(&language)) {
            findings.push(
                Finding::error(
                    "bad-id",
                    Place::start_of(*file),
                    format!("ファイルの名前 `{part}` はページのアドレスになりません"),
                    format!("the name `{part}` makes no address of a page"),
                )
                .remedy(
                    "`pdf-files.md` のように、半角の小文字・数字・ハイフンだけの名前にしてください（どの言語でも同じ名前）",
                    "name it like `pdf-files.md`: lower-case letters, digits and hyphens, the same in every language",
                ),
            );
        }
    }
}
