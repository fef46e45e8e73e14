//! `data/mails.yaml`: mails that the system sends, in their order.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, Dated, Label, Text};

/// A mail that the system sends.
///
/// システムから届くメールです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its place in the order.
    ///
    /// 届く順番です。
    pub number: Count,
    /// What it is.
    ///
    /// 何を知らせるメールかを書きます。
    pub name: Text,
    /// Who gets it.
    ///
    /// だれに届くかを書きます。
    pub to: Text,
    /// Its subject as shown.
    ///
    /// 件名です。届いたとおりに書きます。
    pub subject: Option<Dated<Label>>,
    /// `true` if it proves that an application is pending.
    ///
    /// 申請中であることの証明になるメールなら `true` です。
    pub proves: Option<bool>,
    /// What it means.
    ///
    /// 何を意味するかを書きます。
    pub means: Text,
    /// What to do when it arrives.
    ///
    /// 届いたら、することを書きます。
    pub r#do: Text,
    /// By when.
    ///
    /// いつまでにするかを書きます。
    pub by: Option<Text>,
}
