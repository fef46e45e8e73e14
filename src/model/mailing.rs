//! `data/mailing.yaml`: where to post, what to enclose, what never, postage.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Amount, Dated, Text};

/// Something about the envelope.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mailing {
    /// What it is.
    pub name: Text,
    /// What sort of entry it is.
    pub r#type: MailingType,
    /// What to do, by day of receipt of the application.
    pub text: Dated<Text>,
    /// Does it go into the envelope? By day of receipt, like `text`.
    pub enclosed: Option<Dated<Enclosed>>,
    /// An address.
    pub address: Option<Address>,
    /// What it costs.
    pub price: Option<Dated<Amount>>,
    /// What the price is made of.
    pub parts: Option<Vec<Part>>,
}

/// What sort of entry it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MailingType {
    /// Where to send it.
    Destination,
    /// What goes into the envelope.
    Enclose,
    /// What never does.
    Never,
    /// The envelope itself.
    Envelope,
    /// What sending costs.
    Postage,
    /// Copies to keep.
    Copy,
}

/// Whether something goes into the envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Enclosed {
    /// It does.
    Yes,
    /// It probably does; nobody could confirm it.
    Likely,
    /// It does not.
    No,
}

/// A postal address in Japan, as it is written on an envelope.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Seven digits with a hyphen.
    pub postal_code: String,
    /// The lines, in Japanese.
    pub lines: Vec<String>,
    /// To whom, in Japanese.
    pub addressee: String,
}

/// A part of a price.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it pays for.
    pub name: Text,
    /// How much.
    pub price: Amount,
}
