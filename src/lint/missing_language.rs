//! `missing-language`: words exist in every language of the guide, and so does every page.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::model::fact::{Prose, Value};
use crate::model::page::Page;

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
    let exists = |language: &str, path: &str| {
        context.model.page(language, path).is_some()
            || context.model.broken.contains(&format!("{language}/{path}"))
    };
    for language in translations {
        let in_language = |language: &'_ str| {
            let language = language.to_owned();
            context
                .pages()
                .filter(move |page| page.language == language)
        };
        let mut untranslated: Vec<&Page> = in_language(original)
            .filter(|page| !exists(language, &page.path))
            .collect();
        for page in in_language(language).filter(|page| !exists(original, &page.path)) {
            let near = did_you_mean(
                &page.path,
                untranslated.iter().map(|page| page.path.as_str()),
            );
            findings.push(without_original(page, original, near));
            // One slip, one finding: the page that was meant is there, under another name.
            untranslated.retain(|original| Some(original.path.as_str()) != near);
        }
        findings.extend(
            untranslated
                .into_iter()
                .map(|page| untranslated_page(page, language)),
        );
    }
}

fn without_original(page: &Page, original: &str, near: Option<&str>) -> Finding {
    let (language, path) = (&page.language, &page.path);
    let finding = Finding::error(
        "missing-language",
        Place::start_of(page.file),
        format!("このページの原文（`{original}`）がありません"),
        format!("the original (`{original}`) of this page does not exist"),
    );
    match near {
        Some(near) => finding.remedy(
            format!("`content/{original}/{near}.md` の訳なら、`content/{language}/{near}.md` という名前にしてください"),
            format!("did you mean `{near}`? Then rename it to `content/{language}/{near}.md`"),
        ),
        None => finding.remedy(
            format!("`content/{original}/{path}.md` を作るか、このページを消してください"),
            format!("make `content/{original}/{path}.md`, or delete this page"),
        ),
    }
}

fn untranslated_page(page: &Page, language: &str) -> Finding {
    let path = &page.path;
    Finding::error(
        "missing-language",
        Place::start_of(page.file),
        format!("このページの `{language}` 版がありません"),
        format!("this page does not exist in `{language}`"),
    )
    .remedy(
        format!("`content/{language}/{path}.md` を作ってください"),
        format!("make `content/{language}/{path}.md`"),
    )
}
