//! Holds a node against its shape: gives the fact, and says everything that does not fit.

use std::collections::BTreeMap;

use super::dated::dated;
use super::fact::{Fact, Fields, Prose, Value};
use super::scalar;
use super::shape::{Field, Shape};
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::markdown;
use crate::source::node::{Entry, Node, Value as NodeValue};

/// The fact that `node` writes, or nothing where it does not fit `shape`.
pub(super) fn check(node: &Node, shape: &Shape, findings: &mut Findings) -> Option<Fact> {
    if matches!(node.value, NodeValue::Null) {
        findings.push(
            Finding::error(
                "empty-value",
                node.place,
                "値がありません",
                "there is no value here",
            )
            .remedy(
                "値を書くか、キーごと消してください",
                "write a value, or remove the key",
            ),
        );
        return None;
    }
    let value = match shape {
        Shape::Text => Value::Text(prose(node, findings)?),
        Shape::Label => Value::Label(prose(node, findings)?),
        Shape::Scalar(kind) => match scalar::read(
            node.scalar()
                .or_else(|| wrong_type(node, "a single value", "1つの値", findings))?,
            *kind,
        ) {
            Ok(value) => value,
            Err(problem) => {
                findings.push(problem.at(node.place));
                return None;
            }
        },
        Shape::Word(words) => Value::Word(word(node, words, findings)?),
        Shape::Ref(kind) => {
            let id = node
                .scalar()
                .or_else(|| wrong_type(node, "an id", "id", findings))?;
            Value::Ref {
                kind: kind.clone(),
                id: id.to_owned(),
            }
        }
        Shape::List(inner) => {
            let NodeValue::List(items) = &node.value else {
                return wrong_type(node, "a list (`- …`)", "一覧（`- …`）", findings);
            };
            Value::List(
                items
                    .iter()
                    .filter_map(|item| check(item, inner, findings))
                    .collect(),
            )
        }
        Shape::Record(fields) => Value::Record(record(node, fields, findings)?),
        Shape::Map(inner) => {
            let NodeValue::Map(entries) = &node.value else {
                return wrong_type(
                    node,
                    "keys with values (`key: …`)",
                    "`キー: 値` の並び",
                    findings,
                );
            };
            let pair = |entry: &Entry, findings: &mut Findings| {
                Some((entry.key.clone(), check(&entry.node, inner, findings)?))
            };
            Value::Map(
                entries
                    .iter()
                    .filter_map(|entry| pair(entry, findings))
                    .collect(),
            )
        }
        Shape::Choice(options) => choice(node, options, findings)?,
        Shape::Dated(inner) => Value::Dated(dated(node, inner, findings)?),
    };
    Some(Fact {
        value,
        place: node.place,
    })
}

/// Says that something else is expected here.
pub(super) fn wrong_type<T>(node: &Node, en: &str, ja: &str, findings: &mut Findings) -> Option<T> {
    findings.push(Finding::error(
        "wrong-type",
        node.place,
        format!("ここには{ja}を書きます"),
        format!("{en} is expected here"),
    ));
    None
}

fn prose(node: &Node, findings: &mut Findings) -> Option<BTreeMap<String, Prose>> {
    let NodeValue::Map(entries) = &node.value else {
        return wrong_type(
            node,
            "words in each language (`{ja: …, en: …}`)",
            "言語ごとの文（`{ja: …, en: …}`）",
            findings,
        );
    };
    let mut prose = BTreeMap::new();
    for entry in entries {
        if !is_language(&entry.key) {
            findings.push(
                Finding::error(
                    "unknown-key",
                    entry.key_place,
                    format!("`{}` は言語コードではありません", entry.key),
                    format!("`{}` is not a language code", entry.key),
                )
                .remedy(
                    "`ja`、`en` などのコードを書いてください",
                    "write a code such as `ja` or `en`",
                ),
            );
            continue;
        }
        match entry.node.scalar() {
            Some(text) if !text.trim().is_empty() => {
                let text = text.trim_matches('\n').to_owned();
                let document = markdown::parse(&text, 0);
                prose.insert(
                    entry.key.clone(),
                    Prose {
                        text,
                        place: entry.node.place,
                        document,
                    },
                );
            }
            Some(_) => empty_words(entry.node.place, findings),
            None if matches!(entry.node.value, NodeValue::Null) => {
                empty_words(entry.key_place, findings);
            }
            None => wrong_type(&entry.node, "text", "文", findings).unwrap_or(()),
        }
    }
    Some(prose)
}

fn empty_words(place: Place, findings: &mut Findings) {
    findings.push(
        Finding::error(
            "empty-value",
            place,
            "文がありません",
            "there are no words here",
        )
        .remedy("文を書いてください", "write them"),
    );
}

/// `ja`, `en`, `vi`, `zh-Hant`, `ja-Hira`.
fn is_language(key: &str) -> bool {
    let mut parts = key.split('-');
    let first = parts.next().unwrap_or("");
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

fn word(node: &Node, words: &[String], findings: &mut Findings) -> Option<String> {
    let text = node
        .scalar()
        .or_else(|| wrong_type(node, "a word", "語", findings))?;
    if words.iter().any(|word| word == text) {
        return Some(text.to_owned());
    }
    let finding = Finding::error(
        "unknown-word",
        node.place,
        format!("`{text}` は書けません"),
        format!("`{text}` cannot be written here"),
    );
    findings.push(with_suggestion(
        finding,
        text,
        words.iter().map(String::as_str),
    ));
    None
}

/// Adds "did you mean", or else all that is possible.
fn with_suggestion<'a>(
    finding: Finding,
    word: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Finding {
    match did_you_mean(word, candidates.clone()) {
        Some(near) => finding.remedy(
            format!("`{near}` のことですか"),
            format!("did you mean `{near}`?"),
        ),
        None => {
            let all = candidates
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(", ");
            finding.remedy(format!("書けるもの: {all}"), format!("possible: {all}"))
        }
    }
}

/// The fields that `node` writes; every unknown and every missing one is said.
pub(super) fn record(node: &Node, fields: &[Field], findings: &mut Findings) -> Option<Fields> {
    let NodeValue::Map(entries) = &node.value else {
        return wrong_type(
            node,
            "keys with values (`key: …`)",
            "`キー: 値` の並び",
            findings,
        );
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
        let value = if matches!(entry.node.value, NodeValue::Null) {
            &Node {
                place: entry.key_place,
                ..entry.node.clone()
            }
        } else {
            &entry.node
        };
        match check(value, &field.shape, findings) {
            Some(fact) => facts.push((entry.key.clone(), fact)),
            None => complete = false,
        }
    }
    let hidden = entries.iter().any(|entry| entry.key == "hidden");
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
        (None, None) => {
            return wrong_type(
                node,
                "exactly one key with a value",
                "キーをちょうど1つ",
                findings,
            );
        }
    };
    match options.iter().find(|(name, _)| name == tag) {
        Some((_, Some(shape))) => match entry {
            Some(entry) => Some(Value::Choice(
                tag.to_owned(),
                Some(Box::new(check(&entry.node, shape, findings)?)),
            )),
            None => wrong_type(
                node,
                &format!("`{tag}: …`"),
                &format!("`{tag}: …`"),
                findings,
            ),
        },
        Some((_, None)) => Some(Value::Choice(tag.to_owned(), None)),
        None => {
            let finding = Finding::error(
                "unknown-word",
                place,
                format!("`{tag}` は書けません"),
                format!("`{tag}` cannot be written here"),
            );
            findings.push(with_suggestion(
                finding,
                tag,
                options.iter().map(|(name, _)| name.as_str()),
            ));
            None
        }
    }
}
