//! What a field takes. `src/output/workbook/check.rs` says the same in formulas; the values in `tests/forms/values.json` hold both
//! to it.

use jiff::civil::Date;

use super::forms::{Characters, Field, FieldType, Format};
use super::jis::{FULL_WIDTH, is_full_width};

/// The most characters of a text whose field sets no limit.
const LONGEST: u64 = 1000;

/// The first and the last day that a field for days takes. Sheets write days as numbers: what somebody types without its marks, such
/// as `20270310` or `2027`, would otherwise be a day of another century.
pub const DAYS: (Date, Date) = (Date::constant(1950, 1, 1), Date::constant(2099, 12, 31));

impl Field {
    /// The fewest and the most characters of a text.
    #[must_use]
    pub fn lengths(&self) -> (u64, u64) {
        let limit = |count: &Option<super::types::Count>| count.as_ref().map(|count| count.0);
        (
            limit(&self.min).unwrap_or(0),
            limit(&self.max).unwrap_or(LONGEST),
        )
    }

    /// Does it take this text? Of a choice, `options` are what can be chosen.
    #[must_use]
    pub fn takes(&self, text: &str, options: &[String]) -> bool {
        match self.r#type {
            FieldType::Choice => options.iter().any(|option| option == text),
            FieldType::Number => self.takes_number(text),
            FieldType::Day => is_day_of_a_sheet(text),
            FieldType::Reckoned => false,
            FieldType::Text | FieldType::LongText => {
                let (min, max) = self.lengths();
                // As sheets and browsers count: in units of UTF-16.
                let length = text.encode_utf16().count() as u64;
                (min..=max).contains(&length)
                    && self.characters.is_none_or(|set| set.has_all_of(text))
                    && self.format.is_none_or(|format| format.fits(text))
            }
        }
    }

    fn takes_number(&self, text: &str) -> bool {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let min = self.min.as_ref().map_or(0, |min| min.0);
        let max = self.max.as_ref().map_or(u64::MAX, |max| max.0);
        is_plain
            && text
                .parse()
                .is_ok_and(|number| (min..=max).contains(&number))
    }
}

impl Characters {
    /// Are all characters of the text of this kind?
    #[must_use]
    pub fn has_all_of(self, text: &str) -> bool {
        text.chars().all(|c| self.has(c))
    }

    fn has(self, c: char) -> bool {
        match self {
            Self::FullWidth => is_full_width(c),
            Self::HalfWidth => c == ' ' || c.is_ascii_graphic(),
            Self::LatinCapitals => c == ' ' || c.is_ascii_uppercase(),
            Self::Digits => c.is_ascii_digit(),
            Self::Jis => c == '\n' || Self::HalfWidth.has(c) || Self::FullWidth.has(c),
        }
    }

    /// All characters of this kind.
    #[must_use]
    pub fn all(self) -> String {
        let ascii = ('\n'..='~').filter(|c| self.has(*c));
        let full_width = match self {
            Self::FullWidth | Self::Jis => FULL_WIDTH.as_str(),
            Self::HalfWidth | Self::LatinCapitals | Self::Digits => "",
        };
        ascii.chain(full_width.chars()).collect()
    }
}

impl Format {
    /// Is it right by the nature of the thing, whatever a screen asks for?
    #[must_use]
    pub const fn is_by_nature(self) -> bool {
        !matches!(self, Self::SupportRegistration)
    }

    /// Is the text written like this?
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        let digits = |text: &str| Characters::Digits.has_all_of(text);
        let capitals = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
        match self {
            Self::Date => text.len() == 8 && is_day(text),
            Self::PartialDate => [4, 6, 8].contains(&text.len()) && is_day(text),
            Self::YearMonth => [4, 6].contains(&text.len()) && is_day(text),
            Self::ResidenceCard => cut(text, [2, 8, 2]).is_some_and(|[before, number, after]| {
                capitals(before) && digits(number) && capitals(after)
            }),
            Self::CorporateNumber => is_corporate_number(text),
            Self::Mail => is_mail(text),
            Self::SupportRegistration => text.split_once("登-").is_some_and(|(year, number)| {
                (year.len(), number.len()) == (2, 6) && digits(year) && digits(number)
            }),
        }
    }
}

/// The text in pieces of these lengths; nothing where it is not as long as all of them, or not ASCII.
fn cut(text: &str, [first, second, third]: [usize; 3]) -> Option<[&str; 3]> {
    let is_right = text.is_ascii() && text.len() == first + second + third;
    is_right.then_some([
        text.get(..first)?,
        text.get(first..first + second)?,
        text.get(first + second..)?,
    ])
}

/// Is there a day whose year, month and date begin like this? What is left out is the first.
fn is_day(text: &str) -> bool {
    if !Characters::Digits.has_all_of(text) || text < "1900" {
        return false;
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or("01").parse().ok();
    let date = |year, month, day| Date::new(year, month, day).ok();
    let year = text.get(..4).and_then(|year| year.parse().ok());
    year.zip(part(4, 6))
        .zip(part(6, 8))
        .and_then(|((year, month), day)| date(year, month, day))
        .is_some()
}

/// `2027-03-10`, within [`DAYS`].
fn is_day_of_a_sheet(text: &str) -> bool {
    let is_written = text.split('-').map(str::len).eq([4, 2, 2]);
    let day = text.parse::<Date>().ok().filter(|_| is_written);
    day.is_some_and(|day| (DAYS.0..=DAYS.1).contains(&day))
}

/// Thirteen digits of which the first is 9 less the remainder, divided by 9, of the sum of the others, every second of them, counted
/// from the right, twice.
fn is_corporate_number(text: &str) -> bool {
    if text.len() != 13 || !Characters::Digits.has_all_of(text) {
        return false;
    }
    let digits = text.bytes().map(|byte| u32::from(byte - b'0'));
    let check = digits.clone().next().unwrap_or(0);
    let sum: u32 = digits
        .skip(1)
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, times)| digit * times)
        .sum();
    check == 9 - sum % 9
}

/// One `@` with something before it, and a dot somewhere behind it.
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    !name.is_empty() && !host.contains('@') && host.contains('.')
}
