//! Reads single values: dates, durations, sizes, addresses.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::fact::{Unit, Value};
use super::shape::ScalarShape;
use crate::diagnostic::{Finding, Place};
use crate::markdown::{is_host, is_web_address};

/// Why a text is not such a value: code, Japanese, English and an example of how to write it.
pub(super) struct Problem {
    code: &'static str,
    ja: String,
    en: String,
    example: &'static str,
}

impl Problem {
    pub(super) fn at(self, place: Place) -> Finding {
        let example = self.example;
        Finding::error(self.code, place, self.ja, self.en).remedy(
            format!("書き方: {example}"),
            format!("write it like this: {example}"),
        )
    }
}

/// Reads `text` as a value of the given kind.
pub(super) fn read(text: &str, kind: ScalarShape) -> Result<Value, Problem> {
    match kind {
        ScalarShape::Plain => Ok(Value::Plain(text.to_owned())),
        ScalarShape::Bool => match text {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => problem(
                "wrong-type",
                text,
                "はい・いいえの値",
                "true or false",
                "`true` / `false`",
            ),
        },
        ScalarShape::Count => number(text).map(Value::Count),
        ScalarShape::Yen => number(text).map(Value::Yen),
        ScalarShape::Size => size(text),
        ScalarShape::Duration => duration(text),
        ScalarShape::Date if text.len() != 10 => {
            problem("bad-date", text, "日付", "a date", "`2026-02-03`")
        }
        ScalarShape::Date => text
            .parse::<Date>()
            .map(Value::Date)
            .or_else(|error| bad_date(text, &error)),
        ScalarShape::Instant => instant(text),
        ScalarShape::Time => match Time::strptime("%H:%M", text) {
            Ok(time) => Ok(Value::Time(time)),
            Err(_) => problem("wrong-type", text, "時刻", "a time of day", "`\"09:00\"`"),
        },
        ScalarShape::Phone => {
            match text.chars().all(|c| c.is_ascii_digit() || c == '-') && text.starts_with('0') {
                true => Ok(Value::Phone(text.to_owned())),
                false => problem(
                    "wrong-type",
                    text,
                    "電話番号",
                    "a telephone number",
                    "`03-1234-5678`（半角）",
                ),
            }
        }
        ScalarShape::Mail => match is_mail(text) {
            true => Ok(Value::Mail(text.to_owned())),
            false => problem(
                "wrong-type",
                text,
                "メールアドレス",
                "a mail address",
                "`name@example.jp`",
            ),
        },
        ScalarShape::Url => match is_web_address(text) {
            true => Ok(Value::Url(text.to_owned())),
            false => problem(
                "unsafe-link",
                text,
                "https のアドレス",
                "an https address",
                "`https://www.example.jp/`",
            ),
        },
        ScalarShape::Host => match is_host(text) {
            true => Ok(Value::Host(text.to_owned())),
            false => problem(
                "wrong-type",
                text,
                "ホスト名",
                "the name of a host",
                "`www.example.jp`",
            ),
        },
        ScalarShape::Ratio => match text.split_once(':').map(|(a, b)| (a.parse(), b.parse())) {
            Some((Ok(a), Ok(b))) if a > 0 && b > 0 => Ok(Value::Ratio(a, b)),
            _ => problem("wrong-type", text, "比", "a ratio", "`\"4:3\"`"),
        },
        ScalarShape::Id => match is_id(text) {
            true => Ok(Value::Plain(text.to_owned())),
            false => problem(
                "bad-id",
                text,
                "id",
                "an id",
                "`help-desk`（半角の小文字・数字・ハイフン / lower case, digits, hyphens）",
            ),
        },
    }
}

fn problem<T>(
    code: &'static str,
    text: &str,
    ja: &str,
    en: &str,
    example: &'static str,
) -> Result<T, Problem> {
    let short: String = text.chars().take(40).collect();
    Err(Problem {
        code,
        ja: format!("`{short}` は{ja}として読めません"),
        en: format!("`{short}` is not {en}"),
        example,
    })
}

fn number(text: &str) -> Result<u64, Problem> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if plain => Ok(number),
        _ => problem(
            "wrong-type",
            text,
            "数",
            "a number",
            "`5500`（半角数字だけ / digits only）",
        ),
    }
}

fn size(text: &str) -> Result<Value, Problem> {
    for unit in ["KB", "MB"] {
        if let Some(Ok(number)) = text
            .strip_suffix(unit)
            .map(|number| number.trim_end().parse())
        {
            return Ok(Value::Size { number, unit });
        }
    }
    problem(
        "wrong-type",
        text,
        "ファイルの大きさ",
        "a file size",
        "`25MB`、`50KB`",
    )
}

fn duration(text: &str) -> Result<Value, Problem> {
    let (number, unit) = text.split_once(' ').unwrap_or((text, ""));
    let unit = match unit.trim_end_matches('s') {
        "minute" => Some(Unit::Minutes),
        "hour" => Some(Unit::Hours),
        "day" => Some(Unit::Days),
        "week" => Some(Unit::Weeks),
        "month" => Some(Unit::Months),
        "year" => Some(Unit::Years),
        _ => None,
    };
    match (number.parse(), unit) {
        (Ok(number), Some(unit)) => Ok(Value::Duration { number, unit }),
        _ => problem(
            "wrong-type",
            text,
            "期間",
            "a length of time",
            "`3 months`、`1 year`、`14 days`",
        ),
    }
}

fn bad_date(text: &str, error: &jiff::Error) -> Result<Value, Problem> {
    let well_formed = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
    if well_formed
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return Err(Problem {
            code: "bad-date",
            ja: format!("`{text}` という日はありません"),
            en: format!("there is no day `{text}` ({error})"),
            example: "`2026-02-28`",
        });
    }
    problem("bad-date", text, "日付", "a date", "`2026-02-03`")
}

fn instant(text: &str) -> Result<Value, Problem> {
    // A `Timestamp` accepts any offset; times of this guide are those of Japan, and say so.
    match text.parse::<Timestamp>() {
        Ok(instant) if text.ends_with("+09:00") => Ok(Value::Instant(instant)),
        _ => problem(
            "bad-date",
            text,
            "日本時間の日時",
            "a moment in Japan time",
            "`\"2026-01-05T09:00:00+09:00\"`",
        ),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str, kind: ScalarShape) -> Option<&'static str> {
        read(text, kind).err().map(|problem| problem.code)
    }

    #[test]
    fn values_are_read_strictly() {
        assert_eq!(code("2026-02-28", ScalarShape::Date), None);
        assert_eq!(code("2026-02-30", ScalarShape::Date), Some("bad-date"));
        assert_eq!(code("2026/2/3", ScalarShape::Date), Some("bad-date"));
        assert_eq!(code("5500", ScalarShape::Yen), None);
        assert_eq!(code("5,500", ScalarShape::Yen), Some("wrong-type"));
        assert_eq!(code("５５００", ScalarShape::Yen), Some("wrong-type"));
        assert_eq!(code("25MB", ScalarShape::Size), None);
        assert_eq!(code("25 GB", ScalarShape::Size), Some("wrong-type"));
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
