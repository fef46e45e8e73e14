//! `data/glossary.yaml`: terms, readings, plain explanations.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::Text;

/// A term.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub term: Text,
    /// Its reading in hiragana.
    pub reading: String,
    /// What it means, in plain words.
    pub plain: Text,
    /// Other words for it.
    pub aliases: Option<Vec<String>>,
}
