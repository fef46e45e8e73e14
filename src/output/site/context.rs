//! What templates of pages are given. `docs/reference/templates.md` describes it to those who
//! write them.

use std::collections::BTreeMap;

use tera::{Context, Value as View};

use super::prose::{Writer, html};
use super::{files, sections};
use crate::model::fact::Value;
use crate::model::{Entry, KINDS};
use crate::output::facts::{self, Records, map, text};
use crate::output::{Downloads, drawing, rules};

/// The same for every page of a language.
pub(super) fn global(
    writer: &Writer<'_>,
    records: &Records,
    titles: &BTreeMap<String, String>,
    downloads: &Downloads<'_>,
) -> Context {
    let mut context = Context::new();
    for (name, view) in facts::shared(writer, records, titles) {
        context.insert_value(name, view);
    }
    context.insert_value("paper", paper(writer));
    let lists = KINDS.iter().map(|kind| {
        let views = writer
            .guide
            .model
            .of(kind.name)
            .iter()
            .filter_map(|entry| records.get(kind.name)?.get(&entry.id).cloned());
        (kind.name, View::from(views.collect::<Vec<_>>()))
    });
    context.insert_value("kinds", map(lists));
    let drawings = drawing::all(writer.guide, writer.language).into_iter();
    let drawings = drawings.map(|(path, drawing)| (path, html(&drawing.svg)));
    context.insert_value("drawings", map(drawings));
    let rules = rules::all(writer.guide, writer.language).into_iter();
    context.insert_value("rules", map(rules.map(|(path, data)| (path, html(&data)))));
    context.insert_value("files", files::views(writer, records, downloads));
    context.insert_value("workbooks", files::workbooks(writer, records, downloads));
    context
}

/// The kinds of records whose words stand on sheets.
const ON_PAPER: &[&str] = &["mailing", "procedures", "sheets", "stationery"];

/// What sheets are made of in every language: they are Japanese wherever the guide is, with the other languages as help, so
/// Japanese comes first.
fn paper(writer: &Writer<'_>) -> View {
    let mut languages = writer.guide.model.languages();
    languages.sort_by_key(|language| *language != "ja");
    let of_language = |language: &str| {
        let writer = Writer {
            guide: writer.guide,
            language,
        };
        let words = writer.guide.model.strings.keys();
        let words = words.map(|key| {
            let word = writer.guide.word(key, language);
            (key.clone(), View::normal_string(word))
        });
        let records = facts::records_of(&writer, |kind| ON_PAPER.contains(&kind));
        let records = records.into_iter().map(|(kind, views)| (kind, map(views)));
        map([
            ("lang", View::normal_string(language)),
            ("t", map(words)),
            ("guide", facts::guide(&writer)),
            ("facts", map(records)),
        ])
    };
    View::from(languages.into_iter().map(of_language).collect::<Vec<_>>())
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
        .map(|entry| facts::fact(writer, entry));
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
