//! The check of a cell: its rule, whether it is refused or warned about, what is shown beside the cell and what is said of a wrong
//! entry; and the input mode.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

use super::ground::Ground;
use super::{check, ime};
use crate::model::forms::{Characters, Field, FieldType, Format};
use crate::model::tables::Column;

/// The most units of UTF-16 that the title of a message may have.
const TITLE: usize = 32;

/// `B4:B103`; of one cell its name.
pub(super) fn range(first: &str, last: &str) -> String {
    match first == last {
        true => first.to_owned(),
        false => format!("{first}:{last}"),
    }
}

/// The input mode of a field. Choices and numbers need none.
pub(super) fn mode(field: &Field) -> Option<&'static str> {
    match (field.r#type, field.format, field.characters) {
        (FieldType::Choice | FieldType::Reckoned, ..) => None,
        // It has a kanji in it.
        (_, Some(Format::SupportRegistration), _) => Some(ime::JAPANESE),
        (FieldType::Number | FieldType::Day, ..)
        | (_, Some(_), _)
        | (_, None, Some(Characters::HalfWidth | Characters::LatinCapitals | Characters::Digits)) => {
            Some(ime::NONE)
        }
        (_, None, Some(Characters::FullWidth | Characters::Jis) | None) => Some(ime::JAPANESE),
    }
}

/// The check of a column, as it stands at the cell of this name.
pub(super) fn of(
    ground: &Ground<'_>,
    column: &Column<'_>,
    cell: &str,
) -> Result<DataValidation, XlsxError> {
    let (words, field) = (ground.words, &column.field);
    let list = ground.lists.name(field);
    let new = DataValidation::new();
    let check = match (field.r#type, list) {
        (FieldType::Reckoned, _) => new.allow_custom(Formula::new("FALSE")),
        (FieldType::Choice, Some(list)) => new.allow_list_formula(Formula::new(list)),
        (FieldType::Number, _) => {
            let (min, max) = check::bounds(field);
            let bound = |number: u64| Formula::new(number.to_string());
            new.allow_whole_number_formula(DataValidationRule::Between(bound(min), bound(max)))
        }
        (FieldType::Day, _) => {
            let bound = |number: i32| Formula::new(number.to_string());
            let (min, max) = check::days();
            new.allow_date_formula(DataValidationRule::Between(bound(min), bound(max)))
        }
        _ => match check::formula(field, cell, None) {
            Some(formula) => new.allow_custom(Formula::new(formula)),
            None => new.allow_any_value(),
        },
    };
    let style = match ground.is_certain(column) {
        true => DataValidationErrorStyle::Stop,
        false => DataValidationErrorStyle::Warning,
    };
    let place = column.fact.place;
    let labels = words.of(column.fact, "label");
    let mut check = check
        .set_error_style(style)
        .set_error_title(start(&words.main_word("workbook_error_title"), TITLE))?
        .set_input_title(start(labels.first().map_or("", String::as_str), TITLE))?;
    if let Some(prompt) = ground.faults.prompt(&prompt(ground, column), place) {
        check = check.set_input_message(prompt)?;
    }
    if let Some(message) = ground.faults.message(&message(ground, column), place) {
        check = check.set_error_message(message)?;
    }
    Ok(check)
}

/// What is shown beside the cell in each language: the rule, and what helps.
fn prompt(ground: &Ground<'_>, column: &Column<'_>) -> Vec<String> {
    let words = ground.words;
    let rules = words.rule(&column.field).into_iter();
    let mut help = words.of(column.fact, "help").into_iter();
    rules
        .map(|rule| match help.next() {
            Some(help) => format!("{rule}\n{help}"),
            None => rule,
        })
        .collect()
}

/// What is said about an entry that breaks the rule, in each language.
fn message(ground: &Ground<'_>, column: &Column<'_>) -> Vec<String> {
    let (words, field) = (ground.words, &column.field);
    let own = words.of(column.fact, "message");
    if !own.is_empty() {
        return own;
    }
    let key = match field.r#type {
        FieldType::Choice => "workbook_error_choice",
        FieldType::Number => "workbook_error_number",
        FieldType::Day => "workbook_error_day",
        FieldType::Reckoned => "workbook_error_reckoned",
        FieldType::Text | FieldType::LongText => "workbook_error",
    };
    words.fill(key, |language| {
        let rule = match field.r#type {
            FieldType::Number => words.guide.extent(field, language).unwrap_or_default(),
            _ => words.guide.field_rule(field, language),
        };
        vec![
            ("field", words.plain(language).field(column.fact, "label")),
            ("rule", rule),
        ]
    })
}

/// The first units of UTF-16 of a text, no character cut in two.
fn start(text: &str, most: usize) -> String {
    let mut length = 0;
    text.chars()
        .take_while(|c| {
            length += c.len_utf16();
            length <= most
        })
        .collect()
}
