//! PDFs that are set when a browser asks for one.

use std::collections::BTreeSet;
use std::sync::Arc;

/// Sets the PDF at a path; where it has faults, gives the page that says so.
type Set = dyn Fn(&str) -> Result<Vec<u8>, String> + Send + Sync;

/// The PDFs of a guide.
#[derive(Clone)]
pub struct Papers {
    paths: BTreeSet<String>,
    templates: Vec<String>,
    set: Arc<Set>,
}

impl Papers {
    /// `paths` are all there are; `templates`, the texts that they are made from, tell one version from the next.
    pub fn new(
        paths: BTreeSet<String>,
        templates: Vec<String>,
        set: impl Fn(&str) -> Result<Vec<u8>, String> + Send + Sync + 'static,
    ) -> Self {
        Self {
            paths,
            templates,
            set: Arc::new(set),
        }
    }

    pub(super) fn offers(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    pub(super) fn templates(&self) -> &[String] {
        &self.templates
    }

    pub(super) fn set(&self, path: &str) -> Result<Vec<u8>, String> {
        (self.set)(path)
    }
}
