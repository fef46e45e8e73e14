//! `data/outages.yaml`: times during which the system is closed; past ones stay.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Instant, Text};

/// A time during which the system is closed; past ones stay as history.
///
/// システムが止まる時間です。過ぎたものも、記録として残します。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outage {
    /// First moment at which it is closed.
    ///
    /// 止まり始める日時です。
    pub start: Instant,
    /// First moment at which it is open again.
    ///
    /// また使えるようになる日時です。
    pub end: Instant,
    /// Why it is closed.
    ///
    /// 止まる理由です。
    pub why: Text,
    /// What to do meanwhile.
    ///
    /// 止まっている間に、どうすればよいかを書きます。
    pub r#do: Text,
}
