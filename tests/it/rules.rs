//! The rules of the tools: their own scripts, run as the reader's browser runs them, give what the vectors in `tests/rules/`
//! say. `tests/browser/rules.test.mjs` runs the same in Node and in Chromium.

use std::fs;
use std::path::Path;

use regex::Regex;
use rquickjs::{Context, Function, Runtime};
use walkdir::WalkDir;

use crate::support::shipped;

/// The texts of all files of a folder with this suffix, in the order of their names.
fn texts(folder: &str, suffix: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|it| it == suffix))
        .collect();
    paths.sort();
    let text = |path: &Path| fs::read_to_string(path).expect("it can be read");
    paths
        .iter()
        .map(|path| (path.display().to_string(), text(path)))
        .collect()
}

/// The data of each tool by its id, as its Japanese page has it, as JSON.
fn data() -> String {
    let pages = WalkDir::new(shipped().path().join("public/ja")).into_iter();
    let tools = pages.filter_map(Result::ok).filter_map(|entry| {
        let page = fs::read_to_string(entry.path()).ok()?;
        let (_, after) = page.split_once("id=\"tool-data\" data-tool=\"")?;
        let (id, after) = after.split_once("\">")?;
        let (json, _) = after.split_once("</template>")?;
        Some(format!("\"{id}\":{json}"))
    });
    format!("{{{}}}", tools.collect::<Vec<_>>().join(","))
}

#[test]
fn rules_give_what_their_vectors_say() {
    let runtime = Runtime::new().expect("an engine");
    let context = Context::full(&runtime).expect("a context");
    let vectors = texts("tests/rules", "json");
    assert!(vectors.len() > 3, "there are vectors");
    let found: Vec<String> = context.with(|js| {
        for (path, source) in texts("theme/js/rules", "js") {
            js.eval::<(), _>(source)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        for (path, source) in texts("tests/rules", "js") {
            js.eval::<(), _>(source)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        let run: Function<'_> = js
            .eval("(vectors, data) => failures(JSON.parse(vectors), JSON.parse(data)).join('\\n')")
            .expect("the runner");
        let data = data();
        vectors
            .iter()
            .map(|(path, text)| {
                let found: String = run
                    .call((text.as_str(), data.as_str()))
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
                found
            })
            .filter(|found| !found.is_empty())
            .collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The scripts of tools are published without lines that look like comments: no text may go over several lines.
#[test]
fn no_text_of_a_script_goes_over_a_line() {
    let scripts = WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("theme/js"));
    let scripts = scripts.into_iter().filter_map(Result::ok);
    let texts = scripts.filter_map(|entry| fs::read_to_string(entry.path()).ok());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let open =
        |line: &String| line.matches('`').count() % 2 == 1 && !line.trim().starts_with(['/', '*']);
    assert_eq!(lines.filter(open).collect::<Vec<_>>(), Vec::<String>::new());
}

/// Amounts, limits and days are facts, and words are the page's: scripts have none of their own. Numbers of the clock, the
/// calendar and the machine may stand there.
#[test]
fn no_fact_and_no_word_stands_in_a_script() {
    const TECHNICAL: &[&str] = &[
        "1000",
        "4000",
        "20_000",
        "3_600_000",
        "60_000",
        "86_400_000",
    ];
    let figure = Regex::new(r"(?:\b\d[\d_]{3,}\b|\d{4}-\d{2}-\d{2})").expect("a pattern");
    let japanese = Regex::new(r"[\p{Hiragana}\p{Katakana}]{2,}").expect("a pattern");
    let comment = Regex::new(r"(?s)/\*.*?\*/|(?m)(?:^|\s)//.*$").expect("a pattern");
    let scripts = WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("theme/js"));
    let mut found = Vec::new();
    for entry in scripts.into_iter().filter_map(Result::ok) {
        let Ok(text) = fs::read_to_string(entry.path()) else {
            continue;
        };
        let code = comment.replace_all(&text, "");
        let figures = figure.find_iter(&code).map(|it| it.as_str());
        let figures = figures.filter(|figure| !TECHNICAL.contains(figure));
        let words = japanese.find_iter(&code).map(|it| it.as_str());
        found.extend(
            figures
                .chain(words)
                .map(|it| format!("{}: {it}", entry.path().display())),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_path_through_the_questions_reaches_a_result() {
    let runtime = Runtime::new().expect("an engine");
    let context = Context::full(&runtime).expect("a context");
    let found: String = context.with(|js| {
        for folder in ["theme/js/rules", "tests/rules"] {
            for (path, source) in texts(folder, "js") {
                js.eval::<(), _>(source)
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
            }
        }
        let run: Function<'_> = js
            .eval("(data) => { const { paths, found } = walks(JSON.parse(data)['can-i'].facts); return paths > 1000 ? found.join('\\n') : `${paths} paths`; }")
            .expect("the walk");
        run.call((data(),)).expect("it walks")
    });
    assert!(found.is_empty(), "{found}");
}
