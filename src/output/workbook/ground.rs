//! What every sheet of a workbook is made from.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::faults::Faults;
use super::lists::Lists;
use super::words::Words;
use crate::model::Entry;
use crate::model::screens::Screen;
use crate::model::tables::{Column, Table};
use crate::model::workbooks::Workbook;

/// The tables of a guide and the words for them.
pub(super) struct Guidance<'a> {
    pub(super) words: Words<'a>,
    pub(super) tables: BTreeMap<String, Table<'a>>,
    pub(super) screens: Vec<(String, Screen)>,
}

/// One workbook.
pub(super) struct Ground<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) guidance: &'a Guidance<'a>,
    pub(super) entry: &'a Entry,
    pub(super) workbook: &'a Workbook,
    pub(super) procedures: Vec<String>,
    pub(super) lists: Lists,
    pub(super) faults: Faults,
}

impl<'a> Ground<'a> {
    /// The table of a form, with the columns that belong into this workbook.
    pub(super) fn table(&self, form: &str) -> Option<(&'a Table<'a>, Vec<&'a Column<'a>>)> {
        let table = self.guidance.tables.get(form)?;
        Some((table, columns(table, &self.procedures)))
    }

    /// Is what breaks the rule of this column refused, or is there only a warning?
    pub(super) fn is_certain(&self, column: &Column<'_>) -> bool {
        column.is_certain(&self.procedures, &self.guidance.screens)
    }

    /// A new sheet, A4, with its name and number of pages below.
    pub(super) fn sheet(&self, name: &str) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(sheet_name(name))?;
        // What programs show that do not reckon: nothing.
        sheet.set_formula_result_default("");
        sheet
            .set_paper_size(A4)
            .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
        let title = self.words.name(self.entry).into_iter().next();
        let title: String = title.unwrap_or_default().chars().take(FOOTER).collect();
        let title = title.replace('&', "&&");
        sheet.set_footer(format!("&L{title}　&A&R&P/&N"));
        Ok(sheet)
    }
}

/// The code of the size of paper.
const A4: u8 = 9;
/// The most characters of the title below a page.
const FOOTER: usize = 60;

/// The name that a sheet can have: at most 31 units of UTF-16, and no sign that formulas or files take for something else.
pub(super) fn sheet_name(name: &str) -> String {
    let mut length = 0;
    name.chars()
        .filter(|c| !['[', ']', ':', '*', '?', '/', '\\', '\''].contains(c))
        .take_while(|c| {
            length += c.len_utf16();
            length <= 31
        })
        .collect()
}

/// The columns of a table that belong into a workbook for these procedures.
pub(super) fn columns<'t, 'a>(table: &'t Table<'a>, procedures: &[String]) -> Vec<&'t Column<'a>> {
    let columns = table.columns.iter();
    columns.filter(|column| column.is_for(procedures)).collect()
}
