//! `not-read` (warning): a page that stands in no language of the guide is nobody's page.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = context.model.languages();
    let original = languages.first().copied().unwrap_or("ja");
    // Of the edition in the program an organisation may take as many languages as it likes.
    let own = context
        .source
        .content
        .iter()
        .filter(|(_, file)| !context.files.is_embedded(**file));
    for (path, file) in own {
        let place = Place::start_of(*file);
        let Some((language, rest)) = path.split_once('/') else {
            findings.push(
                Finding::warning(
                    "not-read",
                    place,
                    "このページは読まれません（言語のフォルダーの外にあります）",
                    "this page is not read: it stands outside of the folders of languages",
                )
                .remedy(
                    format!("`content/{original}/{path}.md` に移してください"),
                    format!("move it to `content/{original}/{path}.md`"),
                ),
            );
            continue;
        };
        if languages.contains(&language) {
            continue;
        }
        let finding = Finding::warning(
            "not-read",
            place,
            format!("このページは読まれません（`{language}` はこの手引きの言語ではありません）"),
            format!("this page is not read: `{language}` is no language of this guide"),
        );
        let near = did_you_mean(&language.to_ascii_lowercase(), languages.iter().copied());
        findings.push(match near {
            Some(near) => finding.remedy(
                format!("`content/{near}/{rest}.md` のことですか。新しい言語なら、guide.yaml の `languages` に足してください"),
                format!("did you mean `content/{near}/{rest}.md`? A new language is added to `languages` in guide.yaml"),
            ),
            None => finding.remedy(
                format!("guide.yaml の `languages` に `{language}` を足すか、別の場所へ移してください"),
                format!("add `{language}` to `languages` in guide.yaml, or move the page elsewhere"),
            ),
        });
    }
}
