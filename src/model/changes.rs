//! `data/changes.yaml`: what changed for the reader, and when.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Date, RecordRef, Text};

/// A change that readers should know of.
///
/// 読む人に知らせる変更です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The day from which it holds.
    ///
    /// 変わった日、または変わる日です。
    pub on: Date,
    /// What changed, in one sentence.
    ///
    /// 何が変わったかを、1つの文で書きます。
    pub title: Text,
    /// What it means for the reader.
    ///
    /// 読む人にとって、何が変わるのかを書きます。
    pub text: Text,
    /// The facts it concerns: paths such as `fees.extension`.
    ///
    /// かかわる記録です。`fees.extension` のように並べます。
    pub facts: Vec<RecordRef>,
}
