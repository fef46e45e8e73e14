//! `data/outages.yaml`: times during which the system is closed; past ones stay.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Instant, Text};

/// A time during which the system is closed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outage {
    /// First moment.
    pub start: Instant,
    /// First moment at which it is open again.
    pub end: Instant,
    /// Why.
    pub why: Text,
    /// What to do meanwhile.
    pub r#do: Text,
}
