//! How single values are written, as regular expressions: what [`super::scalar`] reads, for editors.

use super::shape::ScalarShape;

/// Lower-case ASCII words joined by `-`.
pub(crate) const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// The code of a language: `ja`, `zh-Hant`.
pub(crate) const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

/// What a value of this kind looks like; nothing where the type says it (a number) or anything goes.
#[must_use]
pub(crate) fn pattern(kind: ScalarShape) -> Option<&'static str> {
    match kind {
        ScalarShape::Plain | ScalarShape::Bool | ScalarShape::Count | ScalarShape::Yen => None,
        ScalarShape::Size => Some(r"^[0-9]+\s*(KB|MB)$"),
        ScalarShape::Length => Some(r"^[0-9]{1,4}(\.[0-9]{1,2})?\s*mm$"),
        ScalarShape::Duration => Some("^[0-9]+ (minute|hour|day|week|month|year)s?$"),
        ScalarShape::Date => Some(concat!(
            "^[0-9]{4}-",
            "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
            "|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
            "|02-(0[1-9]|[12][0-9]))$",
        )),
        ScalarShape::MonthDay => Some(concat!(
            "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
            "|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
            "|02-(0[1-9]|[12][0-9]))$",
        )),
        ScalarShape::Instant => Some(concat!(
            "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
            r"[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?\+09:00$",
        )),
        ScalarShape::Time => Some("^([01]?[0-9]|2[0-3]):[0-5]?[0-9]$"),
        ScalarShape::Phone => Some("^0[0-9-]*$"),
        ScalarShape::Mail => Some(r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"),
        ScalarShape::Url => Some(concat!(
            r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
            r#"(:[^\s"'<>`\\/?#]*)?([/?#][^\s"'<>`\\]*)?$"#,
        )),
        ScalarShape::Host => Some(r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"),
        ScalarShape::Ratio => Some("^0*[1-9][0-9]*:0*[1-9][0-9]*$"),
        ScalarShape::Colour => Some("^#[0-9A-Fa-f]{6}$"),
        ScalarShape::Measure => Some(r"^([0-9]{0,2}\.[0-9]{1,4}|[0-9]{1,2})(rem)?$"),
        ScalarShape::Id => Some(ID),
    }
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;
    use crate::model::scalar;

    /// Every kind of value that has a pattern, with texts that are such a value and texts that are none.
    const SAMPLES: &[(ScalarShape, &[&str], &[&str])] = &[
        (
            ScalarShape::Size,
            &["25MB", "50KB", "25 MB", "007KB"],
            &[
                "", "MB", "25", "25GB", "25mb", " 25MB", "2.5MB", "25MB ", "２５MB",
            ],
        ),
        (
            ScalarShape::Length,
            &["240mm", "85.6mm", "53.98 mm", "0.4mm"],
            &[
                "",
                "mm",
                "240",
                "24cm",
                ".5mm",
                "5.mm",
                "1.234mm",
                "-1mm",
                "12345mm",
                "２４０mm",
            ],
        ),
        (
            ScalarShape::Duration,
            &[
                "3 months",
                "1 month",
                "1 year",
                "14 days",
                "30 minutes",
                "2 weeks",
                "48 hours",
            ],
            &[
                "",
                "3",
                "3months",
                "3  months",
                "3 monthss",
                "3か月",
                "-3 days",
                "months 3",
                "3 Months",
            ],
        ),
        (
            ScalarShape::Date,
            &["2026-01-05", "2024-02-29", "2026-12-31", "2026-04-30"],
            &[
                "",
                "2026-1-5",
                "2026/01/05",
                "2026-02-30",
                "2026-04-31",
                "2026-13-01",
                "2026-00-10",
                "20260105",
                "2026-01-05 ",
            ],
        ),
        (
            ScalarShape::MonthDay,
            &["12-29", "01-03", "02-29"],
            &[
                "",
                "1-3",
                "02-30",
                "13-01",
                "04-31",
                "00-10",
                "2026-01-03",
                "12/29",
            ],
        ),
        (
            ScalarShape::Instant,
            &[
                "2026-01-05T09:00:00+09:00",
                "2026-01-05T09:00+09:00",
                "2026-01-05 09:00:00+09:00",
                "2026-01-05T09:00:00.5+09:00",
            ],
            &[
                "",
                "2026-01-05T09:00:00Z",
                "2026-01-05T09:00:00",
                "2026-01-05",
                "2026-01-05T24:00:00+09:00",
                "2026-13-05T09:00:00+09:00",
                "2026-01-05T09:60:00+09:00",
            ],
        ),
        (
            ScalarShape::Time,
            &["09:00", "23:59", "00:00", "9:00"],
            &["", "24:00", "09:60", "0900", "09:00:00", "9時", "１０:００"],
        ),
        (
            ScalarShape::Phone,
            &["03-1234-5678", "0570013904", "0"],
            &[
                "",
                "1234",
                "+81-3-1234-5678",
                "03 1234 5678",
                "０３-1234-5678",
            ],
        ),
        (
            ScalarShape::Mail,
            &["name@example.jp", "a.b+c_d-e@mail.example.co.jp"],
            &[
                "",
                "name",
                "@example.jp",
                "name@example",
                "name@@example.jp",
                "名前@example.jp",
                "name@example.jp.",
            ],
        ),
        (
            ScalarShape::Url,
            &[
                "https://www.example.jp",
                "https://www.example.jp/a?b=c#d",
                "https://example.jp:8080/",
                "https://example.jp?x",
                "https://example.jp/日本",
            ],
            &[
                "",
                "http://www.example.jp/",
                "https://localhost/",
                "https://www.example.jp/a b",
                "javascript:alert(1)",
                "https://www.example.jp/\"",
                "https://user@example.jp/",
                "https:///www.example.jp",
            ],
        ),
        (
            ScalarShape::Host,
            &["www.example.jp", "example.jp"],
            &["", "localhost", "www..jp", "www.example.jp/", "ドメイン.jp"],
        ),
        (
            ScalarShape::Ratio,
            &["4:3", "16:09"],
            &["", "4", "4:0", "0:3", "4:3:2", "4/3", "4: 3"],
        ),
        (
            ScalarShape::Colour,
            &["#0017c1", "#FFFFFF"],
            &["", "#fff", "0017c1", "#0017c1;", "red", "#0017cg"],
        ),
        (
            ScalarShape::Measure,
            &["1.25rem", "1rem", ".5rem", "1.2", "12", "0.0625"],
            &[
                "", "rem", ".", "1.", "1px", "100rem", "1.00001", "-1rem", "1 rem", "１rem",
            ],
        ),
        (
            ScalarShape::Id,
            &["help-desk", "e-01", "2025-12-28", "a"],
            &[
                "",
                "Help-Desk",
                "help_desk",
                "-help",
                "help-",
                "help--desk",
                "help desk",
                "窓口",
            ],
        ),
    ];

    #[test]
    fn patterns_agree_with_what_is_read() {
        for (kind, right, wrong) in SAMPLES {
            let pattern = Regex::new(pattern(*kind).expect("it has one")).expect("a pattern");
            for (text, is_right) in right
                .iter()
                .map(|text| (text, true))
                .chain(wrong.iter().map(|text| (text, false)))
            {
                assert_eq!(
                    scalar::read(text, *kind).is_ok(),
                    is_right,
                    "{kind:?} {text}"
                );
                assert_eq!(
                    pattern.is_match(text),
                    is_right,
                    "{kind:?} {text}: {pattern}"
                );
            }
        }
    }

    #[test]
    fn codes_of_languages_agree_with_what_is_read() {
        let pattern = Regex::new(LANGUAGE).expect("a pattern");
        for (code, is_right) in [
            ("ja", true),
            ("en", true),
            ("zh-Hant", true),
            ("ja-Hira", true),
            ("fil", true),
            ("", false),
            ("j", false),
            ("jp1", false),
            ("JA", false),
            ("ja_JP", false),
            ("ja-", false),
            ("日本語", false),
        ] {
            assert_eq!(scalar::is_language(code), is_right, "{code}");
            assert_eq!(pattern.is_match(code), is_right, "{code}");
        }
    }
}
