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
                let finding = Finding::error(
                    "unsafe-link",
                    passage.place(context.files, range),
                    format!("リンク先 `{dest_url}` は使えません"),
                    format!("`{dest_url}` cannot be linked"),
                );
                findings.push(match meant(context, dest_url) {
                    Some(address) => finding.remedy(
                        format!("`{address}` と書いてください"),
                        format!("write `{address}`"),
                    ),
                    None => finding.remedy(
                        "この手引きのページは `/fees.html`、外のページは `https://…`、メールは `mailto:…` と書いてください",
                        "write a page of this guide as `/fees.html`, another as `https://…`, a mail address as `mailto:…`",
                    ),
                });
            }
        }
    }
}

/// The address that was probably meant.
fn meant(context: &Context<'_>, address: &str) -> Option<String> {
    if let Some(rest) = address.strip_prefix("http://") {
        return Some(format!("https://{rest}"));
    }
    if address.contains('@') && !address.contains([':', '/']) {
        return Some(format!("mailto:{address}"));
    }
    let path = address.trim_start_matches("../").trim_start_matches("./");
    let (first, rest) = path.split_once('/').unwrap_or_default();
    let path = if context.model.languages().contains(&first) {
        rest
    } else {
        path
    };
    let (file, anchor) = path.split_at(path.find('#').unwrap_or(path.len()));
    let page = file
        .strip_suffix(".html")
        .or_else(|| file.strip_suffix(".md"))?;
    let is_page = context.plan.contains_key(page);
    is_page.then(|| format!("/{page}.html{anchor}"))
}
