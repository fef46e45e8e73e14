//! Our own words as a reader sees them, block by block, for rules that look for patterns: bold and line breaks joined as on
//! the page, what is quoted blanked, code and references left out.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::context::{Nature, Passage};
use super::quotes;
use crate::markdown::Token;

/// Stands where something is that is not ours or not known: nothing reaches across it.
const BREAK: char = '\u{fffc}';

/// The words of a block, with the way back to their bytes in the passage.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    /// Where each piece begins in `text`, and its bytes in the passage.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Words {
    /// The bytes of the passage from the beginning to the end of a part of the text.
    pub(super) fn bytes(&self, part: &Range<usize>) -> Range<usize> {
        let last = part.end.saturating_sub(1);
        let start = self.source_of(part.start, false);
        start..self.source_of(last, true).max(start)
    }

    /// The byte in the passage at which the character at `at` begins, or behind which it ends.
    fn source_of(&self, at: usize, end: bool) -> usize {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        let Some((start, range)) = next.checked_sub(1).and_then(|index| self.pieces.get(index))
        else {
            return 0;
        };
        let length = self
            .pieces
            .get(next)
            .map_or(self.text.len(), |(end, _)| *end)
            - start;
        // Where the source is written otherwise (`&amp;`, `\*`), the piece is all that is known.
        match (length == range.len(), end) {
            (true, _) => range.start + at - start + usize::from(end),
            (false, false) => range.start,
            (false, true) => range.end,
        }
    }

    fn push(&mut self, text: &str, range: &Range<usize>) {
        self.pieces.push((self.text.len(), range.clone()));
        self.text.push_str(text);
    }

    fn push_break(&mut self, range: &Range<usize>) {
        self.push(BREAK.encode_utf8(&mut [0; 4]), range);
    }
}

/// Calls `visit` with every run of our own words in a passage: the text, where it begins in its block, and the block.
pub(super) fn own_words(passage: &Passage<'_>, mut visit: impl FnMut(&str, usize, &Words)) {
    if passage.nature == Nature::Label {
        return;
    }
    for block in blocks(passage) {
        let text = quotes::blank(&block.text, BREAK);
        let mut start = 0;
        for run in text.split(BREAK) {
            if !run.trim().is_empty() {
                visit(run, start, &block);
            }
            start += run.len() + BREAK.len_utf8();
        }
    }
}

/// The blocks of a passage: what stands together in a paragraph, an item, a heading or a cell.
fn blocks(passage: &Passage<'_>) -> Vec<Words> {
    let mut blocks = vec![Words::default()];
    let mut in_code = false;
    for (token, range) in passage.document {
        match token {
            Token::Markdown(Event::Start(Tag::CodeBlock(_))) => in_code = true,
            Token::Markdown(Event::End(TagEnd::CodeBlock)) => in_code = false,
            _ => {}
        }
        let is_block = match token {
            Token::Markdown(Event::Start(tag)) => !is_inline(tag.to_end()),
            Token::Markdown(Event::End(tag)) => !is_inline(*tag),
            _ => false,
        };
        if is_block {
            blocks.push(Words::default());
        }
        let Some(block) = blocks.last_mut() else {
            continue;
        };
        match token {
            Token::Reference(_) | Token::Markdown(Event::Code(_)) => block.push_break(range),
            Token::Markdown(Event::Text(text)) if !in_code => block.push(text, range),
            // Those between Japanese letters are gone by now.
            Token::Markdown(Event::SoftBreak | Event::HardBreak) => block.push(" ", range),
            Token::Markdown(_) => {}
        }
    }
    blocks
}

/// Does it stand within a line, not around lines?
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}
