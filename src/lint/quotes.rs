//! What stands between 「 and 」 is quoted, and quoted exactly: rules about our own words do not look at it.

use std::ops::Range;

/// The words of a block with what is quoted blanked out, byte for byte. A quote that is not closed hides nothing.
/// `keep` stays: it marks what is no word at all.
pub(super) fn blank(text: &str, keep: char) -> String {
    let quoted = quoted(text);
    let mut next = quoted.iter().peekable();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        while next.peek().is_some_and(|range| range.end <= at) {
            next.next();
        }
        if c != keep && next.peek().is_some_and(|range| range.contains(&at)) {
            out.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            out.push(c);
        }
    }
    out
}

/// The outermost quotes, in order.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut quoted: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '「' | '『' => open.push(at),
            '」' | '』' => {
                let Some(start) = open.pop() else { continue };
                quoted.retain(|inner| inner.start < start);
                quoted.push(start..at + c.len_utf8());
            }
            _ => {}
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_blanked_byte_for_byte() {
        assert_eq!(blank("a「b」c", '|'), "a       c");
        assert_eq!(blank("a「b『c』」d", '|').replace(' ', ""), "ad");
        assert_eq!(blank("「a|b」", '|').trim(), "|");
    }

    #[test]
    fn a_quote_that_is_not_closed_hides_nothing() {
        assert_eq!(blank("「x", '|'), "「x");
        assert_eq!(blank("y」z", '|'), "y」z");
        assert_eq!(blank("「a「b」", '|').trim_end(), "「a");
    }
}
