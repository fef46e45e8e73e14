//! `data/steps.yaml`: the eight steps from log-in to the new card.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, RecordRef, ScreenRef, Text};

/// A step of the walk-through.
///
/// 手順の1段です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its place in the order.
    ///
    /// 何番目の段かを書きます。
    pub number: Count,
    /// What it is called.
    ///
    /// 段の名前です。
    pub name: Text,
    /// What happens.
    ///
    /// 何をする段かを書きます。
    pub what: Text,
    /// Pages of the guide, from the root of the language: `/prepare/account.html`.
    ///
    /// くわしく書いたページです。`/prepare/account.html` のように、言語のフォルダーから書きます。
    pub pages: Vec<String>,
    /// Further pages of which the reader needs one group only, by the choice made: by post or at the counter.
    ///
    /// 選んだ方法（郵送か窓口かなど）によって、どれか1組だけを読めばよいページです。
    pub either: Option<Vec<Vec<String>>>,
    /// What this step may cost: paths such as `fees.extension`.
    ///
    /// この段でかかることのある費用です。`fees.extension` のような記録を並べます。
    pub costs: Option<Vec<RecordRef>>,
    /// What to do when filing for one person, in order.
    ///
    /// 1人ずつ申請するときにすることを、順に並べます。
    pub single: Option<Vec<Text>>,
    /// What to do when filing for several at once, in order.
    ///
    /// まとめて申請するときにすることを、順に並べます。
    pub bulk: Option<Vec<Text>>,
    /// What to do either way, in order.
    ///
    /// どちらの方法でもすることを、順に並べます。
    pub r#do: Option<Vec<Text>>,
    /// The choice that this step offers.
    ///
    /// この段で選べることを書きます。
    pub or: Option<Text>,
    /// Screens that appear: ids of screens.yaml.
    ///
    /// 出てくる画面です。screens.yaml の id を並べます。
    pub screens: Vec<ScreenRef>,
}
