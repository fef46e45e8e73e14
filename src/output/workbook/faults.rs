//! What does not fit into a workbook, as findings with place and remedy.

use std::cell::RefCell;

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::{Finding, Place};

/// The most units of UTF-16 that the message beside a cell may have.
const PROMPT: usize = 255;
/// The most that the message about a wrong entry may have: Excel's own dialogue takes no more.
const MESSAGE: usize = 225;

/// How many languages must have room in a message. More are said where they have, and in the headings always.
const BOTH: usize = 2;

/// What was found while a workbook was made.
#[derive(Debug, Default)]
pub(super) struct Faults(RefCell<Vec<Finding>>);

impl Faults {
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.0.into_inner()
    }

    fn add(&self, finding: Finding) {
        let mut found = self.0.borrow_mut();
        // A field that stands in several sheets is said once.
        if !found.contains(&finding) {
            found.push(finding);
        }
    }

    /// The message beside a cell, from its words in each language.
    pub(super) fn prompt(&self, words: &[String], place: Place) -> Option<String> {
        self.bound(words, place, PROMPT)
    }

    /// The message about a wrong entry, from its words in each language.
    pub(super) fn message(&self, words: &[String], place: Place) -> Option<String> {
        self.bound(words, place, MESSAGE)
    }

    /// The words of the first two languages, which must have room, and of the others as far as they have.
    fn bound(&self, words: &[String], place: Place, most: usize) -> Option<String> {
        let length = |text: &str| text.encode_utf16().count();
        let (needed, more) = words.split_at(words.len().min(BOTH));
        let mut text = needed.join("\n");
        if length(&text) > most {
            self.add(too_long(length(&text), most, place));
            return None;
        }
        for words in more {
            if length(&text) + 1 + length(words) <= most {
                text.push('\n');
                text += words;
            }
        }
        Some(text)
    }

    /// A letter has a part that a workbook cannot show.
    pub(super) fn part(&self, tag: &str, place: Place) {
        self.add(
            Finding::error(
                "workbook",
                place,
                format!("`{tag}` は、ブックの書面には入れられません"),
                format!("`{tag}` cannot stand in a letter of a workbook"),
            )
            .remedy(
                "その用紙をブックから外すか、この部分を別の形で書いてください",
                "take the sheet out of the workbook, or write this part in another form",
            ),
        );
    }

    /// The crate that writes workbooks refuses something.
    pub(super) fn refused(&self, error: &XlsxError, place: Place) {
        self.add(
            Finding::error(
                "workbook",
                place,
                format!("このブックは作れません（{error}）"),
                format!("this workbook cannot be made ({error})"),
            )
            .remedy(
                "名前の長さ、同じ名前、使えない文字がないかを確かめてください",
                "look for names that are too long, used twice or have signs that cannot be used",
            ),
        );
    }
}

fn too_long(length: usize, most: usize, place: Place) -> Finding {
    let over = length - most;
    Finding::error(
        "workbook",
        place,
        format!("入力時に出る文が長すぎます（初めの2つの言語で{length}文字。{most}文字まで）"),
        format!("what is shown at the cell is too long ({length} characters in the first two languages; {most} at most)"),
    )
    .remedy(
        format!("`help` か `message` を、合わせて{over}文字ほど短くしてください"),
        format!("shorten `help` or `message` by {over} characters in all"),
    )
}
