//! `duplicate-id`: an id names one thing: a record of its kind, a period of its value, an item of its list. Two of them
//! would share an anchor, and a reference to them would mean the first.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::KINDS;
use crate::model::fact::{Fact, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for kind in KINDS {
        let entries = context.model.of(kind.name).iter();
        report(
            entries.map(|entry| (entry.id.as_str(), entry.id_place)),
            findings,
        );
    }
    context.facts(&mut |fact| match &fact.value {
        Value::Dated(periods) => {
            let named = periods.iter();
            report(
                named.filter_map(|period| Some((period.id.as_deref()?, period.id_place?))),
                findings,
            );
        }
        Value::List(items) => report(items.iter().filter_map(id), findings),
        _ => {}
    });
}

fn id(item: &Fact) -> Option<(&str, Place)> {
    match item.field("id")? {
        Fact {
            value: Value::Plain(id),
            place,
        } => Some((id, *place)),
        _ => None,
    }
}

fn report<'a>(ids: impl Iterator<Item = (&'a str, Place)>, findings: &mut Findings) {
    let mut first = BTreeMap::new();
    for (id, place) in ids {
        let before = *first.entry(id).or_insert(place);
        if before != place {
            findings.push(
                Finding::error(
                    "duplicate-id",
                    place,
                    format!("id `{id}` が2回使われています"),
                    format!("the id `{id}` is used twice"),
                )
                .remedy(
                    "どちらか一方の id を変えてください",
                    "give one of the two another id",
                )
                .other(before, "1回目", "first used here"),
            );
        }
    }
}
