//! `duplicate-id`: an id names one record; two of them would share an anchor.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first = BTreeMap::new();
    for entry in context.model.all() {
        let Some(place) = first.insert((entry.kind, &entry.id), entry.id_place) else {
            continue;
        };
        findings.push(
            Finding::error(
                "duplicate-id",
                entry.id_place,
                format!("id `{}` が2回使われています", entry.id),
                format!("the id `{}` is used twice", entry.id),
            )
            .remedy(
                "どちらか一方の id を変えてください",
                "give one of the two another id",
            )
            .other(place, "1回目", "first used here"),
        );
    }
}
