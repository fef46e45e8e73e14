//! `data/glossary.yaml`: terms, readings, plain explanations.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::Text;

/// A term and what it means.
///
/// 用語と、その意味です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    ///
    /// 用語です。
    pub term: Text,
    /// Its reading in hiragana.
    ///
    /// 読みを、ひらがなで書きます。
    pub reading: String,
    /// What it means, in plain words.
    ///
    /// 意味を、やさしい言葉で書きます。
    pub plain: Text,
    /// Other words for it, also those that people type when they look for it.
    ///
    /// ほかの言い方です。探すときに入力されそうな言葉も並べます。
    pub aliases: Option<Vec<String>>,
}
