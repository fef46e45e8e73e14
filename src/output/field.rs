//! What there is to say of a field besides its rule: items of the application form, screens on which the rule was seen, when it
//! is needed.

use super::plain::Plain;
use crate::model::forms::Field;
use crate::model::screens::Screen;
use crate::model::tables::{Column, Table, choices, is_ours};

/// Which items of the application form it is; that it is none, where it is a field of ours.
pub(super) fn items(plain: &Plain<'_>, field: &Field) -> String {
    let Some(items) = &field.items else {
        let ours = if is_ours(field) {
            plain.word("field_ours")
        } else {
            ""
        };
        return ours.to_owned();
    };
    // In the order of the procedures, which is that of the guide.
    let procedures = plain.guide.model.of("procedures").iter();
    let items = procedures.filter_map(|procedure| {
        let number = items.get(&procedure.id)?.clone();
        let procedure = plain.field(&procedure.fact, "short");
        let values = [("procedure", procedure), ("number", number)];
        Some(plain.fill("field_item_of", &values))
    });
    plain.fill("field_item", &[("list", plain.list(items))])
}

/// On which screens its rule was seen; that none was, where it is an item of the form.
pub(super) fn seen(plain: &Plain<'_>, field: &Field) -> String {
    let screens = field.seen_on.iter().flatten();
    let screens = screens.filter_map(|screen| {
        let screen = plain.guide.model.typed_at::<Screen>(&screen.0)?.fact;
        let procedure = short(plain, &screen.procedure?.0);
        let values = [("procedure", procedure), ("letter", screen.letter?)];
        Some(plain.fill("field_seen_of", &values))
    });
    let list = plain.list(screens);
    match (list.is_empty(), &field.items) {
        (false, _) => plain.fill("field_seen", &[("list", list)]),
        (true, Some(_)) => plain.word("field_not_seen").to_owned(),
        (true, None) => String::new(),
    }
}

fn short(plain: &Plain<'_>, procedure: &str) -> String {
    let entry = plain.guide.model.get("procedures", procedure);
    entry.map_or_else(
        || procedure.to_owned(),
        |entry| plain.field(&entry.fact, "short"),
    )
}

/// Under which answers it is needed; nothing where that does not depend on others.
pub(super) fn needed_when(plain: &Plain<'_>, table: &Table<'_>, field: &Field) -> String {
    let conditions = field.required_when.iter().flatten();
    let said = conditions.filter_map(|(id, options)| {
        let other = table.columns.iter().find(|column| column.field.id == *id)?;
        let names = named(plain, other, options).into_iter();
        let names = names.map(|name| plain.fill("need_when_option", &[("name", name)]));
        let either = |a, b| plain.fill("need_when_or", &[("a", a), ("b", b)]);
        let values = [
            ("field", plain.field(other.fact, "label")),
            ("options", names.reduce(either)?),
        ];
        Some(plain.fill("need_when", &values))
    });
    let both = |a, b| plain.fill("need_when_and", &[("a", a), ("b", b)]);
    said.reduce(both).unwrap_or_default()
}

/// The names of some options of a choice.
fn named(plain: &Plain<'_>, column: &Column<'_>, ids: &[String]) -> Vec<String> {
    let path = column.field.options.as_deref().unwrap_or_default();
    let all = choices(plain.guide.model, path).unwrap_or_default();
    let wanted = all
        .iter()
        .filter(|choice| ids.iter().any(|id| id == choice.id));
    wanted.map(|choice| plain.said(choice.name)).collect()
}
