//! Markdown as this guide reads it: CommonMark with tables, heading ids and call-outs, put right for Japanese, with
//! `{{ references }}` to facts set apart. A stranger's prose is never handed to the template engine.

mod html;
mod parse;

use std::ops::Range;

use pulldown_cmark::Event;

pub use html::{Links, escape, render, render_inline};
pub use parse::parse;

/// A parsed text: tokens with their bytes in the file.
pub type Document = Vec<(Token, Range<usize>)>;

/// A part of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// Markdown.
    Markdown(Event<'static>),
    /// `{{ path }}`.
    Reference(String),
}

/// Addresses that may be linked: pages of this guide, places on the page, https and mail.
#[must_use]
pub fn is_safe_link(address: &str) -> bool {
    is_internal(address) || address.starts_with("mailto:") || crate::model::scalar::is_url(address)
}

/// Does the address lead into this guide? `/fees.html#extension` counts from the root of the language.
#[must_use]
pub fn is_internal(address: &str) -> bool {
    address.starts_with('#') || (address.starts_with('/') && !address.starts_with("//"))
}
