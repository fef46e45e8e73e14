//! Which pages the guide has, which anchors are on them, and where each record is shown.
//!
//! Pages and anchors are the same in every language; they are read off the original. Links are checked against this plan,
//! and the site is made from it.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use super::KINDS;
use super::page::Page;
use super::read::{Entry, Model};
use crate::markdown::{Token, is_alone};

/// The anchor of the list of facts at the foot of every page.
pub const FACTS_ANCHOR: &str = "facts";

/// A page of the guide, in all languages.
#[derive(Debug, Default)]
pub struct Planned {
    /// The record that opens it, as `kind.id`.
    pub record: Option<String>,
    /// The record that would open it, had an organisation not left it out.
    pub hidden: Option<String>,
    /// Anchors that links may name.
    pub anchors: BTreeSet<String>,
    /// Records on it, in order.
    pub shown: Vec<Shown>,
}

/// A record on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// `kind.id`.
    pub record: String,
    /// Its own anchor where it is placed whole, else that of the heading above.
    pub anchor: Option<String>,
    /// Is the whole record there, not just one of its values?
    pub whole: bool,
}

/// All pages by path without suffix.
pub type Plan = BTreeMap<String, Planned>;

/// Makes the plan.
#[must_use]
pub fn plan(model: &Model) -> Plan {
    let original = model
        .languages()
        .first()
        .copied()
        .unwrap_or_default()
        .to_owned();
    let mut plan = Plan::new();
    for page in model.pages.iter().filter(|page| page.language == original) {
        plan.insert(page.path.clone(), prose(page, model));
    }
    for kind in KINDS {
        let Some(folder) = kind.pages else { continue };
        let left_out = model.hidden.iter().filter(|entry| entry.kind == kind.name);
        for entry in model.of(kind.name).iter().chain(left_out) {
            let planned = plan.entry(page_of(entry, folder)).or_default();
            if planned.hidden.is_none() {
                planned.record.get_or_insert_with(|| entry.path());
            }
            planned.leave_out(model);
        }
    }
    add_broken(&mut plan, model, &original);
    for planned in plan.values_mut() {
        open_with_record(planned);
    }
    plan
}

/// Pages that are there but have faults of their own can still be linked.
fn add_broken(plan: &mut Plan, model: &Model, original: &str) {
    for kind in KINDS {
        let Some(folder) = kind.pages else { continue };
        for id in broken(kind.name, model) {
            plan.entry(format!("{folder}/{id}")).or_default();
        }
    }
    for path in model
        .broken
        .iter()
        .filter_map(|path| path.strip_prefix(original)?.strip_prefix('/'))
    {
        plan.entry(path.to_owned()).or_default();
    }
}

/// The ids of broken records of a kind.
fn broken<'a>(kind: &str, model: &'a Model) -> impl Iterator<Item = &'a str> {
    model
        .broken
        .iter()
        .filter_map(move |path| path.strip_prefix(kind)?.strip_prefix('.'))
}

/// The path of the page that a record has of its own.
#[must_use]
pub fn page_of(entry: &Entry, folder: &str) -> String {
    format!("{folder}/{}", entry.id)
}

fn open_with_record(planned: &mut Planned) {
    planned.anchors.insert(FACTS_ANCHOR.to_owned());
    if let Some(record) = planned.record.clone() {
        let anchor = record.split_once('.').map(|(_, id)| id.to_owned());
        planned.anchors.extend(anchor.clone());
        planned.shown.insert(
            0,
            Shown {
                record,
                anchor,
                whole: true,
            },
        );
    }
}

fn prose(page: &Page, model: &Model) -> Planned {
    let mut planned = Planned {
        record: page.front.record.as_ref().map(|record| record.0.clone()),
        ..Planned::default()
    };
    planned.leave_out(model);
    let mut heading = None;
    for (index, (token, _)) in page.body.iter().enumerate() {
        match token {
            Token::Markdown(Event::Start(Tag::Heading { id: Some(id), .. })) => {
                heading = Some(id.to_string());
                planned.anchors.insert(id.to_string());
            }
            Token::Reference(path) => {
                planned.show(path, is_alone(&page.body, index), heading.as_deref(), model);
            }
            Token::Markdown(_) => {}
        }
    }
    planned
}

impl Planned {
    /// A page whose record is left out stays, and says so: links to it hold.
    fn leave_out(&mut self, model: &Model) {
        if self
            .record
            .as_ref()
            .is_some_and(|record| model.hidden(record).is_some())
        {
            self.hidden = self.record.take();
            self.anchors.extend(
                self.hidden
                    .as_ref()
                    .and_then(|record| Some(record.split_once('.')?.1.to_owned())),
            );
        }
    }

    fn show(&mut self, path: &str, alone: bool, heading: Option<&str>, model: &Model) {
        let mut parts = path.split('.');
        let (kind, id, rest) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let ids: Vec<&str> = match id {
            Some(id) => vec![id],
            None => model
                .of(kind)
                .iter()
                .map(|entry| entry.id.as_str())
                .chain(broken(kind, model))
                .chain(
                    model
                        .hidden
                        .iter()
                        .filter(|entry| entry.kind == kind)
                        .map(|entry| entry.id.as_str()),
                )
                .collect(),
        };
        for id in ids {
            let whole = alone && rest.is_none();
            if model.hidden(&format!("{kind}.{id}")).is_some() {
                self.anchors.extend(whole.then(|| id.to_owned()));
                continue;
            }
            if whole {
                self.anchors.insert(id.to_owned());
            }
            let anchor = if whole { Some(id) } else { heading };
            let shown = Shown {
                record: format!("{kind}.{id}"),
                anchor: anchor.map(str::to_owned),
                whole,
            };
            if !self.shown.contains(&shown) {
                self.shown.push(shown);
            }
        }
    }
}
