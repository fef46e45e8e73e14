//! What paper templates read: for each language one file of facts, words and pages (`/ja.json`), the drawings, the codes that
//! lead to the pages; and the colours (`/look.json`).

use std::collections::{BTreeMap, BTreeSet};

use tera::Value as View;

use super::blocks::blocks;
use super::pieces::Writer;
use super::{qr, words};
use crate::guide::Guide;
use crate::model::KINDS;
use crate::model::fact::Value;
use crate::model::look::{self, Tokens};
use crate::model::plan::FACTS_ANCHOR;
use crate::model::{Entry, settings};
use crate::output::drawing;
use crate::output::each::each;
use crate::output::facts::{self, map, text};
use crate::source::GuideFiles;

/// Files that templates read, by path from their root.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The files of all languages.
pub(super) fn files(guide: &Guide<'_>, source: &GuideFiles) -> Files {
    let settings = &guide.model.settings;
    let mut files = Files::from([(
        "look.json".to_owned(),
        json(&colours(settings.look.as_ref(), source)),
    )]);
    let languages = guide.model.languages();
    let made = each(&languages, |_| 0, |language| in_language(guide, language));
    files.extend(made.into_iter().flatten());
    files
}

fn in_language(guide: &Guide<'_>, language: &str) -> Files {
    let writer = Writer { guide, language };
    let drawings = drawing::all(guide, language);
    let titles = facts::titles(&writer);
    let context = json(&context(&writer, &drawings, &titles));
    let mut files = Files::from([(format!("{language}.json"), context)]);
    if let Some(url) = &guide.model.settings.base_url {
        files.extend(qr::codes(&url.0, language, &titles));
    }
    files.extend(drawings.into_iter().map(|(path, drawing)| {
        let path = format!("drawings/{language}/{path}.svg");
        (path, drawing.svg.into_bytes())
    }));
    files
}

/// Strings, numbers, lists and mappings: writing them cannot fail.
fn json(view: &View) -> Vec<u8> {
    serde_json::to_vec(view).unwrap_or_default()
}

/// The colours of light pages: those of the theme, and what `guide.yaml` sets of them.
fn colours(look: Option<&settings::Look>, source: &GuideFiles) -> View {
    let css = source.theme.get(look::FILE);
    let css = css.map(|bytes| String::from_utf8_lossy(bytes));
    let mut colours = Tokens::read(css.as_deref().unwrap_or_default()).light;
    let set = look.and_then(|look| look.light.as_ref()).into_iter();
    let set = set.flatten();
    colours.extend(set.filter_map(|(name, colour)| Some((name.clone(), look::rgb(&colour.0)?))));
    map(colours.into_iter().map(|(name, [red, green, blue])| {
        let colour = format!("#{red:02x}{green:02x}{blue:02x}");
        (name, View::normal_string(&colour))
    }))
}

/// `docs/reference/paper.md` describes it to those who write templates.
fn context(
    writer: &Writer<'_>,
    drawings: &BTreeMap<String, drawing::Drawing>,
    titles: &BTreeMap<String, String>,
) -> View {
    let records = facts::records(writer);
    let mut context = facts::shared(writer, &records, titles);
    let kinds = KINDS.iter().map(|kind| {
        let entries = writer.guide.model.of(kind.name).iter();
        let ids = entries.map(|entry| View::normal_string(&entry.id));
        (kind.name, View::from(ids.collect::<Vec<_>>()))
    });
    context.insert("kinds", map(kinds));
    let drawings = drawings.keys().map(|path| View::normal_string(path));
    context.insert("drawings", View::from(drawings.collect::<Vec<_>>()));
    context.insert("chapters", chapters(writer, titles));
    context.insert("anchors", anchors(writer.guide));
    context.insert("evidence", evidence(writer));
    context.insert("words", words::words(writer));
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

/// A fact behind a page; `evidence` says what stands behind it.
fn behind(entry: &Entry) -> View {
    let sure = match entry.field("confidence").map(|word| &word.value) {
        Some(Value::Word(word)) => View::normal_string(word),
        _ => View::none(),
    };
    map([
        ("path", View::normal_string(&entry.path())),
        ("confidence", sure),
    ])
}

/// All facts behind the pages, in the order of the data.
fn evidence(writer: &Writer<'_>) -> View {
    let guide = writer.guide;
    let pages = reading_order(guide);
    let behind = pages.iter().flat_map(|path| guide.facts_of(path));
    let behind: BTreeSet<String> = behind.map(Entry::path).collect();
    let entries = guide.model.all();
    let entries = entries.filter(|entry| behind.contains(&entry.path()));
    let facts = entries.map(|entry| facts::fact(writer, entry));
    View::from(facts.collect::<Vec<_>>())
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
    let facts = guide.facts_of(path).into_iter().map(behind);
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
