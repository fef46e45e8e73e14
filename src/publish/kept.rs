//! What a run before this one set, read back where it is whole.

use std::fs;
use std::path::Path;

use super::manifest::{Listed, MANIFEST, Manifest};
use crate::output::{Kept, Print};

/// The PDFs in a folder that this program published, with their pictures. One that somebody changed or removed is left out:
/// it is set again.
#[must_use]
pub fn kept(folder: &Path) -> Kept {
    let manifest = fs::read(folder.join(MANIFEST)).ok();
    let Some(manifest) = manifest.and_then(|json| Manifest::read(&json)) else {
        return Kept::new();
    };
    let intact = |path: &str| {
        let bytes = fs::read(folder.join(path)).ok()?;
        manifest.is_intact(path, &bytes).then_some(bytes)
    };
    let print = |listed: &Listed| {
        Some(Print {
            bytes: intact(&listed.path)?,
            pages: listed.pages,
            picture: intact(&listed.picture)?,
        })
    };
    let documents = manifest.documents().iter();
    documents
        .filter_map(|listed| Some((listed.input.clone(), print(listed)?)))
        .collect()
}
