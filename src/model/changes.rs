//! `data/changes.yaml`: what changed for the reader, and when.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Date, RecordRef, Text};

/// A change.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The day.
    pub on: Date,
    /// What changed.
    pub title: Text,
    /// What it means for the reader.
    pub text: Text,
    /// The facts it concerns.
    pub facts: Vec<RecordRef>,
}
