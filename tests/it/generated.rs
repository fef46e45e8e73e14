//! Files that are generated and committed: equal to what the program makes now. `UPDATE_GENERATED=1` writes them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use madoguchi::diagnostic::{Findings, Format, MessageLang, render};
use madoguchi::guide::Guide;
use madoguchi::lint::published_ids;
use madoguchi::model::{self, Entry, Model};
use madoguchi::output::schema;
use madoguchi::source::node::Node;
use madoguchi::source::{self, GuideFiles, yaml};

use crate::reference;
use crate::support::files;

/// The guide of this repository.
fn shipped() -> (GuideFiles, Model) {
    let mut findings = Findings::default();
    let source = source::read(Path::new(env!("CARGO_MANIFEST_DIR")), &mut findings)
        .expect("the repository is a guide");
    let model = model::read(&source, &mut findings);
    assert!(
        !findings.has_errors(),
        "{}",
        render(&findings, &source.files, Format::Short, MessageLang::En)
    );
    (source, model.expect("guide.yaml is usable"))
}

/// Compares `path` with what it should hold, or writes it.
fn compare(path: &str, wanted: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(&file, wanted).expect("the repository can be written");
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == wanted,
        "{path} is out of date; run `make generated` and read what changed"
    );
}

/// Compares a folder that holds nothing else with what it should hold, or writes it.
fn compare_folder(folder: &str, wanted: &BTreeMap<String, String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("the repository can be written");
    }
    for (name, text) in wanted {
        compare(&format!("{folder}/{name}"), text);
    }
    let found: Vec<String> = files(&root).into_keys().collect();
    assert!(
        found.iter().eq(wanted.keys()),
        "{folder} holds {found:?}; run `make generated`"
    );
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let (_, model) = shipped();
    let output = schema::make(&model.settings.languages);
    let texts = output
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("JSON is UTF-8")));
    compare_folder("docs/reference/schema", &texts.collect());
}

#[test]
fn the_reference_pages_are_those_of_the_types() {
    compare_folder("docs/reference/data", &reference::pages());
}

#[test]
fn the_list_of_published_ids_is_complete() {
    let (_, model) = shipped();
    compare("data/published-ids.txt", &published_ids(&model));
}

#[test]
fn every_statement_of_the_article_is_on_a_page_in_both_languages() {
    let (mut source, model) = shipped();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/coverage.yaml"))
        .expect("there");
    let file = source.files.add("docs/coverage.yaml", text);
    let mut findings = Findings::default();
    let rows = yaml::read(&source.files, file, &mut findings).expect("docs/coverage.yaml is YAML");
    assert!(
        findings.is_empty(),
        "{}",
        render(&findings, &source.files, Format::Short, MessageLang::En)
    );
    let guide = Guide::new(&model, model.settings.edition.0);
    let mut table = String::from(HEAD);
    let mut faults = String::new();
    for row in rows.items() {
        match line(row, &guide) {
            Ok(line) => table.push_str(&line),
            Err(fault) => {
                let _ = writeln!(
                    faults,
                    "line {}: {fault}",
                    source.files.position(row.place).line
                );
            }
        }
    }
    assert!(faults.is_empty(), "docs/coverage.yaml:\n{faults}");
    compare("docs/coverage.md", &table);
}

const HEAD: &str = "# What became of the article

The guide started from an article of December 2025. Each of its statements, in our words, the record that holds it now, and
where readers find it. Generated from `coverage.yaml` by `make generated`; a test fails where a cell would be empty.

| The article says | Fact | Japanese | English | Outcome | Why |
| --- | --- | --- | --- | --- | --- |
";

/// A row of the table; an error where a cell would be empty.
fn line(row: &Node, guide: &Guide<'_>) -> Result<String, String> {
    let cell = |key: &str| match row.scalar_at(key).map(str::trim) {
        Some(text) if !text.is_empty() => Ok(text.replace('|', "\\|")),
        _ => Err(format!("`{key}` is empty")),
    };
    let (says, fact, outcome, why) = (cell("says")?, cell("fact")?, cell("outcome")?, cell("why")?);
    if !["kept", "corrected", "superseded"].contains(&outcome.as_str()) {
        return Err(format!("`{outcome}` is no outcome"));
    }
    let entry = guide
        .model
        .at(&fact)
        .ok_or_else(|| format!("there is no record `{fact}`"))?;
    let (page, anchor) = place(entry, guide).ok_or_else(|| format!("`{fact}` is on no page"))?;
    let [ja, en] = ["ja", "en"].map(|language| {
        let here = guide.model.page(language, &page).is_some()
            || guide
                .plan
                .get(&page)
                .is_some_and(|planned| planned.record.is_some());
        here.then(|| format!("`/{language}/{page}.html#{anchor}`"))
    });
    let (ja, en) = (ja.ok_or("no Japanese page")?, en.ok_or("no English page")?);
    Ok(format!(
        "| {says} | `{fact}` | {ja} | {en} | {outcome} | {why} |\n"
    ))
}

/// The page and anchor where a record is shown: whole if it is anywhere, else where one of its values is.
fn place(entry: &Entry, guide: &Guide<'_>) -> Option<(String, String)> {
    let split = |address: &str| {
        let (page, anchor) = address.split_once(".html#")?;
        Some((page.to_owned(), anchor.to_owned()))
    };
    let mentioned = || {
        guide.plan.iter().find_map(|(page, planned)| {
            let shown = planned
                .shown
                .iter()
                .find(|shown| shown.record == entry.path())?;
            Some((page.clone(), shown.anchor.clone()?))
        })
    };
    guide.address(entry).and_then(split).or_else(mentioned)
}
