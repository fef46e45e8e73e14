//! The hash of all that a document is set from. Equal hashes mean equal bytes, so what an earlier run set can be taken again.

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::input::Files;
use super::wanted::Wanted;
use super::world::{FOLDER, is_font};
use crate::hash::hex;
use crate::source::GuideFiles;

/// The code of this program, as build.rs hashed it: another program may set the same input differently.
const CODE: &str = env!("MADOGUCHI_CODE");

/// What all documents of a guide are set from.
#[derive(Clone)]
pub(super) struct Ground(Sha256);

impl Ground {
    /// `day` is that of the edition.
    pub(super) fn new(source: &GuideFiles, files: &Files, day: Date) -> Self {
        let mut ground = Self(Sha256::new());
        ground.add(&[CODE.as_bytes(), day.to_string().as_bytes()]);
        for (path, file) in &source.templates {
            if path.starts_with(FOLDER) {
                ground.add(&[path.as_bytes(), source.files.text(*file).as_bytes()]);
            }
        }
        for (path, bytes) in &source.theme {
            if is_font(path) {
                ground.add(&[path.as_bytes(), bytes]);
            }
        }
        for (path, bytes) in files {
            ground.add(&[path.as_bytes(), bytes]);
        }
        ground
    }

    /// The hash of one document.
    pub(super) fn of(&self, wanted: &Wanted) -> String {
        let mut ground = self.clone();
        ground.add(&[wanted.paper.name.as_bytes(), wanted.template.as_bytes()]);
        for (name, value) in &wanted.inputs {
            ground.add(&[name.as_bytes(), value.as_bytes()]);
        }
        hex(&ground.0.finalize())
    }

    /// Each part with its length before it: no two lists of parts read the same.
    fn add(&mut self, parts: &[&[u8]]) {
        for part in parts {
            self.0.update(part.len().to_le_bytes());
            self.0.update(part);
        }
    }
}
