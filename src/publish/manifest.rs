//! `build.json`: which files make the guide that stands in a folder. It carries no time of day, so that equal input gives equal
//! bytes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::output::Output;

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
}

#[derive(Debug, Serialize, Deserialize)]
struct File {
    path: String,
    bytes: usize,
    sha256: String,
}

impl Manifest {
    pub(super) fn of(output: &Output, edition: Edition) -> Self {
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
        }
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        // Strings and numbers only: this cannot fail.
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// The files that a `build.json` of ours lists, itself included; nothing if it is not one of ours.
    pub(super) fn paths(json: &[u8]) -> Option<BTreeSet<String>> {
        let manifest: Self = serde_json::from_slice(json).ok()?;
        Some(
            manifest
                .files
                .into_iter()
                .map(|file| file.path)
                .chain([MANIFEST.to_owned()])
                .collect(),
        )
    }
}

fn sha256(bytes: &[u8]) -> String {
    crate::hash::hex(&Sha256::digest(bytes))
}
