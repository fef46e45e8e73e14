//! What the scripts of a tool are given: the facts that it reads as data, and the words that it says, as JSON.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::plain::Plain;
use crate::guide::{Guide, Say as _, millimetres};
use crate::model::fact::{Fact, Period, Unit, Value, get};
use crate::model::tools::{in_all_languages, reads};
use crate::model::{Entry, Model};

/// Words with which every tool writes days and amounts, besides those that begin with `tool_say_` or its own name.
const FORMATS: &[&str] = &[
    "date",
    "days",
    "days_one",
    "free",
    "list_pair",
    "months",
    "months_one",
    "not_offered",
    "unknown",
    "yen",
];
const NUMBERED_FORMATS: &[&str] = &["month_", "weekday_"];

/// The data of each tool in one language, by the path of its record. It can stand as text in any element.
#[must_use]
pub(super) fn all(guide: &Guide<'_>, language: &str) -> BTreeMap<String, String> {
    let plain = Plain { guide, language };
    let tools = guide.model.of("tools").iter();
    tools
        .map(|tool| (tool.path(), without_markup(&of_tool(plain, tool))))
        .collect()
}

/// Nothing in the text is markup.
fn without_markup(data: &Json) -> String {
    let json = data.to_string();
    json.replace('<', "\\u003c").replace('&', "\\u0026")
}

fn of_tool(plain: Plain<'_>, tool: &Entry) -> Json {
    let facts: Map<String, Json> = reads(tool)
        .iter()
        .map(|(kind, fields)| {
            let records = plain.guide.model.of(kind).iter();
            let everywhere: Vec<_> = in_all_languages(tool)
                .iter()
                .filter(|(name, _)| name == kind)
                .flat_map(|(_, fields)| names(fields))
                .collect();
            let records = records.map(|entry| record(plain, entry, &names(fields), &everywhere));
            (kind.clone(), records.collect())
        })
        .collect();
    json!({
        "language": plain.language,
        "words": words(plain, &tool.id),
        "facts": facts,
    })
}

fn words(plain: Plain<'_>, tool: &str) -> Map<String, Json> {
    let own = format!("{}_say_", tool.replace('-', "_"));
    let is_said = |key: &str| {
        key.starts_with("tool_say_")
            || key.starts_with(&own)
            || FORMATS.contains(&key)
            || NUMBERED_FORMATS.iter().any(|start| {
                key.strip_prefix(start)
                    .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
            })
    };
    let model: &Model = plain.guide.model;
    let keys = model.strings.keys().filter(|key| is_said(key));
    keys.map(|key| (key.clone(), plain.guide.word(key, plain.language).into()))
        .collect()
}

fn names(fields: &Fact) -> Vec<&str> {
    let Value::List(fields) = &fields.value else {
        return Vec::new();
    };
    fields
        .iter()
        .filter_map(|field| match &field.value {
            Value::Plain(name) => Some(name.as_str()),
            _ => None,
        })
        .collect()
}

fn record<'a>(plain: Plain<'a>, entry: &'a Entry, fields: &[&str], everywhere: &[&str]) -> Json {
    let mut view = Map::from_iter([("id".to_owned(), Json::from(entry.id.as_str()))]);
    for name in fields.iter().chain(&["confidence"]) {
        if let Some(fact) = entry.field(name) {
            let fact = if everywhere.contains(name) {
                in_each_language(plain, fact)
            } else {
                data(plain, fact)
            };
            view.insert((*name).to_owned(), fact);
        }
    }
    Json::Object(view)
}

/// Words by language: `{"ja": …, "en": …}`; those of a screen without quotation marks and gloss.
fn in_each_language<'a>(plain: Plain<'a>, fact: &'a Fact) -> Json {
    let languages = plain.guide.model.settings.languages.iter();
    languages
        .map(|language| {
            let language = language.code.as_str();
            let plain = Plain { language, ..plain };
            let words = match &fact.value {
                Value::Label(words) => words
                    .get(language)
                    .map_or(Json::Null, |prose| Json::from(prose.text.as_str())),
                _ => data(plain, fact),
            };
            (language.to_owned(), words)
        })
        .collect::<Map<_, _>>()
        .into()
}

/// A fact as data: amounts as numbers (yen, millimetres), days as `2027-03-10`, lengths of time as `{"months": 3}`, words as
/// plain text in the language of the page.
fn data<'a>(plain: Plain<'a>, fact: &'a Fact) -> Json {
    match &fact.value {
        Value::Bool(value) => Json::from(*value),
        Value::Count(number) | Value::Yen(number) => Json::from(*number),
        Value::Size { number, unit } => json!({ *unit: number }),
        Value::Length(hundredths) => Json::from(millimetres(*hundredths)),
        Value::Duration { number, unit } => json!({ unit_name(*unit): number }),
        Value::Date(day) => Json::from(day.to_string()),
        Value::Instant(instant) => Json::from(plain.guide.instant_iso(*instant)),
        Value::Ratio(height, width) => json!([height, width]),
        Value::Ref { id, .. } => Json::from(id.as_str()),
        Value::List(items) => items.iter().map(|item| data(plain, item)).collect(),
        Value::Record(fields) | Value::Map(fields) => fields
            .iter()
            .map(|(name, fact)| (name.clone(), data(plain, fact)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Choice(tag, inner) => {
            let inner = inner.as_deref();
            json!({ tag: inner.map_or(Json::from(true), |inner| data(plain, inner)) })
        }
        Value::Dated(periods) => periods.iter().map(|it| period(plain, it)).collect(),
        _ => Json::from(plain.fact(fact)),
    }
}

/// A period: `value` is null where nobody could find out.
fn period<'a>(plain: Plain<'a>, period: &'a Period) -> Json {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    json!({
        "id": period.id,
        "from": day(period.from),
        "until": day(period.until),
        "value": period.value.as_deref().map(|value| data(plain, value)),
        "confidence": get(&period.about, "confidence").map(|word| data(plain, word)),
        "note": get(&period.about, "note").map(|note| plain.fact(note)),
    })
}

const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    }
}
