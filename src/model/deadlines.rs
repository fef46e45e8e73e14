//! `data/deadlines.yaml`: windows, deadlines and how they are counted.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A deadline or a time limit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What it limits.
    pub name: Text,
    /// How long.
    pub value: Option<Dated<Limit>>,
    /// The rule in words.
    pub rule: Dated<Text>,
    /// From which day it counts.
    pub counts_from: Text,
}
