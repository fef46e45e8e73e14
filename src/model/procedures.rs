//! `data/procedures.yaml`: the seven procedures.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, FeeRef, ProcedureRef, Text};

/// A procedure.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its number in the agency's list.
    pub number: Count,
    /// Its full name.
    pub name: Text,
    /// What people call it.
    pub short: Text,
    /// What it is for.
    pub what: Text,
    /// Can it be filed by itself?
    pub alone: bool,
    /// With which it can only be filed together.
    pub together_with: Option<Vec<ProcedureRef>>,
    /// Who may file it.
    pub who: Text,
    /// When to file it.
    pub when: Text,
    /// Whether a photo is needed.
    pub photo: Text,
    /// What it costs.
    pub fees: Vec<FeeRef>,
    /// How the result arrives.
    pub result: Text,
    /// What to attach.
    pub documents: Text,
}
