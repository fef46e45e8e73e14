//! The copy before filing: the fields for one application in the order of the screen, each with its length and whether it keeps its
//! rule.

use rust_xlsxwriter::{ConditionalFormatFormula, FormatAlign, Formula, Worksheet, XlsxError};

use super::ground::Ground;
use super::ime::Modes;
use super::lines::Lines;
use super::lists::cell;
use super::{check, styles, table, validation};
use crate::guide::Need;
use crate::model::forms::FieldType;
use crate::model::tables::Column;

/// Number, item, value, length, check, rule.
const WIDTHS: [f64; 6] = [8.0, 28.0, 44.0, 9.0, 14.0, 40.0];
const VALUE: u16 = 2;
const LENGTH: u16 = 3;
const CHECK: u16 = 4;

/// The sheet of these forms, and its input modes.
pub(super) fn sheet(ground: &Ground<'_>, forms: &[&str]) -> Result<(Worksheet, Modes), XlsxError> {
    let words = ground.words;
    let mut sheet = ground.sheet(&words.main_word("workbook_copy"))?;
    let mut modes = Modes::new();
    let mut lines = Lines::new(&mut sheet, &WIDTHS)?;
    headings(ground, &mut lines)?;
    for (table, columns) in forms.iter().filter_map(|form| ground.table(form)) {
        let times = table
            .form
            .per_application
            .as_ref()
            .map_or(1, |count| count.0);
        for time in 1..=times {
            let name = words.name(table.entry).join("　");
            let again = words.fill("workbook_copy_again", |_| {
                vec![("form", name.clone()), ("n", time.to_string())]
            });
            let again = again.into_iter().next().unwrap_or_default();
            let heading = styles::heading();
            lines.skip();
            let name = if times > 1 { again } else { name };
            lines.write(["", name.as_str(), "", "", "", ""].map(|text| (text, &heading)))?;
            for column in &columns {
                row(ground, column, &mut lines, &mut modes)?;
            }
        }
    }
    sheet
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_freeze_panes(1, VALUE)?
        .protect_with_options(&table::open_to_sorting());
    Ok((sheet, modes))
}

fn headings(ground: &Ground<'_>, lines: &mut Lines<'_>) -> Result<(), XlsxError> {
    let keys = [
        "workbook_copy_number",
        "workbook_copy_item",
        "workbook_copy_value",
        "workbook_copy_length",
        "workbook_copy_check",
        "workbook_copy_rule",
    ];
    let words = keys.map(|key| ground.words.word(key).join("\n"));
    let format = styles::label(Need::Required);
    lines.write(words.iter().map(|text| (text.as_str(), &format)))
}

/// A field: what to enter, how long it is, whether it keeps the rule.
fn row(
    ground: &Ground<'_>,
    column: &Column<'_>,
    lines: &mut Lines<'_>,
    modes: &mut Modes,
) -> Result<(), XlsxError> {
    let (words, field) = (ground.words, &column.field);
    let need = Need::of(field);
    let row = lines.row();
    let (label, framed) = (styles::label(need), styles::framed());
    let small = styles::fine_print();
    let numbers = field.items.as_ref().map(|items| {
        let mine = items
            .iter()
            .filter(|(procedure, _)| ground.procedures.contains(procedure));
        mine.map(|(_, number)| number.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    });
    let item = words.of(column.fact, "label").join("\n");
    let mut rule = vec![words.need(field)];
    rule.extend(words.rule(field));
    let rule = rule.join("\n");
    let blank = match field.r#type {
        FieldType::Number => styles::tinted(styles::number()).into(),
        FieldType::Day => styles::tinted(styles::day()).into(),
        _ => styles::blank().into(),
    };
    lines.write([
        (numbers.as_deref().unwrap_or_default(), &framed),
        (item.as_str(), &label),
        ("", &blank),
        ("", &framed),
        ("", &framed),
        (rule.as_str(), &small),
    ])?;
    let value = cell(row, VALUE);
    let validation = validation::of(ground, column, &value)?;
    lines
        .sheet()
        .add_data_validation(row, VALUE, row, VALUE, &validation)?;
    if let Some(mode) = validation::mode(field) {
        modes.insert(validation::range(&value, &value), mode);
    }
    checks(ground, column, lines.sheet(), row)
}

fn checks(
    ground: &Ground<'_>,
    column: &Column<'_>,
    sheet: &mut Worksheet,
    row: u32,
) -> Result<(), XlsxError> {
    let field = &column.field;
    let value = cell(row, VALUE);
    let framed = styles::framed().format.set_align(FormatAlign::Center);
    if matches!(field.r#type, FieldType::Text | FieldType::LongText) {
        let most = field
            .max
            .as_ref()
            .map_or(String::new(), |max| format!("&\"/{}\"", max.0));
        let length = format!("=IF(LEN({value})=0,\"\",LEN({value}){most})");
        sheet.write_formula_with_format(row, LENGTH, length.as_str(), &framed)?;
    }
    let word = |key: &'static str| ground.words.word(key).join(" ").replace('"', "\"\"");
    let (ok, mend) = (word("workbook_copy_ok"), word("workbook_copy_mend"));
    let empty = match Need::of(field) {
        Need::Required => word("workbook_copy_missing"),
        _ => String::new(),
    };
    let list = ground.lists.name(field);
    let kept = match check::formula(field, &value, list.as_deref()) {
        Some(rule) => format!("IF(IFERROR({rule},FALSE),\"{ok}\",\"{mend}\")"),
        None => format!("\"{ok}\""),
    };
    let formula = format!("=IF(LEN({value})=0,\"{empty}\",{kept})");
    let formula = Formula::new(formula).set_result(empty.as_str());
    sheet.write_formula_with_format(row, CHECK, formula, &framed)?;
    let here = cell(row, CHECK);
    for (words, format) in [(&mend, styles::broken()), (&empty, styles::missing())] {
        if !words.is_empty() {
            let rule = format!("={here}=\"{words}\"");
            let rule = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(format);
            sheet.add_conditional_format(row, CHECK, row, CHECK, &rule)?;
        }
    }
    Ok(())
}
