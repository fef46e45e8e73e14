//! `data/tiers.yaml`: periods granted, by which the fee is reckoned since October 2026.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::Text;

/// A step of the tariff.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// The period in words.
    pub name: Text,
}
