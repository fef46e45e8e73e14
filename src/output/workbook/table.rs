//! A table: the heading in each language, the rule, then rows to fill in, each cell with its check, its message and its input mode.

use rust_xlsxwriter::{
    ConditionalFormatFormula, Format, Note, ProtectionOptions, Worksheet, XlsxError,
};

use super::ground::Ground;
use super::height;
use super::ime::Modes;
use super::lists::{cell, letters};
use super::reckon::{self, Cells};
use super::{check, styles, validation};
use crate::guide::Need;
use crate::model::forms::{Field, FieldType};
use crate::model::tables::{Column, Table};

/// As wide as a page may be before a second one is put beside it, in characters: smaller type could not be read.
const PAGE_WIDTH: f64 = 170.0;
const NARROWEST: f64 = 16.0;
const NOTE_WIDTH: u32 = 340;
const LINE_OF_NOTE: u32 = 18;
/// Characters of a line of a note.
const NOTE_LINE: usize = 24;

/// The sheet of a table, and its input modes.
pub(super) fn sheet(
    ground: &Ground<'_>,
    table: &Table<'_>,
    columns: &[&Column<'_>],
) -> Result<(Worksheet, Modes), XlsxError> {
    let name = ground.words.name(table.entry).into_iter().next();
    let mut sheet = ground.sheet(&name.unwrap_or_default())?;
    let rows = Rows::of(ground, table);
    let mut modes = Modes::new();
    for (at, column) in (0..).zip(columns) {
        sheet.set_column_width(at, width(column))?;
        heading(ground, &mut sheet, &rows, at, column)?;
        let there = Below {
            ground,
            columns,
            rows: &rows,
            at,
        };
        there.cells(&mut sheet, column)?;
        there.check(&mut sheet, column, &mut modes)?;
        there.marks(&mut sheet, column)?;
    }
    heights(ground, &mut sheet, &rows, columns)?;
    set_up(&mut sheet, &rows, columns)?;
    Ok((sheet, modes))
}

/// Headings as high as the one that needs most.
fn heights(
    ground: &Ground<'_>,
    sheet: &mut Worksheet,
    rows: &Rows,
    columns: &[&Column<'_>],
) -> Result<(), XlsxError> {
    let words = ground.words;
    let labels: Vec<Vec<String>> = columns
        .iter()
        .map(|it| words.of(it.fact, "label"))
        .collect();
    let widths = || columns.iter().map(|column| width(column));
    for row in 0..rows.rule {
        let at = usize::try_from(row).unwrap_or(0);
        let texts = labels
            .iter()
            .map(|labels| labels.get(at).map_or("", String::as_str));
        // The button of the filter stands in the last row only.
        sheet.set_row_height(
            row,
            height::row(texts.zip(widths()).map(|(text, width)| (text, width, 1.0))),
        )?;
    }
    let small = styles::fine_print().size;
    let rules: Vec<String> = columns.iter().map(|column| rule(ground, column)).collect();
    let cells = rules
        .iter()
        .zip(widths())
        .map(|(text, width)| (text.as_str(), width - 2.0, small));
    sheet.set_row_height(rows.rule, height::row(cells))?;
    Ok(())
}

/// What stands below the labels of a column: is it needed, what it takes, an example.
fn rule(ground: &Ground<'_>, column: &Column<'_>) -> String {
    let words = ground.words;
    let mut lines = vec![words.need(&column.field)];
    lines.extend(words.rule(&column.field));
    if let Some(example) = words.example(&column.field, 0, &ground.procedures) {
        let example = words.fill("field_example", |_| vec![("example", example.clone())]);
        lines.extend(example.into_iter().next());
    }
    lines.join("\n")
}

/// How wide a column is: its rule must not make the headings so high that no row is left on the screen.
fn width(column: &Column<'_>) -> f64 {
    u32::try_from(column.field.width.0)
        .map_or(NARROWEST, f64::from)
        .max(NARROWEST)
}

/// Which rows of a sheet are which, counted from 0.
struct Rows {
    rule: u32,
    first: u32,
    last: u32,
}

impl Rows {
    fn of(ground: &Ground<'_>, table: &Table<'_>) -> Self {
        let rule = u32::try_from(ground.words.languages.len()).unwrap_or(1);
        let count = u32::try_from(table.form.rows.0).unwrap_or(1).max(1);
        Self {
            rule,
            first: rule + 1,
            last: rule + count,
        }
    }
}

fn heading(
    ground: &Ground<'_>,
    sheet: &mut Worksheet,
    rows: &Rows,
    at: u16,
    column: &Column<'_>,
) -> Result<(), XlsxError> {
    let words = ground.words;
    let need = Need::of(&column.field);
    for (row, label) in (0..).zip(words.of(column.fact, "label")) {
        let style = match row {
            0 => styles::label(need),
            _ => styles::other_label(need),
        };
        sheet.write_string_with_format(row, at, label, &style.format)?;
    }
    sheet.write_string_with_format(
        rows.rule,
        at,
        rule(ground, column),
        &styles::rule(need).format,
    )?;
    let about = words.about(column);
    if !about.is_empty() {
        let lines: usize = about
            .iter()
            .map(|line| line.chars().count().div_ceil(NOTE_LINE))
            .sum();
        let height = LINE_OF_NOTE * (u32::try_from(lines).unwrap_or(1) + 1);
        let note = Note::new(about.join("\n"))
            .add_author_prefix(false)
            .set_font_name("游ゴシック")
            .set_font_size(9)
            .set_width(NOTE_WIDTH)
            .set_height(height);
        sheet.insert_note(0, at, &note)?;
    }
    Ok(())
}

/// The cells of a column below its heading.
struct Below<'t, 'a> {
    ground: &'t Ground<'a>,
    columns: &'t [&'t Column<'a>],
    rows: &'t Rows,
    at: u16,
}

impl Below<'_, '_> {
    /// The look of the whole column, which costs no cell; what is worked out is a formula in every row.
    fn cells(&self, sheet: &mut Worksheet, column: &Column<'_>) -> Result<(), XlsxError> {
        let format = cell_format(&column.field);
        sheet.set_column_format(self.at, &format)?;
        let Some(what) = column.field.reckon else {
            return Ok(());
        };
        for row in self.rows.first..=self.rows.last {
            let formula = reckon::formula(self.ground.words, what, &self.from(column, row));
            sheet.write_formula_with_format(row, self.at, formula.as_str(), &format)?;
        }
        Ok(())
    }

    /// The cells of a row that a reckoned one goes by.
    fn from(&self, column: &Column<'_>, row: u32) -> Cells {
        let from = column.field.from.iter().flatten();
        let mut cells = from.map(|id| {
            let place = self.place_of(id).unwrap_or(self.at);
            format!("${}", cell(row, place))
        });
        let mut next = || cells.next().unwrap_or_default();
        Cells {
            expiry: next(),
            stay: next(),
            filed: next(),
        }
    }

    /// Where a field of the form of this column stands.
    fn place_of(&self, id: &str) -> Option<u16> {
        let form = &self.columns.get(usize::from(self.at))?.form.id;
        let is_it = |column: &&&Column<'_>| column.form.id == *form && column.field.id == id;
        let found = (0..).zip(self.columns).find(|(_, column)| is_it(column));
        found.map(|(at, _)| at)
    }

    fn check(
        &self,
        sheet: &mut Worksheet,
        column: &Column<'_>,
        modes: &mut Modes,
    ) -> Result<(), XlsxError> {
        let first = cell(self.rows.first, self.at);
        let check = validation::of(self.ground, column, &first)?;
        sheet.add_data_validation(self.rows.first, self.at, self.rows.last, self.at, &check)?;
        if let Some(mode) = validation::mode(&column.field) {
            modes.insert(
                validation::range(&first, &cell(self.rows.last, self.at)),
                mode,
            );
        }
        Ok(())
    }

    /// Colours of cells that are needed and empty, or do not keep the rule: checks do not see what is pasted.
    fn marks(&self, sheet: &mut Worksheet, column: &Column<'_>) -> Result<(), XlsxError> {
        let here = format!("${}", cell(self.rows.first, self.at));
        let mut mark = |formula: String, format: Format| {
            let rule = ConditionalFormatFormula::new()
                .set_rule(formula.as_str())
                .set_format(format);
            sheet
                .add_conditional_format(self.rows.first, self.at, self.rows.last, self.at, &rule)
                .map(|_| ())
        };
        if let Some(needed) = self.needed(column) {
            mark(format!("=AND(LEN({here})=0,{needed})"), styles::missing())?;
        }
        let list = self.ground.lists.name(&column.field);
        if let Some(rule) = check::formula(&column.field, &here, list.as_deref()) {
            let broken = format!("=AND(LEN({here})>0,NOT(IFERROR({rule},FALSE)))");
            mark(broken, styles::broken())?;
        }
        Ok(())
    }

    /// A formula that is true where the cell of the first row is needed: the row was begun, and what the need hangs on holds.
    fn needed(&self, column: &Column<'_>) -> Option<String> {
        let row = self.rows.first;
        let end = letters(
            u16::try_from(self.columns.len())
                .unwrap_or(1)
                .saturating_sub(1),
        );
        let begun = format!("SUMPRODUCT(--(LEN($A{0}:${end}{0})>0))>0", row + 1);
        match Need::of(&column.field) {
            Need::Required => Some(begun),
            Need::Conditional => {
                let conditions = column.field.required_when.iter().flatten();
                let conditions: Option<Vec<String>> = conditions
                    .map(|(id, options)| self.condition(id, options))
                    .collect();
                conditions.map(|all| format!("AND({})", all.join(",")))
            }
            Need::Optional | Need::Reckoned => None,
        }
    }

    /// Has another cell of the first row one of these options?
    fn condition(&self, id: &str, options: &[String]) -> Option<String> {
        let at = self.place_of(id)?;
        let column = self.columns.get(usize::from(at))?;
        let here = format!("${}", cell(self.rows.first, at));
        let names = self.ground.words.options(&column.field).into_iter();
        let names = names.filter(|(id, _)| options.iter().any(|option| option == id));
        let names: Vec<String> = names
            .map(|(_, name)| format!("{here}=\"{}\"", name.replace('"', "\"\"")))
            .collect();
        Some(format!("OR({})", names.join(",")))
    }
}

fn cell_format(field: &Field) -> Format {
    match field.r#type {
        FieldType::Text | FieldType::LongText | FieldType::Choice => styles::input(),
        FieldType::Number => styles::number(),
        FieldType::Day => styles::day(),
        FieldType::Reckoned => styles::reckoned(),
    }
}

/// How many pages stand side by side.
fn pages(width: f64) -> u16 {
    (1..u16::MAX)
        .find(|pages| width <= f64::from(*pages) * PAGE_WIDTH)
        .unwrap_or(1)
}

fn set_up(sheet: &mut Worksheet, rows: &Rows, columns: &[&Column<'_>]) -> Result<(), XlsxError> {
    let last = u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1);
    let width: f64 = columns.iter().map(|column| width(column)).sum();
    let pages = pages(width);
    sheet
        .set_landscape()
        .set_print_fit_to_pages(pages, 0)
        .set_print_gridlines(true)
        .set_repeat_rows(0, rows.rule)?
        .set_repeat_columns(0, 0)?
        .set_freeze_panes(rows.first, 1)?
        .autofilter(rows.rule, 0, rows.last, last)?
        .protect_with_options(&open_to_sorting());
    sheet.set_selection(rows.first, 0, rows.first, 0)?;
    let text = rust_xlsxwriter::IgnoreError::NumberStoredAsText;
    sheet.ignore_error_range(rows.first, 0, rows.last, last, text)?;
    Ok(())
}

/// Protection without password: what is there to be kept cannot be changed by mistake, all else can.
pub(super) fn open_to_sorting() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    }
}
