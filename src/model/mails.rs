//! `data/mails.yaml`: mails that the system sends, in their order.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, Dated, Label, Text};

/// A mail of the system.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its place in the order.
    pub number: Count,
    /// What it is.
    pub name: Text,
    /// Who gets it.
    pub to: Text,
    /// Its subject.
    pub subject: Option<Dated<Label>>,
    /// Does it prove that an application is pending?
    pub proves: Option<bool>,
    /// What it means.
    pub means: Text,
    /// What to do.
    pub r#do: Text,
    /// By when.
    pub by: Option<Text>,
}
