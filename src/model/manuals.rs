//! `data/manuals.yaml`: the editions of the manual on paper.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::Text;

/// The manual as a PDF, in one language or in several side by side.
///
/// PDFの手引きです。言語ごとのものと、並べたものがあります。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manual {
    /// What it is called.
    ///
    /// 名前です。
    pub name: Text,
    /// Whom it is for.
    ///
    /// だれのためのものかを書きます。
    pub purpose: Text,
    /// Its languages, one or two, by code; it is made where the guide has all of them.
    ///
    /// 言語のコードです。1つか2つを書きます。手引きにその言語がないときは、作りません。
    pub languages: Vec<String>,
}
