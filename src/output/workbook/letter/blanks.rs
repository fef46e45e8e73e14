//! Parts of letters that are filled in: boxes to tick, cells to write in, the day, to whom it goes.

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, XlsxError};

use super::{HELP, LAST, Page, WIDTHS};
use crate::model::fact::{Fact, Value};
use crate::output::workbook::height::{self, LINE};
use crate::output::workbook::styles;
use crate::output::workbook::words::items;

/// The most units of UTF-16 that a list in a check may have.
const LIST: usize = 255;

impl<'a> Page<'_, 'a> {
    /// A box to tick, with words beside it.
    pub(super) fn tick(&mut self, words: &[String]) -> Result<(), XlsxError> {
        self.choice(0, &["☐", "☑"], "☐")?;
        let text = words.first().cloned().unwrap_or_default();
        self.across(1, &text, &styles::words())?;
        self.help(words)?;
        self.row += 1;
        Ok(())
    }

    /// A cell with a short list.
    fn choice(&mut self, column: u16, list: &[&str], value: &str) -> Result<(), XlsxError> {
        let format = styles::line().set_align(FormatAlign::Right);
        self.sheet
            .write_string_with_format(self.row, column, value, &format)?;
        let check = DataValidation::new().allow_list_strings(list)?;
        self.sheet
            .add_data_validation(self.row, column, self.row, column, &check)?;
        Ok(())
    }

    pub(super) fn checks(&mut self, checks: &'a [Fact]) -> Result<(), XlsxError> {
        for check in checks {
            let words = self.ground.words.of(check, "text");
            self.tick(&words)?;
        }
        Ok(())
    }

    pub(super) fn fields(&mut self, fields: &'a [Fact]) -> Result<(), XlsxError> {
        let mut is_open = false;
        for field in fields {
            let is_half = matches!(
                field.field("half").map(|half| &half.value),
                Some(Value::Bool(true))
            );
            if is_open && !is_half {
                self.row += 1;
            }
            let from = if is_open && is_half { 2 } else { 0 };
            is_open = is_half && from == 0;
            self.blank(field, from, if is_half { from + 1 } else { LAST })?;
            if !is_open {
                self.row += 1;
            }
        }
        if is_open {
            self.row += 1;
        }
        Ok(())
    }

    /// A label, and a cell to write in, up to the column `last`.
    fn blank(&mut self, field: &'a Fact, from: u16, last: u16) -> Result<(), XlsxError> {
        let label = self.ground.words.of(field, "label");
        let name = label.first().cloned().unwrap_or_default();
        let framed = styles::framed().format.set_font_size(10);
        self.sheet
            .write_string_with_format(self.row, from, name.as_str(), &framed)?;
        let count = count(field, "lines");
        let width = WIDTHS.first().copied().unwrap_or(1.0);
        let height = height::row([(name.as_str(), width, 1.0)]).max(LINE * count);
        self.sheet.set_row_height(self.row, height + 4.0)?;
        let (column, format) = (from + 1, styles::line());
        if last > column {
            self.sheet
                .merge_range(self.row, column, self.row, last, "", &format)?;
        }
        match field.field("fill").map(|fill| &fill.value) {
            Some(Value::Word(answer)) if self.answers.contains_key(answer) => {
                self.answer(answer, column, format)?;
            }
            _ => {
                self.sheet.write_blank(self.row, column, &format)?;
            }
        }
        self.choices(field, column)?;
        // The second of two fields side by side has its help behind that of the first.
        let others = label.get(1..).unwrap_or_default().join("\n");
        let place = if from == 0 { HELP } else { HELP + 1 };
        let help = &styles::help().format;
        self.sheet
            .write_string_with_format(self.row, place, others, help)?;
        Ok(())
    }

    /// What was written once for all letters.
    fn answer(&mut self, answer: &str, column: u16, format: Format) -> Result<(), XlsxError> {
        let Some(there) = self.answers.get(answer) else {
            return Ok(());
        };
        let formula = format!("=IF(LEN({there})=0,\"\",{there})");
        // A cell with the format of text would show the formula.
        let format = format.set_num_format("General");
        self.sheet
            .write_formula_with_format(self.row, column, formula.as_str(), &format)?;
        Ok(())
    }

    /// What a field offers to choose from; anything else may be written as well.
    fn choices(&mut self, field: &'a Fact, column: u16) -> Result<(), XlsxError> {
        let choices: Vec<String> = items(field.field("choices"))
            .iter()
            .map(|it| self.said(it))
            .collect();
        let choices: Vec<&str> = choices.iter().map(|it| it.trim_matches('　')).collect();
        let length: usize = choices.iter().map(|it| it.encode_utf16().count() + 1).sum();
        if choices.is_empty() || length > LIST {
            return Ok(());
        }
        let check = DataValidation::new()
            .allow_list_strings(&choices)?
            .show_error_message(false);
        self.sheet
            .add_data_validation(self.row, column, self.row, column, &check)?;
        Ok(())
    }

    pub(super) fn lines(&mut self, lines: &'a Fact) -> Result<(), XlsxError> {
        let label = self.ground.words.of(lines, "label");
        self.line(&label, &styles::words())?;
        let count = count(lines, "count");
        self.sheet
            .merge_range(self.row, 0, self.row, LAST, "", &styles::line())?;
        // A row of a sheet is at most 409 points high.
        self.sheet
            .set_row_height(self.row, (LINE * count).min(400.0))?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn date(&mut self) -> Result<(), XlsxError> {
        let format = styles::day()
            .set_num_format("yyyy\"年\"m\"月\"d\"日\"")
            .set_align(FormatAlign::Right);
        self.sheet.write_blank(self.row, LAST, &format)?;
        self.row += 1;
        Ok(())
    }

    /// A cell to write in, followed by words.
    pub(super) fn to(&mut self, to: &'a Fact) -> Result<(), XlsxError> {
        let words = self.ground.words.fact(to);
        let format = styles::line();
        self.sheet
            .merge_range(self.row, 0, self.row, 1, "", &format)?;
        let text = words.first().cloned().unwrap_or_default();
        self.across(2, &text, &styles::words())?;
        self.help(&words)?;
        self.row += 2;
        Ok(())
    }
}

/// A number of lines that a part asks for.
fn count(fact: &Fact, name: &str) -> f64 {
    match fact.field(name).map(|count| &count.value) {
        Some(Value::Count(count)) => u32::try_from(*count).map_or(1.0, f64::from),
        _ => 1.0,
    }
}
