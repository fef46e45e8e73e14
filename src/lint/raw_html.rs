//! `raw-html`: prose is Markdown only. HTML would be shown as text, pictures as their words: neither is meant.

use pulldown_cmark::{Event, Tag};

use super::Context;
use super::context::Nature;
use super::words::is_inline;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::Token;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let passages = context.passages.iter();
    for passage in passages.filter(|passage| passage.nature == Nature::Prose) {
        // Tags come in pairs, and blocks of HTML in lines: the first of a block speaks for all.
        let mut is_said = false;
        for (token, range) in passage.document {
            match token {
                Token::Markdown(Event::Start(Tag::Image { .. })) => {
                    findings.push(picture(passage.place(context.files, range)));
                }
                Token::Markdown(Event::Html(html) | Event::InlineHtml(html)) if !is_said => {
                    let place = passage.place(context.files, range);
                    findings.push(match html.trim_start().starts_with("<!--") {
                        true => comment(place),
                        false => tag(place),
                    });
                    is_said = true;
                }
                Token::Markdown(Event::Start(tag)) if !is_inline(tag.to_end()) => is_said = false,
                _ => {}
            }
        }
    }
}

fn comment(place: Place) -> Finding {
    Finding::error(
        "raw-html",
        place,
        "HTMLのコメントは使えません",
        "comments in HTML are not read",
    )
    .remedy(
        "消してください。このまま文字として表示されてしまいます",
        "delete it: readers would see it as text",
    )
}

fn tag(place: Place) -> Finding {
    Finding::error("raw-html", place, "HTMLは使えません", "HTML is not read").remedy(
        "Markdownで書いてください（太字は `**…**`、見出しは `## … {#id}`）。文字の `<` は `\\<` と書けます",
        "write Markdown (`**bold**`, `## Heading {#id}`); the character `<` itself is written `\\<`",
    )
}

fn picture(place: Place) -> Finding {
    Finding::error(
        "raw-html",
        place,
        "画像は置けません",
        "pictures cannot be placed here",
    )
    .remedy(
        "言葉で説明してください。ほかのサイトの図なら `[言葉](https://…)` でリンクできます",
        "describe it in words; a picture elsewhere can be linked with `[words](https://…)`",
    )
}
