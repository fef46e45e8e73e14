//! `data/redirects.yaml`: published pages and ids that were renamed or removed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::kind;
use super::types::Text;

/// Where something went.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// What was published: `kind.id`, or a page such as `/old/page.html`.
    pub was: String,
    /// Where it is now, from the root of the language: `/fees.html#extension`; nothing where it is gone.
    pub now: Option<String>,
    /// Why.
    pub because: Text,
}

impl Redirect {
    /// The path, without suffix, of the page that was published, if it had one of its own.
    #[must_use]
    pub fn page(&self) -> Option<String> {
        if let Some(path) = self.was.strip_prefix('/') {
            return Some(path.trim_end_matches(".html").to_owned());
        }
        let (name, id) = self.was.split_once('.')?;
        Some(format!("{}/{id}", kind(name)?.pages?))
    }
}
