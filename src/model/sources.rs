//! `data/sources.yaml`: every source that a fact names.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Date, Text, Url};

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
