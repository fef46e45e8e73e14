//! Forms as tables: which columns each has, and what can be chosen in them.

use std::collections::BTreeMap;

use super::fact::{Fact, Value};
use super::forms::{Field, Form, Format};
use super::lookup::{Found, lookup};
use super::screens::Screen;
use super::types::Confidence;
use super::{Entry, Model};

/// A form with its columns.
#[derive(Debug)]
pub struct Table<'a> {
    /// Its record.
    pub entry: &'a Entry,
    /// The same, typed.
    pub form: Form,
    /// The fields that it describes, whether they are columns of it or only of other tables.
    pub fields: Vec<Column<'a>>,
    /// Its columns, in order.
    pub columns: Vec<Column<'a>>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column<'a> {
    /// The form that describes the field.
    pub form: &'a Entry,
    /// The field, typed.
    pub field: Field,
    /// The same as a fact.
    pub fact: &'a Fact,
    /// How sure its rule is; none where it is a rule of our own.
    pub confidence: Option<Confidence>,
}

/// One of the options of a choice.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// Its id.
    pub id: &'a str,
    /// The number that stands before it.
    pub code: Option<&'a str>,
    /// What it is called.
    pub name: &'a Fact,
}

/// The tables of all forms, by the id of the form.
#[must_use]
pub fn tables(model: &Model) -> BTreeMap<String, Table<'_>> {
    let forms = model.typed::<Form>();
    let columns: Vec<(String, Vec<Column<'_>>)> = forms
        .iter()
        .filter_map(|form| {
            let entry = model.get("forms", &form.common.id)?;
            Some((
                form.common.id.clone(),
                own_columns(entry, &form.fact, form.common.confidence),
            ))
        })
        .collect();
    let find = |path: &str| {
        let (form, field) = path.split_once('.')?;
        let (_, columns) = columns.iter().find(|(id, _)| id == form)?;
        columns.iter().find(|column| column.field.id == field)
    };
    let columns_of = |id: &str| {
        let own = columns.iter().find(|(form, _)| form == id);
        own.map_or(&[][..], |(_, own)| own.as_slice())
    };
    let table = |form: super::Record<Form>| {
        let id = form.common.id;
        let columns: Vec<&Column<'_>> = match &form.fact.columns {
            Some(paths) => paths.iter().filter_map(|path| find(path)).collect(),
            None => columns_of(&id).iter().collect(),
        };
        let own = columns_of(&id);
        let table = Table {
            entry: model.get("forms", &id)?,
            form: form.fact,
            fields: own.to_vec(),
            columns: columns.into_iter().cloned().collect(),
        };
        Some((id, table))
    };
    forms.clone().into_iter().filter_map(table).collect()
}

fn own_columns<'a>(
    entry: &'a Entry,
    form: &Form,
    confidence: Option<Confidence>,
) -> Vec<Column<'a>> {
    let facts = fields(entry);
    let columns = form.fields.iter().zip(facts).map(|(field, fact)| {
        let of_form = if is_ours(field) { None } else { confidence };
        Column {
            form: entry,
            field: field.clone(),
            fact,
            confidence: field.confidence.or(of_form),
        }
    });
    columns.collect()
}

/// Is it a field of this guide, neither an item of an application form nor seen on a screen?
#[must_use]
pub const fn is_ours(field: &Field) -> bool {
    field.items.is_none() && field.seen_on.is_none()
}

/// The fields of a form as facts.
#[must_use]
pub fn fields(form: &Entry) -> &[Fact] {
    match form.field("fields").map(|fields| &fields.value) {
        Some(Value::List(fields)) => fields,
        _ => &[],
    }
}

impl Column<'_> {
    /// `form.field`: heads the column in CSV files.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}.{}", self.form.id, self.field.id)
    }

    /// Does it belong into a workbook for these procedures? Without any, into every workbook.
    #[must_use]
    pub fn is_for(&self, procedures: &[String]) -> bool {
        let Some(items) = &self.field.items else {
            return true;
        };
        procedures.is_empty() || procedures.iter().any(|it| items.contains_key(it))
    }

    /// Is its rule certain for all of these procedures? Then what breaks it is refused, else there is a warning. A rule seen on a
    /// screen holds for the procedure of that screen.
    #[must_use]
    pub fn is_certain(&self, procedures: &[String], screens: &[(String, Screen)]) -> bool {
        if self.field.format.is_some_and(Format::is_by_nature) {
            return true;
        }
        let is_sure = matches!(
            self.confidence,
            None | Some(Confidence::Official | Confidence::OfficialCopy | Confidence::Seen)
        );
        let holds_for_all = match self.field.seen_on.as_deref() {
            None | Some([]) => true,
            Some(seen) => {
                let was_seen = |procedure: &String| {
                    let is_named = |id: &String| seen.iter().any(|it| it.0 == *id);
                    let screens = screens.iter().filter(|(id, _)| is_named(id));
                    let mut of = screens.filter_map(|(_, screen)| screen.procedure.as_ref());
                    of.any(|it| it.0 == *procedure)
                };
                !procedures.is_empty() && procedures.iter().all(was_seen)
            }
        };
        is_sure && holds_for_all
    }
}

/// What can be chosen by the path that a field names: a list of options, all records of a kind, or a list in a record.
#[must_use]
pub fn choices<'a>(model: &'a Model, path: &str) -> Option<Vec<Choice<'a>>> {
    // Names of choices do not change with time: any day will do.
    let day = model.settings.edition.0;
    match lookup(model, path, day).ok()? {
        Found::Kind(_, entries) => Some(
            entries
                .iter()
                .filter_map(|entry| {
                    Some(Choice {
                        id: &entry.id,
                        code: None,
                        name: entry.name()?,
                    })
                })
                .collect(),
        ),
        Found::Record(entry) => {
            let mut choices = in_list(entry.field("list")?)?;
            if let Some(Value::Ref { id, .. }) = entry.field("then").map(|it| &it.value) {
                let then = model.get("options", id)?;
                choices.extend(in_list(then.field("list")?)?);
            }
            Some(choices)
        }
        Found::Fact(fact) => in_list(fact),
        Found::Unknown(_) | Found::Day(_) => None,
    }
}

fn in_list(list: &Fact) -> Option<Vec<Choice<'_>>> {
    let Value::List(items) = &list.value else {
        return None;
    };
    items
        .iter()
        .map(|item| {
            Some(Choice {
                id: word(item, "id")?,
                code: word(item, "code"),
                name: item.field("name")?,
            })
        })
        .collect()
}

fn word<'a>(item: &'a Fact, name: &str) -> Option<&'a str> {
    match &item.field(name)?.value {
        Value::Plain(text) => Some(text),
        _ => None,
    }
}
