//! `madoguchi schema`, and what the schemas say: every key and every word in both languages, every file with its line.

use std::fs;
use std::path::Path;

use madoguchi::model::KINDS;
use madoguchi::model::settings::Language;
use madoguchi::output::schema;
use serde_json::Value;
use walkdir::WalkDir;

use crate::support::{Folder, fixtures};

/// The schemas for a guide in these languages, by name.
fn schemas(languages: &[(&str, &str)]) -> Vec<(String, Value)> {
    let languages: Vec<Language> = languages
        .iter()
        .map(|(code, name)| Language {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
        })
        .collect();
    let read = |bytes: &[u8]| serde_json::from_slice(bytes).expect("a schema is JSON");
    schema::make(&languages)
        .into_iter()
        .map(|(name, bytes)| (name, read(&bytes)))
        .collect()
}

#[test]
fn schemas_are_written_beside_what_is_there() {
    let folder = Folder::new();
    folder.write("schema/own.json", "{}");
    let run = folder.run(&["schema"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    // The words of the interface, the readings and guide.yaml are no kinds.
    let all = KINDS.len() + 3;
    assert!(
        run.stdout
            .starts_with(&format!("{all} files in schema ({all} written)")),
        "{}",
        run.stdout
    );
    assert_eq!(folder.text("schema/own.json"), "{}");
    let shipped = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/schema/fees.schema.json"),
    );
    assert_eq!(
        folder.text("schema/fees.schema.json"),
        shipped.expect("there")
    );
    assert_eq!(
        folder.files("schema").len(),
        all + 1,
        "nothing else is left there"
    );

    let again = folder.run(&["schema", "--lang", "ja"]);
    assert_eq!(again.code, Some(0));
    assert!(
        again
            .stdout
            .starts_with(&format!("schema に{all}個のファイル（書き込み 0）")),
        "{}",
        again.stdout
    );
}

#[test]
fn an_older_schema_is_replaced_and_a_file_of_somebody_else_is_not() {
    let folder = Folder::new();
    folder.write(
        "out/fees.schema.json",
        r#"{"$comment": "madoguchi schema: of last year"}"#,
    );
    let run = folder.run(&["schema", "--out", "out"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        folder
            .text("out/fees.schema.json")
            .contains("data/fees.yaml")
    );

    for own in ["", "{}", r#"{"$comment": "mine"}"#] {
        folder.write("other/tiers.schema.json", own);
        let run = folder.run(&["schema", "--out", "other"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(run.stderr.contains("tiers.schema.json"), "{}", run.stderr);
        assert_eq!(folder.text("other/tiers.schema.json"), own);
        assert_eq!(folder.files("other").len(), 1, "nothing was written");
    }
    folder.write("third/tiers.schema.json/x", "");
    assert_eq!(folder.run(&["schema", "--out", "third"]).code, Some(2));
}

#[test]
fn words_are_wanted_in_the_languages_of_the_guide() {
    let folder = Folder::new();
    folder.lay(&fixtures().join("overlay/vi"));
    let run = folder.run(&["schema"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let schema = folder.text("schema/tiers.schema.json");
    assert!(schema.contains("Tiếng Việt"), "{schema}");
}

#[test]
fn exit_codes_of_the_command_are_those_of_all_commands() {
    let folder = Folder::new();
    folder.lay(&fixtures().join("bad/guide"));
    folder.write("file", "");
    for (arguments, code, word) in [
        (&["--help"][..], 0, "Usage: madoguchi schema"),
        (&["--out", "data"], 2, "data"),
        (&["--out", "theme/new"], 2, "theme/new"),
        (&["--guide", "content"], 0, "files in schema"),
        (&["--guide", "missing"], 3, "missing"),
        (&["--out", "file/x"], 3, "file"),
        (&["--as-of", "2026-01-01"], 2, "--as-of"),
        (&["--lang", "fr"], 2, "ja"),
    ] {
        let run = folder.run(&[&["schema"], arguments].concat());
        assert_eq!(run.code, Some(code), "{arguments:?}: {}", run.stderr);
        let said = if code == 0 { &run.stdout } else { &run.stderr };
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
    // Faults of the facts are what the schemas are for; without settings there are no languages.
    folder.write("data/photo.yaml", "- id: [\n");
    assert_eq!(folder.run(&["schema"]).code, Some(0));
    folder.write("guide.yaml", "base: none\n");
    let run = folder.run(&["schema", "--out", "second"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr.contains("`languages` is missing"),
        "{}",
        run.stderr
    );
    assert!(!folder.path().join("second").exists());
}

#[test]
fn every_key_and_every_word_is_explained_in_both_languages() {
    let mut explained = 0;
    for (name, schema) in schemas(&[("ja", "日本語"), ("en", "English")]) {
        let mut faults = Vec::new();
        walk(&schema, &mut |schema| {
            for (key, field) in schema["properties"].as_object().into_iter().flatten() {
                explained += 1;
                if !is_bilingual(&field["description"]) {
                    faults.push(key.clone());
                }
            }
            let words = schema["enum"].as_array().into_iter().flatten();
            for (at, word) in words.enumerate() {
                explained += 1;
                if !word.is_string() || !is_bilingual(&schema["enumDescriptions"][at]) {
                    faults.push(word.to_string());
                }
            }
        });
        let types = schema["$defs"].as_object().into_iter().flatten();
        let unnamed = types.filter(|(_, schema)| !is_bilingual(&schema["description"]));
        faults.extend(unnamed.map(|(name, _)| name.clone()));
        assert!(
            faults.is_empty(),
            "{name}: write what {faults:?} means in English and, as a second paragraph, in Japanese"
        );
    }
    assert!(explained > 500, "only {explained} were found");
}

/// Calls `visit` on every schema but those that only ask whether another is to be followed.
fn walk(value: &Value, visit: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(map) => {
            visit(value);
            let asks = |key: &str| ["if", "then", "else", "allOf"].contains(&key);
            let rest = map.iter().filter(|(key, _)| !asks(key));
            rest.for_each(|(_, value)| walk(value, visit));
        }
        Value::Array(items) => items.iter().for_each(|value| walk(value, visit)),
        _ => {}
    }
}

/// An English paragraph, then a Japanese one. Each may give examples in the other language.
fn is_bilingual(text: &Value) -> bool {
    let text = text.as_str().unwrap_or_default();
    let Some((english, japanese)) = text.split_once("\n\n") else {
        return false;
    };
    let kana = |text: &str| text.chars().filter(|c| ('ぁ'..='ヿ').contains(c)).count();
    let latin = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
    latin(english) > kana(english) && kana(japanese) > 0
}

#[test]
fn every_file_of_facts_names_its_schema_in_its_first_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = WalkDir::new(root.join("data"))
        .into_iter()
        .map(|entry| entry.expect("readable"));
    let mut files: Vec<_> = data
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    files.push(root.join("guide.yaml"));
    for file in files {
        let text = fs::read_to_string(&file).expect("readable");
        let line = text.lines().next().unwrap_or_default();
        let folder = file.parent().expect("a folder");
        let named = line
            .strip_prefix("# yaml-language-server: $schema=")
            .unwrap_or_default();
        let found = folder.join(named).canonicalize();
        // The files of a folder below `data` are alike: the folder names their schema.
        let is_alike = folder.parent() == Some(root.join("data").as_path());
        let named_by = if is_alike { folder } else { file.as_path() };
        let stem = named_by.file_stem().expect("a name");
        let name = schema::file_name(stem.to_str().expect("ASCII"));
        let wanted = root.join("docs/reference/schema").join(name).canonicalize();
        assert_eq!(
            found.ok(),
            Some(wanted.expect("every kind has a schema")),
            "{}: the first line should be `# yaml-language-server: $schema=…`",
            file.display()
        );
    }
}
