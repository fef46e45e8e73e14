//! `data/deadlines.yaml`: windows, deadlines and how they are counted.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Date, Dated, Duration, Limit, Text};

/// A deadline, or how long something takes or lasts.
///
/// 期限や、かかる期間、有効な期間です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What it limits, as a heading.
    ///
    /// 何についての期限かを、見出しとして書きます。
    pub name: Text,
    /// How long, for pages and tools to show and reckon with.
    ///
    /// 期間の長さです。ページや道具が、この値を表示や計算に使います。
    pub value: Option<Dated<Limit>>,
    /// The rule in words, one or two sentences.
    ///
    /// 規則を説明する、1つか2つの文です。
    pub rule: Dated<Text>,
    /// From which day it counts.
    ///
    /// どの日から数えるかを書きます。
    pub counts_from: Text,
    /// How tools count it from the day of expiry; one record may give several days.
    ///
    /// 満了日からの数え方です。道具が使います。1つの記録から、いくつかの日が出ることもあります。
    pub counted: Option<Vec<Counted>>,
}

/// A day that tools count from the day on which the period of stay expires.
///
/// 在留期間の満了日から数える日です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Which day it is.
    ///
    /// どの日かを表す言葉です。
    pub mark: Mark,
    /// Whether it lies before or after the day of expiry.
    ///
    /// 満了日より前か、後かを書きます。
    pub direction: Direction,
    /// How far from the day of expiry; left out, it is the length in `value`. `0 days` is the day of expiry itself.
    ///
    /// 満了日からの長さです。書かなければ、`value` の長さを使います。`0 days` は満了日の当日です。
    pub length: Option<Duration>,
    /// Holds only for periods of stay of at least this length.
    ///
    /// 在留期間が、この長さ以上の人だけにあてはまります。
    pub at_least: Option<Duration>,
    /// Holds only for periods of stay longer than this.
    ///
    /// 在留期間が、この長さより長い人だけにあてはまります。
    pub longer_than: Option<Duration>,
    /// The first day of expiry for which it holds.
    ///
    /// 満了日がこの日以後の人にあてはまります。
    pub from: Option<Date>,
    /// How long before the day a calendar reminds of it.
    ///
    /// カレンダーで知らせる時期です。この日のどれくらい前かを書きます。
    pub remind: Option<Vec<Duration>>,
}

/// The days that are counted from the day of expiry.
///
/// 満了日から数える日です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The first day for filing.
    ///
    /// 申請できる最初の日です。
    First,
    /// The last day for filing online.
    ///
    /// オンラインで申請できる最後の日です。
    LastOnline,
    /// The day on which only the counter takes the application.
    ///
    /// 窓口だけで申請できる日です。
    CounterOnly,
    /// The last day of the special period.
    ///
    /// 特例期間の最後の日です。
    SpecialUntil,
    /// The last day for having the My Number card extended.
    ///
    /// マイナンバーカードの有効期間を延ばす、最後の日です。
    MyNumber,
}

/// Before or after.
///
/// 前か、後かです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Before the day of expiry. Months lead to the same date; where a month has none, to its last day.
    ///
    /// 満了日より前です。月で数えるときは、同じ日付の日です。その日付がない月は、月の末日です。
    Before,
    /// After the day of expiry, which is not counted itself; months end as the Civil Code says.
    ///
    /// 満了日より後です。満了日の当日は数えません。月は、民法の数え方で終わります。
    After,
}
