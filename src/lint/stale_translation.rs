//! `stale-translation`: a translation names the text that it was made from; when that text changed, somebody looks again.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = context.model.languages();
    let Some((original, translations)) = languages.split_first() else {
        return;
    };
    for page in context
        .model
        .pages
        .iter()
        .filter(|page| translations.contains(&page.language.as_str()))
    {
        let Some(source) = context.model.page(original, &page.path) else {
            continue;
        };
        let hash = &source.hash;
        let start = Place::start_of(page.file);
        let finding = match (
            &page.front.translated_from,
            page.front_node.get("translated_from"),
        ) {
            (Some(from), _) if from == hash => continue,
            (Some(_), Some(node)) => Finding::error(
                "stale-translation",
                node.place,
                "原文が変わった後、訳が見直されていません",
                "the original changed after this translation was made",
            ),
            _ => Finding::error(
                "stale-translation",
                start,
                "どの原文からの訳かが書かれていません",
                "the translation does not say what it was made from",
            ),
        };
        findings.push(finding.remedy(
            format!(
                "`{}` と見比べ、`translated_from: {hash}` と書いてください",
                context.files.name(source.file)
            ),
            format!(
                "compare it with `{}`, then write `translated_from: {hash}`",
                context.files.name(source.file)
            ),
        ));
    }
}
