//! `bad-reference`: what looks like a `{{ reference }}` is one, and stands where references are read.

use std::ops::Range;

use pulldown_cmark::Event;

use super::Context;
use super::context::Nature;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::Token;

/// Longest text between braces that is taken for a reference that was meant.
const MAX_REFERENCE: usize = 200;
/// Most findings for one piece of text: whoever has more than these has pasted something.
const MAX_FINDINGS: usize = 50;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        for (token, range) in passage.document {
            match token {
                Token::Reference(_) if passage.nature != Nature::Prose => {
                    findings.push(not_here(passage.place(context.files, range)));
                }
                Token::Markdown(Event::Text(_)) if passage.nature == Nature::Prose => {
                    let source = passage.source(context.files, range);
                    for part in malformed(source) {
                        let bytes = range.start + part.start..range.start + part.end;
                        findings.push(no_reference(passage.place(context.files, &bytes)));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Every part of a text that was meant to be a reference and is none, as long as somebody may read the findings.
fn malformed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < MAX_FINDINGS
        && let Some(part) = text.get(at..).and_then(next)
    {
        // Braces behind a backslash are meant as such.
        let before = text.get(..at + part.start).unwrap_or_default();
        if !before.ends_with('\\') {
            found.push(at + part.start..at + part.end);
        }
        at += part.end;
    }
    found
}

fn next(text: &str) -> Option<Range<usize>> {
    let (open, close) = (text.find("{{"), text.find("}}"));
    let Some(start) = open.filter(|open| close.is_none_or(|close| *open < close)) else {
        return close.map(|close| close..close + 2);
    };
    // One that is not closed before the next, or soon, is shown by its braces alone.
    let inner = text.get(start + 2..)?;
    let near = inner.get(..inner.floor_char_boundary(MAX_REFERENCE))?;
    let length = near
        .find("}}")
        .filter(|length| !near.get(..*length).unwrap_or_default().contains("{{"));
    let run = inner.len() - inner.trim_start_matches('{').len();
    Some(start..start + 2 + length.map_or(run, |length| length + 2))
}

fn not_here(place: Place) -> Finding {
    Finding::error(
        "bad-reference",
        place,
        "題・要約・画面の言葉の中では参照は使えません",
        "titles, summaries and words of screens take no references",
    )
    .remedy("言葉で書いてください", "say it in words")
}

fn no_reference(place: Place) -> Finding {
    Finding::error(
        "bad-reference",
        place,
        "`{{ … }}` の書き方が正しくありません",
        "this is not a `{{ … }}` reference",
    )
    .remedy(
        "`{{ fees.extension.online }}` のように、半角の英数字と `.` だけで書いてください",
        "write it like `{{ fees.extension.online }}`: ordinary letters, digits and `.` only",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_at_its_own_braces() {
        let parts = |text: &str| -> Vec<String> {
            let found = malformed(text).into_iter();
            found.map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(parts("a {{ b c }} d {{ é }}"), ["{{ b c }}", "{{ é }}"]);
        assert_eq!(parts("a {{ b } c {{ d e }}"), ["{{", "{{ d e }}"]);
        assert_eq!(parts("a }} b {{ c"), ["}}", "{{"]);
        assert_eq!(parts("{{{{{{"), ["{{{{{{"]);
        assert_eq!(parts(r"a { b } \{{ c d }}"), [""; 0]);
    }
}
