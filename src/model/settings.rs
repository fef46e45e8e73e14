//! `guide.yaml`: whose guide it is and how it is made.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Colour, Date, Measure, Phone, Text, Url};

/// Whose guide it is and how it is made.
///
/// だれの手引きか、どう作るかの設定です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `none`: facts and prose come from this folder alone; left out: they are laid over the edition in the program.
    ///
    /// `none` と書くと、事実と文章をこのフォルダーだけから読みます。書かなければ、プログラムの中の手引きに重ねます。
    pub base: Option<Base>,
    /// The name of the guide.
    ///
    /// 手引きの名前です。
    pub title: Text,
    /// One sentence below the name.
    ///
    /// 名前の下に出る、1つの文です。
    pub subtitle: Text,
    /// Who publishes it.
    ///
    /// 公開する人や組織の名前です。
    pub publisher: Text,
    /// That it is not official and advises on no case.
    ///
    /// 公式のものではなく、個別の案件への助言もしない、という断りの文です。
    pub disclaimer: Text,
    /// Where it is published, ending in `/`; without it there are no absolute links.
    ///
    /// 公開する場所のアドレスです。終わりに `/` を付けます。書かなければ、絶対アドレスのリンクは作りません。
    pub base_url: Option<Url>,
    /// Where mistakes are reported.
    ///
    /// 誤りを知らせてもらうページのアドレスです。
    pub report_url: Option<Url>,
    /// Languages, the original first.
    ///
    /// 手引きの言語です。原文の言語を最初に書きます。
    pub languages: Vec<Language>,
    /// The day for which the guide is made unless another is asked for.
    ///
    /// この版の日付です。ほかの日を指定しなければ、この日の手引きを作ります。
    pub edition: Date,
    /// The first day for which every dated fact has a value.
    ///
    /// 日付つきの値が、すべてそろっている最初の日です。
    pub covers_from: Date,
    /// Days after which a fact should be looked at again.
    ///
    /// 事実を、何日たったら確かめ直すかです。
    pub recheck_after_days: u64,
    /// Hours before an outage from which every page warns of it; left out: none does.
    ///
    /// システムの停止を、何時間前からすべてのページで知らせるかです。書かなければ知らせません。
    pub outage_warning_hours: Option<u64>,
    /// The menu: groups of pages, in order.
    ///
    /// 目次です。ページのまとまりを、出す順に並べます。
    pub menu: Vec<MenuGroup>,
    /// Colours and sizes of the pages, where they differ from those of the theme.
    ///
    /// ページの色と大きさです。もとのものから変えるときに書きます。
    pub look: Option<Look>,
    /// Who sends letters and envelopes: printed on the sheets in place of lines to write on.
    ///
    /// 手紙や封筒の差出人です。用紙の、書き込む線の代わりに印刷します。書かなければ線のままです。
    pub sender: Option<Sender>,
    /// How CSV files are encoded; left out, `utf-8`.
    ///
    /// CSVファイルの文字コードです。書かなければ `utf-8` です。
    pub csv_encoding: Option<CsvEncoding>,
}

/// Who sends letters and envelopes, as it stands on paper.
///
/// 手紙や封筒の差出人です。紙に書くとおりに書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The name of the organisation or person.
    ///
    /// 組織または人の名前です。
    pub name: String,
    /// Seven digits with a hyphen, in quotes.
    ///
    /// 郵便番号です。ハイフンを入れた7桁を、引用符で囲んで書きます。
    pub postal_code: String,
    /// The lines of the address, in Japanese.
    ///
    /// 住所です。1行ずつ、日本語で書きます。
    pub lines: Vec<String>,
    /// Where to call back.
    ///
    /// 連絡を受ける電話番号です。
    pub phone: Option<Phone>,
    /// The person in charge.
    ///
    /// 担当者の名前です。
    pub person: Option<String>,
}

/// Colours and sizes by the names that the theme gives them in `css/1-tokens.css`, there with `--` before them.
///
/// 色と大きさです。名前は `css/1-tokens.css` にあるもの（先頭の `--` を除く）を使います。
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Colours for readers whose screen is light: `link: "#0017c1"`.
    ///
    /// 明るい画面での色です。`link: "#0017c1"` のように書きます。
    pub light: Option<BTreeMap<String, Colour>>,
    /// Colours for readers who have asked for a dark screen.
    ///
    /// 暗い画面を選んでいる人に見える色です。
    pub dark: Option<BTreeMap<String, Colour>>,
    /// Sizes of text, and distances: `text-size: 1.125rem`.
    ///
    /// 文字や余白の大きさです。`text-size: 1.125rem` のように書きます。
    pub sizes: Option<BTreeMap<String, Measure>>,
}

/// What a guide is laid over.
///
/// 手引きを何に重ねるかです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Base {
    /// Nothing: it stands alone.
    ///
    /// 何にも重ねません。
    None,
}

/// How CSV files are encoded.
///
/// CSVファイルの文字コードです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub enum CsvEncoding {
    /// UTF-8 with a byte order mark, by which Excel knows it.
    ///
    /// UTF-8です。Excelが読めるように、先頭に印を付けます。
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// CP932, which Windows calls `Shift_JIS`, for older programs.
    ///
    /// CP932（`Shift_JIS`）です。古いソフトウェアのためのものです。
    #[serde(rename = "cp932")]
    Cp932,
}

/// A language of the guide.
///
/// 手引きの言語です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its code: `ja`, `en`, `vi`.
    ///
    /// 言語のコードです。`ja`、`en`、`vi` のように書きます。
    pub code: String,
    /// Its name in itself, such as `English`.
    ///
    /// その言語での、言語の名前です（`English` など）。
    pub name: String,
}

/// A group of the menu.
///
/// 目次の1つのまとまりです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MenuGroup {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Its heading.
    ///
    /// 見出しです。
    pub name: Text,
    /// Its pages, by path without suffix: `prepare/account`.
    ///
    /// ページを、`.md` を付けずに並べます（`prepare/account` など）。
    pub pages: Vec<String>,
}
