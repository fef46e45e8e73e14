//! The reference pages of the data files, `docs/reference/data`, made from the same types as the checks and the schemas.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use madoguchi::model::readings::Readings;
use madoguchi::model::settings::Settings;
use madoguchi::model::shape::json_schema;
use madoguchi::model::types::Common;
use madoguchi::model::{KINDS, Kind};
use serde_json::{Value, json};

/// Lines of one key that an example shows.
const SHOWN: usize = 9;

const NOTE: &str = "<!-- Made by `make generated` from the types in src/model; a test fails where it is out of date. -->\n";

/// All pages by name, without the folder.
pub(crate) fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut shared = BTreeMap::new();
    for kind in KINDS {
        let schema = kind.schema();
        collect_shared(&schema, &mut shared);
        pages.insert(format!("{}.md", kind.name), of_kind(kind, &schema));
    }
    let settings = json_schema::<Settings>();
    collect_shared(&settings, &mut shared);
    pages.insert("guide.md".to_owned(), of_settings(&settings));
    pages.insert("readings.md".to_owned(), of_readings());
    pages.insert("types.md".to_owned(), of_types(&shared));
    pages.insert("README.md".to_owned(), index(&settings));
    pages
}

fn index(settings: &Value) -> String {
    let mut page = format!("{NOTE}{INDEX}| file | holds | needs a source |\n| --- | --- | --- |\n");
    let mut row = |file: &str, name: &str, schema: &Value, sourced: bool| {
        let needs = if sourced { "yes" } else { "" };
        let holds = in_a_cell(schema);
        let _ = writeln!(page, "| [`{file}`]({name}.md) | {holds} | {needs} |");
    };
    row("guide.yaml", "guide", settings, false);
    for kind in KINDS {
        row(&kind.file(), kind.name, &kind.schema(), kind.sourced);
    }
    row(
        "data/readings.yaml",
        "readings",
        &json_schema::<Readings>(),
        false,
    );
    page
}

const INDEX: &str = "# The data files

One kind of fact is one file. Each page says which keys its records have, what they mean, and shows a record as it is in
this guide. How a date, an amount or words in several languages are written stands once, under
[how values are written](types.md).

データのファイルの説明です。1種類の事実を、1つのファイルに書きます。各ページに、記録のキーとその意味、実際の記録の例があります。日付、金額、言語ごとの文などの書き方は、[値の書き方](types.md)にまとめてあります。

## In an editor

In VS Code with the extension \u{201c}YAML\u{201d} by Red Hat (it is proposed when this folder is opened) the keys and words complete while you type,
the mouse pointer shows what each means, and what does not fit is underlined, with what to write instead. The first line of every file says where its schema is:

```yaml
# yaml-language-server: $schema=../docs/reference/schema/fees.schema.json
```

For a guide of your own, `madoguchi schema` writes the same schemas into `schema/`; begin `data/fees.yaml` with
`# yaml-language-server: $schema=../schema/fees.schema.json`, and the others alike. A record that changes one of the base edition needs `id`, the keys
that change, and `reason`. What only all files together can tell (an id that no record has, a gap between periods) `madoguchi check` says.

VS Code に拡張機能「YAML」（Red Hat）を入れると（このフォルダーを開くと勧められます）、キーと言葉が入力の途中で補われ、マウスを重ねると意味が出て、合わない所には下線と書き方が出ます。自分の手引きでは、`madoguchi schema` で同じものを `schema/` に書き出し、ファイルの1行目に `# yaml-language-server: $schema=../schema/fees.schema.json` のように書きます。

The words of the interface (`data/strings/*.yaml`) are keys of the templates, each with its [text](types.md#text)
([schema](../schema/strings.schema.json)).

## Files

";

fn of_kind(kind: &Kind, schema: &Value) -> String {
    let file = kind.file();
    let mut page = head(&file, kind.name, schema);
    page.push_str("A list of records. Besides these keys a record has [those of every record](types.md#every-record)");
    page.push_str(if kind.sourced {
        "; `source` and `confidence` are needed.\n\n"
    } else {
        ".\n\n"
    });
    let common = json_schema::<Common>();
    let own = |name: &str| common["properties"].get(name).is_none();
    page.push_str(&table(schema, own));
    page.push_str(&local_types(schema));
    page.push_str(&example(&first_file(kind), 1));
    page
}

/// A file of a kind; of one that has a folder of files, the first.
fn first_file(kind: &Kind) -> String {
    if !kind.is_folder {
        return kind.file();
    }
    let folder = format!("data/{}", kind.name);
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder));
    let files = files.expect("the folder is there").map(|entry| {
        let name = entry.expect("it can be listed").file_name();
        format!("{folder}/{}", name.to_str().expect("ASCII"))
    });
    files.min().expect("a kind has records")
}

fn of_settings(schema: &Value) -> String {
    let mut page = head("guide.yaml", "guide", schema);
    page.push_str("With `base: none` all needed keys are written; an organisation's own file, laid over the base edition, holds only what differs.\n\n");
    page.push_str(&table(schema, |_| true));
    page.push_str(&local_types(schema));
    page.push_str(&example("guide.yaml", 0));
    page
}

fn of_readings() -> String {
    let schema = json_schema::<Readings>();
    let file = "data/readings.yaml";
    let mut page = head(file, "readings", &schema);
    page.push_str("No records: words by key. An organisation's file adds its own.\n\n");
    page.push_str(&table(&schema, |_| true));
    page.push_str(&example(file, 0));
    page
}

fn head(file: &str, name: &str, schema: &Value) -> String {
    format!(
        "{NOTE}# {file}\n\n{}\n\n[All files](README.md) · [how values are written](types.md) · [schema](../schema/{name}.schema.json)\n\n",
        said_of(schema)
    )
}

/// How values are written: the types that several files share.
fn of_types(shared: &BTreeMap<String, Value>) -> String {
    let mut page = format!("{NOTE}# How values are written\n\n[All files](README.md)\n\n");
    let common = json_schema::<Common>();
    let _ = write!(
        page,
        "## every record\n\n{}\n\n{}",
        said_of(&common),
        table(&common, |_| true)
    );
    let period = shared.iter().find(|(name, _)| name.starts_with("Period"));
    for (name, schema) in shared {
        // Where a table names the id of a record, it leads to the page of that file.
        let is_id = schema["x-ref"].as_str().is_some_and(|kind| kind != "*");
        let is_again = name.starts_with("Dated") && name != "DatedText";
        if is_id || is_again || name.starts_with("Period") {
            continue;
        }
        let title = if name.starts_with("Dated") {
            "dated"
        } else {
            name
        };
        let _ = write!(
            page,
            "## {}\n\n{}\n\n",
            title.to_lowercase(),
            said_of(schema)
        );
        if title == "dated" {
            let mut period = period.expect("dated values have periods").1.clone();
            period["properties"]["value"]["anyOf"] = json!([{"x-type": "any"}]);
            page.push_str(&table(&period, |_| true));
        }
        page.push_str(&words(schema));
        page.push_str(&forms(schema));
        for sample in schema["examples"].as_array().into_iter().flatten() {
            let _ = writeln!(page, "Example: `{}`\n", sample.as_str().expect("a text"));
        }
    }
    page
}

/// Types that a page of their own explains: marked ones, and the words that all records share.
fn is_shared(name: &str, schema: &Value) -> bool {
    schema.get("x-type").is_some()
        || schema.get("x-ref").is_some()
        || name == "Confidence"
        || name.starts_with("Period")
}

fn collect_shared(schema: &Value, shared: &mut BTreeMap<String, Value>) {
    for (name, def) in defs(schema) {
        if is_shared(name, def) {
            shared.insert(name.clone(), def.clone());
        }
    }
}

/// The types that only this file has, each with its keys or words.
fn local_types(schema: &Value) -> String {
    let mut text = String::new();
    for (name, def) in defs(schema).filter(|(name, def)| !is_shared(name, def)) {
        let _ = write!(text, "## {}\n\n{}\n\n", name.to_lowercase(), said_of(def));
        text.push_str(&words(def));
        if def["properties"].is_object() {
            text.push_str(&table(def, |_| true));
        }
    }
    text
}

/// The keys of a record: those that are needed first.
fn table(schema: &Value, is_shown: impl Fn(&str) -> bool) -> String {
    let needed: BTreeSet<&str> = strings(&schema["required"]).collect();
    let fields = schema["properties"].as_object().expect("a record");
    let mut names: Vec<&String> = fields.keys().filter(|name| is_shown(name)).collect();
    names.sort_by_key(|name| {
        (
            *name != "id",
            !needed.contains(name.as_str()),
            (*name).clone(),
        )
    });
    let mut text = "| key | value | needed | meaning |\n| --- | --- | --- | --- |\n".to_owned();
    for name in names {
        let field = &fields[name];
        let needed = if needed.contains(name.as_str()) {
            "yes"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "| `{name}` | {} | {needed} | {} |",
            type_of(field),
            in_a_cell(field)
        );
    }
    text + "\n"
}

/// The words of an enumeration.
fn words(schema: &Value) -> String {
    let all = || schema["oneOf"].as_array().into_iter().flatten();
    if schema.get("x-type").is_some() || all().next().is_none() {
        return String::new();
    }
    let mut text = "| word | meaning |\n| --- | --- |\n".to_owned();
    for word in all() {
        let name = word["const"].as_str().expect("every word is documented");
        let _ = writeln!(text, "| `{name}` | {} |", in_a_cell(word));
    }
    text + "\n"
}

/// The forms of a choice.
fn forms(schema: &Value) -> String {
    if schema["x-type"] != "choice" {
        return String::new();
    }
    let mut text = "| written | value | meaning |\n| --- | --- | --- |\n".to_owned();
    for form in schema["oneOf"].as_array().expect("forms") {
        let meaning = in_a_cell(form);
        if let Some(word) = form["const"].as_str() {
            let _ = writeln!(text, "| `{word}` | the bare word | {meaning} |");
        }
        for (key, inner) in form["properties"].as_object().into_iter().flatten() {
            let _ = writeln!(text, "| `{{{key}: …}}` | {} | {meaning} |", type_of(inner));
        }
    }
    text + "\n"
}

/// The type of a value in words, with a link to where it is explained.
fn type_of(schema: &Value) -> String {
    if let Some(halves) = schema["anyOf"].as_array() {
        return type_of(
            halves
                .iter()
                .find(|half| half["type"] != "null")
                .expect("a half"),
        );
    }
    if let Some(name) = schema["$ref"]
        .as_str()
        .and_then(|path| path.rsplit('/').next())
    {
        return type_of_name(name);
    }
    match (schema["x-type"].as_str(), type_name(schema)) {
        (Some("id"), _) => "id".to_owned(),
        (Some("any"), _) => "what the key holds".to_owned(),
        (_, "array") => format!("list: {}", type_of(&schema["items"])),
        (_, "object") => format!("by key: {}", type_of(&schema["additionalProperties"])),
        (_, "boolean") => "`true` or `false`".to_owned(),
        (_, "integer") => "number".to_owned(),
        _ => "plain text".to_owned(),
    }
}

fn type_of_name(name: &str) -> String {
    let anchor = name.to_lowercase();
    if let Some(inner) = name.strip_prefix("Dated") {
        return format!("[dated](types.md#dated): {}", type_of_name(inner));
    }
    let mut all = KINDS
        .iter()
        .map(Kind::schema)
        .chain([json_schema::<Settings>()]);
    let schema = all
        .find_map(|schema| schema["$defs"].get(name).cloned())
        .expect("the name of a type");
    match schema["x-ref"].as_str() {
        Some("*") => format!("[path of a record](types.md#{anchor})"),
        Some(kind) => format!("id of [{kind}]({kind}.md)"),
        None if is_shared(name, &schema) => format!("[{anchor}](types.md#{anchor})"),
        None => format!("[{anchor}](#{anchor})"),
    }
}

fn type_name(schema: &Value) -> &str {
    match &schema["type"] {
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .find(|name| *name != "null"),
        name => name.as_str(),
    }
    .unwrap_or_default()
}

fn said_of(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split("\n\n")
        .map(|paragraph| paragraph.replace('\n', " "))
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn in_a_cell(schema: &Value) -> String {
    said_of(schema).replace("\n\n", "<br>").replace('|', "\\|")
}

fn defs(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["$defs"].as_object().into_iter().flatten()
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

/// The first record of a file as it stands there, or the whole file where `depth` is 0; what is long is cut.
fn example(file: &str, depth: usize) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(file)).expect("a shipped file");
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let lines: Vec<&str> = match depth {
        0 => lines.collect(),
        _ => {
            let mut lines = lines;
            let first: Vec<&str> = lines.next().into_iter().collect();
            first
                .into_iter()
                .chain(lines.take_while(|line| !line.starts_with("- ")))
                .collect()
        }
    };
    if lines.first().is_none_or(|line| *line == "[]") {
        return String::new();
    }
    let indent = " ".repeat(depth * 2);
    let mut shown = String::new();
    let mut of_this_key = 0;
    for line in lines {
        let rest = line.strip_prefix(indent.as_str()).unwrap_or(line);
        let begins = !rest.starts_with([' ', '-']) || line.starts_with("- ") && depth > 0;
        of_this_key = if begins { 1 } else { of_this_key + 1 };
        let _ = match of_this_key.cmp(&SHOWN) {
            Ordering::Less => writeln!(shown, "{line}"),
            Ordering::Equal => writeln!(shown, "{indent}  # …"),
            Ordering::Greater => Ok(()),
        };
    }
    format!("## Example\n\n```yaml\n{shown}```\n")
}
