//! Finds what a dotted path means: `fees.extension.online.stamps`.
//!
//! A path is `kind.record.part.…`; a part is a field, an item of one of the record's lists, the name of a period, `from` or
//! `until` of a period, a key. Where a value has periods and none is named, the one of the day is meant. No path ever falls
//! back to something near it.

use jiff::civil::Date;

use super::fact::{Fact, Fields, Period, Value};
use super::read::{Entry, Model};

/// What a path means.
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// All records of a kind.
    Kind(&'static str, &'a [Entry]),
    /// A record.
    Record(&'a Entry),
    /// A value.
    Fact(&'a Fact),
    /// A period whose value nobody could find out.
    Unknown(&'a Period),
    /// The first or last day of a period.
    Day(Date),
}

/// Why a path means nothing.
#[derive(Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no such part; these there are.
    Part {
        /// The part that was not found.
        part: String,
        /// What stands in its place.
        candidates: Vec<String>,
    },
    /// The value has no period on the day.
    NoPeriod,
    /// It is there, but has faults of its own.
    Broken,
    /// An organisation leaves the record out.
    Hidden,
}

/// Looks a path up for a day.
///
/// # Errors
/// Where a part of the path does not exist, or the value has no period on that day.
pub fn lookup<'a>(model: &'a Model, path: &str, day: Date) -> Result<Found<'a>, Missing> {
    let mut parts = path.split('.');
    let first = parts.next().unwrap_or_default();
    if first == "guide" {
        return descend(&model.settings_fact, parts, day);
    }
    let is_broken = |path: &str| model.broken.contains(path);
    if is_broken(first) {
        return Err(Missing::Broken);
    }
    let Some((kind, entries)) = model.records.get_key_value(first) else {
        let candidates = model
            .records
            .keys()
            .map(|kind| (*kind).to_owned())
            .collect();
        return Err(Missing::Part {
            part: first.to_owned(),
            candidates,
        });
    };
    let Some(id) = parts.next() else {
        return Ok(Found::Kind(kind, entries));
    };
    if is_broken(&format!("{first}.{id}")) {
        return Err(Missing::Broken);
    }
    if model.hidden(&format!("{first}.{id}")).is_some() {
        return Err(Missing::Hidden);
    }
    let Some(entry) = entries.iter().find(|entry| entry.id == id) else {
        let candidates = entries.iter().map(|entry| entry.id.clone()).collect();
        return Err(Missing::Part {
            part: id.to_owned(),
            candidates,
        });
    };
    let mut rest = parts.peekable();
    match rest.peek() {
        None => Ok(Found::Record(entry)),
        Some(_) => descend(&entry.fact, rest, day),
    }
}

fn descend<'a, 'p>(
    start: &'a Fact,
    parts: impl Iterator<Item = &'p str>,
    day: Date,
) -> Result<Found<'a>, Missing> {
    let mut at = At::Fact(start);
    for part in parts {
        at = step(at, part, day)?;
    }
    settle(at, day)
}

/// Where on the path we stand.
#[derive(Clone, Copy)]
enum At<'a> {
    Fact(&'a Fact),
    Period(&'a Period),
    Day(Date),
}

fn step<'a>(at: At<'a>, part: &str, day: Date) -> Result<At<'a>, Missing> {
    let missing = |candidates: Vec<String>| {
        Err(Missing::Part {
            part: part.to_owned(),
            candidates,
        })
    };
    match at {
        At::Day(_) => missing(Vec::new()),
        At::Period(period) => match (part, &period.value) {
            ("from", _) if period.from.is_some() => Ok(period.from.map_or(at, At::Day)),
            ("until", _) if period.until.is_some() => Ok(period.until.map_or(at, At::Day)),
            (_, Some(value)) => step(At::Fact(value), part, day),
            (_, None) => missing(vec!["from".to_owned(), "until".to_owned()]),
        },
        At::Fact(fact) => match &fact.value {
            Value::Record(fields) | Value::Map(fields) => match super::fact::get(fields, part) {
                Some(found) => Ok(At::Fact(found)),
                None => match fields.iter().find_map(|(_, field)| item(field, part)) {
                    Some(found) => Ok(At::Fact(found)),
                    None => missing(names(fields)),
                },
            },
            Value::List(_) => item(fact, part)
                .map(At::Fact)
                .map_or_else(|| missing(ids(fact)), Ok),
            Value::Dated(periods) => in_dated(periods, part, day),
            Value::Choice(tag, inner) => match inner {
                Some(inner) if tag == part => Ok(At::Fact(inner)),
                Some(inner) => step(At::Fact(inner), part, day),
                None => missing(vec![tag.clone()]),
            },
            _ => missing(Vec::new()),
        },
    }
}

/// The period of that name, else the part of the period of the day.
fn in_dated<'a>(periods: &'a [Period], part: &str, day: Date) -> Result<At<'a>, Missing> {
    let name = |period: &'a Period| period.id.as_deref();
    if let Some(period) = periods.iter().find(|period| name(period) == Some(part)) {
        return Ok(At::Period(period));
    }
    step(At::Period(on(periods, day)?), part, day).map_err(|missing| match missing {
        Missing::Part { part, candidates } => {
            let periods = periods.iter().filter_map(|period| period.id.clone());
            Missing::Part {
                part,
                candidates: periods.chain(candidates).collect(),
            }
        }
        other => other,
    })
}

/// What may follow a record: its fields, and the items of its lists.
fn names(fields: &Fields) -> Vec<String> {
    let own = fields.iter().map(|(name, _)| name.clone());
    own.chain(fields.iter().flat_map(|(_, field)| ids(field)))
        .collect()
}

/// The ids of the items of a list.
fn ids(list: &Fact) -> Vec<String> {
    let Value::List(items) = &list.value else {
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| match &item.field("id")?.value {
            Value::Plain(id) => Some(id.clone()),
            _ => None,
        })
        .collect()
}

/// The item of a list that has this id; a screen's element stands for its label.
fn item<'a>(list: &'a Fact, id: &str) -> Option<&'a Fact> {
    let Value::List(items) = &list.value else {
        return None;
    };
    let found = items.iter().find(|item| matches!(item.field("id").map(|id| &id.value), Some(Value::Plain(text)) if text == id))?;
    found
        .field("label")
        .or_else(|| found.field("name"))
        .or(Some(found))
}

fn settle(at: At<'_>, day: Date) -> Result<Found<'_>, Missing> {
    match at {
        At::Day(day) => Ok(Found::Day(day)),
        At::Period(period) => Ok(period
            .value
            .as_deref()
            .map_or(Found::Unknown(period), Found::Fact)),
        At::Fact(Fact {
            value: Value::Dated(periods),
            ..
        }) => settle(At::Period(on(periods, day)?), day),
        At::Fact(fact) => Ok(Found::Fact(fact)),
    }
}

/// The period of a day.
///
/// # Errors
/// Where there is none.
pub fn on(periods: &[Period], day: Date) -> Result<&Period, Missing> {
    periods
        .iter()
        .find(|period| period.holds_on(day))
        .ok_or(Missing::NoPeriod)
}
