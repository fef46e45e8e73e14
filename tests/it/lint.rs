//! Every finding that the program can make, on files as an editor leaves them.
//!
//! A case is a folder of `tests/fixtures/lint/`, named after the code of the finding (after a dot, which sort of it):
//!
//! - `valid/` and `invalid/`: files that are laid over `common/`, the smallest complete guide. The first must give no
//!   finding at all, the second those of `expected.txt`.
//! - `expected.txt`: all that is said to a person, in English, then, after a line `--- ja`, in Japanese.
//! - `common/`, where a case stands on a guide of its own; `command.txt`, where it is not `check` that finds it.
//!
//! `UPDATE_FIXTURES=1 cargo test --test it lint` writes every `expected.txt` anew. Read them then: right line, right
//! words above the caret, a remedy that somebody who does not program can follow?

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;
use walkdir::WalkDir;

use crate::support::{Folder, Run, fixtures, update_fixtures};

/// Folders beside the cases.
const NO_CASES: [&str; 2] = ["common", "formats"];

/// Codes for which no files can be kept or made, and why.
const WITHOUT_CASE: [(&str, &str); 1] = [(
    "unreadable",
    "takes permissions, which do not bind the administrator that tests run as in containers",
)];

/// A folder of fixtures.
struct Case {
    name: String,
    folder: PathBuf,
}

/// All cases, by name.
fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = fs::read_dir(fixtures().join("lint"))
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a folder can be listed").path())
        .filter(|path| path.is_dir())
        .map(|folder| Case {
            name: file_name(&folder),
            folder,
        })
        .filter(|case| !NO_CASES.contains(&case.name.as_str()))
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .expect("a name")
        .to_str()
        .expect("a name in UTF-8")
        .to_owned()
}

impl Case {
    fn code(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }

    /// The guide of this case with `valid` or `invalid` laid over it.
    fn lay(&self, variant: &str) -> Folder {
        let own = self.folder.join("common");
        let common = if own.is_dir() {
            own
        } else {
            fixtures().join("lint/common")
        };
        let folder = Folder::new();
        folder.lay(&common).lay(&self.folder.join(variant));
        if variant == "invalid" {
            spoil(self.code(), &folder);
        }
        folder
    }

    fn run(&self, folder: &Folder, lang: &str) -> Run {
        let command = fs::read_to_string(self.folder.join("command.txt"))
            .unwrap_or_else(|_| "check".to_owned());
        let mut arguments: Vec<&str> = command.split_whitespace().collect();
        arguments.extend(["--lang", lang]);
        let mut run = folder.run(&arguments);
        if arguments.first() == Some(&"build") {
            // Findings are the result of `check`, but not of `build`.
            std::mem::swap(&mut run.stdout, &mut run.stderr);
        }
        if self.is_overlay() {
            run.stdout = own_findings(&run.stdout);
        }
        run
    }

    /// Does the case stand on the edition in the program? Its findings are not this test's business.
    fn is_overlay(&self) -> bool {
        let guide = fs::read_to_string(self.folder.join("common/guide.yaml"))
            .unwrap_or_else(|_| "base: none".to_owned());
        !guide.contains("base: none")
    }

    fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let valid = self.run(&self.lay("valid"), "en");
        let is_clean = valid.stdout.is_empty() || valid.stdout == "0 errors, 0 warnings\n";
        if !is_clean || (valid.code != Some(0) && !self.is_overlay()) {
            problems.push(format!(
                "{}/valid gives findings or ends with {:?}:\n{}",
                self.name, valid.code, valid.stdout
            ));
        }
        let folder = self.lay("invalid");
        let (en, ja) = (self.run(&folder, "en"), self.run(&folder, "ja"));
        let wanted = Some(i32::from(en.stdout.contains("error[")));
        if en.code != wanted || ja.code != wanted {
            problems.push(format!(
                "{}/invalid ends with {:?} and {:?}, not {wanted:?}",
                self.name, en.code, ja.code
            ));
        }
        let code = format!("[{}]", self.code());
        if !en.stdout.contains(&code) || !ja.stdout.contains(&code) {
            problems.push(format!("{}/invalid does not give {code}", self.name));
        }
        let is_check = !self.folder.join("command.txt").exists();
        if is_check && [&valid, &en, &ja].iter().any(|run| !run.stderr.is_empty()) {
            problems.push(format!("{}: `check` writes to standard error", self.name));
        }
        problems.extend(compare(
            &self.folder.join("expected.txt"),
            &format!("{}--- ja\n{}", en.stdout, ja.stdout),
        ));
        problems
    }
}

/// What is wrong with a text that is kept in a file; with `UPDATE_FIXTURES=1` the file is written instead.
fn compare(path: &Path, text: &str) -> Option<String> {
    if update_fixtures() {
        fs::write(path, text).expect("a fixture can be written");
    }
    let kept = fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    (kept != text).then(|| format!("{} differs; this is what was said:\n{text}", path.display()))
}

/// Leaves out what is said of the edition in the program, and the closing line that counts it too.
fn own_findings(text: &str) -> String {
    let blocks = text
        .split_inclusive("\n\n")
        .filter(|block| block.ends_with("\n\n") && !block.contains("--> base:"));
    blocks.collect()
}

/// Makes the slips that no editor and no repository keeps.
fn spoil(code: &str, folder: &Folder) {
    let contacts = "data/contacts.yaml";
    match code {
        "control-character" => {
            folder.replace(contacts, "ヘルプデスク", "ヘルプ\0デスク");
        }
        "not-utf-8" => {
            // ヘルプデスク as Shift_JIS, which is what a spreadsheet saves.
            let name = b"\x83\x77\x83\x8b\x83\x76\x83\x66\x83\x58\x83\x4e";
            let text = folder.text(contacts);
            let (before, after) = text.split_once("ヘルプデスク").expect("the name is there");
            folder.write(
                contacts,
                [before.as_bytes(), name, after.as_bytes()].concat(),
            );
        }
        "too-long" => {
            folder.replace(contacts, "画面の操作", &"画面の操作。".repeat(4_000));
        }
        "too-large" => {
            let font = "theme/fonts/明朝.ttf";
            folder.write(font, "");
            let file = fs::File::options()
                .write(true)
                .open(folder.path().join(font));
            file.and_then(|file| file.set_len(32 * 1024 * 1024 + 1))
                .expect("a file can be made long");
        }
        "too-many-files" => {
            let icons = folder.path().join("theme/icons");
            fs::create_dir_all(&icons).expect("a folder can be made");
            for number in 0..50_000 {
                fs::write(icons.join(format!("{number:05}.svg")), "")
                    .expect("a file can be written");
            }
        }
        _ => {}
    }
}

/// Making the files of this one takes longer than all others: it has a test, and so a thread, of its own.
const SLOW: &str = "too-many-files";

#[test]
fn every_finding_says_what_to_do_and_valid_files_give_none() {
    judge(|case| case.name != SLOW);
}

#[test]
fn a_folder_with_too_many_files_ends_soon() {
    judge(|case| case.name == SLOW);
}

/// A program without Typst sets no paper, and so finds no fault of its templates.
fn is_possible(case: &Case) -> bool {
    cfg!(feature = "pdf") || case.code() != "pdf-template"
}

#[track_caller]
fn judge(which: impl Fn(&Case) -> bool) {
    let cases = cases().into_iter().filter(is_possible).filter(which);
    let problems: Vec<String> = cases.flat_map(|case| case.problems()).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The codes that stand in `src/`, with the file.
fn codes_in_source() -> BTreeMap<String, String> {
    let patterns = [
        r#"(?:Finding::error|Finding::warning|\bproblem|\bsay)\(\s*(?:&span,\s*)?"([a-z0-9-]+)""#,
        r#"\bcode: "([a-z0-9-]+)""#,
        // A code with its Japanese words, of which a finding is made elsewhere.
        r#"\(\s*"([a-z0-9-]+)",\s*(?:format!\(\s*)?"[^"]*[\p{Hiragana}\p{Katakana}\p{Han}]"#,
    ]
    .map(|pattern| Regex::new(pattern).expect("a pattern"));
    let mut codes = BTreeMap::new();
    for entry in WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .into_iter()
        .filter_map(Result::ok)
    {
        if entry
            .path()
            .extension()
            .is_some_and(|suffix| suffix == "rs")
        {
            let text = fs::read_to_string(entry.path()).expect("a source file can be read");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for found in patterns
                .iter()
                .flat_map(|pattern| pattern.captures_iter(text))
            {
                codes.insert(found[1].to_owned(), entry.path().display().to_string());
            }
        }
    }
    codes
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    let codes = codes_in_source();
    let cases: BTreeSet<String> = cases().iter().map(|case| case.code().to_owned()).collect();
    let without = |code: &str| WITHOUT_CASE.iter().any(|(name, _)| *name == code);
    let lacking: Vec<_> = codes
        .iter()
        .filter(|(code, _)| !cases.contains(*code) && !without(code))
        .collect();
    assert!(
        lacking.is_empty(),
        "no folder in tests/fixtures/lint for {lacking:?}"
    );
    let strange: Vec<_> = cases
        .iter()
        .filter(|code| !codes.contains_key(*code))
        .collect();
    assert!(strange.is_empty(), "nothing in src/ makes {strange:?}");
    let gone: Vec<_> = WITHOUT_CASE
        .iter()
        .filter(|(code, _)| !codes.contains_key(*code) || cases.contains(*code))
        .collect();
    assert!(gone.is_empty(), "no longer to be listed: {gone:?}");
}

/// The guide of `formats/`, and what `check` says of it.
fn formatted(format: &str, lang: &str) -> Run {
    let folder = Folder::new();
    folder
        .lay(&fixtures().join("lint/common"))
        .lay(&fixtures().join("lint/formats/guide"));
    folder.run(&["check", "--format", format, "--lang", lang])
}

#[test]
fn the_four_formats_say_the_same() {
    let mut problems = Vec::new();
    for (format, suffix) in [
        ("human", "txt"),
        ("short", "txt"),
        ("json", "json"),
        ("github", "txt"),
    ] {
        for lang in ["en", "ja"] {
            let run = formatted(format, lang);
            assert_eq!(
                (run.code, run.stderr.as_str()),
                (Some(1), ""),
                "{format} {lang}"
            );
            problems.extend(compare(
                &fixtures().join(format!("lint/formats/{format}.{lang}.{suffix}")),
                &run.stdout,
            ));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_format_that_does_not_exist_is_a_usage_error() {
    let run = formatted("xml", "en");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains("human, short, json, github"),
        "{}",
        run.stderr
    );
}

#[test]
fn json_names_the_very_words() {
    let run = formatted("json", "en");
    let document: Value = serde_json::from_str(&run.stdout).expect("one JSON document");
    let findings = document["findings"].as_array().expect("a list of findings");
    let count = |severity: &str| {
        findings
            .iter()
            .filter(|finding| finding["severity"] == severity)
            .count()
    };
    assert_eq!(document["version"], 1);
    assert_eq!(document["errors"], count("error"));
    assert_eq!(document["warnings"], count("warning"));
    assert!(count("error") > 0 && count("warning") > 0, "{}", run.stdout);
    let words: Vec<_> = findings
        .iter()
        .map(|finding| (finding["code"].as_str().expect("a code"), words_of(finding)))
        .collect();
    assert_eq!(
        words,
        [
            ("bad-id", String::new()),
            ("forbidden-wording", "100% approval".to_owned()),
            ("typed-figure", "5,500 yen".to_owned()),
            ("bad-id", String::new()),
            ("forbidden-wording", "100％許可".to_owned()),
            ("typed-figure", "5,500円".to_owned()),
            ("not-read", String::new()),
            ("unknown-key", "tel".to_owned()),
            ("unknown-word", "report".to_owned()),
        ]
    );
}

/// The words that lines and columns of a finding of the JSON format enclose, counted as an editor counts.
fn words_of(finding: &Value) -> String {
    let number = |key: &str| {
        usize::try_from(finding[key].as_u64().expect("a number")).expect("a small number")
    };
    let path = fixtures()
        .join("lint/formats/guide")
        .join(finding["file"].as_str().expect("a file"));
    let text = fs::read_to_string(path).expect("the file of the finding is there");
    let line = text.lines().nth(number("line") - 1).unwrap_or_default();
    assert_eq!(number("line"), number("end_line"));
    line.chars()
        .skip(number("column") - 1)
        .take(number("end_column") - number("column"))
        .collect()
}

#[test]
fn github_annotations_are_escaped() {
    let run = formatted("github", "en");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 9, "one line a finding:\n{}", run.stdout);
    let line = |code: &str| {
        *lines
            .iter()
            .find(|line| line.contains(code))
            .expect("the finding is there")
    };
    let (properties, message) = line("forbidden-wording")
        .trim_start_matches("::")
        .split_once("::")
        .expect("two parts");
    assert!(
        properties.starts_with("error file=content/en/fees%2C photo.md,line="),
        "{properties}"
    );
    assert!(
        message.starts_with("`100%25 approval` must not be written%0A"),
        "{message}"
    );
    assert!(
        line("not-read")
            .starts_with("::warning file=data/contacts.yml,line=1,col=1,title=not-read::")
    );
}

#[test]
fn all_findings_come_in_one_run_in_the_order_of_files_and_places() {
    let folder = Folder::new();
    folder.lay(&fixtures().join("lint/common"));
    for file in [
        "front-matter/invalid/content/ja/help.md",
        "missing-key/invalid/data/holidays.yaml",
        "periods-gap/invalid/data/system.yaml",
        "tab/invalid/data/contacts.yaml",
        "typed-figure/invalid/content/en/fees.md",
        "typed-figure/invalid/content/ja/fees.md",
        "yaml-syntax/invalid/data/glossary.yaml",
    ] {
        let (_, path) = file.split_once("/invalid/").expect("a file of a case");
        folder.write(
            path,
            fs::read(fixtures().join("lint").join(file)).expect("the fixture is there"),
        );
    }
    folder.write("data/payments.yml", "[]");
    let run = folder.run(&["check", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let pattern =
        Regex::new(r"^(.+?):(\d+):(\d+): (?:error|warning)\[([a-z0-9-]+)\]: ").expect("a pattern");
    let found: Vec<(String, u32, u32, String)> = run
        .stdout
        .lines()
        .map(|line| {
            let parts = pattern
                .captures(line)
                .unwrap_or_else(|| panic!("not one line a finding: {line}"));
            let number = |at: usize| parts[at].parse().expect("a number");
            (
                parts[1].to_owned(),
                number(2),
                number(3),
                parts[4].to_owned(),
            )
        })
        .collect();
    assert!(found.is_sorted(), "not in order:\n{}", run.stdout);
    let codes: BTreeSet<&str> = found.iter().map(|(.., code)| code.as_str()).collect();
    let wanted = [
        "front-matter",
        "missing-key",
        "not-read",
        "periods-gap",
        "tab",
        "typed-figure",
        "yaml-syntax",
    ];
    assert!(wanted.iter().all(|code| codes.contains(code)), "{codes:?}");
    let lines: BTreeSet<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines.len(),
        run.stdout.lines().count(),
        "something is said twice:\n{}",
        run.stdout
    );
}

#[test]
fn a_slip_in_a_record_is_said_once_and_not_again_where_the_record_is_used() {
    let folder = Folder::new();
    folder
        .lay(&fixtures().join("lint/common"))
        .lay(&fixtures().join("lint/dangling-reference/valid"))
        .replace(
            "data/contacts.yaml",
            "confidence: reported",
            "confidence: reportd",
        );
    let run = folder.run(&["check", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(
        run.stdout
            .starts_with("data/contacts.yaml:3:15: error[unknown-word]: "),
        "{}",
        run.stdout
    );
}
