//! Workbooks: blank tables and letters to fill in before going online, as .xlsx, and each table as a CSV file.
//!
//! What stands in them comes from `data/workbooks.yaml` and `data/forms/`. A rule of a field becomes a check of its cells
//! (`check.rs`); what a workbook works out goes by the records of the tools (`reckon.rs`).

mod answers;
mod book;
mod check;
mod copy;
mod examples;
mod faults;
mod first;
mod ground;
mod height;
mod ime;
mod letter;
mod lines;
mod lists;
mod reckon;
mod styles;
mod table;
mod twin;
mod validation;
mod words;

use super::each::each;
use super::{Output, table_path, workbook_path};
use crate::diagnostic::Findings;
use crate::guide::Guide;
use crate::model::tables::tables;
use crate::model::workbooks::{Workbook, WorkbookSheet};
use crate::model::{Entry, Record};
use ground::{Guidance, columns};
use words::Words;

/// The files of all workbooks: what does not fit becomes findings.
pub fn make(guide: &Guide<'_>, findings: &mut Findings) -> Output {
    of(guide, |_| true, findings)
}

/// The paths of all these files.
#[must_use]
pub fn paths(guide: &Guide<'_>) -> Vec<String> {
    let records = guide.model.typed::<Workbook>().into_iter();
    records.flat_map(|record| paths_of(&record)).collect()
}

/// One of these files, for somebody who waits for it; nothing where there is none, or where it has faults.
pub fn make_one(guide: &Guide<'_>, path: &str, findings: &mut Findings) -> Option<Vec<u8>> {
    let holds = |record: &Record<Workbook>| paths_of(record).iter().any(|it| it == path);
    of(guide, holds, findings).remove(path)
}

/// The files of a workbook: itself, then its tables.
fn paths_of(record: &Record<Workbook>) -> Vec<String> {
    let id = &record.common.id;
    let tables = record.fact.sheets.iter().filter_map(|sheet| match sheet {
        WorkbookSheet::Table(form) => Some(table_path(id, &form.0)),
        _ => None,
    });
    std::iter::once(workbook_path(id)).chain(tables).collect()
}

fn of(
    guide: &Guide<'_>,
    is_wanted: impl Fn(&Record<Workbook>) -> bool,
    findings: &mut Findings,
) -> Output {
    let guidance = Guidance {
        words: Words::new(guide),
        tables: tables(guide.model),
        screens: screens(guide),
    };
    let records = guide.model.typed::<Workbook>().into_iter();
    let records: Vec<Record<Workbook>> = records.filter(is_wanted).collect();
    let made = each(
        &records,
        |record| record.fact.sheets.len(),
        |record| {
            let entry = guide.model.get("workbooks", &record.common.id)?;
            Some(files(&guidance, entry, record))
        },
    );
    let mut output = Output::new();
    for (files, found) in made.into_iter().flatten() {
        output.extend(files);
        for finding in found {
            if !findings.iter().any(|it| *it == finding) {
                findings.push(finding);
            }
        }
    }
    output
}

fn screens(guide: &Guide<'_>) -> Vec<(String, crate::model::screens::Screen)> {
    let screens = guide.model.typed().into_iter();
    screens
        .map(|screen| (screen.common.id, screen.fact))
        .collect()
}

/// A workbook and its tables.
fn files(
    guidance: &Guidance<'_>,
    entry: &Entry,
    record: &Record<Workbook>,
) -> (Output, Vec<crate::diagnostic::Finding>) {
    let mut output = Output::new();
    let (bytes, faults) = book::make(guidance, entry, &record.fact);
    match bytes {
        Ok(bytes) => {
            output.insert(workbook_path(&record.common.id), bytes);
        }
        Err(error) => faults.refused(&error, entry.id_place),
    }
    let mut findings = faults.into_findings();
    let procedures = record.fact.procedures.iter().flatten();
    let procedures: Vec<String> = procedures.map(|it| it.0.clone()).collect();
    let encoding = guidance
        .words
        .guide
        .model
        .settings
        .csv_encoding
        .unwrap_or_default();
    for sheet in &record.fact.sheets {
        let WorkbookSheet::Table(form) = sheet else {
            continue;
        };
        if let Some(table) = guidance.tables.get(&form.0) {
            let path = table_path(&record.common.id, &form.0);
            let columns = columns(table, &procedures);
            let (bytes, faults) = twin::make(&guidance.words, &columns, encoding, &path);
            output.insert(path, bytes);
            findings.extend(faults);
        }
    }
    (output, findings)
}
