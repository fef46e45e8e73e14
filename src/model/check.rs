//! Holds a node against its shape: gives the fact, and says everything that does not fit.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::dated::dated;
use super::fact::{Fact, Fields, Prose, Value};
use super::scalar::{self, is_language};
use super::shape::{Field, ScalarShape, Shape};
use super::wanted::{Wanted, short, wrong_type};
use crate::diagnostic::{Finding, Findings, Place, with_suggestion};
use crate::markdown;
use crate::source::node::{Entry, Node, Value as NodeValue};

/// The fact that `node` writes, or nothing where it does not fit `shape`.
pub(super) fn check(node: &Node, shape: &Shape, findings: &mut Findings) -> Option<Fact> {
    match node.value {
        NodeValue::Refused => return None,
        NodeValue::Null => {
            let remedy = match shape {
                // To YAML what follows a bare `#` is a remark.
                Shape::Scalar(ScalarShape::Colour) => (
                    "`\"#0017c1\"` のように、引用符で囲んで書いてください",
                    "write the colour in quotes: `\"#0017c1\"`",
                ),
                _ => (
                    "値を書くか、キーごと消してください",
                    "write a value, or remove the key",
                ),
            };
            findings.push(empty(node.place, remedy));
            return None;
        }
        _ => {}
    }
    let value = match shape {
        Shape::Text => Value::Text(prose(node, findings)?),
        Shape::Label => Value::Label(prose(node, findings)?),
        Shape::Scalar(kind) => {
            match scalar::read(scalar(node, &Wanted::SINGLE, findings)?, *kind) {
                Ok(value) => value,
                Err(problem) => {
                    findings.push(problem.at(node.place));
                    return None;
                }
            }
        }
        Shape::Word(words) => Value::Word(word(node, words, findings)?),
        Shape::Ref(kind) => Value::Ref {
            kind: kind.clone(),
            id: scalar(node, &Wanted::ID, findings)?.to_owned(),
        },
        Shape::List(inner) => Value::List(list(node, inner, findings)?),
        Shape::Record(fields) => Value::Record(record(node, fields, findings)?),
        Shape::Map(inner) => Value::Map(map(node, inner, findings)?),
        Shape::Choice(options) => choice(node, options, findings)?,
        Shape::Dated(inner) => Value::Dated(dated(node, inner, findings)?),
    };
    Some(Fact {
        value,
        place: node.place,
    })
}

fn scalar<'a>(node: &'a Node, wanted: &Wanted, findings: &mut Findings) -> Option<&'a str> {
    node.scalar().or_else(|| wrong_type(node, wanted, findings))
}

pub(super) fn empty(place: Place, remedy: (&str, &str)) -> Finding {
    Finding::error(
        "empty-value",
        place,
        "値がありません",
        "there is no value here",
    )
    .remedy(remedy.0, remedy.1)
}

fn list(node: &Node, inner: &Shape, findings: &mut Findings) -> Option<Vec<Fact>> {
    let NodeValue::List(items) = &node.value else {
        return wrong_type(node, &Wanted::LIST, findings);
    };
    let mut facts = Vec::with_capacity(items.len());
    for item in items {
        if matches!(item.value, NodeValue::Null) {
            let remedy = (
                "`- ` の後に値を書くか、この行を消してください",
                "write a value after `- `, or remove this line",
            );
            findings.push(empty(item.place, remedy));
        } else {
            facts.extend(check(item, inner, findings));
        }
    }
    // Nothing that names an item that failed is to be called dangling: then the whole record is broken.
    (facts.len() == items.len()).then_some(facts)
}

fn map(node: &Node, inner: &Shape, findings: &mut Findings) -> Option<Fields> {
    let NodeValue::Map(entries) = &node.value else {
        return wrong_type(node, &Wanted::KEYS, findings);
    };
    let mut facts = Fields::new();
    for entry in entries {
        if let Some(fact) = check(&under_key(entry), inner, findings) {
            facts.push((entry.key.clone(), fact));
        }
    }
    // Words of the interface are looked up one by one: those that are right are kept.
    let is_enough = facts.len() == entries.len() || matches!(inner, Shape::Text);
    is_enough.then_some(facts)
}

/// The value of an entry. Where there is none, its place is that of the key.
fn under_key(entry: &Entry) -> Cow<'_, Node> {
    if matches!(entry.node.value, NodeValue::Null) {
        return Cow::Owned(Node {
            value: NodeValue::Null,
            place: entry.key_place,
        });
    }
    Cow::Borrowed(&entry.node)
}

/// Words by language; nothing where those of any language failed, so that no other rule finds them missing.
fn prose(node: &Node, findings: &mut Findings) -> Option<BTreeMap<String, Prose>> {
    let NodeValue::Map(entries) = &node.value else {
        return wrong_type(node, &Wanted::WORDS, findings);
    };
    let mut prose = BTreeMap::new();
    let mut complete = true;
    for entry in entries {
        if !is_language(&entry.key) {
            complete = false;
            findings.push(no_language(entry));
            continue;
        }
        match words(entry, findings) {
            Some(words) => {
                prose.insert(entry.key.clone(), words);
            }
            None => complete = false,
        }
    }
    complete.then_some(prose)
}

fn words(entry: &Entry, findings: &mut Findings) -> Option<Prose> {
    let place = entry.node.place;
    match &entry.node.value {
        NodeValue::Scalar(text) if !text.trim().is_empty() => {
            let text = text.trim().to_owned();
            let document = markdown::parse(&text, 0);
            Some(Prose {
                text,
                place,
                document,
            })
        }
        NodeValue::Scalar(_) => empty_words(place, findings),
        NodeValue::Null => empty_words(entry.key_place, findings),
        _ => wrong_type(&entry.node, &Wanted::TEXT, findings),
    }
}

fn no_language(entry: &Entry) -> Finding {
    Finding::error(
        "unknown-key",
        entry.key_place,
        format!("`{}` は言語コードではありません", entry.key),
        format!("`{}` is not a language code", entry.key),
    )
    .remedy(
        "`ja`、`en` などのコードを書いてください",
        "write a code such as `ja` or `en`",
    )
}

fn empty_words<T>(place: Place, findings: &mut Findings) -> Option<T> {
    findings.push(
        Finding::error(
            "empty-value",
            place,
            "文がありません",
            "there are no words here",
        )
        .remedy("文を書いてください", "write the words"),
    );
    None
}

fn word(node: &Node, words: &[String], findings: &mut Findings) -> Option<String> {
    let text = scalar(node, &Wanted::WORD, findings)?;
    if words.iter().any(|word| word == text) {
        return Some(text.to_owned());
    }
    findings.push(unknown_word(
        node.place,
        text,
        words.iter().map(String::as_str),
    ));
    None
}

fn unknown_word<'a>(
    place: Place,
    word: &str,
    words: impl Iterator<Item = &'a str> + Clone,
) -> Finding {
    let shown = short(word);
    let finding = Finding::error(
        "unknown-word",
        place,
        format!("ここに `{shown}` とは書けません"),
        format!("`{shown}` cannot be written here"),
    );
    with_suggestion(finding, word, words)
}

/// The fields that `node` writes; every unknown and every missing one is said.
pub(super) fn record(node: &Node, fields: &[Field], findings: &mut Findings) -> Option<Fields> {
    let NodeValue::Map(entries) = &node.value else {
        return wrong_type(node, &Wanted::KEYS, findings);
    };
    let mut facts = Fields::new();
    let mut complete = true;
    for entry in entries {
        let Some(field) = fields.iter().find(|field| field.name == entry.key) else {
            let finding = Finding::error(
                "unknown-key",
                entry.key_place,
                format!("キー `{}` はここにはありません", entry.key),
                format!("there is no key `{}` here", entry.key),
            );
            findings.push(with_suggestion(
                finding,
                &entry.key,
                fields.iter().map(|field| field.name.as_str()),
            ));
            continue;
        };
        match check(&under_key(entry), &field.shape, findings) {
            Some(fact) => facts.push((entry.key.clone(), fact)),
            None => complete = false,
        }
    }
    let hidden = node.scalar_at("hidden") == Some("true");
    for field in fields.iter().filter(|field| field.required && !hidden) {
        if !entries.iter().any(|entry| entry.key == field.name) {
            complete = false;
            findings.push(
                Finding::error(
                    "missing-key",
                    node.place,
                    format!("キー `{}` がありません", field.name),
                    format!("the key `{}` is missing", field.name),
                )
                .remedy(
                    format!("`{}: …` を書き足してください", field.name),
                    format!("add `{}: …`", field.name),
                ),
            );
        }
    }
    complete.then_some(facts)
}

fn choice(
    node: &Node,
    options: &[(String, Option<Shape>)],
    findings: &mut Findings,
) -> Option<Value> {
    let entry = match node.entries() {
        [entry] => Some(entry),
        _ => None,
    };
    let (tag, place) = match (node.scalar(), entry) {
        (Some(tag), _) => (tag, node.place),
        (None, Some(entry)) => (entry.key.as_str(), entry.key_place),
        (None, None) => return wrong_type(node, &Wanted::ONE_KEY, findings),
    };
    match (options.iter().find(|(name, _)| name == tag), entry) {
        (Some((_, Some(shape))), Some(entry)) => Some(Value::Choice(
            tag.to_owned(),
            Some(Box::new(check(&under_key(entry), shape, findings)?)),
        )),
        (Some((_, Some(_))), None) => {
            findings.push(without_value(node.place, tag));
            None
        }
        (Some((_, None)), None) => Some(Value::Choice(tag.to_owned(), None)),
        (Some((_, None)), Some(entry)) => {
            findings.push(with_value(entry.key_place, tag));
            None
        }
        (None, _) => {
            let names = options.iter().map(|(name, _)| name.as_str());
            findings.push(unknown_word(place, tag, names));
            None
        }
    }
}

fn without_value(place: Place, tag: &str) -> Finding {
    Finding::error(
        "wrong-type",
        place,
        format!("`{tag}` の値がありません"),
        format!("`{tag}` has no value"),
    )
    .remedy(
        format!("`{{{tag}: …}}` のように値も書いてください"),
        format!("write its value too: `{{{tag}: …}}`"),
    )
}

fn with_value(place: Place, tag: &str) -> Finding {
    Finding::error(
        "wrong-type",
        place,
        format!("`{tag}` に値は付けません"),
        format!("`{tag}` takes no value"),
    )
    .remedy(
        format!("`{tag}` とだけ書いてください"),
        format!("write only `{tag}`"),
    )
}
