//! The edition inside the binary: `guide.yaml` and the four folders of this repository, as build.rs found them.

use std::collections::BTreeSet;

use super::Layer;
use crate::diagnostic::EMBEDDED as EMBEDDED_NAME;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The base edition as a layer.
pub(super) fn layer() -> Layer {
    let files = EMBEDDED
        .iter()
        .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))
        .collect();
    Layer {
        name: EMBEDDED_NAME.to_owned(),
        files,
        unread: BTreeSet::new(),
    }
}
