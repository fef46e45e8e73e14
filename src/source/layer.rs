//! Lays an organisation's data over the base, on untyped nodes, so that every value keeps its place.
//!
//! Mappings merge by key, lists of records by `id`, everything else (a dated list too) is replaced whole. A record that
//! changes or hides one of the base says why in `reason`.

use super::node::{Entry, Node, Value};
use crate::diagnostic::{Finding, Findings, did_you_mean};

/// `over` laid on `base`.
pub(super) fn merge(base: Node, over: Node, findings: &mut Findings) -> Node {
    match (base.value, over.value) {
        (Value::Map(base_entries), Value::Map(over_entries)) => Node {
            value: Value::Map(merge_maps(base_entries, over_entries, findings)),
            place: over.place,
        },
        (Value::List(base_items), Value::List(over_items))
            if are_records(&base_items) && are_records(&over_items) =>
        {
            Node {
                value: Value::List(merge_records(base_items, over_items, findings)),
                place: over.place,
            }
        }
        (_, value) => Node {
            value,
            place: over.place,
        },
    }
}

fn merge_maps(mut base: Vec<Entry>, over: Vec<Entry>, findings: &mut Findings) -> Vec<Entry> {
    for entry in over {
        match base.iter().position(|old| old.key == entry.key) {
            Some(at) => {
                let old = base.remove(at);
                let node = merge(old.node, entry.node, findings);
                base.insert(at, Entry { node, ..entry });
            }
            None => base.push(entry),
        }
    }
    base
}

/// A list of records of a file: mappings with an `id`. Periods have `from`, `until` or a value and are replaced whole.
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

fn merge_records(mut base: Vec<Node>, over: Vec<Node>, findings: &mut Findings) -> Vec<Node> {
    for record in over {
        let id = record.scalar_at("id").unwrap_or_default().to_owned();
        let Some(at) = base.iter().position(|old| old.scalar_at("id") == Some(&id)) else {
            if record.get("hidden").is_some() {
                findings.push(nothing_to_hide(&record, &id, &base));
            }
            base.push(record);
            continue;
        };
        let old = base.remove(at);
        let is_fact = old.get("source").is_some() || record.get("hidden").is_some();
        if is_fact && record.get("reason").is_none() {
            findings.push(
                Finding::error(
                    "overlay-reason",
                    record.place,
                    format!("元の版の `{id}` を変えていますが、`reason` がありません"),
                    format!("`{id}` of the base edition is changed without a `reason`"),
                )
                .remedy(
                    "`reason: {ja: …, en: …}` に、なぜ変えるのかを書いてください",
                    "say why in `reason: {ja: …, en: …}`",
                ),
            );
        }
        base.insert(at, merge(old, record, findings));
    }
    base
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
