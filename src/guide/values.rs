//! Values in words: amounts, days, lengths of time, as a language writes them. The patterns are data
//! (`data/strings/format.yaml`), so a further language needs no code.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};

use super::Guide;
use crate::model::fact::{Fact, Fields, Unit, Value};

impl<'a> Guide<'a> {
    /// A value in words; nothing for what is more than a value (texts, lists, records).
    #[must_use]
    pub fn value(&self, fact: &'a Fact, language: &str) -> Option<String> {
        let words = match &fact.value {
            Value::Plain(text)
            | Value::Word(text)
            | Value::Phone(text)
            | Value::Mail(text)
            | Value::Url(text)
            | Value::Host(text) => text.clone(),
            Value::Count(number) => grouped(*number),
            Value::Yen(0) => self.word("free", language).to_owned(),
            Value::Yen(yen) => self.word("yen", language).replace("{n}", &grouped(*yen)),
            Value::Size { number, unit } => format!("{number}{unit}"),
            Value::Length(hundredths) => self
                .word("millimetres", language)
                .replace("{n}", &millimetres(*hundredths).to_string()),
            Value::Duration { number, unit } => self.duration(*number, *unit, language),
            Value::Date(date) => self.date(*date, language),
            Value::Instant(instant) => self.instant(*instant, language),
            Value::Time(time) => time.strftime("%H:%M").to_string(),
            Value::Ratio(height, width) => format!("{height}:{width}"),
            Value::Choice(tag, inner) => self.choice(tag, inner.as_deref(), language)?,
            Value::List(items) => self.list(items, language)?,
            _ => return None,
        };
        Some(words)
    }

    /// A day in words.
    #[must_use]
    pub fn date(&self, date: Date, language: &str) -> String {
        let month = MONTHS
            .get(usize::from(date.month().unsigned_abs()).saturating_sub(1))
            .copied()
            .unwrap_or_default();
        self.word("date", language)
            .replace("{year}", &date.year().to_string())
            .replace("{month_name}", self.word(month, language))
            .replace("{month}", &date.month().to_string())
            .replace("{day}", &date.day().to_string())
    }

    /// A moment in words, in Japan time.
    #[must_use]
    pub fn instant(&self, instant: Timestamp, language: &str) -> String {
        let local = instant.to_zoned(TimeZone::fixed(offset(9)));
        let weekday = usize::from(local.weekday().to_monday_zero_offset().unsigned_abs());
        let weekday = WEEKDAYS.get(weekday).copied().unwrap_or_default();
        self.word("instant", language)
            .replace("{date}", &self.date(local.date(), language))
            .replace("{weekday}", self.word(weekday, language))
            .replace("{time}", &local.strftime("%H:%M").to_string())
    }

    /// A moment as machines read it, in Japan time.
    #[must_use]
    pub fn instant_iso(&self, instant: Timestamp) -> String {
        instant.display_with_offset(offset(9)).to_string()
    }

    fn duration(&self, number: u64, unit: Unit, language: &str) -> String {
        let key = match (unit, number) {
            (Unit::Minutes, 1) => "minutes_one",
            (Unit::Minutes, _) => "minutes",
            (Unit::Hours, 1) => "hours_one",
            (Unit::Hours, _) => "hours",
            (Unit::Days, 1) => "days_one",
            (Unit::Days, _) => "days",
            (Unit::Weeks, 1) => "weeks_one",
            (Unit::Weeks, _) => "weeks",
            (Unit::Months, 1) => "months_one",
            (Unit::Months, _) => "months",
            (Unit::Years, 1) => "years_one",
            (Unit::Years, _) => "years",
        };
        self.word(key, language).replace("{n}", &number.to_string())
    }

    fn choice(&self, tag: &str, inner: Option<&'a Fact>, language: &str) -> Option<String> {
        match (tag, inner) {
            ("not_offered", _) => Some(self.word("not_offered", language).to_owned()),
            (
                "by_period",
                Some(Fact {
                    value: Value::Map(tiers),
                    ..
                }),
            ) => Some(self.range(tiers, language)),
            (
                "dpi",
                Some(Fact {
                    value: Value::Count(number),
                    ..
                }),
            ) => Some(
                self.word("dpi", language)
                    .replace("{n}", &number.to_string()),
            ),
            (_, Some(inner)) => self.value(inner, language),
            (_, None) => None,
        }
    }

    /// From the lowest to the highest amount: never one total, because nobody knows it before the decision.
    fn range(&self, tiers: &Fields, language: &str) -> String {
        let amounts = || {
            tiers.iter().filter_map(|(_, fact)| match fact.value {
                Value::Yen(yen) => Some(yen),
                _ => None,
            })
        };
        let (low, high) = (amounts().min().unwrap_or(0), amounts().max().unwrap_or(0));
        self.word("yen_range", language)
            .replace("{low}", &grouped(low))
            .replace("{high}", &grouped(high))
    }

    fn list(&self, items: &'a [Fact], language: &str) -> Option<String> {
        let items: Option<Vec<String>> = items
            .iter()
            .map(|item| self.value(item, language))
            .collect();
        let pair = |a: String, b: String| {
            let pattern = self.word("list_pair", language);
            pattern.replace("{b}", &b).replace("{a}", &a)
        };
        Some(items?.into_iter().reduce(pair).unwrap_or_default())
    }
}

const MONTHS: [&str; 12] = [
    "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8",
    "month_9", "month_10", "month_11", "month_12",
];

const WEEKDAYS: [&str; 7] = [
    "weekday_1",
    "weekday_2",
    "weekday_3",
    "weekday_4",
    "weekday_5",
    "weekday_6",
    "weekday_7",
];

/// A length on paper as a number of millimetres.
#[must_use]
pub fn millimetres(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// Thousands set apart by commas.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(550), "550");
        assert_eq!(grouped(5500), "5,500");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
