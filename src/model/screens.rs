//! `data/screens.yaml`: screens of the online system with their words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::errors::SystemVersion;
use super::types::{Label, Text};

/// A screen of the online system.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Its title.
    pub name: Label,
    /// Which system shows it.
    pub system: SystemVersion,
    /// Has anybody whom we read seen it?
    pub seen: bool,
    /// Which way of filing leads there.
    pub way: Way,
    /// What it is for.
    pub purpose: Text,
    /// What is on it.
    pub elements: Vec<Element>,
}

/// A way of filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// For one person.
    Single,
    /// For several at once.
    Bulk,
    /// Either.
    Both,
}

/// Something on a screen.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Lower-case ASCII words joined by `-`.
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Its words.
    pub label: Label,
    /// What it is.
    pub r#type: ElementType,
    /// Must the reader act here?
    pub act: bool,
    /// What to do or know.
    pub help: Option<Text>,
}

/// What an element of a screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ElementType {
    Button,
    Link,
    Field,
    Checkbox,
    List,
    Choice,
    File,
    Tab,
}
