//! Drawings made from facts: accessible SVG, the same for pages and for print.
//!
//! A drawing is right alone, with the light colours of the theme; its classes let `theme/css/4-drawings.css` colour it anew
//! for the dark, for forced colours and for paper.

mod canvas;
mod text;

use std::collections::BTreeMap;

use crate::guide::Guide;

/// A drawing.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// An `<svg>` element, with its title and description.
    pub svg: String,
}

/// All drawings of a guide in one language, by the path of the record that they show: `screens.log-in`.
#[must_use]
pub fn all(guide: &Guide<'_>, language: &str) -> BTreeMap<String, Drawing> {
    let _ = (guide, language);
    BTreeMap::new()
}
