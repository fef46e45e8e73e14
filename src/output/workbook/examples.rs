//! The examples of all tables: a row a field, because so many columns could not be read.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::ground::Ground;
use super::lines::Lines;
use super::{styles, table};
use crate::guide::Need;
use crate::model::tables::{Column, Table};

const WIDTHS: [f64; 4] = [30.0, 34.0, 36.0, 36.0];

/// The sheet of the examples of some tables.
pub(super) fn sheet(
    ground: &Ground<'_>,
    tables: &[(&Table<'_>, Vec<&Column<'_>>)],
) -> Result<Worksheet, XlsxError> {
    let words = ground.words;
    let mut sheet = ground.sheet(&words.main_word("workbook_examples"))?;
    let mut lines = Lines::new(&mut sheet, &WIDTHS)?;
    for (table, columns) in tables {
        let name = words.name(table.entry).join("　");
        let heading = styles::heading();
        lines.write([name.as_str(), "", "", ""].map(|text| (text, &heading)))?;
        for column in columns {
            row(ground, column, &mut lines)?;
        }
        lines.skip();
    }
    sheet
        .set_print_fit_to_pages(1, 0)
        .set_landscape()
        .set_screen_gridlines(false)
        .protect_with_options(&table::open_to_sorting());
    Ok(sheet)
}

fn row(ground: &Ground<'_>, column: &Column<'_>, lines: &mut Lines<'_>) -> Result<(), XlsxError> {
    let words = ground.words;
    let need = Need::of(&column.field);
    let labels = words.of(column.fact, "label");
    let example = |at| {
        words
            .example(&column.field, at, &ground.procedures)
            .unwrap_or_default()
    };
    let (first, second) = (example(0), example(1));
    let rest = labels.get(1..).unwrap_or_default().join("\n");
    let (label, other, framed) = (
        styles::label(need),
        styles::other_label(need),
        styles::framed(),
    );
    let framed = framed.with(|format| format.set_num_format(styles::AS_TYPED));
    let main = labels.first().map_or("", String::as_str);
    lines.write([
        (main, &label),
        (rest.as_str(), &other),
        (first.as_str(), &framed),
        (second.as_str(), &framed),
    ])
}
