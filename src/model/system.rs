//! `data/system.yaml`: hosts, browsers, log-in, validity, hours.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A property of the online system.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SystemRule {
    /// What it is about.
    pub name: Text,
    /// The limit.
    pub value: Option<Dated<Limit>>,
    /// The rule in words.
    pub rule: Dated<Text>,
}
