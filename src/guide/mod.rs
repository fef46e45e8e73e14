//! The guide: the model seen from one day. Finds what references mean, writes values in words, knows what uses what.
//!
//! Everything here is independent of the output: pages, PDF and workbooks ask the same questions.

mod fields;
mod say;
mod uses;
mod values;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use fields::Need;
pub use say::Say;
pub use values::millimetres;

use crate::model::fact::Period;
use crate::model::lookup::{Found, Missing, lookup};
use crate::model::plan::{Plan, plan};
use crate::model::sources::Source;
use crate::model::{Entry, Model, Record};

/// A model without errors, seen from a day.
#[derive(Debug)]
pub struct Guide<'a> {
    /// The facts and the prose.
    pub model: &'a Model,
    /// The day.
    pub day: Date,
    /// The pages.
    pub plan: Plan,
    sources: Vec<Record<Source>>,
    addresses: BTreeMap<String, String>,
}

/// Where a period stands, seen from the day of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// It is over.
    Earlier,
    /// It is now.
    Now,
    /// It is to come.
    Coming,
}

impl<'a> Guide<'a> {
    /// The guide of a day.
    #[must_use]
    pub fn new(model: &'a Model, day: Date) -> Self {
        let plan = plan(model);
        let addresses = uses::addresses(&plan);
        Self {
            model,
            day,
            plan,
            sources: model.typed::<Source>(),
            addresses,
        }
    }

    /// What a path means on the day of the guide.
    ///
    /// # Errors
    /// Where it means nothing.
    pub fn lookup(&self, path: &str) -> Result<Found<'a>, Missing> {
        lookup(self.model, path, self.day)
    }

    /// Where a period stands.
    #[must_use]
    pub fn tense(&self, period: &Period) -> Tense {
        if period.until.is_some_and(|until| until < self.day) {
            Tense::Earlier
        } else if period.from.is_some_and(|from| from > self.day) {
            Tense::Coming
        } else {
            Tense::Now
        }
    }

    /// Words of the interface. A key that does not exist shows as itself, which no test lets pass.
    #[must_use]
    pub fn word(&self, key: &'a str, language: &str) -> &'a str {
        self.model
            .strings
            .get(key)
            .and_then(|words| words.get(language))
            .map_or(key, |prose| prose.text.as_str())
    }

    /// The day on which somebody last looked at a fact or at a copy of its source.
    #[must_use]
    pub fn last_seen(&self, entry: &Entry) -> Option<Date> {
        crate::model::sources::last_seen(entry, &self.sources)
    }
}
