//! `data/fees.yaml`: fees by procedure, channel and day of receipt.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Amount, Dated, ProcedureRef, Text};

/// A fee.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// For which procedure.
    pub procedure: ProcedureRef,
    /// What is paid for.
    pub name: Text,
    /// At the counter, by day of receipt.
    pub counter: Dated<Amount>,
    /// Online, by day of receipt.
    pub online: Dated<Amount>,
    /// Added by the payment service.
    pub processing: Option<Dated<Amount>>,
    /// Which day decides.
    pub counted_by: Text,
}
