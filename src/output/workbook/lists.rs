//! The hidden sheet: what can be chosen, a column each, and the characters that may be used, a cell each. Checks know them by name.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::ground::sheet_name;
use super::styles;
use super::words::Words;
use crate::model::forms::{Characters, Field, FieldType};

/// The name of the cell with all capitals: no spaces among them.
pub(super) const CAPITALS: &str = "chars_capitals";

/// The name of the cell with all characters of a kind.
pub(super) const fn characters(set: Characters) -> &'static str {
    match set {
        Characters::FullWidth => "chars_full_width",
        Characters::HalfWidth => "chars_half_width",
        Characters::LatinCapitals => "chars_latin",
        Characters::Digits => "chars_digits",
        Characters::Jis => "chars_jis",
    }
}

/// The name of the list of a choice.
fn name(path: &str) -> String {
    format!("list_{}", path.replace(['.', '-'], "_"))
}

/// What can be chosen in a workbook, by the path of each list; each option as it stands in cells.
#[derive(Debug, Default)]
pub(super) struct Lists(BTreeMap<String, Vec<String>>);

impl Lists {
    /// The lists of these fields.
    pub(super) fn of<'f>(words: &Words<'_>, fields: impl Iterator<Item = &'f Field>) -> Self {
        let choices = fields.filter(|field| field.r#type == FieldType::Choice);
        let lists = choices.filter_map(|field| {
            let options = words.options(field).into_iter();
            Some((
                field.options.clone()?,
                options.map(|(_, name)| name).collect(),
            ))
        });
        Self(lists.collect())
    }

    /// The name of the list of a field.
    pub(super) fn name(&self, field: &Field) -> Option<String> {
        let path = field.options.as_deref()?;
        self.0.contains_key(path).then(|| name(path))
    }

    /// Writes the sheet and names its cells.
    pub(super) fn write(&self, words: &Words<'_>, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet_name = sheet_name(&words.main_word("workbook_lists"));
        let mut sheet = Worksheet::new();
        sheet.set_name(&sheet_name)?.set_hidden(true).protect();
        let mut column = 0;
        for (path, options) in &self.0 {
            for (row, option) in (0..).zip(options) {
                sheet.write_string_with_format(row, column, option, &styles::base())?;
            }
            let last = options.len().max(1);
            let letter = letters(column);
            book.define_name(
                name(path),
                &format!("='{sheet_name}'!${letter}$1:${letter}${last}"),
            )?;
            column += 1;
        }
        let capitals: String = ('A'..='Z').collect();
        let sets = [
            Characters::FullWidth,
            Characters::HalfWidth,
            Characters::LatinCapitals,
            Characters::Digits,
            Characters::Jis,
        ];
        let sets = sets.map(|set| (characters(set), set.all()));
        for (name, all) in sets.into_iter().chain([(CAPITALS, capitals)]) {
            sheet.write_string_with_format(0, column, all, &styles::base())?;
            let letter = letters(column);
            book.define_name(name, &format!("='{sheet_name}'!${letter}$1"))?;
            column += 1;
        }
        book.push_worksheet(sheet);
        Ok(())
    }
}

/// The letters of a column, counted from 0.
pub(super) fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}

/// A cell as formulas name it, counted from 0.
pub(super) fn cell(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row + 1)
}
