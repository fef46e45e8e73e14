//! `data/deadlines.yaml`: windows, deadlines and how they are counted.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A deadline, or how long something takes or lasts.
///
/// 期限や、かかる期間、有効な期間です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What it limits, as a heading.
    ///
    /// 何についての期限かを、見出しとして書きます。
    pub name: Text,
    /// How long, for pages and tools to show and reckon with.
    ///
    /// 期間の長さです。ページや道具が、この値を表示や計算に使います。
    pub value: Option<Dated<Limit>>,
    /// The rule in words, one or two sentences.
    ///
    /// 規則を説明する、1つか2つの文です。
    pub rule: Dated<Text>,
    /// From which day it counts.
    ///
    /// どの日から数えるかを書きます。
    pub counts_from: Text,
}
