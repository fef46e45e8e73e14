//! What templates are given. `docs/reference/templates.md` describes it to those who write them.

use std::collections::BTreeMap;

use tera::{Context, Value as View};

use super::prose::Writer;
use super::sections;
use super::view::{html, map, text};
use crate::model::fact::{Fact, Value};
use crate::model::{Entry, KINDS};
use crate::output::drawing;

/// Every record by kind and id.
pub(super) fn records(writer: &Writer<'_>) -> BTreeMap<&'static str, BTreeMap<String, View>> {
    KINDS
        .iter()
        .map(|kind| {
            let shape = kind.shape();
            let views = writer.guide.model.of(kind.name).iter();
            (
                kind.name,
                views
                    .map(|entry| (entry.id.clone(), writer.record(kind, &shape, entry)))
                    .collect(),
            )
        })
        .collect()
}

/// The same for every page of a language.
pub(super) fn global(
    writer: &Writer<'_>,
    records: &BTreeMap<&'static str, BTreeMap<String, View>>,
    titles: &BTreeMap<String, String>,
) -> Context {
    let model = writer.guide.model;
    let words = model.strings.keys().map(|key| {
        (
            key.clone(),
            View::normal_string(writer.guide.word(key, writer.language)),
        )
    });
    let lists = KINDS.iter().map(|kind| {
        let views = model
            .of(kind.name)
            .iter()
            .filter_map(|entry| records.get(kind.name)?.get(&entry.id).cloned());
        (kind.name, View::from(views.collect::<Vec<_>>()))
    });
    let mut context = Context::new();
    context.insert_value("lang", View::normal_string(writer.language));
    context.insert_value("t", map(words));
    context.insert_value("guide", guide(writer));
    context.insert_value(
        "facts",
        map(records
            .iter()
            .map(|(kind, views)| (*kind, map(views.clone())))),
    );
    context.insert_value("kinds", map(lists));
    let titles = titles
        .iter()
        .map(|(path, title)| (path.clone(), View::normal_string(title)));
    context.insert_value("titles", map(titles));
    let drawings = drawing::all(writer.guide, writer.language).into_iter();
    let drawings = drawings.map(|(path, drawing)| (path, html(&drawing.svg)));
    context.insert_value("drawings", map(drawings));
    context
}

fn guide(writer: &Writer<'_>) -> View {
    let model = writer.guide.model;
    let settings = &model.settings;
    let words = |name: &str| {
        model
            .settings_fact
            .field(name)
            .map_or_else(View::none, |fact| html(&writer.fact(fact)))
    };
    let plain = |name: &str| {
        text(plain_words(
            model.settings_fact.field(name),
            writer.language,
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
        ("as_of", writer.day(Some(writer.guide.day))),
        (
            "recheck_after_days",
            View::from(settings.recheck_after_days),
        ),
        (
            "outage_warning_hours",
            View::from(settings.outage_warning_hours.unwrap_or(0)),
        ),
        ("languages", View::from(languages.collect::<Vec<_>>())),
    ])
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
pub(super) fn titles(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let model = writer.guide.model;
    let title = |path: &str, record: Option<&str>| {
        let prose = model
            .page(writer.language, path)
            .map(|page| page.front.title.clone());
        prose
            .or_else(|| {
                record.and_then(|record| {
                    heading(
                        model.at(record).or_else(|| model.hidden(record))?,
                        writer.language,
                    )
                })
            })
            .unwrap_or_else(|| path.to_owned())
    };
    writer
        .guide
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

/// One page.
pub(super) fn page(
    writer: &Writer<'_>,
    path: &str,
    titles: &BTreeMap<String, String>,
    body: &str,
    record: Option<View>,
) -> View {
    let model = writer.guide.model;
    let settings = &model.settings;
    let summary = model
        .page(writer.language, path)
        .map_or("", |page| page.front.summary.as_str());
    let languages = settings.languages.iter().map(|language| {
        map([
            ("code", View::normal_string(&language.code)),
            ("name", View::normal_string(&language.name)),
            (
                "href",
                View::normal_string(&format!("/{}/{path}.html", language.code)),
            ),
            ("current", View::from(language.code == writer.language)),
        ])
    });
    let canonical = settings
        .base_url
        .as_ref()
        .map(|base| format!("{}{}/{path}.html", base.0, writer.language));
    let facts = writer
        .guide
        .facts_of(path)
        .into_iter()
        .map(|entry| fact(writer, entry));
    let (lead, sections) = sections::cut(body);
    map([
        ("path", View::normal_string(path)),
        (
            "title",
            View::normal_string(titles.get(path).map_or(path, String::as_str)),
        ),
        ("summary", View::normal_string(summary)),
        ("body", html(body)),
        ("lead", lead),
        ("sections", sections),
        ("steps", steps(writer, path)),
        ("record", record.unwrap_or_else(View::none)),
        ("canonical", text(canonical)),
        ("languages", View::from(languages.collect::<Vec<_>>())),
        ("menu", menu(writer, path, titles)),
        ("facts", View::from(facts.collect::<Vec<_>>())),
    ])
}

/// The ids of the steps of the walk-through that lead to a page.
fn steps(writer: &Writer<'_>, path: &str) -> View {
    let address = format!("/{path}.html");
    let leads_here = |entry: &&Entry| {
        let lists = ["pages", "either"];
        let mut pages = lists.iter().filter_map(|name| entry.field(name));
        pages.any(|list| {
            let mut found = false;
            list.walk(&mut |item| {
                found |= matches!(&item.value, Value::Plain(text) if *text == address);
            });
            found
        })
    };
    let steps = writer.guide.model.of("steps").iter().filter(leads_here);
    let ids = steps.map(|entry| View::normal_string(&entry.id));
    View::from(ids.collect::<Vec<_>>())
}

fn menu(writer: &Writer<'_>, path: &str, titles: &BTreeMap<String, String>) -> View {
    let groups = writer.guide.model.settings.menu.iter().map(|group| {
        let pages = group.pages.iter().map(|page| {
            map([
                ("path", View::normal_string(page)),
                (
                    "title",
                    View::normal_string(titles.get(page).map_or(page.as_str(), String::as_str)),
                ),
                (
                    "href",
                    View::normal_string(&format!("/{}/{page}.html", writer.language)),
                ),
                ("current", View::from(page == path)),
            ])
        });
        let name = group.name.0.get(writer.language);
        map([
            ("id", View::normal_string(&group.id)),
            ("name", text(name)),
            ("pages", View::from(pages.collect::<Vec<_>>())),
        ])
    });
    View::from(groups.collect::<Vec<_>>())
}

/// A fact in the list at the foot of a page.
fn fact(writer: &Writer<'_>, entry: &Entry) -> View {
    let name = writer.name(entry);
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
        ("name", html(&name)),
        ("confidence", confidence),
        ("checked", writer.day(writer.guide.last_seen(entry))),
        ("confirmed_on", writer.day(entry.date("confirmed_on"))),
        ("from", writer.day(entry.date("from"))),
        ("until", writer.day(entry.date("until"))),
        ("sources", View::from(sources)),
        (
            "changed",
            changed.map_or_else(View::none, |reason| html(&writer.fact(reason))),
        ),
    ])
}

fn source(writer: &Writer<'_>, id: &str) -> Option<View> {
    let entry = writer.guide.model.get("sources", id)?;
    let words = |name: &str| {
        entry
            .field(name)
            .map_or_else(View::none, |fact| html(&writer.fact(fact)))
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
