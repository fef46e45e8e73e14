//! `data/holidays.yaml`: national holidays, on which desks are closed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Date, Text};

/// A national holiday, on which desks are closed.
///
/// 国民の祝日・休日です。窓口や電話は休みです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    ///
    /// 日付です。
    pub date: Date,
    /// Its name.
    ///
    /// 祝日の名前です。
    pub name: Text,
}
