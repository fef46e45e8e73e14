//! `unsafe-link`: links lead into this guide, to https addresses, or to mail.

use pulldown_cmark::{Event, Tag};

use super::Context;
use crate::diagnostic::{Finding, Findings};
use crate::markdown::{Token, is_safe_link};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        for (token, range) in passage.document {
            if let Token::Markdown(Event::Start(Tag::Link { dest_url, .. })) = token
                && !is_safe_link(dest_url)
            {
                findings.push(
                    Finding::error("unsafe-link", passage.place(context.files, range), format!("リンク先 `{dest_url}` は使えません"), format!("`{dest_url}` cannot be linked"))
                        .remedy("`/fees.html` のように言語の根から書くか、`https://` で始めてください", "begin with `/` (from the root of the language, as `/fees.html`) or with `https://`"),
                );
            }
        }
    }
}
