//! `data/filers.yaml`: the seven kinds of filer.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, Text};

/// A kind of filer.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filer {
    /// Its number in the agency's list.
    pub number: Count,
    /// Its name.
    pub name: Text,
    /// Who belongs to it.
    pub who: Text,
    /// What must be true first.
    pub condition: Text,
    /// How to log in.
    pub log_in: Text,
    /// What must be handed in to be registered.
    pub hands_in: Vec<Text>,
    /// Who writes the documents.
    pub prepares: Option<Text>,
    /// What to beware of.
    pub caution: Option<Text>,
    /// Filing for specified skilled workers.
    pub ssw: Text,
}
