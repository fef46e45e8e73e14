//! `unparsed-bold`: `**` that found no partner would be printed as stars.

use pulldown_cmark::Event;

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
            let is_stars = matches!(token, Token::Markdown(Event::Text(text)) if &**text == "**");
            if is_stars && range.len() == 2 {
                findings.push(
                    Finding::error(
                        "unparsed-bold",
                        passage.place(context.files, range),
                        "`**` が太字になっていません",
                        "this `**` does not make anything bold",
                    )
                    .remedy(
                        "閉じる `**` を同じ段落に書くか、`\\*\\*` と書いてください",
                        "close it with `**` in the same paragraph, or write `\\*\\*`",
                    ),
                );
            }
        }
    }
}
