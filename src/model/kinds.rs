//! The kinds of facts, in the order in which they are listed everywhere.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::Value;

use super::shape::{Shape, json_schema, record_schema};
use super::types::Common;

/// A kind of facts: one file of `data/`, or one folder of files.
pub struct Kind {
    /// The name of its file or folder, and the first part of references.
    pub name: &'static str,
    /// Is it a folder, `data/<name>/*.yaml`?
    pub is_folder: bool,
    /// Must its records name a source?
    pub sourced: bool,
    /// Folder of the pages that its records have of their own, if they have any.
    pub pages: Option<&'static str>,
    shape: fn() -> Shape,
    schema: fn() -> Value,
}

impl Kind {
    const fn new<T: OfKind>(sourced: bool, pages: Option<&'static str>) -> Self {
        Self {
            name: T::KIND,
            is_folder: false,
            sourced,
            pages,
            shape: Shape::of::<Record<T>>,
            schema: json_schema::<Record<T>>,
        }
    }

    /// The same, with a folder of files for its one file.
    const fn in_folder(self) -> Self {
        Self {
            is_folder: true,
            ..self
        }
    }

    /// Its file or files below `data/`, without suffix: `fees`, `forms/*`.
    #[must_use]
    pub fn stem(&self) -> String {
        let name = self.name;
        match self.is_folder {
            true => format!("{name}/*"),
            false => name.to_owned(),
        }
    }

    /// The same from the folder of a guide: `data/fees.yaml`, `data/forms/*.yaml`.
    #[must_use]
    pub fn file(&self) -> String {
        format!("data/{}.yaml", self.stem())
    }

    /// Do its records stand in the data file of this path, which begins below `data/` and has no suffix?
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        match path.split_once('/') {
            Some((folder, file)) => self.is_folder && folder == self.name && !file.contains('/'),
            None => !self.is_folder && path == self.name,
        }
    }

    /// What its records look like.
    #[must_use]
    pub fn shape(&self) -> Shape {
        (self.shape)()
    }

    /// The JSON Schema of its records as their types say it, with `x-type` and `x-ref`.
    #[must_use]
    pub fn schema(&self) -> Value {
        (self.schema)()
    }
}

/// The kind of a name.
#[must_use]
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// A type whose records fill one file.
pub trait OfKind: JsonSchema + for<'de> Deserialize<'de> {
    /// The name of the file.
    const KIND: &'static str;
}

/// A record: what all records have, and the fields of its kind.
#[derive(Debug, Clone)]
pub struct Record<T> {
    /// What all records have.
    pub common: Common,
    /// The fields of its kind.
    pub fact: T,
}

impl<T: JsonSchema> JsonSchema for Record<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}Record", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        record_schema(T::json_schema(generator), Common::json_schema(generator))
    }
}

macro_rules! kinds {
    ($($module:ident::$type:ident, sourced: $sourced:literal, pages: $pages:expr $(, $folder:ident)?;)+) => {
        $(impl OfKind for super::$module::$type {
            const KIND: &'static str = stringify!($module);
        })+
        /// All kinds.
        pub static KINDS: &[Kind] = &[
            $(Kind::new::<super::$module::$type>($sourced, $pages)$(.$folder())?),+
        ];
    };
}

kinds! {
    procedures::Procedure, sourced: true, pages: Some("procedures");
    filers::Filer, sourced: true, pages: Some("who");
    statuses::Status, sourced: true, pages: None;
    fees::Fee, sourced: true, pages: None;
    tiers::Tier, sourced: true, pages: None;
    payments::Payment, sourced: true, pages: None;
    deadlines::Deadline, sourced: true, pages: None;
    photo::PhotoRule, sourced: true, pages: None;
    attachments::AttachmentRule, sourced: true, pages: None;
    system::SystemRule, sourced: true, pages: None;
    steps::Step, sourced: true, pages: None;
    screens::Screen, sourced: true, pages: None;
    mails::Mail, sourced: true, pages: None;
    mailing::Mailing, sourced: true, pages: None;
    stationery::Stationery, sourced: true, pages: None;
    errors::ErrorEntry, sourced: true, pages: Some("errors");
    contacts::Contact, sourced: true, pages: None;
    outages::Outage, sourced: true, pages: None;
    holidays::Holiday, sourced: true, pages: None;
    changes::Change, sourced: true, pages: None;
    manuals::Manual, sourced: false, pages: None;
    sheets::Sheet, sourced: false, pages: None;
    workbooks::Workbook, sourced: false, pages: None;
    forms::Form, sourced: false, pages: None, in_folder;
    options::Options, sourced: false, pages: None, in_folder;
    questions::Question, sourced: false, pages: None;
    outcomes::Outcome, sourced: true, pages: None;
    tools::Tool, sourced: false, pages: None;
    drawings::Drawing, sourced: false, pages: None;
    glossary::Term, sourced: false, pages: None;
    sources::Source, sourced: false, pages: None;
    redirects::Redirect, sourced: false, pages: None;
}
