//! `data/errors.yaml`: messages and symptoms, their causes and what to do.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{ContactRef, Label, Text};

/// An error and its mending.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorEntry {
    /// Short code, such as `E-01`; never changes.
    pub code: String,
    /// The symptom in a few words.
    pub name: Text,
    /// The message as shown.
    pub message: Option<Label>,
    /// Misprints and other words that people look for.
    pub aliases: Option<Vec<String>>,
    /// Which system shows it.
    pub system: SystemVersion,
    /// Why it happens.
    pub cause: Text,
    /// What to do, in order.
    pub fix: Vec<Text>,
    /// Whom to ask.
    pub ask: Vec<ContactRef>,
}

/// Which of the two online systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SystemVersion {
    /// The one that closed at the end of 2025.
    Old,
    /// The one since January 2026.
    New,
    /// Either.
    Any,
}
