//! Lays an organisation's data over the base, on untyped nodes, so that every value keeps its place.
//!
//! Mappings merge by key, lists of records by `id`, everything else (a dated list too) is replaced whole. A record that
//! changes or hides one of the base says why in `reason`.

use std::collections::BTreeMap;

use super::node::{Entry, Node, Value};
use crate::diagnostic::{Finding, Findings, did_you_mean};

/// The records of a data file laid on those of the base. Every one that changes or hides another says why.
pub(super) fn merge_data(base: Node, over: Node, findings: &mut Findings) -> Node {
    match (base.value, over.value) {
        (Value::List(base_items), Value::List(over_items)) => {
            let over_items = once_each(over_items, findings);
            for record in &over_items {
                let id = record.scalar_at("id").unwrap_or_default();
                let changes = base_items.iter().any(|old| old.scalar_at("id") == Some(id));
                if changes && record.get("reason").is_none() {
                    findings.push(without_reason(record, id));
                }
                if !changes && record.scalar_at("hidden") == Some("true") {
                    findings.push(nothing_to_hide(record, id, &base_items));
                }
            }
            let value = Value::List(merge_records(base_items, over_items));
            Node {
                value,
                place: over.place,
            }
        }
        (base_value, over_value) => merge(
            Node {
                value: base_value,
                place: base.place,
            },
            Node {
                value: over_value,
                place: over.place,
            },
        ),
    }
}

/// `over` laid on `base`.
pub(super) fn merge(base: Node, over: Node) -> Node {
    match (base.value, over.value) {
        (Value::Map(base_entries), Value::Map(over_entries)) => Node {
            value: Value::Map(merge_maps(base_entries, over_entries)),
            place: over.place,
        },
        (Value::List(base_items), Value::List(over_items))
            if are_records(&base_items) && are_records(&over_items) =>
        {
            Node {
                value: Value::List(merge_records(base_items, over_items)),
                place: over.place,
            }
        }
        (_, value) => Node {
            value,
            place: over.place,
        },
    }
}

fn merge_maps(base: Vec<Entry>, over: Vec<Entry>) -> Vec<Entry> {
    let mut over: BTreeMap<String, Entry> = over
        .into_iter()
        .map(|entry| (entry.key.clone(), entry))
        .collect();
    let mut merged = Vec::with_capacity(base.len() + over.len());
    for old in base {
        merged.push(match over.remove(&old.key) {
            Some(entry) => Entry {
                node: merge(old.node, entry.node),
                ..entry
            },
            None => old,
        });
    }
    // What is new follows in the order in which it was written.
    let mut new: Vec<Entry> = over.into_values().collect();
    new.sort_by_key(|entry| entry.key_place);
    merged.extend(new);
    merged
}

/// A list of records: mappings with an `id`. Periods have `from`, `until` or a value and are replaced whole.
fn are_records(items: &[Node]) -> bool {
    let is_period = |item: &Node| {
        ["value", "unknown"]
            .iter()
            .any(|key| item.get(key).is_some())
    };
    items
        .iter()
        .all(|item| item.scalar_at("id").is_some() && !is_period(item))
}

fn merge_records(base: Vec<Node>, over: Vec<Node>) -> Vec<Node> {
    let mut merged = base;
    let mut places: BTreeMap<String, usize> = merged
        .iter()
        .enumerate()
        .filter_map(|(at, record)| Some((record.scalar_at("id")?.to_owned(), at)))
        .collect();
    for record in over {
        // Each record of the base is changed once; a second one with the same id stays beside it, for the lint to find.
        let at = record.scalar_at("id").and_then(|id| places.remove(id));
        match at.and_then(|at| merged.get_mut(at)) {
            Some(old) => {
                let base = std::mem::replace(
                    old,
                    Node {
                        value: Value::Null,
                        place: record.place,
                    },
                );
                *old = merge(base, record);
            }
            None => merged.push(record),
        }
    }
    merged
}

/// The records of one file without those whose id stands there a second time: which of the two is meant?
fn once_each(records: Vec<Node>, findings: &mut Findings) -> Vec<Node> {
    let mut first = BTreeMap::new();
    let mut once = Vec::with_capacity(records.len());
    for record in records {
        let Some(id) = record.get("id").filter(|id| id.scalar().is_some()) else {
            once.push(record);
            continue;
        };
        let name = id.scalar().unwrap_or_default().to_owned();
        match first.get(&name) {
            Some(place) => findings.push(
                Finding::error(
                    "duplicate-id",
                    id.place,
                    format!("id `{name}` が2回使われています"),
                    format!("the id `{name}` is used twice"),
                )
                .remedy("どちらか一方を消してください", "remove one of the two")
                .other(*place, "1回目", "first used here"),
            ),
            None => {
                first.insert(name, id.place);
                once.push(record);
            }
        }
    }
    once
}

fn without_reason(record: &Node, id: &str) -> Finding {
    Finding::error(
        "overlay-reason",
        record.place,
        format!("元の版の `{id}` を変えていますが、`reason` がありません"),
        format!("`{id}` of the base edition is changed without a `reason`"),
    )
    .remedy(
        "`reason: {ja: …, en: …}` に、なぜ変えるのかを書いてください",
        "say why in `reason: {ja: …, en: …}`",
    )
}

fn nothing_to_hide(record: &Node, id: &str, base: &[Node]) -> Finding {
    let place = record.get("id").map_or(record.place, |node| node.place);
    let finding = Finding::error(
        "overlay-unknown",
        place,
        format!("隠そうとしている `{id}` は元の版にありません"),
        format!("`{id}`, which is to be hidden, is not in the base edition"),
    );
    match did_you_mean(id, base.iter().filter_map(|old| old.scalar_at("id"))) {
        Some(near) => finding.remedy(
            format!("`{near}` のことですか"),
            format!("did you mean `{near}`?"),
        ),
        None => finding.remedy("この記録を消してください", "remove this record"),
    }
}
