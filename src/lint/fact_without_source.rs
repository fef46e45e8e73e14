//! `fact-without-source`: a fact says where it comes from and how sure it is; `official` only with the day it was seen.

use super::Context;
use crate::diagnostic::{Finding, Findings};
use crate::model::fact::Value;
use crate::model::{Entry, KINDS};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for kind in KINDS {
        for entry in context.model.of(kind.name) {
            if kind.sourced {
                sourced(entry, findings);
            }
            confirmed(entry, findings);
        }
    }
}

fn sourced(entry: &Entry, findings: &mut Findings) {
    let has_source = matches!(entry.field("source").map(|source| &source.value), Some(Value::List(items)) if !items.is_empty());
    if !has_source {
        findings.push(
            Finding::error(
                "fact-without-source",
                entry.id_place,
                format!("`{}` に出典がありません", entry.id),
                format!("`{}` names no source", entry.id),
            )
            .remedy(
                "`source: [出典のid]` を書き足してください（出典は sources.yaml）",
                "add `source: [id of a source]` (sources stand in sources.yaml)",
            ),
        );
    }
    if entry.field("confidence").is_none() {
        findings.push(
            Finding::error(
                "fact-without-source",
                entry.id_place,
                format!("`{}` に確かさがありません", entry.id),
                format!("`{}` does not say how sure it is", entry.id),
            )
            .remedy(
                "`confidence: reported` などを書き足してください",
                "add `confidence: reported` or another word",
            ),
        );
    }
}

fn confirmed(entry: &Entry, findings: &mut Findings) {
    let is_official = |word: &Value| matches!(word, Value::Word(word) if word == "official");
    entry.fact.walk(&mut |fact| {
        if is_official(&fact.value) && entry.field("confirmed_on").is_none() {
            findings.push(
                Finding::error(
                    "official-unseen",
                    fact.place,
                    "確認した日がないのに `official` とされています",
                    "this is called `official`, but nobody saw it",
                )
                .remedy(
                    "入管庁のページで見た日を `confirmed_on` に書くか、別の確かさにしてください",
                    "add the day in `confirmed_on`, or choose another word",
                ),
            );
        }
    });
}
