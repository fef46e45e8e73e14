//! `data/options/*.yaml`: lists to choose from in forms, one file a list.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{OptionsRef, Text};

/// A list to choose from in forms, in the order in which it is offered.
///
/// 入力シートの選択肢の一覧です。並べた順に出ます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// What is chosen from it.
    ///
    /// 何を選ぶ一覧かを書きます。
    pub name: Text,
    /// What can be chosen.
    ///
    /// 選択肢を並べます。
    pub list: Vec<Choice>,
    /// Another list whose options follow these.
    ///
    /// このあとに続けて出す、別の一覧です。
    pub then: Option<OptionsRef>,
}

/// One of the options.
///
/// 選択肢の1つです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// The number that stands before it on the paper form, if there is one.
    ///
    /// 紙の様式で番号が付いているときの、その番号です。
    pub code: Option<String>,
    /// The option in words; where a screen shows it, as on the screen.
    ///
    /// 選択肢の言葉です。画面に出るものは、画面の表記のとおりに書きます。
    pub name: Text,
}
