//! Writes a sheet of words from top to bottom: rows of a few cells side by side, each as high as its words need.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::height;
use super::styles::Style;

/// A cell: its words and how they look.
pub(super) type Cell<'t> = (&'t str, &'t Style);

/// The next row of a sheet, counted from 0.
pub(super) struct Lines<'s> {
    sheet: &'s mut Worksheet,
    row: u32,
    widths: Vec<f64>,
}

impl<'s> Lines<'s> {
    /// Begins a sheet whose columns have these widths, in half-width characters.
    pub(super) fn new(sheet: &'s mut Worksheet, widths: &[f64]) -> Result<Self, XlsxError> {
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self {
            sheet,
            row: 0,
            widths: widths.to_vec(),
        })
    }

    /// The row that is written next.
    pub(super) const fn row(&self) -> u32 {
        self.row
    }

    /// The sheet, for what stands in cells besides words.
    pub(super) const fn sheet(&mut self) -> &mut Worksheet {
        self.sheet
    }

    /// Writes cells side by side from the first column on, and goes to the next row.
    pub(super) fn write<'t>(
        &mut self,
        cells: impl IntoIterator<Item = Cell<'t>>,
    ) -> Result<(), XlsxError> {
        let cells: Vec<Cell<'_>> = cells.into_iter().collect();
        let words = cells.iter().zip(&self.widths);
        let height = height::row(words.map(|((text, style), width)| (*text, *width, style.size)));
        self.sheet.set_row_height(self.row, height)?;
        for (column, (text, style)) in (0..).zip(cells) {
            match text {
                "" => self.sheet.write_blank(self.row, column, &style.format)?,
                _ => self
                    .sheet
                    .write_string_with_format(self.row, column, text, &style.format)?,
            };
        }
        self.row += 1;
        Ok(())
    }

    /// Goes to the row after the next.
    pub(super) const fn skip(&mut self) {
        self.row += 1;
    }
}
