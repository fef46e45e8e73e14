//! `stale-translation`: a translation names the text that it was made from; when that text changed, somebody looks again.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::page::Page;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for page in context.pages() {
        let Some(source) =
            original(context, page).filter(|source| source.language != page.language)
        else {
            continue;
        };
        let hash = &source.hash;
        if page.front.translated_from.as_ref() == Some(hash) {
            continue;
        }
        let name = context.files.name(source.file);
        findings.push(stale(page).remedy(
            format!("`{name}` と見比べ、`translated_from: {hash}` と書いてください"),
            format!("compare it with `{name}`, then write `translated_from: {hash}`"),
        ));
    }
}

/// The page that the others were made from: the only one that names no original, whichever language a guide puts first;
/// where there are several, that of the first language.
fn original<'a>(context: &Context<'a>, page: &Page) -> Option<&'a Page> {
    let mut originals = context
        .pages()
        .filter(|other| other.path == page.path && other.front.translated_from.is_none());
    match (originals.next(), originals.next()) {
        (Some(only), None) => Some(only),
        _ => context
            .model
            .page(context.model.languages().first()?, &page.path),
    }
}

fn stale(page: &Page) -> Finding {
    let node = page.front_node.get("translated_from");
    match (&page.front.translated_from, node.map(|node| node.place)) {
        (Some(from), Some(place)) if is_hash(from) => Finding::error(
            "stale-translation",
            place,
            "原文が変わった後、訳が見直されていません",
            "the original changed after this translation was made",
        ),
        (Some(from), Some(place)) => Finding::error(
            "stale-translation",
            place,
            format!("`{from}` は原文の印（8桁の英数字）ではありません"),
            format!("`{from}` is not the mark of an original, which has 8 letters and digits"),
        ),
        _ => Finding::error(
            "stale-translation",
            Place::start_of(page.file),
            "どの原文からの訳かが書かれていません",
            "the translation does not say what it was made from",
        ),
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 8
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
