//! `data/contacts.yaml`: whom to ask about what.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Mail, Phone, Text, Time, Url};

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
