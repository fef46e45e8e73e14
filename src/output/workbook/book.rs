//! One workbook: its sheets in order, the hidden lists, the same bytes for the same facts.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::first::Contents;
use super::ground::{Ground, Guidance, columns};
use super::ime::{self, Modes};
use super::lists::Lists;
use super::reckon::TODAY;
use super::{answers, copy, examples, faults::Faults, first, letter, styles, table};
use crate::model::tables::{Column, Table};
use crate::model::workbooks::{Workbook as Record, WorkbookSheet};
use crate::model::{Entry, Model};

/// Points at 96 dpi: rows are as high as in a new workbook of Japanese Excel, columns as wide as eight characters.
const ROW: u32 = 25;
const COLUMN: u32 = 72;

/// The bytes of a workbook; what does not fit is added to `faults`.
pub(super) fn make(
    guidance: &Guidance<'_>,
    entry: &Entry,
    record: &Record,
) -> (Result<Vec<u8>, XlsxError>, Faults) {
    let procedures = record.procedures.iter().flatten();
    let procedures: Vec<String> = procedures.map(|it| it.0.clone()).collect();
    let forms: Vec<&str> = record.sheets.iter().flat_map(forms).collect();
    let tables = forms.iter().filter_map(|form| guidance.tables.get(*form));
    let all: Vec<&Column<'_>> = tables
        .flat_map(|table| columns(table, &procedures))
        .collect();
    let ground = Ground {
        words: &guidance.words,
        guidance,
        entry,
        workbook: record,
        procedures,
        lists: Lists::of(&guidance.words, all.iter().map(|column| &column.field)),
        faults: Faults::default(),
    };
    (write(&ground, &all), ground.faults)
}

/// The forms whose columns stand in a sheet.
fn forms(sheet: &WorkbookSheet) -> Vec<&str> {
    match sheet {
        WorkbookSheet::Table(form) => vec![form.0.as_str()],
        WorkbookSheet::Copy(forms) => forms.iter().map(|form| form.0.as_str()).collect(),
        WorkbookSheet::Answers | WorkbookSheet::Letter(_) | WorkbookSheet::Examples => Vec::new(),
    }
}

fn write(ground: &Ground<'_>, all: &[&Column<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_default_format(&styles::base(), ROW, COLUMN)?;
    book.set_properties(&properties(ground)?);
    let sheets = sheets(ground)?;
    let contents: Contents = sheets
        .iter()
        .map(|sheet| (sheet.worksheet.name(), sheet.about.clone()))
        .collect();
    let (first, today) = first::sheet(ground, all, &contents)?;
    book.push_worksheet(first);
    let mut modes = vec![Modes::new()];
    for sheet in sheets {
        book.push_worksheet(sheet.worksheet);
        modes.push(sheet.modes);
    }
    if !all.is_empty() {
        ground.lists.write(ground.words, &mut book)?;
    }
    if let Some(cell) = today {
        book.define_name(TODAY, &cell)?;
    }
    let bytes = book.save_to_buffer()?;
    Ok(ime::set(&bytes, &modes)?)
}

/// Who made it, and when: never the clock.
fn properties(ground: &Ground<'_>) -> Result<DocProperties, XlsxError> {
    let words = ground.words;
    let settings = &words.guide.model.settings;
    let day = settings.edition.0;
    let created = ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(1900),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )?;
    let publisher = settings.publisher.0.get(words.main()).cloned();
    let title = words.name(ground.entry).into_iter().next();
    Ok(DocProperties::new()
        .set_title(title.unwrap_or_default())
        .set_author(publisher.unwrap_or_default())
        .set_creation_datetime(&created))
}

/// A sheet that was made, and what the first sheet says of it.
struct Sheet {
    worksheet: Worksheet,
    modes: Modes,
    about: Vec<String>,
}

fn sheets(ground: &Ground<'_>) -> Result<Vec<Sheet>, XlsxError> {
    let facts = ground.words.guide.model;
    let mut letters = letter::Answers::new();
    let mut made = Vec::new();
    for sheet in &ground.workbook.sheets {
        match sheet {
            WorkbookSheet::Table(form) => {
                if let Some((table, columns)) = ground.table(&form.0) {
                    let (worksheet, modes) = table::sheet(ground, table, &columns)?;
                    let about = about_table(ground, table);
                    made.push(Sheet {
                        worksheet,
                        modes,
                        about,
                    });
                }
            }
            WorkbookSheet::Copy(forms) => {
                let forms: Vec<&str> = forms.iter().map(|form| form.0.as_str()).collect();
                let (worksheet, modes) = copy::sheet(ground, &forms)?;
                let about = ground.words.of(&ground.entry.fact, "purpose");
                made.push(Sheet {
                    worksheet,
                    modes,
                    about,
                });
            }
            WorkbookSheet::Answers => {
                let (worksheet, answers) = answers::sheet(ground, &letters_of(ground, facts))?;
                letters = answers;
                let about = ground.words.word("workbook_answers_hint");
                made.push(Sheet {
                    worksheet,
                    modes: Modes::new(),
                    about,
                });
            }
            WorkbookSheet::Letter(id) => {
                if let Some(entry) = facts.get("sheets", &id.0) {
                    let worksheet = letter::sheet(ground, entry, &letters)?;
                    let about = ground.words.of(&entry.fact, "purpose");
                    made.push(Sheet {
                        worksheet,
                        modes: Modes::new(),
                        about,
                    });
                }
            }
            WorkbookSheet::Examples => {
                let worksheet = examples::sheet(ground, &tables(ground))?;
                let about = ground.words.word("workbook_examples_about");
                made.push(Sheet {
                    worksheet,
                    modes: Modes::new(),
                    about,
                });
            }
        }
    }
    Ok(made)
}

fn about_table(ground: &Ground<'_>, table: &Table<'_>) -> Vec<String> {
    let words = ground.words;
    words.fill("workbook_table_row", |language| {
        let plain = words.plain(language);
        let field = |name| plain.field(&table.entry.fact, name);
        vec![("purpose", field("purpose")), ("row", field("row"))]
    })
}

fn letters_of<'m>(ground: &Ground<'_>, model: &'m Model) -> Vec<&'m Entry> {
    let sheets = ground.workbook.sheets.iter();
    let letters = sheets.filter_map(|sheet| match sheet {
        WorkbookSheet::Letter(id) => model.get("sheets", &id.0),
        _ => None,
    });
    letters.collect()
}

/// The tables of a workbook, in order, with their columns.
pub(super) fn tables<'a>(ground: &Ground<'a>) -> Vec<(&'a Table<'a>, Vec<&'a Column<'a>>)> {
    let sheets = ground.workbook.sheets.iter();
    let tables = sheets.filter_map(|sheet| match sheet {
        WorkbookSheet::Table(form) => ground.table(&form.0),
        _ => None,
    });
    tables.collect()
}
