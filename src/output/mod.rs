//! Outputs: pure functions from a guide to named bytes. None of them reads the disk or the clock.

pub mod drawing;
mod facts;
#[cfg(feature = "pdf")]
pub mod pdf;
mod plain;
pub mod schema;
pub mod site;

use std::collections::BTreeMap;

/// Files by path, relative to the folder of the guide that is published.
pub type Output = BTreeMap<String, Vec<u8>>;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its file, from the root of the guide: `downloads/cover-sheet.pdf`.
    pub path: String,
    /// The record that describes it: `sheets.cover-sheet`.
    pub of: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Its first page as a picture, as PNG.
    pub picture: Vec<u8>,
}
