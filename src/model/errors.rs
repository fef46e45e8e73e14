//! `data/errors.yaml`: messages and symptoms, their causes and what to do.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{ContactRef, Label, Text};

/// A message or a trouble, its causes and what to do.
///
/// エラーの表示や困ったことと、その原因と直し方です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorEntry {
    /// Short code, such as `E-01`; never changes.
    ///
    /// `E-01` のような短い番号です。公開したら変えません。
    pub code: String,
    /// The symptom in a few words.
    ///
    /// 起きていることを、短い言葉で書きます。
    pub name: Text,
    /// The message as shown.
    ///
    /// 画面に出る文です。
    pub message: Option<Label>,
    /// Misprints and other words that people look for.
    ///
    /// 書き間違いや、ほかの言い方など、人が探すときに使う言葉を並べます。
    pub aliases: Option<Vec<String>>,
    /// Which system shows it.
    ///
    /// どちらのシステムに出るかを書きます。
    pub system: SystemVersion,
    /// Why it happens.
    ///
    /// なぜ起きるかを書きます。
    pub cause: Text,
    /// What to do, in order.
    ///
    /// 直し方を、行う順に並べます。
    pub fix: Vec<Text>,
    /// Whom to ask: ids of contacts.yaml.
    ///
    /// 問い合わせ先です。contacts.yaml の id を並べます。
    pub ask: Vec<ContactRef>,
}

/// Which of the two online systems.
///
/// 新旧どちらのオンラインシステムかを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SystemVersion {
    /// The one that closed at the end of 2025.
    ///
    /// 2025年の終わりに閉じた、旧システムです。
    Old,
    /// The one since January 2026.
    ///
    /// 2026年1月からの、新しいシステムです。
    New,
    /// Either.
    ///
    /// どちらでも同じです。
    Any,
}
