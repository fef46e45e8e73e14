//! Holds a dated value against its shape. Whether its periods leave gaps is a lint's question.

use std::sync::LazyLock;

use super::check::{empty, record};
use super::fact::{self, Fact, Value};
use super::shape::{Field, Shape};
use super::types::{Period, Text};
use super::wanted::{Wanted, wrong_type};
use crate::diagnostic::{Finding, Findings};
use crate::source::node::{Node, Value as NodeValue};

/// The periods that `node` writes, each with a value of shape `inner`.
pub(super) fn dated(
    node: &Node,
    inner: &Shape,
    findings: &mut Findings,
) -> Option<Vec<fact::Period>> {
    let NodeValue::List(items) = &node.value else {
        return wrong_type(node, &Wanted::PERIODS, findings);
    };
    if items.is_empty() {
        let remedy = (
            "期間を `- value: …` のように書くか、キーごと消してください",
            "write a period, like `- value: …`, or remove the key",
        );
        findings.push(empty(node.place, remedy));
        return None;
    }
    let fields = period_fields(inner);
    let periods: Vec<fact::Period> = items
        .iter()
        .filter_map(|item| period(item, &fields, findings))
        .collect();
    (periods.len() == items.len()).then_some(periods)
}

fn period_fields(inner: &Shape) -> Vec<Field> {
    static PERIOD: LazyLock<Shape> = LazyLock::new(Shape::of::<Period<Text>>);
    let Shape::Record(mut fields) = PERIOD.clone() else {
        return Vec::new();
    };
    for field in &mut fields {
        if field.name == "value" {
            field.shape = inner.clone();
        }
    }
    fields
}

fn period(node: &Node, fields: &[Field], findings: &mut Findings) -> Option<fact::Period> {
    let mut facts = record(node, fields, findings)?;
    let mut take = |name: &str| {
        let at = facts.iter().position(|(key, _)| key == name)?;
        Some(facts.remove(at).1)
    };
    let (value, unknown) = (take("value"), take("unknown"));
    let (id, from, until) = (take("id"), take("from"), take("until"));
    let place = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.place);
    let day = |fact: &Option<Fact>| match fact.as_ref().map(|fact| &fact.value) {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    };
    let is_unknown = matches!(
        unknown,
        Some(Fact {
            value: Value::Bool(true),
            ..
        })
    );
    if value.is_some() == is_unknown {
        findings.push(
            Finding::error(
                "period-value",
                node.place,
                "`value` と `unknown: true` のどちらか一方を書きます",
                "a period has either `value` or `unknown: true`",
            )
            .remedy(
                "分からないときは `unknown: true` と `note` を書いてください",
                "where nobody knows, write `unknown: true` and a `note`",
            ),
        );
        return None;
    }
    Some(fact::Period {
        from: day(&from),
        until: day(&until),
        value: value.map(Box::new),
        about: facts,
        place: node.place,
        id_place: place(&id),
        from_place: place(&from),
        until_place: place(&until),
        id: id.and_then(|id| match id.value {
            Value::Plain(id) => Some(id),
            _ => None,
        }),
    })
}
