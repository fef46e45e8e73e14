//! Reads single values: dates, durations, sizes, addresses.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::fact::{Unit, Value};
use super::look;
use super::shape::ScalarShape;
use super::wanted::short;
use crate::diagnostic::{Finding, Place};
use crate::markdown::{is_host, is_web_address};

/// Why a text is not such a value: code, what is the matter and how to write it, in Japanese and English.
pub(super) struct Problem {
    code: &'static str,
    message: (String, String),
    remedy: (String, String),
}

impl Problem {
    pub(super) fn at(self, place: Place) -> Finding {
        let ((ja, en), remedy) = (self.message, self.remedy);
        Finding::error(self.code, place, ja, en).remedy(remedy.0, remedy.1)
    }
}

/// Reads `text` as a value of the given kind.
pub(super) fn read(text: &str, kind: ScalarShape) -> Result<Value, Problem> {
    let yes = |is_right: bool, value: fn(String) -> Value| is_right.then(|| value(text.to_owned()));
    let value = match kind {
        ScalarShape::Plain => Some(Value::Plain(text.to_owned())),
        ScalarShape::Bool => text.parse().ok().map(Value::Bool),
        ScalarShape::Count => number(text).map(Value::Count),
        ScalarShape::Yen => number(text).map(Value::Yen),
        ScalarShape::Size => size(text),
        ScalarShape::Length => length(text).map(Value::Length),
        ScalarShape::Duration => duration(text),
        ScalarShape::Date => is_like_a_date(text)
            .then(|| text.parse().ok().map(Value::Date))
            .flatten(),
        ScalarShape::Instant => instant(text),
        ScalarShape::Time => Time::strptime("%H:%M", text).ok().map(Value::Time),
        ScalarShape::MonthDay => yes(is_month_day(text), Value::Plain),
        ScalarShape::Phone => yes(is_phone(text), Value::Phone),
        ScalarShape::Mail => yes(is_mail(text), Value::Mail),
        ScalarShape::Url => yes(is_web_address(text), Value::Url),
        ScalarShape::Host => yes(is_host(text), Value::Host),
        ScalarShape::Ratio => ratio(text),
        ScalarShape::Colour => yes(look::rgb(text).is_some(), Value::Plain),
        ScalarShape::Measure => yes(look::measure(text).is_some(), Value::Plain),
        ScalarShape::Id => yes(is_id(text), Value::Plain),
    };
    value.ok_or_else(|| problem(text, kind))
}

fn problem(text: &str, kind: ScalarShape) -> Problem {
    let code = match kind {
        ScalarShape::Date | ScalarShape::Instant | ScalarShape::MonthDay => "bad-date",
        ScalarShape::Url => "unsafe-link",
        ScalarShape::Id => "bad-id",
        _ => "wrong-type",
    };
    let shown = short(text);
    if kind == ScalarShape::Date && is_like_a_date(text) {
        return Problem {
            code: "bad-date",
            message: (
                format!("`{shown}` という日はありません"),
                format!("there is no day `{shown}`"),
            ),
            remedy: (
                "その月に何日まであるかを確かめてください".to_owned(),
                "check how many days that month has".to_owned(),
            ),
        };
    }
    let (ja, en) = name(kind);
    Problem {
        code,
        message: (
            format!("`{shown}` は{ja}として読めません"),
            format!("`{shown}` is not {en}"),
        ),
        remedy: remedy(text, kind),
    }
}

/// What a kind of value is called.
fn name(kind: ScalarShape) -> (&'static str, &'static str) {
    match kind {
        ScalarShape::Plain => ("語", "a word"),
        ScalarShape::Bool => (" `true` か `false` ", "`true` or `false`"),
        ScalarShape::Count | ScalarShape::Yen => ("数", "a number"),
        ScalarShape::Size => ("ファイルの大きさ", "a file size"),
        ScalarShape::Length => ("紙の上の長さ", "a length on paper"),
        ScalarShape::Duration => ("期間", "a length of time"),
        ScalarShape::Date => ("日付", "a date"),
        ScalarShape::Instant => ("日本時間の日時", "a moment in Japan time"),
        ScalarShape::Time => ("時刻", "a time of day"),
        ScalarShape::MonthDay => ("毎年の月と日", "a month and day"),
        ScalarShape::Phone => ("電話番号", "a telephone number"),
        ScalarShape::Mail => ("メールアドレス", "a mail address"),
        ScalarShape::Url => (" https のアドレス", "an https address"),
        ScalarShape::Host => ("ホスト名", "the name of a host"),
        ScalarShape::Ratio => ("比", "a ratio"),
        ScalarShape::Colour => ("色", "a colour"),
        ScalarShape::Measure => ("大きさ", "a size"),
        ScalarShape::Id => (" id ", "an id"),
    }
}

/// How such a value is written, and what `text` should have been where that is clear.
fn remedy(text: &str, kind: ScalarShape) -> (String, String) {
    match (kind, digits_of(text)) {
        (ScalarShape::Count | ScalarShape::Yen, Some(digits)) => (
            format!("半角の数字だけで `{digits}` と書いてください"),
            format!("write `{digits}`, digits only"),
        ),
        _ => how_to_write(kind),
    }
}

/// How a value of a kind is written, in Japanese and English.
pub(crate) fn how_to_write(kind: ScalarShape) -> (String, String) {
    let (ja, en) = match kind {
        ScalarShape::Plain => ("`…`", "`…`"),
        ScalarShape::Bool => (
            "`true`（はい）か `false`（いいえ）",
            "`true` (yes) or `false` (no)",
        ),
        ScalarShape::Count | ScalarShape::Yen => {
            ("`5500`（半角の数字だけ）", "`5500` (digits only)")
        }
        ScalarShape::Size => ("`25MB` や `50KB`", "`25MB` or `50KB`"),
        ScalarShape::Length => ("`240mm` や `85.6mm`", "`240mm` or `85.6mm`"),
        ScalarShape::Duration => (
            "`3 months`、`1 year`、`14 days` など",
            "`3 months`, `1 year` or `14 days`",
        ),
        ScalarShape::Date => ("`2026-02-03`", "`2026-02-03`"),
        ScalarShape::Instant => (
            "`\"2026-01-05T09:00:00+09:00\"`",
            "`\"2026-01-05T09:00:00+09:00\"`",
        ),
        ScalarShape::Time => ("`\"09:00\"`", "`\"09:00\"`"),
        ScalarShape::MonthDay => ("`\"12-29\"`", "`\"12-29\"`"),
        ScalarShape::Phone => (
            "`03-1234-5678`（半角）",
            "`03-1234-5678`, in ordinary (half-width) digits",
        ),
        ScalarShape::Mail => ("`name@example.jp`（半角）", "`name@example.jp`"),
        ScalarShape::Url => ("`https://www.example.jp/`", "`https://www.example.jp/`"),
        ScalarShape::Host => ("`www.example.jp`", "`www.example.jp`"),
        ScalarShape::Ratio => ("`\"4:3\"`", "`\"4:3\"`"),
        ScalarShape::Colour => (
            "`\"#0017c1\"`（引用符の中に `#` と16進数6桁）",
            "`\"#0017c1\"` (in quotes, `#` and six hexadecimal digits)",
        ),
        ScalarShape::Measure => (
            "`1.125rem`（1rem は読む人が選んだ文字の大きさ）、倍率なら `1.2`",
            "`1.125rem` (1rem is the size of text that the reader chose), or `1.2` for a factor",
        ),
        ScalarShape::Id => (
            "`help-desk`（半角の小文字・数字・ハイフンだけ）",
            "`help-desk` (lower-case letters, digits and hyphens only)",
        ),
    };
    (format!("書き方: {ja}"), format!("write it like this: {en}"))
}

fn number(text: &str) -> Option<u64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}

/// The digits of `1,000`, `１０００` or `1 000`, as they should be written.
fn digits_of(text: &str) -> Option<String> {
    let marks = [',', '，', ' ', '円', '\u{3000}'];
    let digits = text
        .chars()
        .filter(|c| !marks.contains(c))
        .map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
            _ => Some(c).filter(char::is_ascii_digit),
        });
    let digits = digits.collect::<Option<String>>()?;
    number(&digits).map(|_| digits)
}

fn size(text: &str) -> Option<Value> {
    ["KB", "MB"].into_iter().find_map(|unit| {
        let number = number(text.strip_suffix(unit)?.trim_end())?;
        Some(Value::Size { number, unit })
    })
}

/// Millimetres with up to two decimals, as hundredths.
fn length(text: &str) -> Option<u32> {
    let text = text.strip_suffix("mm")?.trim_end();
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_right = (1..=4).contains(&whole.len()) && (1..=2).contains(&part.len());
    let hundredths = number(&format!("{whole}{part:0<2}"))?;
    u32::try_from(hundredths).ok().filter(|_| is_right)
}

fn duration(text: &str) -> Option<Value> {
    let (count, unit) = text.split_once(' ')?;
    let unit = match unit.strip_suffix('s').unwrap_or(unit) {
        "minute" => Unit::Minutes,
        "hour" => Unit::Hours,
        "day" => Unit::Days,
        "week" => Unit::Weeks,
        "month" => Unit::Months,
        "year" => Unit::Years,
        _ => return None,
    };
    let number = number(count)?;
    Some(Value::Duration { number, unit })
}

fn ratio(text: &str) -> Option<Value> {
    let (a, b) = text.split_once(':')?;
    let (a, b) = (number(a)?, number(b)?);
    (a > 0 && b > 0).then_some(Value::Ratio(a, b))
}

/// Four, two and two digits; whether there is such a day is another question.
fn is_like_a_date(text: &str) -> bool {
    text.split('-').map(str::len).eq([4, 2, 2])
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn instant(text: &str) -> Option<Value> {
    // A `Timestamp` accepts any offset; times of this guide are those of Japan, and say so.
    let instant = text.parse::<Timestamp>().ok()?;
    text.ends_with("+09:00").then_some(Value::Instant(instant))
}

/// `12-29`: a day that some year has.
fn is_month_day(text: &str) -> bool {
    let leap_day = format!("2000-{text}");
    is_like_a_date(&leap_day) && leap_day.parse::<Date>().is_ok()
}

fn is_phone(text: &str) -> bool {
    text.starts_with('0') && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn is_mail(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@');
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && is_host(host))
        && text.chars().all(allowed)
}

/// Lower-case ASCII words joined by `-`.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// `ja`, `en`, `vi`, `zh-Hant`, `ja-Hira`.
pub(crate) fn is_language(key: &str) -> bool {
    let mut parts = key.split('-');
    let first = parts.next().unwrap_or("");
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_to_the_hundredth_of_a_millimetre() {
        assert_eq!(length("240mm"), Some(24_000));
        assert_eq!(length("85.6 mm"), Some(8560));
        assert_eq!(length("53.98mm"), Some(5398));
        assert_eq!(length("53.985mm"), None);
        assert_eq!(length("24cm"), None);
    }

    fn code(text: &str, kind: ScalarShape) -> Option<&'static str> {
        read(text, kind).err().map(|problem| problem.code)
    }

    #[test]
    fn values_are_read_strictly() {
        assert_eq!(code("2026-02-28", ScalarShape::Date), None);
        assert_eq!(code("2026-02-30", ScalarShape::Date), Some("bad-date"));
        assert_eq!(code("2026/2/3", ScalarShape::Date), Some("bad-date"));
        assert_eq!(code("02-29", ScalarShape::MonthDay), None);
        assert_eq!(code("02-30", ScalarShape::MonthDay), Some("bad-date"));
        assert_eq!(code("1-3", ScalarShape::MonthDay), Some("bad-date"));
        assert_eq!(code("2026-01-03", ScalarShape::MonthDay), Some("bad-date"));
        assert_eq!(code("5500", ScalarShape::Yen), None);
        assert_eq!(code("5,500", ScalarShape::Yen), Some("wrong-type"));
        assert_eq!(code("５５００", ScalarShape::Yen), Some("wrong-type"));
        assert_eq!(code("25MB", ScalarShape::Size), None);
        assert_eq!(code("25 GB", ScalarShape::Size), Some("wrong-type"));
        assert_eq!(code("85.6mm", ScalarShape::Length), None);
        assert_eq!(code("240", ScalarShape::Length), Some("wrong-type"));
        assert_eq!(code("3 months", ScalarShape::Duration), None);
        assert_eq!(code("3か月", ScalarShape::Duration), Some("wrong-type"));
        assert_eq!(
            code("2026-01-05T09:00:00+09:00", ScalarShape::Instant),
            None
        );
        assert_eq!(
            code("2026-01-05T09:00:00Z", ScalarShape::Instant),
            Some("bad-date")
        );
        assert_eq!(
            code("javascript:alert(1)", ScalarShape::Url),
            Some("unsafe-link")
        );
        assert_eq!(code("https://www.moj.go.jp/isa/", ScalarShape::Url), None);
        assert_eq!(code("Help Desk", ScalarShape::Id), Some("bad-id"));
    }
}
