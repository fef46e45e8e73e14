//! The types that values of facts have. Each marks its JSON Schema with `x-type` (or `x-ref`), which is what
//! [`super::shape`] reads: types, editor help and checks come from one place and cannot differ.

use std::collections::BTreeMap;

use jiff::civil;
use schemars::JsonSchema;
use serde::Deserialize;

/// Words in every language of the guide, by language code (`ja`, `en`, …). Inline Markdown with `{{ references }}`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "text"))]
pub struct Text(pub BTreeMap<String, String>);

/// Words that the real system shows: `ja` exactly as on the screen, other languages a gloss.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "label"))]
pub struct Label(pub BTreeMap<String, String>);

/// An amount in yen.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "yen"))]
pub struct Yen(pub u64);

/// How many there are of something.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "count"))]
pub struct Count(pub u64);

/// A size of files, such as `25MB` or `50KB`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "size"))]
pub struct Size(pub String);

/// A length of time, such as `3 months`, `1 year`, `14 days` or `30 minutes`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "duration"))]
pub struct Duration(pub String);

/// A day in Japan, such as `2026-01-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Date(pub civil::Date);

impl JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day in Japan, such as `2026-01-05`.",
            "type": "string",
            "format": "date",
            "x-type": "date",
        })
    }
}

/// A moment with its offset from UTC, such as `2026-01-05T09:00:00+09:00`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "instant"))]
pub struct Instant(pub String);

/// A time of day, such as `09:00`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "time"))]
pub struct Time(pub String);

/// A day of every year, such as `12-29`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "month-day"))]
pub struct MonthDay(pub String);

/// A telephone number of Japan, such as `03-1234-5678`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "phone"))]
pub struct Phone(pub String);

/// A mail address.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "mail"))]
pub struct Mail(pub String);

/// An address on the web, `https://…`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "url"))]
pub struct Url(pub String);

/// The name of a host on the network.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "host"))]
pub struct Host(pub String);

/// Height to width, such as `4:3`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "ratio"))]
pub struct Ratio(pub String);

/// A colour, such as `#0017c1`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "colour"))]
pub struct Colour(pub String);

/// A size in pages: `1.25rem` (1rem is the size of text that the reader chose), or a plain factor such as `1.2`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "measure"))]
pub struct Measure(pub String);

/// A value that changes with time: periods in order, both days included, in JST, without gap or overlap. No `from`:
/// as far back as the guide reaches; no `until`: still in force.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("x-type" = "dated"))]
pub struct Dated<T>(pub Vec<Period<T>>);

/// One period of a dated value.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period<T> {
    /// A name by which prose can mean this very period.
    pub id: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// The value. Either this or `unknown: true`.
    pub value: Option<T>,
    /// Nobody could find out; say why in `note`.
    pub unknown: Option<bool>,
    /// A doubt or a condition.
    pub note: Option<Text>,
    /// Sources of this period, where they differ from those of the record.
    pub source: Option<Vec<SourceRef>>,
    /// How sure this period is, where it differs from the record.
    pub confidence: Option<Confidence>,
}

/// An amount that is paid, or why none is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("x-type" = "choice"))]
pub enum Amount {
    /// A fixed amount in yen; 0 is free.
    Yen(Yen),
    /// By the period that is granted: tier to yen.
    ByPeriod(BTreeMap<String, Yen>),
    /// Not possible this way.
    NotOffered,
}

/// A limit or another value that a rule turns on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("x-type" = "choice"))]
pub enum Limit {
    /// A size of files.
    Size(Size),
    /// A number of things.
    Count(Count),
    /// A length of time.
    Duration(Duration),
    /// Height to width.
    Ratio(Ratio),
    /// Dots per inch.
    Dpi(Count),
    /// Suffixes of file names.
    Types(Vec<String>),
    /// A host on the network.
    Host(Host),
    /// A mail address.
    Mail(Mail),
    /// Words, where no figure says it.
    Words(Text),
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A person saw it on the agency's own page, on the day in `confirmed_on`.
    Official,
    /// A copy of an official page was read.
    OfficialCopy,
    /// Seen on the real screen.
    Seen,
    /// Said by others.
    Reported,
    /// Sources disagree.
    Conflicting,
    /// Nobody could confirm it.
    Unverified,
}

/// What every record has besides the fields of its kind.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// Lower-case ASCII words joined by `-`; becomes an anchor, never changes.
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Where it comes from.
    pub source: Option<Vec<SourceRef>>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// The day a person saw it on the agency's own page.
    pub confirmed_on: Option<Date>,
    /// The day by which somebody should look again.
    pub recheck_by: Option<Date>,
    /// A doubt or a condition.
    pub note: Option<Text>,
    /// First day of effect.
    pub from: Option<Date>,
    /// Last day of effect.
    pub until: Option<Date>,
    /// In an organisation's folder: why the base edition is changed.
    pub reason: Option<Text>,
    /// In an organisation's folder: leave this record of the base edition out.
    pub hidden: Option<bool>,
}

/// Declares types that name a record of one kind.
macro_rules! reference {
    ($($(#[$doc:meta])* $name:ident => $kind:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(extend("x-ref" = $kind))]
        pub struct $name(pub String);
    )+};
}

reference! {
    /// The id of a source.
    SourceRef => "sources",
    /// The id of a procedure.
    ProcedureRef => "procedures",
    /// The id of a fee.
    FeeRef => "fees",
    /// The id of a contact.
    ContactRef => "contacts",
    /// The id of a screen.
    ScreenRef => "screens",
    /// The path of any record, `kind.id`.
    RecordRef => "*",
}
