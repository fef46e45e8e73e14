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
    /// The same in a word.
    pub log_in_with: LogIn,
    /// What must be handed in to be registered.
    pub hands_in: Vec<Text>,
    /// May they write documents, or only hand in what others wrote?
    pub writes: bool,
    /// Who writes the documents.
    pub prepares: Option<Text>,
    /// What to beware of.
    pub caution: Option<Text>,
    /// Filing for specified skilled workers.
    pub ssw: Text,
    /// The same in a word.
    pub ssw_may_file: MayFile,
}

/// How somebody logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogIn {
    /// With a user ID and a password.
    Password,
    /// With a My Number card.
    MyNumberCard,
}

/// Whether somebody may file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MayFile {
    /// Yes.
    Yes,
    /// Under conditions, which the words name.
    Conditions,
    /// Not known: to be confirmed with the agency.
    Confirm,
}
