//! `data/redirects.yaml`: published ids that were renamed or removed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{RecordRef, Text};

/// Where something went.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// `kind.id` that was published.
    pub was: String,
    /// Where it is now; nothing where it is gone.
    pub now: Option<RecordRef>,
    /// Why.
    pub because: Text,
}
