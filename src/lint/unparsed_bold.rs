//! `unparsed-bold`: `**` that found no partner would be printed as stars, and so would all of them in plain words.

use pulldown_cmark::{Event, Tag};

use super::Context;
use super::context::Nature;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::Token;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        for (token, range) in passage.document {
            let place = passage.place(context.files, &(range.start..range.start + 2));
            match token {
                Token::Markdown(Event::Text(text)) if &**text == "**" && range.len() == 2 => {
                    findings.push(match passage.nature {
                        Nature::Prose => alone(place),
                        Nature::Plain => in_plain_words(place),
                        Nature::Label => continue,
                    });
                }
                Token::Markdown(Event::Start(Tag::Strong)) if passage.nature == Nature::Plain => {
                    findings.push(in_plain_words(place));
                }
                _ => {}
            }
        }
    }
}

fn alone(place: Place) -> Finding {
    Finding::error(
        "unparsed-bold",
        place,
        "`**` が太字になっていません",
        "this `**` does not make anything bold",
    )
    .remedy(
        "閉じる `**` を同じ段落に書くか、`\\*\\*` と書いてください",
        "close it with `**` in the same paragraph, or write `\\*\\*`",
    )
}

fn in_plain_words(place: Place) -> Finding {
    Finding::error(
        "unparsed-bold",
        place,
        "題・要約・画面の言葉は太字にできません",
        "titles, summaries and words of the interface cannot be bold",
    )
    .remedy("`**` を消してください", "remove the `**`")
}
