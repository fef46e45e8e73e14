//! `data/stationery.yaml`: measures of envelopes, labels, cards and forms, for what is printed at its real size.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, Length, Text};

/// Something made of paper, or a part of it, with its measures.
///
/// 封筒、ラベル用紙、カード、様式など、紙のものの寸法です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stationery {
    /// What it is.
    ///
    /// 何の寸法かを書きます。
    pub name: Text,
    /// What sort of entry it is.
    ///
    /// どの種類の記録かを書きます。
    pub r#type: StationeryType,
    /// What to do with it, or what to watch.
    ///
    /// 使い方や、気を付けることを書きます。
    pub text: Text,
    /// Its measures.
    ///
    /// 寸法です。
    pub measures: Option<Measures>,
    /// How many fields lie side by side and below each other: labels on a sheet, or the cells that a form is drawn on.
    ///
    /// 横と縦に並ぶ数です。ラベル用紙ならラベルの数、様式なら下敷きになっているマス目の数を書きます。
    pub grid: Option<Grid>,
    /// Words to put on an envelope, in Japanese.
    ///
    /// 封筒に書く言葉です。日本語で書きます。
    pub marks: Option<Vec<String>>,
    /// The fields of a form, from top to bottom.
    ///
    /// 様式の欄です。上から順に書きます。
    pub boxes: Option<Vec<FormBox>>,
}

/// What sort of entry it is.
///
/// 記録の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StationeryType {
    /// An envelope.
    ///
    /// 封筒です。
    Envelope,
    /// A place on an envelope: to write in, or to keep free.
    ///
    /// 封筒の上の場所です。書く場所と、空けておく場所があります。
    Place,
    /// Words to put on an envelope.
    ///
    /// 封筒に書き添える言葉です。
    Mark,
    /// A sheet of labels, or one label.
    ///
    /// ラベル用紙、または1枚のラベルです。
    Labels,
    /// A card.
    ///
    /// カードです。
    Card,
    /// A form of the agency.
    ///
    /// 入管庁の様式です。
    Form,
}

/// Measures, as far as there are any.
///
/// 寸法です。あるものだけを書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// Its width; of a sheet of labels, that of one label.
    ///
    /// 幅です。ラベル用紙では、1枚のラベルの幅です。
    pub width: Option<Length>,
    /// Its height; of a sheet of labels, that of one label.
    ///
    /// 高さです。ラベル用紙では、1枚のラベルの高さです。
    pub height: Option<Length>,
    /// From the left edge of the paper.
    ///
    /// 紙の左の端からの距離です。
    pub left: Option<Length>,
    /// From the upper edge of the paper.
    ///
    /// 紙の上の端からの距離です。
    pub top: Option<Length>,
    /// From the right edge of the paper.
    ///
    /// 紙の右の端からの距離です。
    pub right: Option<Length>,
    /// How far `top` and `right` may be off.
    ///
    /// `top` と `right` からずれてもよい長さです。
    pub tolerance: Option<Length>,
    /// From the beginning of one box to the beginning of the next.
    ///
    /// 枠の始まりから、次の枠の始まりまでの長さです。
    pub pitch: Option<Length>,
    /// The same for the last four boxes of a postal code.
    ///
    /// 郵便番号の後ろの4桁の、枠の始まりから次の枠の始まりまでの長さです。
    pub last_pitch: Option<Length>,
    /// All boxes together.
    ///
    /// 枠の全体の長さです。
    pub whole: Option<Length>,
    /// The smallest size that will do.
    ///
    /// いちばん小さくてよい大きさです。
    pub least: Option<Length>,
    /// The largest size that will do.
    ///
    /// いちばん大きくてよい大きさです。
    pub most: Option<Length>,
    /// The size that is wished for.
    ///
    /// できればこうしたいという大きさです。
    pub wished: Option<Length>,
}

/// How many lie side by side and below each other.
///
/// 横と縦に並ぶ数です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// Side by side.
    ///
    /// 横に並ぶ数です。
    pub columns: Count,
    /// Below each other.
    ///
    /// 縦に並ぶ数です。
    pub rows: Count,
}

/// A field of a form.
///
/// 様式の1つの欄です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormBox {
    /// A name by which references and drawings mean it.
    ///
    /// 参照や図から、この欄を指すときの名前です。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// What is printed at it: in 「」 exactly as on the form, and what it means.
    ///
    /// 様式に印刷されている言葉です。「」に入れて、様式のとおりに書きます。
    pub name: Text,
    /// What goes into it, or that it is left alone.
    ///
    /// 書くことです。何も書かない欄なら、そう書きます。
    pub text: Text,
    /// Where it lies, where somebody measured it: in cells of `grid`, first and last included.
    ///
    /// 測った人がいるときの、欄の場所です。`grid` のマス目で、始まりと終わりを書きます。どちらも欄に入ります。
    pub cells: Option<Cells>,
}

/// A part of the grid of a form.
///
/// 様式のマス目の一部です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cells {
    /// First column.
    ///
    /// 始まりの列です。
    pub first_column: Count,
    /// Last column.
    ///
    /// 終わりの列です。
    pub last_column: Count,
    /// First row.
    ///
    /// 始まりの行です。
    pub first_row: Count,
    /// Last row.
    ///
    /// 終わりの行です。
    pub last_row: Count,
}
