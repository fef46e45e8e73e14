//! `data/photo.yaml`: what the photo must be like.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A rule for the photo.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PhotoRule {
    /// What it is about.
    pub name: Text,
    /// The limit.
    pub value: Option<Dated<Limit>>,
    /// The rule in words.
    pub rule: Dated<Text>,
}
