//! The rules of fields in words: what is written there, how long, and when it is needed.

use super::Guide;
use crate::model::forms::{Characters, Field, FieldType, Format};

/// When a field is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// In every row.
    Required,
    /// By what other fields say.
    Conditional,
    /// Never.
    Optional,
    /// It is worked out.
    Reckoned,
}

impl Need {
    /// When a field is needed.
    #[must_use]
    pub fn of(field: &Field) -> Self {
        match (field.r#type, field.required, &field.required_when) {
            (FieldType::Reckoned, ..) => Self::Reckoned,
            (_, Some(true), _) => Self::Required,
            (_, _, Some(_)) => Self::Conditional,
            _ => Self::Optional,
        }
    }

    /// The key of its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Required => "need_required",
            Self::Conditional => "need_conditional",
            Self::Optional => "need_optional",
            Self::Reckoned => "need_reckoned",
        }
    }
}

impl Guide<'_> {
    /// What a field takes, in words.
    #[must_use]
    pub fn field_rule(&self, field: &Field, language: &str) -> String {
        let kind = self.word(kind(field), language);
        match self.extent(field, language) {
            Some(extent) => self
                .word("list_pair", language)
                .replace("{b}", &extent)
                .replace("{a}", kind),
            None => kind.to_owned(),
        }
    }

    /// How long a text may be, or how great a number.
    #[must_use]
    pub fn extent(&self, field: &Field, language: &str) -> Option<String> {
        let min = field.min.as_ref().map(|count| count.0);
        let max = field.max.as_ref().map(|count| count.0);
        let written = |number: u64| super::values::grouped(number);
        let pattern = |key: &'static str| self.word(key, language).to_owned();
        let fill = |pattern: String, min: u64, max: u64| {
            pattern
                .replace("{n}", &written(max))
                .replace("{min}", &written(min))
                .replace("{max}", &written(max))
        };
        let key = match (field.r#type, field.format, min, max) {
            (FieldType::Number, _, _, Some(_)) => "rule_number_between",
            // The format says how long it is.
            (_, Some(format), ..) if format != Format::Mail => return None,
            (FieldType::Text | FieldType::LongText, _, Some(min), Some(max)) if min == max => {
                "rule_length_exact"
            }
            (FieldType::Text | FieldType::LongText, _, Some(_), Some(_)) => "rule_length_between",
            (FieldType::Text | FieldType::LongText, _, None, Some(_)) => "rule_length_up_to",
            _ => return None,
        };
        Some(fill(pattern(key), min.unwrap_or(0), max?))
    }
}

/// The key of the words for what is written there.
const fn kind(field: &Field) -> &'static str {
    match (field.r#type, field.format, field.characters) {
        (FieldType::Choice, ..) => "rule_choice",
        (FieldType::Number, ..) => "rule_number",
        (FieldType::Day, ..) => "rule_day",
        (FieldType::Reckoned, ..) => "rule_reckoned",
        (_, Some(format), _) => match format {
            Format::Date => "rule_date",
            Format::PartialDate => "rule_partial_date",
            Format::YearMonth => "rule_year_month",
            Format::ResidenceCard => "rule_residence_card",
            Format::CorporateNumber => "rule_corporate_number",
            Format::Mail => "rule_mail",
            Format::SupportRegistration => "rule_support_registration",
        },
        (_, None, Some(characters)) => match characters {
            Characters::FullWidth => "rule_full_width",
            Characters::HalfWidth => "rule_half_width",
            Characters::LatinCapitals => "rule_latin_capitals",
            Characters::Digits => "rule_digits",
            Characters::Jis => "rule_jis",
        },
        (_, None, None) => "rule_any",
    }
}
