//! Drawings made from facts: accessible SVG, the same for pages and for print.
//!
//! A drawing is right alone, with the light colours of the theme; its classes let `theme/css/4-drawings.css` colour it anew
//! for the dark, for forced colours and for paper.

mod canvas;
mod element;
mod envelope;
mod filers;
mod mails;
mod paint;
mod photo;
mod picture;
mod questions;
mod screen;
mod text;
mod timeline;
mod words;

use std::collections::BTreeMap;

use crate::guide::Guide;
use crate::output::plain::Plain;
use picture::{Picture, Sheet, word};

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
    let plain = Plain { guide, language };
    let entries = guide.model.of("drawings").iter();
    drawings.extend(entries.filter_map(|entry| draw(&Picture { plain, entry })));
    drawings
}

/// A picture of `drawings.yaml`, by its path; none where there is nothing in it.
fn draw(picture: &Picture<'_>) -> Option<(String, Drawing)> {
    let mut sheet = Sheet::new(picture.plain.language);
    match word(&picture.entry.fact, "type")? {
        "timeline" => timeline::draw(picture, &mut sheet),
        "photo" => photo::draw(picture, &mut sheet),
        "envelope" => envelope::draw(picture, &mut sheet),
        "filers" => filers::draw(picture, &mut sheet),
        "mails" => mails::draw(picture, &mut sheet),
        "questions" => questions::draw(picture, &mut sheet),
        _ => return None,
    }
    sheet.foot(picture);
    sheet.finish(picture)
}
