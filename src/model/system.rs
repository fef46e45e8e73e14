//! `data/system.yaml`: hosts, browsers, log-in, validity, hours.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A property of the online system: its address, log-in, validity, hours, equipment.
///
/// オンラインシステムそのものについての事実です。アドレス、ログイン、有効期限、利用できる時間、使える機器などを書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SystemRule {
    /// What the rule is about, as a heading.
    ///
    /// 何についての規則かを、見出しとして書きます。
    pub name: Text,
    /// The limit, for pages and tools to show and reckon with.
    ///
    /// 上限などの値です。ページや道具が、この値を表示や計算に使います。
    pub value: Option<Dated<Limit>>,
    /// The rule in words, one or two sentences.
    ///
    /// 規則を説明する、1つか2つの文です。
    pub rule: Dated<Text>,
}
