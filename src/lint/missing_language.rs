//! `missing-language`: words exist in every language of the guide, and so does every page.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::fact::{Prose, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = context.model.languages();
    context.facts(&mut |fact| {
        if let Value::Text(words) | Value::Label(words) = &fact.value {
            in_words(words, fact.place, &languages, findings);
        }
    });
    for words in context.model.strings.values() {
        if let Some(prose) = words.values().next() {
            in_words(words, prose.place, &languages, findings);
        }
    }
    pages(context, &languages, findings);
}

fn in_words(
    words: &BTreeMap<String, Prose>,
    place: Place,
    languages: &[&str],
    findings: &mut Findings,
) {
    for language in languages
        .iter()
        .filter(|language| !words.contains_key(**language))
    {
        findings.push(
            Finding::error(
                "missing-language",
                place,
                format!("`{language}` の文がありません"),
                format!("the words in `{language}` are missing"),
            )
            .remedy(
                format!("`{language}: …` を書き足してください"),
                format!("add `{language}: …`"),
            ),
        );
    }
}

fn pages(context: &Context<'_>, languages: &[&str], findings: &mut Findings) {
    let Some((original, translations)) = languages.split_first() else {
        return;
    };
    let is_broken =
        |language: &str, path: &str| context.model.broken.contains(&format!("{language}/{path}"));
    for page in &context.model.pages {
        let (path, start) = (&page.path, Place::start_of(page.file));
        if page.language == *original {
            let is_missing = |language: &&&str| {
                context.model.page(language, path).is_none() && !is_broken(language, path)
            };
            for language in translations.iter().filter(is_missing) {
                findings.push(
                    Finding::error(
                        "missing-language",
                        start,
                        format!("このページの `{language}` 版がありません"),
                        format!("this page does not exist in `{language}`"),
                    )
                    .remedy(
                        format!("`content/{language}/{path}.md` を作ってください"),
                        format!("make `content/{language}/{path}.md`"),
                    ),
                );
            }
        } else if languages.contains(&page.language.as_str())
            && context.model.page(original, path).is_none()
            && !is_broken(original, path)
        {
            findings.push(
                Finding::error(
                    "missing-language",
                    start,
                    format!("このページの原文（`{original}`）がありません"),
                    format!("the original (`{original}`) of this page does not exist"),
                )
                .remedy(
                    format!("`content/{original}/{path}.md` を作ってください"),
                    format!("make `content/{original}/{path}.md`"),
                ),
            );
        }
    }
}
