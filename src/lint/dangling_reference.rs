//! `dangling-reference`: every id and every `{{ path }}` leads to something, on the day of the guide.

use std::ptr;

use super::Context;
use super::context::Nature;
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::markdown::{Document, Token};
use crate::model::Model;
use crate::model::drawings::is_left_out;
use crate::model::fact::Value;
use crate::model::lookup::{Found, Missing, lookup};

/// Most names that are listed as possible.
const MAX_LISTED: usize = 30;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    context.facts(&mut |fact| {
        if let Value::Ref { kind, id } = &fact.value {
            id_leads_somewhere(context, kind, id, fact.place, findings);
        }
    });
    for page in context.pages() {
        if let (Some(record), Some(node)) = (&page.front.record, page.front_node.get("record")) {
            id_leads_somewhere(context, "*", &record.0, node.place, findings);
        }
    }
    let unread = left_out(context.model);
    let is_unread = |document| unread.iter().any(|left_out| ptr::eq(*left_out, document));
    let passages = context.passages.iter();
    let passages = passages.filter(|passage| passage.nature == Nature::Prose);
    for passage in passages.filter(|passage| !is_unread(passage.document)) {
        for (token, range) in passage.document {
            if let Token::Reference(path) = token
                && let Err(missing) = lookup(context.model, path, context.day)
            {
                let place = passage.place(context.files, range);
                findings.extend(dangling(context.model, path, missing, place));
            }
        }
    }
}

/// Words in pictures that are left out together with the fact that they are about.
fn left_out(model: &Model) -> Vec<&Document> {
    let mut documents = Vec::new();
    for entry in model.of("drawings") {
        entry.fact.walk(&mut |item| {
            if is_left_out(item, model) {
                item.walk(&mut |fact| {
                    if let Value::Text(words) = &fact.value {
                        documents.extend(words.values().map(|prose| &prose.document));
                    }
                });
            }
        });
    }
    documents
}

fn id_leads_somewhere(
    context: &Context<'_>,
    kind: &str,
    id: &str,
    place: Place,
    findings: &mut Findings,
) {
    let path = if kind == "*" {
        id.to_owned()
    } else {
        format!("{kind}.{id}")
    };
    match lookup(context.model, &path, context.day) {
        Ok(Found::Record(_)) => {}
        Ok(_) => findings.push(
            Finding::error(
                "dangling-reference",
                place,
                format!("`{path}` は記録ではありません"),
                format!("`{path}` is not a record"),
            )
            .remedy(
                "`contacts.help-desk` のように、種類と id を `.` でつないで書いてください",
                "write kind and id joined by `.`, such as `contacts.help-desk`",
            ),
        ),
        Err(missing) => findings.extend(dangling(context.model, &path, missing, place)),
    }
}

fn dangling(model: &Model, path: &str, missing: Missing, place: Place) -> Option<Finding> {
    Some(match missing {
        Missing::Broken => return None,
        // The record as such says that it is left out, and why; its values cannot be named.
        Missing::Hidden if path.split('.').count() <= 2 => return None,
        Missing::Hidden => Finding::error(
            "dangling-reference",
            place,
            format!("`{path}` の記録は、この手引きでは省かれています"),
            format!("the record of `{path}` is left out of this guide"),
        )
        .remedy(
            "同じ名前のページか記録を自分のフォルダーに置き、この参照のない文にしてください",
            "put a page or record of the same name into your folder, without this reference",
        ),
        Missing::NoPeriod => Finding::error(
            "dangling-reference",
            place,
            format!("`{path}` には、この日の値がありません"),
            format!("`{path}` has no value on this day"),
        )
        .remedy(
            "期間の名前を付けて指すか、値を足してください",
            "name the period that is meant, or add a value",
        ),
        Missing::Part { part, candidates } => {
            let (ja, en) = if part == path {
                (
                    format!("`{path}` が見つかりません"),
                    format!("there is no `{path}`"),
                )
            } else {
                (
                    format!("`{path}` の `{part}` が見つかりません"),
                    format!("`{part}` of `{path}` does not exist"),
                )
            };
            let finding = Finding::error("dangling-reference", place, ja, en);
            let own = (!path.contains('.')).then(|| with_kind(model, path));
            suggest(finding, &part, candidates, &own.unwrap_or_default())
        }
    })
}

/// The records of any kind that have this id, as `kind.id`.
fn with_kind(model: &Model, id: &str) -> Vec<String> {
    model
        .all()
        .filter(|entry| entry.id == id)
        .map(crate::model::Entry::path)
        .collect()
}

fn suggest(finding: Finding, part: &str, mut candidates: Vec<String>, paths: &[String]) -> Finding {
    if !paths.is_empty() {
        let list = listed(paths);
        return finding.remedy(
            format!("{list} のことですか"),
            format!("did you mean {list}?"),
        );
    }
    candidates.sort_unstable();
    candidates.dedup();
    match did_you_mean(part, candidates.iter().map(String::as_str)) {
        Some(near) => finding.remedy(
            format!("`{near}` のことですか"),
            format!("did you mean `{near}`?"),
        ),
        None if candidates.is_empty() => finding.remedy(
            format!("`.{part}` を消してください"),
            format!("remove `.{part}`"),
        ),
        None => {
            let list = listed(&candidates);
            finding.remedy(format!("あるもの: {list}"), format!("possible: {list}"))
        }
    }
}

fn listed(names: &[String]) -> String {
    let shown: Vec<String> = names
        .iter()
        .take(MAX_LISTED)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = if names.len() > MAX_LISTED {
        ", …"
    } else {
        ""
    };
    shown.join(", ") + more
}
