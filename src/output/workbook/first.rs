//! The first sheet: what the workbook is and what it is not, who writes, how to use it, what the colours mean, where the rules come
//! from.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::ground::{Ground, sheet_name};
use super::lines::{Cell, Lines};
use super::styles::Style;
use super::words::items;
use super::{styles, table};
use crate::guide::Need;
use crate::model::fact::Value;
use crate::model::forms::Reckon;
use crate::model::tables::Column;

/// Characters of the narrow column, and of the columns of words.
const NARROW: f64 = 15.0;
const WORDS: f64 = 100.0;

/// What the first sheet says of the sheets that follow: name, and what is written into it in each language.
pub(super) type Contents = Vec<(String, Vec<String>)>;

/// The first sheet; where a column needs today, it holds it, and the second value is the name of its cell.
pub(super) fn sheet(
    ground: &Ground<'_>,
    columns: &[&Column<'_>],
    contents: &Contents,
) -> Result<(Worksheet, Option<String>), XlsxError> {
    let name = sheet_name(&ground.words.main_word("workbook_first"));
    let mut sheet = ground.sheet(&name)?;
    let count = u16::try_from(ground.words.languages.len()).unwrap_or(1);
    let mut widths = vec![WORDS / f64::from(count); usize::from(count) + 1];
    if let Some(narrow) = widths.first_mut() {
        *narrow = NARROW;
    }
    let mut lines = Lines::new(&mut sheet, &widths)?;
    about(ground, &mut lines)?;
    notices(ground, columns, &mut lines)?;
    let today = today(ground, columns, &name, &mut lines)?;
    steps(ground, &mut lines)?;
    sheets(ground, contents, &mut lines)?;
    if !columns.is_empty() {
        legend(ground, &mut lines)?;
    }
    sources(ground, columns, &mut lines)?;
    sheet
        .set_print_fit_to_pages(1, 2)
        .set_screen_gridlines(false)
        .protect_with_options(&table::open_to_sorting());
    Ok((sheet, today))
}

/// A row: a cell beside the words, then the words in each language.
fn row(
    lines: &mut Lines<'_>,
    beside: Cell<'_>,
    words: &[String],
    style: &Style,
) -> Result<(), XlsxError> {
    let words = words.iter().map(|text| (text.as_str(), style));
    lines.write(std::iter::once(beside).chain(words))
}

fn heading(ground: &Ground<'_>, key: &'static str, lines: &mut Lines<'_>) -> Result<(), XlsxError> {
    lines.skip();
    let format = styles::heading();
    row(lines, ("", &format), &ground.words.word(key), &format)
}

fn about(ground: &Ground<'_>, lines: &mut Lines<'_>) -> Result<(), XlsxError> {
    let words = ground.words;
    let plain = styles::words();
    row(
        lines,
        ("", &plain),
        &words.name(ground.entry),
        &styles::title(),
    )?;
    let edition = words.fill("workbook_edition", |language| {
        let settings = &words.guide.model.settings;
        let title = settings.title.0.get(language).cloned().unwrap_or_default();
        let day = words.guide.date(settings.edition.0, language);
        vec![("guide", title), ("day", day)]
    });
    row(lines, ("", &plain), &edition, &styles::help())?;
    let purpose = words.of(&ground.entry.fact, "purpose");
    row(lines, ("", &plain), &purpose, &plain)
}

/// What the workbook is not, how sure its rules are, who writes.
fn notices(
    ground: &Ground<'_>,
    columns: &[&Column<'_>],
    lines: &mut Lines<'_>,
) -> Result<(), XlsxError> {
    heading(ground, "workbook_about", lines)?;
    let is_of_forms = columns.iter().any(|column| column.field.items.is_some());
    let mut keys = vec!["workbook_ours"];
    if is_of_forms {
        keys.extend(["workbook_bulk_unknown", "workbook_seen"]);
    }
    keys.extend(["workbook_writers", "workbook_private"]);
    for key in keys {
        let words = ground.words.word(key);
        row(lines, ("", &styles::words()), &words, &styles::notice())?;
    }
    Ok(())
}

fn today(
    ground: &Ground<'_>,
    columns: &[&Column<'_>],
    sheet: &str,
    lines: &mut Lines<'_>,
) -> Result<Option<String>, XlsxError> {
    if !columns
        .iter()
        .any(|column| column.field.reckon == Some(Reckon::Phase))
    {
        return Ok(None);
    }
    lines.skip();
    let at = lines.row();
    let plain = styles::words();
    row(
        lines,
        ("", &plain),
        &ground.words.word("workbook_today"),
        &plain,
    )?;
    let sheet_of_lines = lines.sheet();
    sheet_of_lines.write_formula_with_format(at, 0, "=TODAY()", &styles::reckoned())?;
    Ok(Some(format!("='{sheet}'!$A${}", at + 1)))
}

fn steps(ground: &Ground<'_>, lines: &mut Lines<'_>) -> Result<(), XlsxError> {
    heading(ground, "workbook_steps", lines)?;
    let plain = styles::words();
    for (number, step) in (1..).zip(items(ground.entry.field("steps"))) {
        let number = number.to_string();
        row(lines, (&number, &plain), &ground.words.fact(step), &plain)?;
    }
    Ok(())
}

fn sheets(
    ground: &Ground<'_>,
    contents: &Contents,
    lines: &mut Lines<'_>,
) -> Result<(), XlsxError> {
    heading(ground, "workbook_sheets", lines)?;
    let plain = styles::words();
    for (name, about) in contents {
        row(lines, (name, &plain), about, &plain)?;
    }
    Ok(())
}

fn legend(ground: &Ground<'_>, lines: &mut Lines<'_>) -> Result<(), XlsxError> {
    let words = ground.words;
    heading(ground, "workbook_legend", lines)?;
    let plain = styles::words();
    let needs = [
        (Need::Required, "workbook_legend_required"),
        (Need::Conditional, "workbook_legend_conditional"),
        (Need::Optional, "workbook_legend_optional"),
        (Need::Reckoned, "workbook_legend_reckoned"),
    ];
    for (need, key) in needs {
        let sample = words.word(need.word()).join("\n");
        row(
            lines,
            (&sample, &styles::label(need)),
            &words.word(key),
            &plain,
        )?;
    }
    let broken = words.word("workbook_legend_broken");
    row(lines, ("…", &styles::broken_sample()), &broken, &plain)
}

/// Every source behind the workbook, once.
fn sources(
    ground: &Ground<'_>,
    columns: &[&Column<'_>],
    lines: &mut Lines<'_>,
) -> Result<(), XlsxError> {
    let words = ground.words;
    let mut ids = BTreeSet::new();
    for fact in columns
        .iter()
        .flat_map(|column| [&column.form.fact, column.fact])
    {
        let named = items(fact.field("source")).iter();
        ids.extend(named.filter_map(|it| match &it.value {
            Value::Ref { id, .. } => Some(id.as_str()),
            _ => None,
        }));
    }
    if ids.is_empty() {
        return Ok(());
    }
    heading(ground, "workbook_sources", lines)?;
    for entry in ids
        .iter()
        .filter_map(|id| words.guide.model.get("sources", id))
    {
        let said = words.fill("workbook_source", |language| {
            let plain = words.plain(language);
            let field = |name| plain.field(&entry.fact, name);
            let day = entry
                .date("read_on")
                .map(|day| words.guide.date(day, language));
            vec![
                ("publisher", field("publisher")),
                ("title", field("title")),
                ("day", day.unwrap_or_default()),
            ]
        });
        row(lines, ("", &styles::words()), &said, &styles::help())?;
    }
    Ok(())
}
