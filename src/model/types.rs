//! The types that values of facts have. Each marks its JSON Schema with `x-type` (or `x-ref`), which is what
//! [`super::shape`] reads: types, editor help and checks come from one place and cannot differ.

use std::collections::BTreeMap;

use jiff::civil;
use schemars::JsonSchema;
use serde::Deserialize;

pub use super::references::{
    ContactRef, FeeRef, FormRef, OptionsRef, ProcedureRef, RecordRef, ScreenRef, SheetRef,
    SourceRef, StatusRef,
};

/// Words in every language of the guide, by language code (`ja`, `en`, …). Inline Markdown with `{{ references }}`.
///
/// 手引きの言語ごとに書く文です（`ja`、`en` など）。太字などの簡単な Markdown と、`{{ 参照 }}` が使えます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "text"))]
pub struct Text(pub BTreeMap<String, String>);

/// Words that the real system shows: `ja` exactly as on the screen, other languages a gloss.
///
/// 実際の画面などに出る言葉です。`ja` は画面の表記のとおりに、ほかの言語は意味を書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "label"))]
pub struct Label(pub BTreeMap<String, String>);

/// An amount in yen, digits only.
///
/// 金額（円）です。数字だけで書きます。
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "yen"))]
pub struct Yen(pub u64);

/// How many there are of something, digits only.
///
/// 数です。数字だけで書きます。
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "count"))]
pub struct Count(pub u64);

/// A size of files, such as `25MB` or `50KB`.
///
/// ファイルの大きさです。`25MB`、`50KB` のように書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "25MB", extend("x-type" = "size"))]
pub struct Size(pub String);

/// A length on paper in millimetres, such as `240mm` or `85.6mm`.
///
/// 紙の上の長さです。`240mm`、`85.6mm` のように、ミリメートルで書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "240mm", extend("x-type" = "length"))]
pub struct Length(pub String);

/// A length of time, such as `3 months`, `1 year`, `14 days` or `30 minutes`.
///
/// 期間の長さです。`3 months`（3か月）、`1 year`（1年）、`14 days`（14日）、`30 minutes`（30分）のように書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "3 months", extend("x-type" = "duration"))]
pub struct Duration(pub String);

/// A day in Japan, such as `2026-01-05`.
///
/// 日本の日付です。`2026-01-05` のように書きます。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "2026-01-05", extend("x-type" = "date"))]
pub struct Date(#[schemars(with = "String")] pub civil::Date);

/// A moment in Japan time with its offset, such as `2026-01-05T09:00:00+09:00`.
///
/// 日本時間の日時です。`2026-01-05T09:00:00+09:00` のように、終わりに `+09:00` を付けて書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "2026-01-05T09:00:00+09:00", extend("x-type" = "instant"))]
pub struct Instant(pub String);

/// A time of day, such as `09:00`.
///
/// 時刻です。`09:00` のように書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "09:00", extend("x-type" = "time"))]
pub struct Time(pub String);

/// A day of every year, such as `12-29`.
///
/// 毎年の月と日です。`12-29` のように書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "12-29", extend("x-type" = "month-day"))]
pub struct MonthDay(pub String);

/// A telephone number of Japan, such as `03-1234-5678`.
///
/// 電話番号です。`03-1234-5678` のように、半角で書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "phone"))]
pub struct Phone(pub String);

/// A mail address.
///
/// メールアドレスです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "mail"))]
pub struct Mail(pub String);

/// An address on the web, `https://…`.
///
/// ウェブのアドレスです。`https://` で始めます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "url"))]
pub struct Url(pub String);

/// The name of a host on the network, such as `www.example.jp`.
///
/// ネットワークのホスト名です。`www.example.jp` のように書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "host"))]
pub struct Host(pub String);

/// Height to width, such as `4:3`.
///
/// 縦と横の比です。`4:3` のように書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(example = "4:3", extend("x-type" = "ratio"))]
pub struct Ratio(pub String);

/// A colour, in quotes: `#` and six hexadecimal digits, such as `"#0017c1"`.
///
/// 色です。`"#0017c1"` のように、`#` と16進数6桁を引用符で囲んで書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "colour"))]
pub struct Colour(pub String);

/// A size in pages: `1.25rem` (1rem is the size of text that the reader chose), or a plain factor such as `1.2`.
///
/// ページでの大きさです。`1.25rem`（1rem は読む人が選んだ文字の大きさ）か、`1.2` のような倍率で書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "measure"))]
pub struct Measure(pub String);

/// A value that changes with time: periods in order, both days included, in JST, without gap or overlap. No `from`:
/// as far back as the guide reaches; no `until`: still in force.
///
/// 時とともに変わる値です。期間を古い順に、すき間も重なりもなく並べます。初日も末日も期間に入り、日本時間で数えます。`from` がなければ手引きの始まりから、`until` がなければ今も続いています。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Dated{T}", extend("x-type" = "dated"))]
pub struct Dated<T>(pub Vec<Period<T>>);

/// One period of a dated value: its days, and its value or `unknown: true`.
///
/// 日付つきの値の、1つの期間です。日付と、値か `unknown: true` のどちらかを書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Period{T}")]
pub struct Period<T> {
    /// A name by which prose can mean this very period.
    ///
    /// 文章からこの期間を指すときの名前です。
    pub id: Option<String>,
    /// First day; left out, the period reaches as far back as the guide.
    ///
    /// 初日です。書かなければ、手引きの始まりから続いていた期間になります。
    pub from: Option<Date>,
    /// Last day; left out, the period is still in force.
    ///
    /// 末日です。書かなければ、今も続いている期間になります。
    pub until: Option<Date>,
    /// The value. Either this or `unknown: true`.
    ///
    /// 値です。これか `unknown: true` のどちらか一方を書きます。
    pub value: Option<T>,
    /// `true` where nobody could find out; say why in `note`.
    ///
    /// 調べても分からないときに `true` と書きます。理由を `note` に書きます。
    pub unknown: Option<bool>,
    /// A doubt or a condition that belongs to this period.
    ///
    /// この期間の値についての、疑問や条件です。
    pub note: Option<Text>,
    /// Sources of this period, where they differ from those of the record.
    ///
    /// この期間の出典です。記録全体の出典と違うときに書きます。
    pub source: Option<Vec<SourceRef>>,
    /// How sure this period is, where it differs from the record.
    ///
    /// この期間の確かさです。記録全体の確かさと違うときに書きます。
    pub confidence: Option<Confidence>,
}

/// An amount that is paid, or why none is.
///
/// 払う金額か、払わない理由です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("x-type" = "choice"))]
pub enum Amount {
    /// A fixed amount in yen; 0 is free.
    ///
    /// 決まった金額（円）です。0 は無料です。
    Yen(Yen),
    /// By the period that is granted: each step of the tariff (an id of tiers.yaml) with its amount in yen.
    ///
    /// 許可される期間によって決まる金額です。段（tiers.yaml の id）ごとに、円で書きます。
    ByPeriod(BTreeMap<String, Yen>),
    /// Not possible this way.
    ///
    /// この方法では扱っていません。
    NotOffered,
}

/// A limit or another value that a rule turns on: one of these keys with its value.
///
/// 上限など、規則の要になる値です。どれか1つのキーと、その値を書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("x-type" = "choice"))]
pub enum Limit {
    /// A size of files.
    ///
    /// ファイルの大きさです。
    Size(Size),
    /// A number of things.
    ///
    /// 個数や件数、回数です。
    Count(Count),
    /// A length of time.
    ///
    /// 期間の長さです。
    Duration(Duration),
    /// Height to width.
    ///
    /// 縦と横の比です。
    Ratio(Ratio),
    /// Dots per inch.
    ///
    /// 解像度（dpi）です。
    Dpi(Count),
    /// Suffixes of file names, in small letters: `[pdf]`.
    ///
    /// ファイルの種類です。`[pdf]` のように並べます。
    Types(Vec<String>),
    /// A host on the network.
    ///
    /// ネットワークのホスト名です。
    Host(Host),
    /// A mail address.
    ///
    /// メールアドレスです。
    Mail(Mail),
    /// Words, where no figure says it.
    ///
    /// 数字では表せないときの文です。
    Words(Text),
}

/// How sure a fact is.
///
/// どれくらい確かかを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A person saw it on the agency's own page, on the day in `confirmed_on`.
    ///
    /// 入管庁のページで人が確かめました。その日を `confirmed_on` に書きます。
    Official,
    /// A copy of an official page was read.
    ///
    /// 公式のページの写しを読みました。
    OfficialCopy,
    /// Seen on the real screen.
    ///
    /// 実際の画面で見ました。
    Seen,
    /// Said by others.
    ///
    /// ほかの人や案内が、そう述べています。
    Reported,
    /// Sources disagree.
    ///
    /// 出典どうしが食い違っています。
    Conflicting,
    /// Nobody could confirm it.
    ///
    /// だれも確かめられていません。
    Unverified,
}

/// What every record has besides the fields of its kind.
///
/// どの記録にもあるキーです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// Lower-case ASCII words joined by `-`; becomes an anchor, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。ページの中の目印になるので、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Where it comes from: ids of sources.yaml.
    ///
    /// 出典です。sources.yaml の id を並べます。
    pub source: Option<Vec<SourceRef>>,
    /// How sure it is.
    ///
    /// どれくらい確かかを書きます。
    pub confidence: Option<Confidence>,
    /// The day a person saw it on the agency's own page.
    ///
    /// 入管庁のページで、人が自分で確かめた日です。
    pub confirmed_on: Option<Date>,
    /// The day by which somebody should look again.
    ///
    /// この日までに、もう一度確かめます。
    pub recheck_by: Option<Date>,
    /// A doubt or a condition that readers should know.
    ///
    /// 読む人に知らせる、疑問や条件です。
    pub note: Option<Text>,
    /// First day on which the whole record holds.
    ///
    /// この記録全体が有効になる、最初の日です。
    pub from: Option<Date>,
    /// Last day on which the whole record holds.
    ///
    /// この記録全体が有効な、最後の日です。
    pub until: Option<Date>,
    /// In an organisation's folder: why the base edition is changed. With it only `id` and the keys that change are
    /// needed.
    ///
    /// 自分の組織のフォルダーで、もとの手引きの記録を変える理由です。これを書けば、ほかは `id` と変えるキーだけで足ります。
    pub reason: Option<Text>,
    /// In an organisation's folder: `true` leaves this record of the base edition out; say why in `reason`.
    ///
    /// 自分の組織のフォルダーで `true` と書くと、もとの手引きのこの記録を載せません。理由を `reason` に書きます。
    pub hidden: Option<bool>,
}
