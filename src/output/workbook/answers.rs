//! The sheet of what all letters of a workbook share: written once, it stands in each.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::ground::{Ground, sheet_name};
use super::letter::Answers;
use super::lines::Lines;
use super::{styles, table};
use crate::model::Entry;
use crate::model::fact::{Fact, Value};

const WIDTHS: [f64; 3] = [26.0, 26.0, 40.0];

/// The sheet, and where each answer stands.
pub(super) fn sheet(
    ground: &Ground<'_>,
    letters: &[&Entry],
) -> Result<(Worksheet, Answers), XlsxError> {
    let words = ground.words;
    let name = sheet_name(&words.main_word("workbook_answers"));
    let mut sheet = ground.sheet(&name)?;
    let mut answers = Answers::new();
    let mut lines = Lines::new(&mut sheet, &WIDTHS)?;
    let hint = words.word("workbook_answers_hint");
    let notice = styles::notice();
    let said = |at: usize| hint.get(at).map_or("", String::as_str);
    lines.write([(said(0), &notice), (said(1), &notice)])?;
    lines.skip();
    for (answer, field) in fields(letters) {
        let row = lines.row();
        let labels = words.of(field, "label");
        let (framed, blank) = (styles::framed(), styles::blank().into());
        let label = |at: usize| labels.get(at).map_or("", String::as_str);
        lines.write([(label(0), &framed), (label(1), &framed), ("", &blank)])?;
        answers.insert(answer.to_owned(), format!("'{name}'!$C${}", row + 1));
    }
    sheet
        .set_print_fit_to_pages(1, 0)
        .protect_with_options(&table::open_to_sorting());
    Ok((sheet, answers))
}

/// The first field of each answer, in the order of the letters.
fn fields<'a>(letters: &[&'a Entry]) -> Vec<(&'a str, &'a Fact)> {
    let mut seen = BTreeSet::new();
    let mut fields = Vec::new();
    for letter in letters {
        letter.fact.walk(&mut |fact| {
            if let Some(Value::Word(answer)) = fact.field("fill").map(|fill| &fill.value)
                && seen.insert(answer.as_str())
            {
                fields.push((answer.as_str(), fact));
            }
        });
    }
    fields
}
