//! `data/tiers.yaml`: periods granted, by which the fee is reckoned since October 2026.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::Text;

/// A step of the tariff: a period of stay that is granted.
///
/// 手数料の表の1段です。許可される在留期間の範囲を表します。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// The period in words.
    ///
    /// 期間を表す言葉です。
    pub name: Text,
}
