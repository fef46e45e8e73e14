//! The fields of forms as templates get them, with their rules in words.

use tera::Value as View;

use super::view::{map, text};
use crate::guide::{Guide, Need};
use crate::model::fact::Value;
use crate::model::forms::{Field, FieldType};
use crate::model::screens::Screen;
use crate::model::tables::{Choice, Column, Table, choices, is_ours, tables};
use crate::output::field;
use crate::output::plain::Plain;

/// The columns of each form, by its id.
pub(super) fn views<'a>(guide: &'a Guide<'a>, language: &'a str) -> View {
    let plain = Plain { guide, language };
    let tables = tables(guide.model);
    map(tables.iter().map(|(id, table)| {
        let columns = table.columns.iter();
        let columns = columns.map(|column| view(&plain, table, column));
        (id.clone(), View::from(columns.collect::<Vec<_>>()))
    }))
}

/// What can be chosen from each list of `options`, by its id.
pub(super) fn lists<'a>(guide: &'a Guide<'a>, language: &'a str) -> View {
    let plain = Plain { guide, language };
    let entries = guide.model.of("options").iter();
    map(entries.map(|entry| {
        let choices = choices(guide.model, &entry.path()).unwrap_or_default();
        let choices = choices.iter().map(|choice| option(&plain, choice));
        (entry.id.clone(), View::from(choices.collect::<Vec<_>>()))
    }))
}

fn option(plain: &Plain<'_>, choice: &Choice<'_>) -> View {
    map([
        ("id", View::normal_string(choice.id)),
        ("code", text(choice.code)),
        ("name", View::normal_string(&plain.said(choice.name))),
        (
            "original",
            View::normal_string(&in_original(plain.guide).said(choice.name)),
        ),
    ])
}

fn view(plain: &Plain<'_>, table: &Table<'_>, column: &Column<'_>) -> View {
    let (guide, language) = (plain.guide, plain.language);
    let written = &column.field;
    let need = Need::of(written);
    let filled = |words: String| text(Some(words).filter(|words| !words.is_empty()));
    map([
        ("id", View::normal_string(&written.id)),
        ("form", View::normal_string(&column.form.id)),
        (
            "label",
            View::normal_string(&plain.field(column.fact, "label")),
        ),
        (
            "original",
            View::normal_string(&in_original(guide).field(column.fact, "label")),
        ),
        (
            "rule",
            View::normal_string(&guide.field_rule(written, language)),
        ),
        (
            "need",
            View::normal_string(guide.word(need.word(), language)),
        ),
        ("needed", View::normal_string(need.word())),
        ("when", filled(field::needed_when(plain, table, written))),
        ("items", items(guide, written)),
        ("screens", screens(guide, written)),
        ("ours", View::from(is_ours(written))),
        ("help", filled(plain.field(column.fact, "help"))),
        ("example", text(example(plain, column))),
        ("list", text(written.options.as_deref())),
        ("options", text(options(column))),
        ("confidence", text(confidence(column))),
    ])
}

/// The items of application forms that it is, in the order of the procedures.
fn items(guide: &Guide<'_>, field: &Field) -> View {
    let procedures = guide.model.of("procedures").iter();
    let items = procedures.filter_map(|entry| {
        let number = field.items.as_ref()?.get(&entry.id)?;
        Some(map([
            ("procedure", View::normal_string(&entry.id)),
            ("number", View::normal_string(number)),
        ]))
    });
    View::from(items.collect::<Vec<_>>())
}

/// The screens on which its rule was seen, each by its procedure and the letter of the form.
fn screens(guide: &Guide<'_>, field: &Field) -> View {
    let screens = field.seen_on.iter().flatten();
    let screens = screens.filter_map(|screen| {
        let screen = guide.model.typed_at::<Screen>(&screen.0)?.fact;
        Some(map([
            ("procedure", View::normal_string(&screen.procedure?.0)),
            ("letter", text(screen.letter)),
        ]))
    });
    View::from(screens.collect::<Vec<_>>())
}

/// Says facts in the original language of the guide.
fn in_original<'a>(guide: &'a Guide<'a>) -> Plain<'a> {
    let language = guide.model.languages().first().copied().unwrap_or("ja");
    Plain { guide, language }
}

/// The first example; of a choice, the option in words.
fn example(plain: &Plain<'_>, column: &Column<'_>) -> Option<String> {
    let example = column.field.examples.as_ref()?.first()?;
    if column.field.r#type != FieldType::Choice {
        return Some(example.clone());
    }
    let path = column.field.options.as_deref()?;
    let choices = choices(plain.guide.model, path)?;
    let choice = choices.iter().find(|choice| choice.id == example)?;
    Some(plain.said(choice.name))
}

/// The id of the list that is chosen from, where it is one of `options`.
fn options<'c>(column: &'c Column<'_>) -> Option<&'c str> {
    column.field.options.as_deref()?.strip_prefix("options.")
}

/// How sure its rule is: what the field says of itself, else its form. Of a field of ours nothing need be said.
fn confidence<'c>(column: &'c Column<'_>) -> Option<&'c str> {
    let of_form = || {
        column
            .form
            .field("confidence")
            .filter(|_| !is_ours(&column.field))
    };
    let said = column.fact.field("confidence").or_else(of_form);
    match said.map(|said| &said.value) {
        Some(Value::Word(word)) => Some(word),
        _ => None,
    }
}
