//! Letters: sheets of sheets.yaml to be filled in on the screen and printed. They are Japanese; the other languages of the guide
//! stand beside them, where nothing is printed.

mod blanks;
mod post;

use std::collections::BTreeMap;

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, Worksheet, XlsxError};

use crate::model::Entry;
use crate::model::fact::{Fact, Value};
use crate::output::workbook::ground::Ground;
use crate::output::workbook::height;
use crate::output::workbook::styles::{self, Style};
use crate::output::workbook::table;
use crate::output::workbook::words::items;

/// Label, value, label, value; then a gap, and what helps.
const WIDTHS: [f64; 4] = [17.0, 27.0, 17.0, 27.0];
const LAST: u16 = 3;
const HELP: u16 = 5;
const HELP_WIDTH: f64 = 60.0;

/// Where the answers that all letters share stand: formulas by the word of the answer.
pub(super) type Answers = BTreeMap<String, String>;

/// The sheet of a letter.
pub(super) fn sheet(
    ground: &Ground<'_>,
    letter: &Entry,
    answers: &Answers,
) -> Result<Worksheet, XlsxError> {
    let name = ground
        .words
        .name(letter)
        .into_iter()
        .next()
        .unwrap_or_default();
    let mut sheet = ground.sheet(&name)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_column_width(LAST + 1, 2.0)?;
    sheet.set_column_width(HELP, HELP_WIDTH)?;
    let mut page = Page {
        ground,
        sheet: &mut sheet,
        answers,
        row: 0,
    };
    page.hint()?;
    let mut end = 0;
    for content in items(letter.field("pages")) {
        for part in items(content.field("parts")) {
            page.part(part)?;
        }
        // The first page is the paper; what follows says how to use it, and is not printed.
        if end == 0 {
            end = page.row;
            page.row += 2;
        }
    }
    let last = end.max(1) - 1;
    let empty = ConditionalFormatFormula::new()
        .set_rule("=AND(LEN(A1)=0,CELL(\"protect\",A1)=0)")
        .set_format(styles::to_fill_in());
    sheet.add_conditional_format(0, 0, last, LAST, &empty)?;
    sheet
        .set_footer("")
        .set_print_black_and_white(true)
        .set_print_area(0, 0, last, LAST)?
        .set_print_fit_to_pages(1, 1)
        .set_print_center_horizontally(true)
        .set_screen_gridlines(false)
        .protect_with_options(&table::open_to_sorting());
    Ok(sheet)
}

struct Page<'g, 'a> {
    ground: &'g Ground<'a>,
    sheet: &'g mut Worksheet,
    answers: &'g Answers,
    row: u32,
}

impl<'a> Page<'_, 'a> {
    /// Words in the language of the letter.
    fn said(&self, fact: &'a Fact) -> String {
        self.ground
            .words
            .fact(fact)
            .into_iter()
            .next()
            .unwrap_or_default()
    }

    fn word(&self, key: &'static str) -> String {
        self.ground
            .words
            .word(key)
            .into_iter()
            .next()
            .unwrap_or_default()
    }

    /// Writes help beside the row: the words in the other languages.
    fn help(&mut self, words: &[String]) -> Result<(), XlsxError> {
        let others = words.get(1..).unwrap_or_default().join("\n");
        if !others.is_empty() {
            self.sheet
                .write_string_with_format(self.row, HELP, others, &styles::help().format)?;
        }
        Ok(())
    }

    fn hint(&mut self) -> Result<(), XlsxError> {
        let hint = self.ground.words.word("workbook_letter_hint").join("\n");
        self.sheet
            .write_string_with_format(0, HELP, hint, &styles::notice().format)?;
        Ok(())
    }

    /// Words across some columns, as high as they need.
    fn across(&mut self, first: u16, text: &str, style: &Style) -> Result<(), XlsxError> {
        let width: f64 = WIDTHS.iter().skip(usize::from(first)).sum();
        self.sheet
            .set_row_height(self.row, height::row([(text, width, style.size)]))?;
        match first {
            LAST => {
                self.sheet
                    .write_string_with_format(self.row, first, text, &style.format)?;
            }
            _ => {
                self.sheet
                    .merge_range(self.row, first, self.row, LAST, text, &style.format)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, words: &[String], style: &Style) -> Result<(), XlsxError> {
        let text = words.first().cloned().unwrap_or_default();
        self.across(0, &text, style)?;
        self.help(words)?;
        self.row += 1;
        Ok(())
    }

    fn part(&mut self, part: &'a Fact) -> Result<(), XlsxError> {
        let Value::Choice(tag, inner) = &part.value else {
            return Ok(());
        };
        let centred = styles::words().with(|it| it.set_align(FormatAlign::Center));
        let right = styles::words().with(|it| it.set_align(FormatAlign::Right));
        match (tag.as_str(), inner.as_deref()) {
            ("title", Some(text)) => {
                let words = self.ground.words.fact(text);
                self.line(
                    &words,
                    &styles::title().with(|it| it.set_align(FormatAlign::Center)),
                )
            }
            ("heading", Some(text)) => {
                let words = self.ground.words.fact(text);
                self.line(&words, &styles::heading())
            }
            ("text", Some(text)) => {
                let words = self.ground.words.fact(text);
                self.line(&words, &styles::words())
            }
            ("middle", Some(text)) => {
                let words = self.ground.words.fact(text);
                self.line(&words, &centred)
            }
            ("right", Some(text)) => {
                let words = self.ground.words.fact(text);
                self.line(&words, &right)
            }
            ("steps", Some(steps)) => self.numbered(items(Some(steps))),
            ("notice", Some(notice)) => self.notice(notice),
            ("checks", Some(checks)) => self.checks(items(Some(checks))),
            ("fields", Some(fields)) => self.fields(items(Some(fields))),
            ("lines", Some(lines)) => self.lines(lines),
            ("date", None) => self.date(),
            ("to", Some(to)) => self.to(to),
            ("sender", None) => self.sender(),
            ("letterhead", None) => self.letterhead(),
            ("enclosures", None) => self.enclosures(),
            ("never_enclosed", None) => self.never_enclosed(),
            _ => {
                self.ground.faults.part(tag, part.place);
                Ok(())
            }
        }
    }

    fn numbered(&mut self, steps: &'a [Fact]) -> Result<(), XlsxError> {
        for (number, step) in (1..).zip(steps) {
            let mut words = self.ground.words.fact(step);
            for line in &mut words {
                *line = format!("{number}. {line}");
            }
            self.line(&words, &styles::words())?;
        }
        Ok(())
    }

    fn notice(&mut self, notice: &'a Fact) -> Result<(), XlsxError> {
        let title = self.ground.words.of(notice, "title");
        self.line(&title, &styles::notice().with(Format::set_bold))?;
        for item in items(notice.field("items")) {
            let mut words = self.ground.words.fact(item);
            for line in &mut words {
                *line = format!("・{line}");
            }
            self.line(&words, &styles::notice())?;
        }
        Ok(())
    }
}
