//! `data/steps.yaml`: the eight steps from log-in to the new card.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, RecordRef, ScreenRef, Text};

/// A step of the walk-through.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its place.
    pub number: Count,
    /// What it is called.
    pub name: Text,
    /// What happens.
    pub what: Text,
    /// Pages of the guide, from the root of the language: `/prepare/account.html`.
    pub pages: Vec<String>,
    /// Further pages of which the reader needs one group only, by the choice made: by post or at the counter.
    pub either: Option<Vec<Vec<String>>>,
    /// What this step may cost.
    pub costs: Option<Vec<RecordRef>>,
    /// What to do when filing for one person.
    pub single: Option<Vec<Text>>,
    /// What to do when filing for several at once.
    pub bulk: Option<Vec<Text>>,
    /// What to do either way.
    pub r#do: Option<Vec<Text>>,
    /// The choice that this step offers.
    pub or: Option<Text>,
    /// Screens that appear.
    pub screens: Vec<ScreenRef>,
}
