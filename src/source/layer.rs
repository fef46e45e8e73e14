//! Lays an organisation's data over the base, on untyped nodes, so that every value keeps its place.
//!
//! Mappings merge by key, lists of records by `id`, everything else (a dated list too) is replaced whole. A record that
//! changes or hides one of the base says why in `reason`.

use super::node::{Entry, Node, Value};
use crate::diagnostic::{Finding, Findings, did_you_mean};

/// The records of a data file laid on those of the base. Every one that changes or hides another says why.
pub(super) fn merge_data(base: Node, over: Node, findings: &mut Findings) -> Node {
    match (base.value, over.value) {
        (Value::List(base_items), Value::List(over_items)) => {
            for record in &over_items {
                let id = record.scalar_at("id");
                let changes = base_items
                    .iter()
                    .any(|old| id.is_some() && old.scalar_at("id") == id);
                if changes && record.get("reason").is_none() {
                    findings.push(without_reason(record, id.unwrap_or_default()));
                }
                if !changes && record.get("hidden").is_some() {
                    findings.push(nothing_to_hide(record, id.unwrap_or_default(), &base_items));
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

fn merge_maps(mut base: Vec<Entry>, over: Vec<Entry>) -> Vec<Entry> {
    for entry in over {
        match base.iter().position(|old| old.key == entry.key) {
            Some(at) => {
                let old = base.remove(at);
                let node = merge(old.node, entry.node);
                base.insert(at, Entry { node, ..entry });
            }
            None => base.push(entry),
        }
    }
    base
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

fn merge_records(mut base: Vec<Node>, over: Vec<Node>) -> Vec<Node> {
    for record in over {
        let id = record.scalar_at("id");
        match base
            .iter()
            .position(|old| id.is_some() && old.scalar_at("id") == id)
        {
            Some(at) => {
                let old = base.remove(at);
                base.insert(at, merge(old, record));
            }
            None => base.push(record),
        }
    }
    base
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
