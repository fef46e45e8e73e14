//! `data/attachments.yaml`: what attached files must be like.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Limit, Text};

/// A rule for attached files: their number, size, kind or quality.
///
/// 添付するファイルについての規則です。数、大きさ、種類、画質などを書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRule {
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
