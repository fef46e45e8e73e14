//! Files that are generated and committed: equal to what the program makes now. `UPDATE_GENERATED=1` writes them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use madoguchi::diagnostic::{Findings, Format, MessageLang, render};
use madoguchi::lint::published_ids;
use madoguchi::model::plan::{Plan, plan};
use madoguchi::model::{self, Model};
use madoguchi::source::node::Node;
use madoguchi::source::{self, Source, yaml};

/// The guide of this repository.
fn shipped() -> (Source, Model) {
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
    let plan = plan(&model);
    let mut table = String::from(HEAD);
    let mut faults = String::new();
    for row in rows.items() {
        match line(row, &model, &plan) {
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
fn line(row: &Node, model: &Model, plan: &Plan) -> Result<String, String> {
    let cell = |key: &str| match row.scalar_at(key).map(str::trim) {
        Some(text) if !text.is_empty() => Ok(text.replace('|', "\\|")),
        _ => Err(format!("`{key}` is empty")),
    };
    let (says, fact, outcome, why) = (cell("says")?, cell("fact")?, cell("outcome")?, cell("why")?);
    if !["kept", "corrected", "superseded"].contains(&outcome.as_str()) {
        return Err(format!("`{outcome}` is no outcome"));
    }
    model
        .at(&fact)
        .ok_or_else(|| format!("there is no record `{fact}`"))?;
    let (page, anchor) = place(&fact, plan).ok_or_else(|| format!("`{fact}` is on no page"))?;
    let [ja, en] = ["ja", "en"].map(|language| {
        let here = model.page(language, page).is_some()
            || plan
                .get(page)
                .is_some_and(|planned| planned.record.is_some());
        here.then(|| format!("`/{language}/{page}.html#{anchor}`"))
    });
    let (ja, en) = (ja.ok_or("no Japanese page")?, en.ok_or("no English page")?);
    Ok(format!(
        "| {says} | `{fact}` | {ja} | {en} | {outcome} | {why} |\n"
    ))
}

/// The page and anchor where a record is shown: whole if it is anywhere, else where one of its values is.
fn place<'a>(fact: &str, plan: &'a Plan) -> Option<(&'a str, &'a str)> {
    let shown = || {
        plan.iter()
            .flat_map(|(path, planned)| {
                planned
                    .shown
                    .iter()
                    .map(move |shown| (path.as_str(), shown))
            })
            .filter_map(|(path, shown)| {
                (shown.record == fact).then_some((path, shown.anchor.as_deref()?, shown.whole))
            })
    };
    shown()
        .find(|(_, _, whole)| *whole)
        .or_else(|| shown().next())
        .map(|(path, anchor, _)| (path, anchor))
}
