//! Markdown as this guide reads it: CommonMark with tables, heading ids and call-outs, put right for Japanese, with
//! `{{ references }}` to facts set apart. A stranger's prose is never handed to the template engine.

mod html;
mod japanese;
mod link;
mod parse;
mod table;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

pub use html::{Links, escape, render, render_inline};
pub use japanese::{japanese_runs, mark_japanese};
pub use link::{is_host, is_internal, is_safe_link, is_web_address};
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

/// Does the token at `index` fill its paragraph?
#[must_use]
pub fn is_alone(document: &Document, index: usize) -> bool {
    let at = |index: usize| document.get(index).map(|(token, _)| token);
    let before = index.checked_sub(1).and_then(at);
    matches!(before, Some(Token::Markdown(Event::Start(Tag::Paragraph))))
        && matches!(
            at(index + 1),
            Some(Token::Markdown(Event::End(TagEnd::Paragraph)))
        )
}
