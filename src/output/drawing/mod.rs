//! Drawings made from facts: accessible SVG, the same for pages and for print.
//!
//! A drawing is right alone, with the light colours of the theme; its classes let `theme/css/4-drawings.css` colour it anew
//! for the dark, for forced colours and for paper.

#[allow(dead_code, reason = "one set of pieces, whichever drawing uses which")]
mod canvas;
mod element;
mod envelope;
mod filers;
mod mails;
#[allow(dead_code, reason = "one set of colours, whichever drawing uses which")]
mod paint;
mod photo;
mod picture;
mod plain;
mod screen;
mod text;
mod timeline;
#[allow(dead_code, reason = "one set of looks, whichever drawing uses which")]
mod words;

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
    let mut drawings = BTreeMap::new();
    drawings.extend(screen::all(guide, language));
    drawings.extend(picture::all(guide, language));
    drawings
}
