//! Words of a drawing, and how they look.

use super::paint::{Colour, Paint, number};
use super::text;

/// The size of ordinary words.
pub(super) const SIZE: f64 = 16.0;

/// The size of glosses and remarks. Nothing is smaller.
pub(super) const SMALL: f64 = 14.0;

/// On which side of its point a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// Words and how they look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    text: &'a str,
    language: &'a str,
    size: f64,
    bold: bool,
    underlined: bool,
    colour: Colour,
    anchor: Anchor,
}

impl<'a> Words<'a> {
    /// Ordinary words in a language.
    pub(super) fn new(text: &'a str, language: &'a str) -> Self {
        Self {
            text,
            language,
            size: SIZE,
            bold: false,
            underlined: false,
            colour: Colour::Text,
            anchor: Anchor::Start,
        }
    }

    /// Other words that look the same.
    pub(super) fn saying(self, text: &'a str, language: &'a str) -> Self {
        Self {
            text,
            language,
            ..self
        }
    }

    /// The same, neither bold nor underlined.
    pub(super) fn plain(self) -> Self {
        Self {
            bold: false,
            underlined: false,
            ..self
        }
    }

    /// The same, smaller.
    pub(super) fn small(self) -> Self {
        Self {
            size: SMALL,
            ..self
        }
    }

    /// The same in bold.
    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, underlined.
    pub(super) fn underlined(self) -> Self {
        Self {
            underlined: true,
            ..self
        }
    }

    /// The same in a colour.
    pub(super) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same on this side of its point.
    pub(super) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The height of a line.
    pub(super) fn line_height(&self) -> f64 {
        self.size * 1.5
    }

    /// How far the first line stands below its top: the middle of the letters is in the middle of the line.
    pub(super) fn baseline(&self) -> f64 {
        self.size * 1.13
    }

    /// How high the words will be where there is this much room across.
    pub(super) fn height(&self, room: f64) -> f64 {
        self.lines(room)
            .iter()
            .map(|_| self.line_height())
            .sum::<f64>()
    }

    /// How wide the words will be where there is this much room across.
    pub(super) fn width(&self, room: f64) -> f64 {
        let ems = self.lines(room).into_iter();
        ems.map(|line| text::width(line.trim_end(), self.bold) * self.size)
            .fold(0.0, f64::max)
    }

    /// The language of the words.
    pub(super) fn language(&self) -> &'a str {
        self.language
    }

    /// The words alone.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The words in lines, where there is this much room across.
    pub(super) fn lines(&self, room: f64) -> Vec<String> {
        text::wrap(self.text, self.bold, room / self.size)
    }

    /// How they look as attributes of an element, a space before each.
    pub(super) fn attributes(&self) -> String {
        let mut out = vec![
            Paint::fill(self.colour).attributes(),
            format!(" font-size=\"{}\"", number(self.size)),
        ];
        if self.bold {
            out.push(" font-weight=\"bold\"".to_owned());
        }
        if self.underlined {
            out.push(" text-decoration=\"underline\"".to_owned());
        }
        match self.anchor {
            Anchor::Start => {}
            Anchor::Middle => out.push(" text-anchor=\"middle\"".to_owned()),
            Anchor::End => out.push(" text-anchor=\"end\"".to_owned()),
        }
        out.concat()
    }
}
