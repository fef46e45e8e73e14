//! `data/redirects.yaml`: published pages and ids that were renamed or removed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::kind;
use super::types::Text;

/// Where something went that was published under another id or path.
///
/// 公開したあとで、名前や場所が変わったもの、なくなったものの行き先です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// What was published: `kind.id`, or a page such as `/old/page.html`.
    ///
    /// 公開していたときの名前です。`fees.extension` のような記録か、`/old/page.html` のようなページを書きます。
    pub was: String,
    /// Where it is now, from the root of the language: `/fees.html#extension`; left out where it is gone.
    ///
    /// 今ある場所です。`/fees.html#extension` のように、言語のフォルダーから書きます。なくなったときは書きません。
    pub now: Option<String>,
    /// Why it moved or went.
    ///
    /// 変えた、またはなくした理由です。
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
