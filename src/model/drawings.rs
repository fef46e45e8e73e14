//! `data/drawings.yaml`: pictures that are drawn from facts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::fact::{Fact, Value};
use super::types::{RecordRef, Text};
use super::{Entry, Model, OfKind as _};

/// A picture.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// What it shows.
    pub name: Text,
    /// What is drawn.
    pub r#type: DrawingType,
    /// What it shows, in a sentence, for people who do not see it. The words in the picture follow by themselves.
    pub desc: Text,
    /// What stands below it.
    pub caption: Option<Text>,
    /// The days of a time line, in order.
    pub marks: Option<Vec<Mark>>,
    /// Words in the picture that the facts do not bring along.
    pub notes: Option<Vec<Note>>,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DrawingType {
    /// A time line, from its `marks`. Not to scale.
    Timeline,
    /// The face photo, in the ratio of `photo.ratio`, with its `notes`.
    Photo,
    /// The envelope, from `mailing.yaml`.
    Envelope,
    /// Who may file, from `filers.yaml`.
    Filers,
    /// The mails in their order, from `mails.yaml`.
    Mails,
}

/// A day on a time line, and what holds from there on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Lower-case ASCII words joined by `-`.
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// The fact that it shows. A mark whose fact is left out is left out too.
    pub of: Option<RecordRef>,
    /// Which day it is; none where the line begins.
    pub label: Option<Text>,
    /// What holds from here on.
    pub text: Text,
    /// What one can do from here on, in a word.
    pub tone: Tone,
}

/// What one can do in a stretch of a time line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Get ready.
    Prepare,
    /// File online.
    Online,
    /// File at the counter only.
    Counter,
    /// Wait for the result.
    Wait,
    /// It is over.
    Over,
}

/// Words in a picture.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Lower-case ASCII words joined by `-`.
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// The fact that it is about; none: the whole picture. A note whose fact is left out is left out too.
    pub of: Option<RecordRef>,
    /// The words.
    pub text: Text,
    /// What a line leads to, in a photo.
    pub at: Option<Spot>,
}

/// A place in the photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Spot {
    /// The wall behind the person.
    Background,
    /// The top of the head.
    Head,
    /// The face.
    Face,
    /// The shoulders.
    Body,
}

/// The kind whose records are all in a picture, if it is drawn from a whole kind.
#[must_use]
pub fn kind_in(picture: &Entry) -> Option<&'static str> {
    let is_picture = picture.kind == Drawing::KIND;
    match &picture.field("type").filter(|_| is_picture)?.value {
        Value::Word(word) => match word.as_str() {
            "envelope" => Some("mailing"),
            "filers" => Some("filers"),
            "mails" => Some("mails"),
            _ => None,
        },
        _ => None,
    }
}

/// Is this mark or note left out, because an organisation leaves its fact out?
#[must_use]
pub fn is_left_out(item: &Fact, model: &Model) -> bool {
    match item.field("of").map(|of| &of.value) {
        Some(Value::Ref { id, .. }) => model.hidden(id).is_some(),
        _ => false,
    }
}
