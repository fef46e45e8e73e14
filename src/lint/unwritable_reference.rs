//! `unwritable-reference`: what a reference means can be written where it stands. Nothing comes out empty.

use super::Context;
use super::context::Nature;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::{Token, is_alone};
use crate::model::fact::{Fact, Value};
use crate::model::lookup::{Found, lookup};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let passages = context.passages.iter();
    for passage in passages.filter(|passage| passage.nature == Nature::Prose) {
        for (index, (token, range)) in passage.document.iter().enumerate() {
            let Token::Reference(path) = token else {
                continue;
            };
            // Only pages place records and kinds; words among the facts are set within a line.
            let is_placed = passage.page().is_some() && is_alone(passage.document, index);
            match lookup(context.model, path, context.day) {
                Ok(Found::Kind(..)) if !is_placed => {
                    findings.push(whole_kind(path, passage.place(context.files, range)));
                }
                Ok(Found::Fact(fact)) if !is_writable(fact) => {
                    findings.push(no_words(path, passage.place(context.files, range)));
                }
                _ => {}
            }
        }
    }
}

/// Can the value be written within a sentence?
fn is_writable(fact: &Fact) -> bool {
    match &fact.value {
        Value::Bool(_) | Value::Ref { .. } | Value::Record(_) | Value::Map(_) | Value::Dated(_) => {
            false
        }
        Value::List(items) => items
            .iter()
            .all(|item| !is_words(item) && is_writable(item)),
        Value::Choice(_, Some(inner)) => matches!(inner.value, Value::Map(_)) || is_writable(inner),
        _ => true,
    }
}

fn is_words(fact: &Fact) -> bool {
    matches!(fact.value, Value::Text(_) | Value::Label(_))
}

fn whole_kind(path: &str, place: Place) -> Finding {
    Finding::error(
        "unwritable-reference",
        place,
        format!("`{path}` は種類の全体なので、文の中には書けません"),
        format!("`{path}` is a whole kind of facts and cannot stand within a sentence"),
    )
    .remedy(
        "ページの中で、これだけの段落にしてください",
        "give it a paragraph of its own, on a page",
    )
}

fn no_words(path: &str, place: Place) -> Finding {
    Finding::error(
        "unwritable-reference",
        place,
        format!("`{path}` の値は、言葉にできません"),
        format!("the value of `{path}` cannot be put into words"),
    )
    .remedy(
        "その中の1つの値を指すか、記録そのもの（`種類.id`）を指してください",
        "refer to one value in it, or to the record itself (`kind.id`)",
    )
}
