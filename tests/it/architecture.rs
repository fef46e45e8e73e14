//! Arrows point one way: which part of the program may use which.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// Each part with those it may use, as docs/ARCHITECTURE.md draws it.
const MAY_USE: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("hash", &[]),
    ("markdown", &[]),
    ("source", &["diagnostic"]),
    ("model", &["diagnostic", "hash", "markdown", "source"]),
    ("lint", &["diagnostic", "markdown", "model", "source"]),
    ("guide", &["markdown", "model"]),
    (
        "output",
        &["diagnostic", "guide", "hash", "markdown", "model", "source"],
    ),
    ("publish", &["diagnostic", "hash", "output"]),
    ("serve", &["diagnostic", "markdown", "output", "source"]),
    (
        "cli",
        &[
            "diagnostic",
            "guide",
            "lint",
            "model",
            "output",
            "publish",
            "serve",
            "source",
        ],
    ),
];

fn rust_files() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&src)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "rs"));
    files
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(&src)
                .expect("below src")
                .to_string_lossy()
                .replace('\\', "/");
            (path, fs::read_to_string(entry.path()).expect("readable"))
        })
        .collect()
}

#[test]
fn no_part_uses_one_that_comes_after_it() {
    for (path, text) in rust_files() {
        let part = path.split(['/', '.']).next().unwrap_or_default();
        if part == "lib" || part == "main" {
            continue;
        }
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(name, _)| *name == part)
            .unwrap_or_else(|| panic!("say what `{part}` may use"));
        let code: String = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        let used: BTreeSet<&str> = code
            .match_indices("crate::")
            .filter_map(|(at, word)| {
                code[at + word.len()..]
                    .split(|c: char| !c.is_ascii_lowercase() && c != '_')
                    .next()
            })
            .filter(|used| *used != part && !used.is_empty())
            .collect();
        for used in used {
            assert!(allowed.contains(&used), "src/{path} uses `{used}`");
        }
    }
}

#[test]
fn only_source_and_publish_touch_the_disk_and_nothing_reads_the_clock() {
    for (path, text) in rust_files() {
        let own = text.split("#[cfg(test)]").next().unwrap_or_default();
        let touches_disk = ["std::fs", "fs::read", "fs::write", "File::open"]
            .iter()
            .any(|word| own.contains(word));
        let may = path.starts_with("source/") || path.starts_with("publish/");
        assert!(may || !touches_disk, "src/{path} touches the disk");
        for clock in ["SystemTime", "Instant::now", "Zoned::now", "Timestamp::now"] {
            assert!(!own.contains(clock), "src/{path} reads the clock");
        }
    }
}

#[test]
fn files_are_short_enough_to_keep_in_mind() {
    for (path, text) in rust_files() {
        assert!(
            text.lines().count() <= 400,
            "src/{path} is longer than 400 lines"
        );
    }
}
