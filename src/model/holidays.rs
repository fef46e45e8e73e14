//! `data/holidays.yaml`: national holidays, on which desks are closed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Date, Text};

/// A national holiday.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: Text,
}
