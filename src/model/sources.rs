//! `data/sources.yaml`: every source that a fact names.

use jiff::civil;
use schemars::JsonSchema;
use serde::Deserialize;

use super::fact::Value;
use super::types::{Date, Text, Url};
use super::{Entry, Record};

/// Where facts come from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    pub publisher: Text,
    /// What it is called.
    pub title: Text,
    /// Where it can be read.
    pub url: Option<Url>,
    /// What time it speaks of: a year, a month or a day.
    pub source_date: String,
    /// The day on which a copy was read.
    pub read_on: Date,
    /// What sort of source it is.
    pub r#type: SourceType,
}

/// What sort of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceType {
    /// The Immigration Services Agency.
    Agency,
    /// A law or an ordinance.
    Law,
    /// Japan Post.
    Post,
    /// News.
    Press,
    /// A lawyer or 行政書士.
    Practitioner,
    /// A maker of software.
    Vendor,
    /// A public repository of code.
    Repository,
    /// The article that this guide started from.
    Article,
    /// Our own weighing of several sources.
    Own,
}

/// The day on which a person saw the fact, else the newest day on which one of its sources was read.
#[must_use]
pub fn last_seen(entry: &Entry, sources: &[Record<Source>]) -> Option<civil::Date> {
    if let Some(confirmed) = entry.date("confirmed_on") {
        return Some(confirmed);
    }
    let Value::List(named) = &entry.field("source")?.value else {
        return None;
    };
    named
        .iter()
        .filter_map(|name| match &name.value {
            Value::Ref { id, .. } => sources
                .iter()
                .find(|source| source.common.id == *id)
                .map(|source| source.fact.read_on.0),
            _ => None,
        })
        .max()
}
