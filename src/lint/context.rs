//! What the rules look at.

use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::{Files, Place};
use crate::markdown::Document;
use crate::model::fact::{Fact, Period, Prose, Value};
use crate::model::page::Page;
use crate::model::plan::{Plan, plan};
use crate::model::{Entry, Model};
use crate::source::Source;

/// Everything that a rule may look at.
pub(super) struct Context<'a> {
    pub(super) files: &'a Files,
    pub(super) source: &'a Source,
    pub(super) model: &'a Model,
    pub(super) plan: Plan,
    pub(super) day: Date,
    pub(super) passages: Vec<Passage<'a>>,
}

/// A piece of prose in some language: the body of a page, or words among the facts.
pub(super) struct Passage<'a> {
    pub(super) document: &'a Document,
    origin: Origin<'a>,
    /// Does it quote the real system?
    pub(super) is_label: bool,
}

enum Origin<'a> {
    Page(&'a Page),
    Words(&'a Prose),
}

impl<'a> Context<'a> {
    pub(super) fn new(source: &'a Source, model: &'a Model, day: Date) -> Self {
        let plan = plan(model);
        let mut context = Self {
            files: &source.files,
            source,
            model,
            plan,
            day,
            passages: Vec::new(),
        };
        context.passages = context.collect();
        context
    }

    fn collect(&self) -> Vec<Passage<'a>> {
        let mut passages: Vec<Passage<'a>> = self
            .model
            .pages
            .iter()
            .map(|page| Passage {
                document: &page.body,
                origin: Origin::Page(page),
                is_label: false,
            })
            .collect();
        self.facts(&mut |fact| {
            let (Value::Text(words) | Value::Label(words)) = &fact.value else {
                return;
            };
            let is_label = matches!(fact.value, Value::Label(_));
            passages.extend(
                words
                    .values()
                    .map(|prose| Passage::of_words(prose, is_label)),
            );
        });
        for words in self.model.strings.values() {
            passages.extend(words.values().map(|prose| Passage::of_words(prose, false)));
        }
        passages
    }

    /// Calls `visit` on every fact there is, settings included.
    pub(super) fn facts(&self, visit: &mut impl FnMut(&'a Fact)) {
        self.model.settings_fact.walk(visit);
        for entry in self.model.all() {
            entry.fact.walk(visit);
        }
    }

    /// Every list of periods with the record that it stands in.
    pub(super) fn dated(&self) -> Vec<(&'a Entry, &'a Fact, &'a [Period])> {
        let mut dated = Vec::new();
        for entry in self.model.all() {
            entry.fact.walk(&mut |fact| {
                if let Value::Dated(periods) = &fact.value {
                    dated.push((entry, fact, periods.as_slice()));
                }
            });
        }
        dated
    }
}

impl<'a> Passage<'a> {
    fn of_words(prose: &'a Prose, is_label: bool) -> Self {
        Self {
            document: &prose.document,
            origin: Origin::Words(prose),
            is_label,
        }
    }

    /// Is it the body of a page?
    pub(super) fn page(&self) -> Option<&'a Page> {
        match self.origin {
            Origin::Page(page) => Some(page),
            Origin::Words(_) => None,
        }
    }

    /// Where bytes of the passage stand. Words in YAML may be folded or escaped: then it is where they begin.
    pub(super) fn place(&self, files: &Files, range: &Range<usize>) -> Place {
        match self.origin {
            Origin::Page(page) => Place::new(page.file, range.clone()),
            Origin::Words(prose) => {
                let wanted = prose.text.get(range.clone()).unwrap_or_default();
                let before = prose.text.get(..range.start).unwrap_or_default();
                let nth = before.matches(wanted).count();
                let found = files.slice(prose.place).match_indices(wanted).nth(nth);
                match found {
                    Some((at, _)) if !wanted.is_empty() => {
                        let start = prose.place.start as usize + at;
                        Place::new(prose.place.file, start..start + wanted.len())
                    }
                    _ => prose.place,
                }
            }
        }
    }
}
