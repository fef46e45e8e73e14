//! Which facts stand behind a page: those shown on it, and those that their words and ids draw in.

use std::collections::{BTreeMap, BTreeSet};

use super::Guide;
use crate::markdown::Token;
use crate::model::drawings;
use crate::model::fact::Value;
use crate::model::plan::Plan;
use crate::model::{Entry, Model, tools};

impl<'a> Guide<'a> {
    /// Where a record is shown whole, from the root of the language.
    #[must_use]
    pub fn address(&self, entry: &Entry) -> Option<&str> {
        self.addresses.get(&entry.path()).map(String::as_str)
    }

    /// The sourced facts behind a page, in the order of kinds and files.
    #[must_use]
    pub fn facts_of(&self, page: &str) -> Vec<&'a Entry> {
        let Some(planned) = self.plan.get(page) else {
            return Vec::new();
        };
        let mut paths = BTreeSet::new();
        for shown in &planned.shown {
            paths.insert(shown.record.clone());
            if let Some(entry) = self.model.at(&shown.record).filter(|_| shown.whole) {
                drawn_in(self.model, entry, &mut paths);
            }
        }
        self.model
            .all()
            .filter(|entry| paths.contains(&entry.path()) && entry.field("confidence").is_some())
            .collect()
    }
}

/// Where each record is shown whole: on its own page, else on the first that places it.
pub(super) fn addresses(plan: &Plan) -> BTreeMap<String, String> {
    let mut addresses = BTreeMap::new();
    for (page, planned) in plan {
        for shown in planned.shown.iter().filter(|shown| shown.whole) {
            let Some(anchor) = &shown.anchor else {
                continue;
            };
            let address = format!("{page}.html#{anchor}");
            if planned.record.as_ref() == Some(&shown.record) {
                addresses.insert(shown.record.clone(), address);
            } else {
                addresses.entry(shown.record.clone()).or_insert(address);
            }
        }
    }
    addresses
}

/// The records that a record draws in: those that it names, and for a picture of a whole kind, or a tool, those of the kinds
/// that it shows or reads.
fn drawn_in(model: &Model, entry: &Entry, paths: &mut BTreeSet<String>) {
    named_in(entry, paths);
    let drawn = drawings::kind_in(entry).into_iter();
    let read = tools::reads(entry).iter().map(|(kind, _)| kind.as_str());
    paths.extend(
        drawn
            .chain(read)
            .flat_map(|kind| model.of(kind))
            .map(Entry::path),
    );
}

/// The records that a record names, in ids or in its words.
fn named_in(entry: &Entry, paths: &mut BTreeSet<String>) {
    entry.fact.walk(&mut |fact| match &fact.value {
        Value::Ref { kind, id } if kind == "*" => {
            paths.insert(id.clone());
        }
        Value::Ref { kind, id } => {
            paths.insert(format!("{kind}.{id}"));
        }
        Value::Text(words) => {
            for (token, _) in words.values().flat_map(|prose| &prose.document) {
                if let Token::Reference(path) = token {
                    paths.insert(path.splitn(3, '.').take(2).collect::<Vec<_>>().join("."));
                }
            }
        }
        _ => {}
    });
}
