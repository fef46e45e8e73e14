//! What does not fit into a workbook, as findings with place and remedy.

use std::cell::RefCell;

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::{Finding, Place};

/// The most units of UTF-16 that the message beside a cell may have.
const PROMPT: usize = 255;
/// The most that the message about a wrong entry may have: Excel's own dialogue takes no more.
const MESSAGE: usize = 225;

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

    /// The message beside a cell, unless it is too long.
    pub(super) fn prompt(&self, text: String, place: Place) -> Option<String> {
        self.bound(text, place, PROMPT)
    }

    /// The message about a wrong entry, unless it is too long.
    pub(super) fn message(&self, text: String, place: Place) -> Option<String> {
        self.bound(text, place, MESSAGE)
    }

    fn bound(&self, text: String, place: Place, most: usize) -> Option<String> {
        let length = text.encode_utf16().count();
        if length <= most {
            return Some(text);
        }
        self.add(
            Finding::error(
                "workbook",
                place,
                format!("入力時に出る文が長すぎます（全部の言語で{length}文字。{most}文字まで）"),
                format!("what is shown at the cell is too long ({length} characters in all languages; {most} at most)"),
            )
            .remedy(
                format!("`help` か `message` を、合わせて{}文字ほど短くしてください", length - most),
                format!("shorten `help` or `message` by {} characters in all", length - most),
            ),
        );
        None
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
