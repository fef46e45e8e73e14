//! `guide.yaml`: whose guide it is and how it is made.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Colour, Date, Measure, Text, Url};

/// The settings of a guide.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `none`: facts and prose come from this folder alone; left out: they are laid over the edition in the program.
    pub base: Option<Base>,
    /// The name of the guide.
    pub title: Text,
    /// One sentence below the name.
    pub subtitle: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// That it is not official and advises on no case.
    pub disclaimer: Text,
    /// Where it is published, ending in `/`; without it there are no absolute links.
    pub base_url: Option<Url>,
    /// Where mistakes are reported.
    pub report_url: Option<Url>,
    /// Languages, the original first.
    pub languages: Vec<Language>,
    /// The day for which the guide is made unless another is asked for.
    pub edition: Date,
    /// The first day for which every dated fact has a value.
    pub covers_from: Date,
    /// Days after which a fact should be looked at again.
    pub recheck_after_days: u64,
    /// Hours before an outage from which every page warns of it; left out: none does.
    pub outage_warning_hours: Option<u64>,
    /// The menu.
    pub menu: Vec<MenuGroup>,
    /// Colours and sizes of the pages, where they differ from those of the theme.
    pub look: Option<Look>,
}

/// Colours and sizes by the names that the theme gives them in `css/1-tokens.css`, there with `--` before them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Colours for readers whose screen is light: `link: "#0017c1"`.
    pub light: Option<BTreeMap<String, Colour>>,
    /// Colours for readers who have asked for a dark screen.
    pub dark: Option<BTreeMap<String, Colour>>,
    /// Sizes of text, and distances: `text-size: 1.125rem`.
    pub sizes: Option<BTreeMap<String, Measure>>,
}

/// What a guide is laid over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Base {
    /// Nothing.
    None,
}

/// A language of the guide.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its code: `ja`, `en`, `vi`.
    pub code: String,
    /// Its name in itself.
    pub name: String,
}

/// A group of the menu.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MenuGroup {
    /// Lower-case ASCII words joined by `-`.
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// Its heading.
    pub name: Text,
    /// Its pages, by path without suffix: `prepare/account`.
    pub pages: Vec<String>,
}
