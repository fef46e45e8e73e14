//! `data/contacts.yaml`: whom to ask about what.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Mail, MonthDay, Phone, Text, Time, Url};

/// Somebody to ask: a desk, a centre, an office.
///
/// 問い合わせ先です。ヘルプデスク、案内のセンター、窓口などです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who it is.
    ///
    /// 問い合わせ先の名前です。
    pub name: Text,
    /// Which questions go there.
    ///
    /// ここに聞くとよいことを並べます。
    pub ask: Vec<Text>,
    /// Telephone number.
    ///
    /// 電話番号です。
    pub phone: Option<Phone>,
    /// Mail address.
    ///
    /// メールアドレスです。
    pub mail: Option<Mail>,
    /// Address of its page.
    ///
    /// ページのアドレスです。
    pub url: Option<Url>,
    /// Hours in words.
    ///
    /// 受付時間を説明する文です。
    pub hours: Option<Text>,
    /// Hours for the clock that says whether it is open now.
    ///
    /// 受付時間を、曜日と時刻で書きます。「今、開いているか」の表示に使います。
    pub open: Option<Vec<Opening>>,
    /// Closed days in words.
    ///
    /// 休みの日を説明する文です。
    pub closed: Option<Text>,
    /// For the clock: `true` if it is closed on the days of holidays.yaml.
    ///
    /// 「今、開いているか」の表示に使います。祝日・休日（holidays.yaml の日）に休むなら `true` です。
    pub closed_on_holidays: Option<bool>,
    /// For the clock: closed on these days of every year.
    ///
    /// 「今、開いているか」の表示に使います。毎年休む日です。
    pub closed_each_year: Option<Vec<DaysOfYear>>,
    /// For the clock: nobody knows whether it is open on these days of every year.
    ///
    /// 「今、開いているか」の表示に使います。開いているかどうかが分からない、毎年の日です。
    pub unknown_each_year: Option<Vec<DaysOfYear>>,
    /// Languages spoken.
    ///
    /// 話せる言語です。
    pub languages: Option<Text>,
    /// What to have at hand before asking.
    ///
    /// 問い合わせの前に、手元に用意するものを並べます。
    pub have_ready: Vec<Text>,
}

/// Opening hours of some days of the week.
///
/// 曜日ごとの受付時間です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The days of the week.
    ///
    /// 曜日を並べます。
    pub days: Vec<Weekday>,
    /// When it opens.
    ///
    /// 始まる時刻です。
    pub from: Time,
    /// When it closes.
    ///
    /// 終わる時刻です。
    pub until: Time,
}

/// Days that come back every year, both included; they may go past the end of the year.
///
/// 毎年の、ある日からある日までです。初日も末日も入ります。年をまたいでもかまいません。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaysOfYear {
    /// First day.
    ///
    /// 初日です。
    pub from: MonthDay,
    /// Last day.
    ///
    /// 末日です。
    pub until: MonthDay,
}

/// A day of the week.
///
/// 曜日です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// Monday.
    ///
    /// 月曜日です。
    Mon,
    /// Tuesday.
    ///
    /// 火曜日です。
    Tue,
    /// Wednesday.
    ///
    /// 水曜日です。
    Wed,
    /// Thursday.
    ///
    /// 木曜日です。
    Thu,
    /// Friday.
    ///
    /// 金曜日です。
    Fri,
    /// Saturday.
    ///
    /// 土曜日です。
    Sat,
    /// Sunday.
    ///
    /// 日曜日です。
    Sun,
}
