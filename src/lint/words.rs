//! Our own words, piece by piece, for rules that look for patterns: without code, references and quotes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::context::{Nature, Passage};
use super::quotes;
use crate::markdown::Token;

/// Calls `visit` with every piece of a passage and where it starts in the passage.
pub(super) fn own_words(passage: &Passage<'_>, mut visit: impl FnMut(&str, Range<usize>)) {
    if passage.nature == Nature::Label {
        return;
    }
    let mut depth = 0;
    let mut in_code = false;
    for (token, range) in passage.document {
        match token {
            Token::Markdown(Event::Start(Tag::CodeBlock(_))) => in_code = true,
            Token::Markdown(Event::End(TagEnd::CodeBlock)) => in_code = false,
            Token::Markdown(Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_),
            )) => depth = 0,
            Token::Markdown(Event::Text(text)) if !in_code => {
                visit(&quotes::blank(text, &mut depth), range.clone());
            }
            _ => {}
        }
    }
}
