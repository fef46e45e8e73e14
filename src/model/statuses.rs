//! `data/statuses.yaml`: statuses of residence, which of them online, and the specified industrial fields.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Text};

/// A status of residence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Its name.
    pub name: Text,
    /// Can it be filed online?
    pub online: Online,
    /// Periods of stay that are granted.
    pub periods: Option<Dated<Text>>,
    /// Specified industrial fields.
    pub fields: Option<Vec<Industry>>,
}

/// Whether a status is handled online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Online {
    /// All of it.
    Yes,
    /// None of it.
    No,
    /// Some of it; the note says which.
    Partly,
}

/// A specified industrial field (特定産業分野).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// Lower-case ASCII words joined by `-`.
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Does it allow 特定技能2号?
    pub level2: bool,
}
