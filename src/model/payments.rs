//! `data/payments.yaml`: how fees are paid.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Text};

/// A way of paying.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The way.
    pub name: Text,
    /// How, by day of receipt of the application.
    pub how: Dated<Text>,
    /// What to beware of.
    pub caution: Option<Text>,
}
