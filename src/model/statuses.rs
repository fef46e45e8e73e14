//! `data/statuses.yaml`: statuses of residence, which of them online, and the specified industrial fields.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Text};

/// A status of residence.
///
/// 在留資格です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Its name.
    ///
    /// 名前です。
    pub name: Text,
    /// Whether it can be filed online.
    ///
    /// オンラインで申請できるかどうかを書きます。
    pub online: Online,
    /// Periods of stay that are granted.
    ///
    /// 許可される在留期間です。
    pub periods: Option<Dated<Text>>,
    /// Specified industrial fields.
    ///
    /// 特定産業分野を並べます。
    pub fields: Option<Vec<Industry>>,
}

/// Whether a status is handled online.
///
/// オンラインで扱うかどうかを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Online {
    /// All of it.
    ///
    /// すべて扱います。
    Yes,
    /// None of it.
    ///
    /// まったく扱いません。
    No,
    /// Some of it; the note says which.
    ///
    /// 一部を扱います。どれかを `note` に書きます。
    Partly,
}

/// A specified industrial field (特定産業分野).
///
/// 特定産業分野です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Its name.
    ///
    /// 分野の名前です。
    pub name: Text,
    /// `true` if it allows 特定技能2号.
    ///
    /// 特定技能2号があるなら `true` です。
    pub level2: bool,
}
