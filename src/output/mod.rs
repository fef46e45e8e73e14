//! Outputs: pure functions from a guide to named bytes. None of them reads the disk or the clock.

pub mod drawing;
mod each;
mod facts;
mod field;
#[cfg(feature = "pdf")]
pub mod pdf;
mod plain;
mod rules;
pub mod schema;
pub mod site;
pub mod workbook;

use std::collections::BTreeMap;

/// Files by path, relative to the folder of the guide that is published.
pub type Output = BTreeMap<String, Vec<u8>>;

/// The file of a workbook, from the root of the guide.
#[must_use]
pub fn workbook_path(id: &str) -> String {
    format!("downloads/{id}.xlsx")
}

/// The file of a table of a workbook as CSV, from the root of the guide.
#[must_use]
pub fn table_path(workbook: &str, form: &str) -> String {
    format!("downloads/csv/{workbook}/{form}.csv")
}

/// A PDF that belongs to a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its name, without folder and suffix: `checklist-extension`.
    pub name: String,
    /// The record that describes it: `sheets.checklist`.
    pub of: String,
    /// The record that it is about, where there is one for each of a kind: `procedures.extension`.
    pub about: Option<String>,
}

impl Paper {
    /// Its file, from the root of the guide.
    #[must_use]
    pub fn path(&self) -> String {
        format!("downloads/{}.pdf", self.name)
    }

    /// The file of the picture of its first page.
    #[must_use]
    pub fn picture_path(&self) -> String {
        format!("downloads/pictures/{}.png", self.name)
    }
}

/// A PDF as it was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Its first page as a picture, as PNG.
    pub picture: Vec<u8>,
}

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which one it is.
    pub paper: Paper,
    /// The hash of all that it was set from.
    pub input: String,
    /// What was set.
    pub print: Print,
}

/// What an earlier run set, by the hash of what it was set from: the same need not be set again.
pub type Kept = BTreeMap<String, Print>;

/// A PDF as pages offer it.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// Which one it is.
    pub paper: &'a Paper,
    /// The finished PDF; none in a preview, which sets it when somebody asks.
    pub print: Option<&'a Print>,
}

/// What pages offer to download besides themselves.
#[derive(Debug, Default)]
pub struct Downloads<'a> {
    /// The PDFs, in order.
    pub papers: Vec<Offer<'a>>,
    /// The files of workbooks by path; without bytes in a preview, which makes them when somebody asks.
    pub workbooks: BTreeMap<String, Option<Vec<u8>>>,
}
