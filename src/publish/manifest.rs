//! `build.json`: which files make the guide that stands in a folder. It carries no time of day, so that equal input gives equal
//! bytes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::hash::sha256;
use crate::output::{Document, Output};

/// Its name.
pub(super) const MANIFEST: &str = "build.json";

/// What a guide is made of and for.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    /// The edition of the facts.
    pub edition: Date,
    /// The day from which the guide is seen.
    pub as_of: Date,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    madoguchi: String,
    edition: String,
    as_of: String,
    files: Vec<File>,
    /// The PDFs among them; a guide of an earlier program lists none.
    #[serde(default)]
    documents: Vec<Listed>,
}

#[derive(Debug, Serialize, Deserialize)]
struct File {
    path: String,
    bytes: usize,
    sha256: String,
}

/// A PDF, and what the next run must know of it to take it again.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) path: String,
    pub(super) pages: usize,
    pub(super) picture: String,
    /// The hash of what it was set from.
    pub(super) input: String,
}

impl Manifest {
    pub(super) fn of(output: &Output, documents: &[Document], edition: Edition) -> Self {
        let files = output.iter().map(|(path, bytes)| File {
            path: path.clone(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
        });
        Self {
            madoguchi: env!("CARGO_PKG_VERSION").to_owned(),
            edition: edition.edition.to_string(),
            as_of: edition.as_of.to_string(),
            files: files.collect(),
            documents: documents.iter().map(Listed::of).collect(),
        }
    }

    /// Reads a `build.json`; nothing if it is not one of ours.
    pub(super) fn read(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        // Strings and numbers only: this cannot fail.
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// The files that it lists, itself included.
    pub(super) fn paths(&self) -> BTreeSet<String> {
        let listed = self.files.iter().map(|file| file.path.clone());
        listed.chain([MANIFEST.to_owned()]).collect()
    }

    pub(super) fn documents(&self) -> &[Listed] {
        &self.documents
    }

    /// Are these the bytes that were written to `path`?
    pub(super) fn is_intact(&self, path: &str, bytes: &[u8]) -> bool {
        let mut files = self.files.iter();
        files.any(|file| file.path == path && file.sha256 == sha256(bytes))
    }
}

impl Listed {
    fn of(document: &Document) -> Self {
        Self {
            path: document.paper.path(),
            pages: document.print.pages,
            picture: document.paper.picture_path(),
            input: document.input.clone(),
        }
    }
}
