//! JSON Schema for editors: what each file of facts may hold, made from the Rust types. An editor with a YAML language
//! server completes keys and words from it, shows what they mean, and marks what does not fit.

mod editor;
mod scalar;
mod whole;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use editor::Editor;

use super::Output;
use crate::model::readings::Readings;
use crate::model::settings::{Language, Settings};
use crate::model::shape::json_schema;
use crate::model::types::Text;
use crate::model::{KINDS, Kind};

/// What each of these files begins with: by it they are known when they are to be written again.
const MARK: &str = "madoguchi schema";
const NOTE: &str = "madoguchi schema: written by the program from the types of the facts; not to be edited. \
                    プログラムがデータの型から書き出したものです。手で直しません。";

/// A schema for each file of `data/`, also for the words of the interface and their readings, and for `guide.yaml`. Words are wanted in `languages`.
#[must_use]
pub fn make(languages: &[Language]) -> Output {
    let mut output = Output::new();
    let mut add = |name: &str, schema: &Value| {
        // Strings and numbers only: this cannot fail.
        let mut json = serde_json::to_vec_pretty(schema).unwrap_or_default();
        json.push(b'\n');
        output.insert(file_name(name), json);
    };
    for kind in KINDS {
        add(kind.name, &records(kind, languages));
    }
    let raw = json_schema::<BTreeMap<String, Text>>();
    let file = Editor::new(&raw, languages).file(&raw);
    let about = "Words of the interface: a key of the templates, and its words in each language.\n\n\
                 画面の部品の言葉です。テンプレートが使うキーごとに、各言語の言葉を書きます。";
    add("strings", &titled("data/strings/*.yaml", Some(about), file));
    let raw = json_schema::<Readings>();
    let file = Editor::new(&raw, languages).file(&raw);
    add("readings", &titled("data/readings.yaml", None, file));
    let raw = json_schema::<Settings>();
    let file = Editor::new(&raw, languages).settings(&raw);
    add("guide", &titled("guide.yaml", None, file));
    output
}

/// The name of the schema of a file: `fees` has `fees.schema.json`.
#[must_use]
pub fn file_name(name: &str) -> String {
    format!("{name}.schema.json")
}

/// Was a file with these bytes written by [`make`], in this or an earlier edition of the program?
#[must_use]
pub fn is_ours(bytes: &[u8]) -> bool {
    let value: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let comment = value.get("$comment").and_then(Value::as_str);
    comment.is_some_and(|comment| comment.starts_with(MARK))
}

fn records(kind: &Kind, languages: &[Language]) -> Value {
    let raw = kind.schema();
    let editor = Editor::new(&raw, languages);
    let mut file = json!({"type": "array", "items": editor.record(&raw, kind.sourced)});
    if let Some(defs) = editor.defs() {
        set(&mut file, "$defs", defs);
    }
    titled(&kind.file(), None, file)
}

/// A schema with what stands at its head. `about` is said of it where its type says nothing.
fn titled(title: &str, about: Option<&str>, mut schema: Value) -> Value {
    set(&mut schema, "$comment", NOTE);
    set(
        &mut schema,
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
    );
    set(&mut schema, "title", title);
    if let Some(about) = about {
        set(&mut schema, "description", about);
    }
    schema
}

/// Gives a schema another keyword.
fn set(schema: &mut Value, keyword: &str, value: impl Into<Value>) {
    if let Some(keywords) = schema.as_object_mut() {
        keywords.insert(keyword.to_owned(), value.into());
    }
}
