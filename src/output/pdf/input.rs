//! What paper templates read: for each language one file of facts, words and pages (`/ja.json`), and the drawings.

use std::collections::BTreeMap;

use tera::Value as View;

use super::blocks::blocks;
use super::pieces::Writer;
use crate::guide::Guide;
use crate::model::KINDS;
use crate::model::plan::FACTS_ANCHOR;
use crate::output::drawing;
use crate::output::facts::{self, map, text};

/// Files that templates read, by path from their root.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The files of all languages.
pub(super) fn files(guide: &Guide<'_>) -> Files {
    let mut files = Files::new();
    for language in guide.model.languages() {
        let writer = Writer { guide, language };
        let drawings = drawing::all(guide, language);
        // Strings, numbers, lists and mappings: this cannot fail.
        let json = serde_json::to_vec(&context(&writer, &drawings)).unwrap_or_default();
        files.insert(format!("{language}.json"), json);
        for (path, drawing) in drawings {
            files.insert(
                format!("drawings/{language}/{path}.svg"),
                drawing.svg.into(),
            );
        }
    }
    files
}

/// `docs/reference/paper.md` describes it to those who write templates.
fn context(writer: &Writer<'_>, drawings: &BTreeMap<String, drawing::Drawing>) -> View {
    let records = facts::records(writer);
    let titles = facts::titles(writer);
    let mut context = facts::shared(writer, &records, &titles);
    let kinds = KINDS.iter().map(|kind| {
        let entries = writer.guide.model.of(kind.name).iter();
        let ids = entries.map(|entry| View::normal_string(&entry.id));
        (kind.name, View::from(ids.collect::<Vec<_>>()))
    });
    context.insert("kinds", map(kinds));
    let drawings = drawings.keys().map(|path| View::normal_string(path));
    context.insert("drawings", View::from(drawings.collect::<Vec<_>>()));
    context.insert("chapters", chapters(writer, &titles));
    context.insert("anchors", anchors(writer.guide));
    map(context)
}

/// The groups of the menu with their pages in the order in which they are read.
fn chapters(writer: &Writer<'_>, titles: &BTreeMap<String, String>) -> View {
    let groups = &writer.guide.model.settings.menu;
    let chapters = groups.iter().map(|group| {
        let pages = group.pages.iter();
        let pages = pages.flat_map(|path| with_pages_below(writer.guide, path));
        let pages = pages.map(|path| page(writer, &path, titles));
        map([
            ("id", View::normal_string(&group.id)),
            ("name", text(group.name.0.get(writer.language))),
            ("pages", View::from(pages.collect::<Vec<_>>())),
        ])
    });
    View::from(chapters.collect::<Vec<_>>())
}

/// Where links within the manual may lead: its pages, and the headings and records on them.
fn anchors(guide: &Guide<'_>) -> View {
    let pages = reading_order(guide);
    let anchors = pages.iter().flat_map(|path| {
        let anchors = guide
            .plan
            .get(path)
            .into_iter()
            .flat_map(|page| &page.anchors);
        let anchors = anchors.filter(|anchor| *anchor != FACTS_ANCHOR);
        std::iter::once(path.clone()).chain(anchors.map(move |anchor| format!("{path}#{anchor}")))
    });
    map(anchors.map(|anchor| (anchor, View::from(true))))
}

/// The pages of the manual.
fn reading_order(guide: &Guide<'_>) -> Vec<String> {
    let menu = guide.model.settings.menu.iter();
    menu.flat_map(|group| &group.pages)
        .flat_map(|path| with_pages_below(guide, path))
        .collect()
}

/// A page of the menu, and those that belong to it.
fn with_pages_below(guide: &Guide<'_>, path: &str) -> Vec<String> {
    let mut pages = vec![path.to_owned()];
    pages.extend(pages_below(guide, path));
    pages
}

/// The pages that `procedures/index` leads to and the menu does not list: those of the records, in the order of the data.
fn pages_below(guide: &Guide<'_>, path: &str) -> Vec<String> {
    let Some(folder) = path.strip_suffix("/index") else {
        return Vec::new();
    };
    let in_menu = |path: &String| {
        let mut pages = guide
            .model
            .settings
            .menu
            .iter()
            .flat_map(|group| &group.pages);
        pages.any(|page| page == path)
    };
    let rank = |path: &str| {
        let record = guide.plan.get(path).and_then(|page| page.record.as_deref());
        let (kind, id) = record.and_then(|record| record.split_once('.'))?;
        guide.model.of(kind).iter().position(|entry| entry.id == id)
    };
    let mut below: Vec<String> = guide
        .plan
        .keys()
        .filter(|page| {
            page.strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
        })
        .filter(|page| *page != path && !in_menu(page))
        .cloned()
        .collect();
    below.sort_by_key(|page| rank(page).unwrap_or(usize::MAX));
    below
}

fn page(writer: &Writer<'_>, path: &str, titles: &BTreeMap<String, String>) -> View {
    let guide = writer.guide;
    let prose = guide.model.page(writer.language, path);
    let record = guide.plan.get(path).and_then(|page| page.record.as_deref());
    let record = record
        .and_then(|record| record.split_once('.'))
        .map_or_else(View::none, |(kind, id)| {
            map([
                ("kind", View::normal_string(kind)),
                ("id", View::normal_string(id)),
            ])
        });
    let facts = guide.facts_of(path).into_iter();
    let facts = facts.map(|entry| facts::fact(writer, entry));
    map([
        ("path", View::normal_string(path)),
        (
            "title",
            View::normal_string(titles.get(path).map_or(path, String::as_str)),
        ),
        (
            "summary",
            text(
                prose
                    .map(|page| page.front.summary.as_str())
                    .filter(|words| !words.is_empty()),
            ),
        ),
        ("record", record),
        (
            "blocks",
            prose.map_or_else(
                || View::from(Vec::<View>::new()),
                |page| blocks(writer, &page.body),
            ),
        ),
        ("facts", View::from(facts.collect::<Vec<_>>())),
    ])
}
