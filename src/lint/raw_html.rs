//! `raw-html`: prose is Markdown only. HTML would be shown as text, pictures as their words: neither is meant.

use pulldown_cmark::{Event, Tag};

use super::Context;
use super::context::Nature;
use crate::diagnostic::{Finding, Findings};
use crate::markdown::Token;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in context
        .passages
        .iter()
        .filter(|passage| passage.nature == Nature::Prose)
    {
        for (token, range) in passage.document {
            let (ja, en) = match token {
                Token::Markdown(Event::Html(_) | Event::InlineHtml(_)) => {
                    ("HTMLは使えません", "HTML is not read")
                }
                Token::Markdown(Event::Start(Tag::Image { .. })) => {
                    ("画像は置けません", "pictures cannot be placed")
                }
                _ => continue,
            };
            findings.push(
                Finding::error("raw-html", passage.place(context.files, range), ja, en).remedy(
                    "Markdownで書いてください。`<` は `\\<` と書けます",
                    "write Markdown; `<` itself is `\\<`",
                ),
            );
        }
    }
}
