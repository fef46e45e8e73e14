//! Facts as the program works with them: typed by their shape, every part with its place.
//!
//! Lints walk this tree, references are looked up in it, outputs render it. Rust code that needs the fields of one kind
//! reads them into that kind's struct with [`super::Model::all`].

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::diagnostic::Place;
use crate::markdown::Document;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
}

/// What a fact holds.
#[derive(Debug, Clone)]
#[expect(
    missing_docs,
    reason = "named after the types in `types`, which say what they are"
)]
pub enum Value {
    Text(BTreeMap<String, Prose>),
    Label(BTreeMap<String, Prose>),
    Plain(String),
    Word(String),
    Bool(bool),
    Count(u64),
    Yen(u64),
    Size {
        number: u64,
        unit: &'static str,
    },
    /// On paper, in hundredths of a millimetre.
    Length(u32),
    Duration {
        number: u64,
        unit: Unit,
    },
    Date(Date),
    Instant(Timestamp),
    Time(Time),
    Phone(String),
    Mail(String),
    Url(String),
    Host(String),
    Ratio(u64, u64),
    /// `kind` is `*` where the id itself is `kind.id`.
    Ref {
        kind: String,
        id: String,
    },
    List(Vec<Fact>),
    Record(Fields),
    Map(Fields),
    Choice(String, Option<Box<Fact>>),
    Dated(Vec<Period>),
}

/// Named facts, in the order of the file.
pub type Fields = Vec<(String, Fact)>;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// A text in one language.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The words, inline Markdown.
    pub text: String,
    /// Where they stand.
    pub place: Place,
    /// The words, parsed; bytes count from the beginning of `text`.
    pub document: Document,
}

/// One period of a dated value.
#[derive(Debug, Clone)]
pub struct Period {
    /// The name by which prose can mean it.
    pub id: Option<String>,
    /// First day; none is "as far back as the guide reaches".
    pub from: Option<Date>,
    /// Last day; none is "still in force".
    pub until: Option<Date>,
    /// The value; none is "nobody could find out".
    pub value: Option<Box<Fact>>,
    /// `note`, `source`, `confidence`.
    pub about: Fields,
    /// Where the period stands.
    pub place: Place,
    /// Where `id` stands.
    pub id_place: Option<Place>,
    /// Where `from` stands.
    pub from_place: Option<Place>,
    /// Where `until` stands.
    pub until_place: Option<Place>,
}

impl Period {
    /// Does the period hold on this day?
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.value
            .as_deref()
            .into_iter()
            .chain(self.about.iter().map(|(_, fact)| fact))
    }
}

impl Fact {
    /// The field of a record.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Fact> {
        match &self.value {
            Value::Record(fields) | Value::Map(fields) => get(fields, name),
            _ => None,
        }
    }

    /// Calls `visit` on this fact and everything in it, outermost first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Fact)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }

    fn children(&self) -> Vec<&Fact> {
        match &self.value {
            Value::List(items) => items.iter().collect(),
            Value::Record(fields) | Value::Map(fields) => {
                fields.iter().map(|(_, fact)| fact).collect()
            }
            Value::Choice(_, Some(inner)) => vec![inner],
            Value::Dated(periods) => periods.iter().flat_map(Period::facts).collect(),
            _ => Vec::new(),
        }
    }
}

/// The fact under a name.
#[must_use]
pub fn get<'a>(fields: &'a Fields, name: &str) -> Option<&'a Fact> {
    fields
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, fact)| fact)
}
