//! `data/attachments.yaml`: what attached files must be like.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A rule for attached files.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRule {
    /// What it is about.
    pub name: Text,
    /// The limit.
    pub value: Option<Dated<Limit>>,
    /// The rule in words.
    pub rule: Dated<Text>,
}
