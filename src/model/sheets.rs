//! `data/sheets.yaml`: sheets to print: cover sheets, labels, checklists, letters.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::Text;

/// A sheet to print and to fill in by hand.
///
/// 印刷して、手で書き込んで使う用紙です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it is called.
    ///
    /// 名前です。
    pub name: Text,
    /// What it is for, and when it is used.
    ///
    /// 何のために、いつ使うかを書きます。
    pub purpose: Text,
    /// A kind of records: the sheet is made once for each of them.
    ///
    /// 記録の種類です。書くと、その記録の1件ごとに用紙を作ります。
    pub for_each: Option<ForEach>,
    /// Does it fit only when printed at its real size? A bar of 100 mm to measure is printed on it then.
    ///
    /// 実際の大きさで印刷しないと役に立たない用紙かどうかです。`true` にすると、長さを確かめる100mmの線が入ります。
    pub real_size: Option<bool>,
}

/// What a sheet is made for each of.
///
/// 何の1件ごとに用紙を作るかです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ForEach {
    /// Procedures.
    ///
    /// 手続です。
    Procedures,
}
