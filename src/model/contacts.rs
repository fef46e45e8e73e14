//! `data/contacts.yaml`: whom to ask about what.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Mail, MonthDay, Phone, Text, Time, Url};

/// Somebody to ask.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who it is.
    pub name: Text,
    /// Which questions go there.
    pub ask: Vec<Text>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Mail.
    pub mail: Option<Mail>,
    /// Page.
    pub url: Option<Url>,
    /// Hours in words.
    pub hours: Option<Text>,
    /// Hours for the clock.
    pub open: Option<Vec<Opening>>,
    /// Closed days in words.
    pub closed: Option<Text>,
    /// For the clock: closed on the days of `data/holidays.yaml`.
    pub closed_on_holidays: Option<bool>,
    /// For the clock: closed on these days of every year.
    pub closed_each_year: Option<Vec<DaysOfYear>>,
    /// For the clock: nobody knows whether it is open on these days of every year.
    pub unknown_each_year: Option<Vec<DaysOfYear>>,
    /// Languages spoken.
    pub languages: Option<Text>,
    /// What to have at hand.
    pub have_ready: Vec<Text>,
}

/// Opening hours of some days of the week.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The days.
    pub days: Vec<Weekday>,
    /// Opens.
    pub from: Time,
    /// Closes.
    pub until: Time,
}

/// Days that come back every year, both included; they may go past the end of the year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaysOfYear {
    /// First day.
    pub from: MonthDay,
    /// Last day.
    pub until: MonthDay,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}
