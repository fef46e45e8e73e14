//! What templates are given of the guide, for pages and for paper alike. `docs/reference/templates.md` describes it to those
//! who write them.

mod fields;
mod view;

use std::collections::BTreeMap;

use tera::Value as View;

pub(super) use view::{Show, map, text};

use crate::model::fact::{Fact, Value};
use crate::model::settings::Sender;
use crate::model::shape::Shape;
use crate::model::{Entry, KINDS};

/// Every record by kind and id.
pub(super) type Records = BTreeMap<&'static str, BTreeMap<String, View>>;

/// Every record by kind and id.
pub(super) fn records<'a>(writer: &impl Show<'a>) -> Records {
    records_of(writer, |_| true)
}

/// Every record of some kinds by kind and id.
pub(super) fn records_of<'a>(writer: &impl Show<'a>, is_wanted: impl Fn(&str) -> bool) -> Records {
    KINDS
        .iter()
        .filter(|kind| is_wanted(kind.name))
        .map(|kind| {
            let shape = kind.shape();
            let views = writer.guide().model.of(kind.name).iter();
            (
                kind.name,
                views
                    .map(|entry| (entry.id.clone(), writer.record(kind, &shape, entry)))
                    .collect(),
            )
        })
        .collect()
}

/// What all templates of a language are given, by name.
pub(super) fn shared<'a>(
    writer: &impl Show<'a>,
    records: &Records,
    titles: &BTreeMap<String, String>,
) -> BTreeMap<&'static str, View> {
    let model = writer.guide().model;
    let words = model.strings.keys().map(|key| {
        (
            key.clone(),
            View::normal_string(writer.guide().word(key, writer.language())),
        )
    });
    let facts = records
        .iter()
        .map(|(kind, views)| (*kind, map(views.clone())));
    let titles = titles
        .iter()
        .map(|(path, title)| (path.clone(), View::normal_string(title)));
    BTreeMap::from([
        ("lang", View::normal_string(writer.language())),
        ("t", map(words)),
        ("guide", guide(writer)),
        ("facts", map(facts)),
        ("titles", map(titles)),
        ("fields", fields::views(writer.guide(), writer.language())),
        ("choices", fields::lists(writer.guide(), writer.language())),
    ])
}

/// The guide itself: its name, its day, who publishes it.
pub(super) fn guide<'a>(writer: &impl Show<'a>) -> View {
    let model = writer.guide().model;
    let settings = &model.settings;
    let words = |name: &str| {
        model
            .settings_fact
            .field(name)
            .map_or_else(View::none, |fact| writer.said(fact))
    };
    let plain = |name: &str| {
        text(plain_words(
            model.settings_fact.field(name),
            writer.language(),
        ))
    };
    let languages = settings.languages.iter().map(|language| {
        map([
            ("code", View::normal_string(&language.code)),
            ("name", View::normal_string(&language.name)),
        ])
    });
    map([
        ("title", plain("title")),
        ("subtitle", plain("subtitle")),
        ("publisher", plain("publisher")),
        ("disclaimer", words("disclaimer")),
        (
            "base_url",
            text(settings.base_url.as_ref().map(|url| &url.0)),
        ),
        (
            "report_url",
            text(settings.report_url.as_ref().map(|url| &url.0)),
        ),
        ("edition", writer.day(Some(settings.edition.0))),
        ("as_of", writer.day(Some(writer.guide().day))),
        (
            "recheck_after_days",
            View::from(settings.recheck_after_days),
        ),
        (
            "outage_warning_hours",
            View::from(settings.outage_warning_hours.unwrap_or(0)),
        ),
        ("languages", View::from(languages.collect::<Vec<_>>())),
        ("sender", sender(writer)),
    ])
}

/// Who sends letters, where `guide.yaml` says it.
fn sender<'a>(writer: &impl Show<'a>) -> View {
    let sender = writer.guide().model.settings_fact.field("sender");
    sender.map_or_else(View::none, |fact| writer.view(fact, &Shape::of::<Sender>()))
}

/// Words as they were written, without their Markdown being read.
fn plain_words<'a>(fact: Option<&'a Fact>, language: &str) -> Option<&'a str> {
    match &fact?.value {
        Value::Text(words) | Value::Label(words) => {
            words.get(language).map(|prose| prose.text.as_str())
        }
        _ => None,
    }
}

/// The heading of every page.
pub(super) fn titles<'a>(writer: &impl Show<'a>) -> BTreeMap<String, String> {
    let model = writer.guide().model;
    let title = |path: &str, record: Option<&str>| {
        let prose = model
            .page(writer.language(), path)
            .map(|page| page.front.title.clone());
        prose
            .or_else(|| {
                record.and_then(|record| {
                    heading(
                        model.at(record).or_else(|| model.hidden(record))?,
                        writer.language(),
                    )
                })
            })
            .unwrap_or_else(|| path.to_owned())
    };
    writer
        .guide()
        .plan
        .iter()
        .map(|(path, planned)| {
            (
                path.clone(),
                title(
                    path,
                    planned.record.as_deref().or(planned.hidden.as_deref()),
                ),
            )
        })
        .collect()
}

/// The heading of a page that is made from a record alone: its code, if it has one, and its name.
fn heading(entry: &Entry, language: &str) -> Option<String> {
    let name = plain_words(entry.field("name"), language)?;
    match entry.field("code").map(|code| &code.value) {
        Some(Value::Plain(code)) => Some(format!("{code} {name}")),
        _ => Some(name.to_owned()),
    }
}

/// A fact in the list at the foot of a page.
pub(super) fn fact<'a>(writer: &impl Show<'a>, entry: &'a Entry) -> View {
    let name = writer.shown(writer.name(entry));
    // A period may name sources of its own: they stand behind the fact as much as those of the record.
    let mut ids: Vec<&str> = Vec::new();
    entry.fact.walk(&mut |fact| match &fact.value {
        Value::Ref { kind, id } if kind == "sources" && !ids.contains(&id.as_str()) => ids.push(id),
        _ => {}
    });
    let sources: Vec<View> = ids
        .into_iter()
        .filter_map(|id| source(writer, id))
        .collect();
    let changed = entry.field("reason");
    let confidence = match entry.field("confidence").map(|word| &word.value) {
        Some(Value::Word(word)) => View::normal_string(word),
        _ => View::none(),
    };
    map([
        ("path", View::normal_string(&entry.path())),
        ("kind", View::normal_string(entry.kind)),
        ("id", View::normal_string(&entry.id)),
        ("name", name),
        ("confidence", confidence),
        ("checked", writer.day(writer.guide().last_seen(entry))),
        ("confirmed_on", writer.day(entry.date("confirmed_on"))),
        ("from", writer.day(entry.date("from"))),
        ("until", writer.day(entry.date("until"))),
        ("sources", View::from(sources)),
        (
            "changed",
            changed.map_or_else(View::none, |reason| writer.said(reason)),
        ),
    ])
}

fn source<'a>(writer: &impl Show<'a>, id: &str) -> Option<View> {
    let entry = writer.guide().model.get("sources", id)?;
    let words = |name: &str| {
        entry
            .field(name)
            .map_or_else(View::none, |fact| writer.said(fact))
    };
    let url = match entry.field("url").map(|url| &url.value) {
        Some(Value::Url(url)) => View::normal_string(url),
        _ => View::none(),
    };
    Some(map([
        ("id", View::normal_string(id)),
        ("title", words("title")),
        ("publisher", words("publisher")),
        ("url", url),
        ("source_date", words("source_date")),
        ("read_on", writer.day(entry.date("read_on"))),
    ]))
}
