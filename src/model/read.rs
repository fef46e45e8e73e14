//! From nodes to the model.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::check::check;
use super::de::from_node;
use super::fact::{Fact, Fields, Prose, Value};
use super::kinds::{KINDS, Kind, OfKind, Record};
use super::page::{self, Page};
use super::readings::{self, Reading};
use super::settings::Settings;
use super::shape::Shape;
use super::types::{Common, Text};
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::source::GuideFiles;
use crate::source::node::{Node, Value as NodeValue};

/// What all records have; making it out of its schema takes longer than reading a record.
static COMMON: LazyLock<Shape> = LazyLock::new(Shape::of::<Common>);

/// All facts and all prose of a guide, over all time.
#[derive(Debug)]
pub struct Model {
    /// `guide.yaml`.
    pub settings: Settings,
    /// The same with places, for its words.
    pub settings_fact: Fact,
    /// Records by kind, in the order of their file.
    pub records: BTreeMap<&'static str, Vec<Entry>>,
    /// Records of the base edition that an organisation leaves out, with its reason.
    pub hidden: Vec<Entry>,
    /// Words of the interface by key.
    pub strings: BTreeMap<String, BTreeMap<String, Prose>>,
    /// `data/readings.yaml`.
    pub readings: Vec<Reading>,
    /// Pages of prose, by language and path.
    pub pages: Vec<Page>,
    /// What is there but has faults of its own: `fees`, `fees.extension`, `ja/fees`. It is not reported as missing too.
    pub broken: BTreeSet<String>,
}

/// A record.
#[derive(Debug)]
pub struct Entry {
    /// Its kind.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Where the id stands.
    pub id_place: Place,
    /// Its fields.
    pub fact: Fact,
    node: Node,
}

impl Entry {
    /// A field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Fact> {
        self.fact.field(name)
    }

    /// What it is called: the field that heads it.
    #[must_use]
    pub fn name(&self) -> Option<&Fact> {
        ["name", "term", "title", "why"]
            .iter()
            .find_map(|name| self.field(name))
    }

    /// The day in a field.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<Date> {
        match self.field(name)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// `kind.id`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}.{}", self.kind, self.id)
    }
}

impl Model {
    /// The codes of the languages, the original first.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        self.settings
            .languages
            .iter()
            .map(|language| language.code.as_str())
            .collect()
    }

    /// The records of a kind.
    #[must_use]
    pub fn of(&self, kind: &str) -> &[Entry] {
        self.records.get(kind).map_or(&[], Vec::as_slice)
    }

    /// All records of all kinds.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        KINDS.iter().flat_map(|kind| self.of(kind.name))
    }

    /// A record.
    #[must_use]
    pub fn get(&self, kind: &str, id: &str) -> Option<&Entry> {
        self.of(kind).iter().find(|entry| entry.id == id)
    }

    /// The record that an organisation leaves out, by its path `kind.id`.
    #[must_use]
    pub fn hidden(&self, path: &str) -> Option<&Entry> {
        self.hidden.iter().find(|entry| entry.path() == path)
    }

    /// The record of a path `kind.id`.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Entry> {
        let (kind, id) = path.split_once('.')?;
        self.get(kind, id)
    }

    /// The records of a kind as its Rust type.
    #[must_use]
    pub fn typed<T: OfKind>(&self) -> Vec<Record<T>> {
        self.of(T::KIND).iter().filter_map(Entry::typed).collect()
    }

    /// A record as its Rust type.
    #[must_use]
    pub fn typed_at<T: OfKind>(&self, id: &str) -> Option<Record<T>> {
        self.get(T::KIND, id)?.typed()
    }

    /// A page of prose.
    #[must_use]
    pub fn page(&self, language: &str, path: &str) -> Option<&Page> {
        self.pages
            .iter()
            .find(|page| page.language == language && page.path == path)
    }
}

impl Entry {
    fn is_hidden(&self) -> bool {
        matches!(
            self.field("hidden").map(|hidden| &hidden.value),
            Some(Value::Bool(true))
        )
    }

    fn typed<T: OfKind>(&self) -> Option<Record<T>> {
        let Shape::Record(common) = &*COMMON else {
            return None;
        };
        let is_common = |key: &str| common.iter().any(|field| field.name == key);
        let (head, own) = self
            .node
            .entries()
            .iter()
            .cloned()
            .partition(|entry| is_common(&entry.key));
        let node = |entries| Node {
            value: NodeValue::Map(entries),
            place: self.node.place,
        };
        Some(Record {
            common: from_node(&node(head)).ok()?,
            fact: from_node(&node(own)).ok()?,
        })
    }
}

/// Reads the model. `None` where `guide.yaml` itself cannot be used; the findings say why.
pub fn read(source: &GuideFiles, findings: &mut Findings) -> Option<Model> {
    let settings = settings(source, findings);
    let mut broken = unread(source);
    let mut records = BTreeMap::new();
    let mut strings = BTreeMap::new();
    let mut readings = Vec::new();
    let mut hidden = Vec::new();
    for (name, node) in &source.data {
        if let Some(kind) = KINDS.iter().find(|kind| kind.holds(name)) {
            let (shown, left_out): (Vec<Entry>, _) = entries(kind, node, &mut broken, findings)
                .into_iter()
                .partition(|entry| !entry.is_hidden());
            let records: &mut Vec<Entry> = records.entry(kind.name).or_default();
            records.extend(shown);
            hidden.extend::<Vec<Entry>>(left_out);
        } else if name.starts_with("strings/") {
            read_strings(node, &mut strings, findings);
        } else if name == "readings" {
            readings = readings::read(node, findings);
        } else {
            unknown_file(name, node, findings);
        }
    }
    let mut pages = Vec::new();
    for (path, file) in &source.content {
        match page::read(path, *file, &source.files, findings) {
            Some(page) => pages.push(page),
            None => {
                broken.insert(path.clone());
            }
        }
    }
    let (settings, settings_fact) = settings?;
    Some(Model {
        settings,
        settings_fact,
        records,
        hidden,
        strings,
        readings,
        pages,
        broken,
    })
}

/// What could not be read; where it is a file of a kind, the kind.
fn unread(source: &GuideFiles) -> BTreeSet<String> {
    let kind = |path: &String| KINDS.iter().find(|kind| kind.holds(path));
    let kinds = source.unread.iter().filter_map(kind);
    let kinds = kinds.map(|kind| kind.name.to_owned());
    source.unread.iter().cloned().chain(kinds).collect()
}

fn settings(source: &GuideFiles, findings: &mut Findings) -> Option<(Settings, Fact)> {
    let node = source.guide.as_ref()?;
    let fact = check(node, &Shape::of::<Settings>(), findings)?;
    match from_node(node) {
        Ok(settings) => Some((settings, fact)),
        Err(error) => {
            findings.push(Finding::error(
                "wrong-type",
                node.place,
                format!("読めない値があります（{error}）"),
                format!("a value cannot be used ({error})"),
            ));
            None
        }
    }
}

fn entries(
    kind: &'static Kind,
    node: &Node,
    broken: &mut BTreeSet<String>,
    findings: &mut Findings,
) -> Vec<Entry> {
    let NodeValue::List(items) = &node.value else {
        findings.push(
            Finding::error(
                "wrong-type",
                node.place,
                "記録の一覧（`- id: …`）を書くファイルです",
                "this file holds a list of records (`- id: …`)",
            )
            .remedy(
                "各記録を `- id: …` で始めてください",
                "begin every record with `- id: …`",
            ),
        );
        broken.insert(kind.name.to_owned());
        return Vec::new();
    };
    let shape = kind.shape();
    let mut entries = Vec::new();
    for item in items {
        match check(item, &shape, findings) {
            Some(fact) => entries.extend(entry(kind, fact, item)),
            None => {
                let id = item.scalar_at("id").unwrap_or_default();
                broken.insert(format!("{}.{id}", kind.name));
            }
        }
    }
    entries
}

/// The entry of a record.
fn entry(kind: &'static Kind, fact: Fact, node: &Node) -> Option<Entry> {
    let id = fact.field("id")?;
    let (Value::Plain(text), id_place) = (&id.value, id.place) else {
        return None;
    };
    Some(Entry {
        kind: kind.name,
        id: text.clone(),
        id_place,
        fact,
        node: node.clone(),
    })
}

fn read_strings(
    node: &Node,
    strings: &mut BTreeMap<String, BTreeMap<String, Prose>>,
    findings: &mut Findings,
) {
    let shape = Shape::Map(Box::new(Shape::of::<Text>()));
    let Some(Fact {
        value: Value::Map(fields),
        ..
    }) = check(node, &shape, findings)
    else {
        return;
    };
    let fields: Fields = fields;
    for (key, fact) in fields {
        if let Value::Text(text) = fact.value {
            strings.insert(key, text);
        }
    }
}

fn unknown_file(name: &str, node: &Node, findings: &mut Findings) {
    let stems = KINDS.iter().map(Kind::stem);
    let stems: Vec<String> = stems.chain(["readings".to_owned()]).collect();
    let names = stems.iter().map(String::as_str);
    let finding = Finding::error(
        "unknown-file",
        Place::start_of(node.place.file),
        format!("`{name}.yaml` という種類のデータはありません"),
        format!("there is no kind of data `{name}.yaml`"),
    );
    findings.push(match did_you_mean(name, names.clone()) {
        Some(near) => finding.remedy(
            format!("`{near}.yaml` のことですか"),
            format!("did you mean `{near}.yaml`?"),
        ),
        None => {
            let all = names.collect::<Vec<_>>().join(", ");
            finding.remedy(format!("あるもの: {all}"), format!("possible: {all}"))
        }
    });
}
