//! `form`: a form has columns that there are, a name that a sheet can have, and no more cells than a workbook should.

use std::collections::BTreeSet;

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, with_suggestion};
use crate::model::fact::{Fact, Value};
use crate::model::tables::{Table, tables};

/// The most characters of the name of a sheet, and those that it may not have.
const NAME: usize = 31;
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The most rows and cells of a table: more makes a workbook that no office computer opens gladly.
const ROWS: u64 = 5_000;
const CELLS: u64 = 150_000;
/// The most times that a form is repeated for one application.
const TIMES: u64 = 20;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let tables = tables(context.model);
    let known: Vec<String> = tables
        .values()
        .flat_map(|table| &table.fields)
        .map(crate::model::tables::Column::path)
        .chain(
            context
                .model
                .broken
                .iter()
                .filter_map(|it| it.strip_prefix("forms.").map(str::to_owned)),
        )
        .collect();
    for table in tables.values() {
        rows(table, findings);
        name(table, findings);
        columns(table, &known, findings);
    }
}

fn at(table: &Table<'_>, name: &str) -> Place {
    table
        .entry
        .field(name)
        .map_or(table.entry.id_place, |it| it.place)
}

fn rows(table: &Table<'_>, findings: &mut Findings) {
    let rows = table.form.rows.0;
    let cells = rows.saturating_mul(table.columns.len() as u64);
    if rows == 0 || rows > ROWS || cells > CELLS {
        findings.push(
            Finding::error(
                "form",
                at(table, "rows"),
                format!("用意する行は1から{ROWS}まで、セルは全部で{CELLS}までです"),
                format!("a table has 1 to {ROWS} rows, and at most {CELLS} cells"),
            )
            .remedy("行か列を減らしてください", "have fewer rows or columns"),
        );
    }
    if table
        .form
        .per_application
        .as_ref()
        .is_some_and(|times| times.0 == 0 || times.0 > TIMES)
    {
        findings.push(
            Finding::error(
                "form",
                at(table, "per_application"),
                format!("1件の申請で使う行は1から{TIMES}までです"),
                format!("one application has 1 to {TIMES} rows"),
            )
            .remedy("数を直してください", "mend the number"),
        );
    }
}

fn name(table: &Table<'_>, findings: &mut Findings) {
    let Some(Fact {
        value: Value::Text(words),
        ..
    }) = table.entry.field("name")
    else {
        return;
    };
    for prose in words.values() {
        let is_right = prose.text.encode_utf16().count() <= NAME
            && !prose.text.contains(FORBIDDEN)
            && !prose.text.starts_with('\'')
            && !prose.text.ends_with('\'');
        if !is_right {
            findings.push(
                Finding::error(
                    "form",
                    prose.place,
                    "シートの名前にできません",
                    "a sheet cannot have this name",
                )
                .remedy(
                    format!("{NAME}文字までにし、[ ] : * ? / \\ を使わないでください"),
                    format!("use at most {NAME} characters, and none of [ ] : * ? / \\"),
                ),
            );
        }
    }
}

fn columns(table: &Table<'_>, known: &[String], findings: &mut Findings) {
    let place = at(table, "columns");
    let mut seen = BTreeSet::new();
    for path in table.form.columns.iter().flatten() {
        let is_broken = known.iter().any(|it| path.split('.').next() == Some(it));
        if !is_broken && !known.contains(path) {
            let (ja, en) = (
                format!("項目 `{path}` はありません"),
                format!("there is no field `{path}`"),
            );
            let known = known.iter().map(String::as_str);
            findings.push(with_suggestion(
                Finding::error("form", place, ja, en),
                path,
                known,
            ));
        }
        if !seen.insert(path) {
            findings.push(
                Finding::error(
                    "form",
                    place,
                    format!("列 `{path}` が2回あります"),
                    format!("the column `{path}` is there twice"),
                )
                .remedy("どちらかを消してください", "remove one of them"),
            );
        }
    }
}
