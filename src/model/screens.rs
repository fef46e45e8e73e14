//! `data/screens.yaml`: screens of the online system with their words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::errors::SystemVersion;
use super::types::{Label, ProcedureRef, Text};

/// A screen of the online system with its words.
///
/// オンラインシステムの画面と、そこに出る言葉です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Its title.
    ///
    /// 画面の題名です。
    pub name: Label,
    /// Which system shows it.
    ///
    /// どちらのシステムの画面かを書きます。
    pub system: SystemVersion,
    /// `true` if anybody whom we read has seen it.
    ///
    /// この画面を見た人の記録を読んでいれば `true` です。
    pub seen: bool,
    /// Which way of filing leads there.
    ///
    /// どの申請の方法で出る画面かを書きます。
    pub way: Way,
    /// Of which procedure's screen that is known, where each procedure has its own.
    ///
    /// 手続ごとに違う画面で、どの手続のものを見たかを書きます。
    pub procedure: Option<ProcedureRef>,
    /// The letter of the form (区分) of that screen, such as `N`.
    ///
    /// その画面の区分です（`N` など）。
    pub letter: Option<String>,
    /// What it is for.
    ///
    /// 何をする画面かを書きます。
    pub purpose: Text,
    /// What is on it, from top to bottom.
    ///
    /// 画面にあるものを、上から順に並べます。
    pub elements: Vec<Element>,
}

/// A way of filing.
///
/// 申請の方法です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// For one person.
    ///
    /// 1人ずつの申請です。
    Single,
    /// For several at once.
    ///
    /// 何人分かをまとめた一括申請です。
    Bulk,
    /// Either.
    ///
    /// どちらにも出ます。
    Both,
}

/// Something on a screen.
///
/// 画面にあるものの1つです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Its words.
    ///
    /// 書かれている言葉です。
    pub label: Label,
    /// What it is.
    ///
    /// どんな部品かを書きます。
    pub r#type: ElementType,
    /// `true` if the reader must act here.
    ///
    /// ここで操作が要るなら `true` です。
    pub act: bool,
    /// What to do or know.
    ///
    /// することや、知っておくことを書きます。
    pub help: Option<Text>,
}

/// What an element of a screen is.
///
/// 画面の部品の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ElementType {
    /// A button.
    ///
    /// ボタンです。
    Button,
    /// A link.
    ///
    /// リンクです。
    Link,
    /// A field to fill in.
    ///
    /// 入力欄です。
    Field,
    /// A box to tick.
    ///
    /// チェックを付ける欄です。
    Checkbox,
    /// A list to choose from.
    ///
    /// 選択肢の一覧です。
    List,
    /// One of the choices of the list above it; drawn as a row of that list.
    ///
    /// すぐ上の一覧にある選択肢の1つです。図では、その一覧の行になります。
    Choice,
    /// A place to attach a file.
    ///
    /// ファイルを添付する所です。
    File,
    /// A tab.
    ///
    /// タブです。
    Tab,
}
