//! A small builder of SVG. Everything that is drawn passes here: numbers are short, words are escaped, colours have names.
//!
//! Drawings are 360 units wide, so that words of 16 units can still be read on a small phone. Points are `(x, y)`, in
//! units from the upper left corner.

#![allow(
    dead_code,
    reason = "one set of pieces for all drawings, whichever of them uses which"
)]

use super::Drawing;
use super::text;
use crate::markdown::{escape, japanese_runs};

/// The width of every drawing.
pub(super) const WIDTH: f64 = 360.0;

/// The size of ordinary words.
pub(super) const SIZE: f64 = 16.0;

/// The size of glosses and remarks. Nothing is smaller.
pub(super) const SMALL: f64 = 14.0;

/// A place: from the left, from the top.
pub(super) type Point = (f64, f64);

/// A colour of the theme, by the name of its custom property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after `theme/css/1-tokens.css`")]
pub(super) enum Colour {
    None,
    Text,
    Quiet,
    Line,
    Page,
    Panel,
    Link,
    Warn,
    WarnPage,
    Estimate,
    EstimatePage,
    Good,
}

impl Colour {
    /// Its name in classes, and its value where no style sheet is at hand.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::None => ("", "none"),
            Self::Text => ("text", "#1a1a1c"),
            Self::Quiet => ("quiet", "#595959"),
            Self::Line => ("line", "#b8bec8"),
            Self::Page => ("page", "#fff"),
            Self::Panel => ("panel", "#f4f6f9"),
            Self::Link => ("link", "#0017c1"),
            Self::Warn => ("warn", "#a3001a"),
            Self::WarnPage => ("warn-page", "#fdeef0"),
            Self::Estimate => ("estimate", "#7a4b00"),
            Self::EstimatePage => ("estimate-page", "#fff3d6"),
            Self::Good => ("good", "#0a5c2b"),
        }
    }
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    fill: Colour,
    stroke: Colour,
    width: f64,
    dashed: bool,
}

impl Paint {
    /// An area without an outline.
    pub(super) fn fill(fill: Colour) -> Self {
        Self {
            fill,
            stroke: Colour::None,
            width: 0.0,
            dashed: false,
        }
    }

    /// A line or an outline.
    pub(super) fn stroke(stroke: Colour) -> Self {
        Self {
            fill: Colour::None,
            stroke,
            width: 1.5,
            dashed: false,
        }
    }

    /// The same with this outline.
    pub(super) fn outlined(self, stroke: Colour) -> Self {
        Self {
            stroke,
            width: 1.5,
            ..self
        }
    }

    /// The same with a line as thick as this.
    pub(super) fn thick(self, width: f64) -> Self {
        Self { width, ..self }
    }

    /// The same with a dashed line.
    pub(super) fn dashed(self) -> Self {
        Self {
            dashed: true,
            ..self
        }
    }

    fn attributes(self) -> String {
        let (fill, fill_value) = self.fill.names();
        let (stroke, stroke_value) = self.stroke.names();
        let mut classes = Vec::new();
        let mut out = format!(" fill=\"{fill_value}\"");
        if self.fill != Colour::None {
            classes.push(format!("f-{fill}"));
        }
        if self.stroke != Colour::None {
            classes.push(format!("s-{stroke}"));
            out += &format!(
                " stroke=\"{stroke_value}\" stroke-width=\"{}\"",
                number(self.width)
            );
        }
        if self.dashed {
            out += " stroke-dasharray=\"6 4\"";
        }
        format!(" class=\"{}\"{out}", classes.join(" "))
    }
}

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

    fn lines(&self, room: f64) -> Vec<String> {
        text::wrap(self.text, self.bold, room / self.size)
    }
}

/// A drawing in the making.
#[derive(Debug)]
pub(super) struct Canvas<'a> {
    language: &'a str,
    body: String,
}

impl<'a> Canvas<'a> {
    /// An empty one, for a page in this language.
    pub(super) fn new(language: &'a str) -> Self {
        Self {
            language,
            body: String::new(),
        }
    }

    /// A rectangle with rounded corners, from its upper left corner.
    pub(super) fn rect(&mut self, at: Point, size: (f64, f64), radius: f64, paint: Paint) {
        self.body += &format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{}/>",
            number(at.0),
            number(at.1),
            number(size.0),
            number(size.1),
            number(radius),
            paint.attributes()
        );
    }

    /// A line.
    pub(super) fn line(&mut self, from: Point, to: Point, paint: Paint) {
        self.path(&format!("M{} L{}", point(from), point(to)), paint);
    }

    /// A circle.
    pub(super) fn circle(&mut self, centre: Point, radius: f64, paint: Paint) {
        self.body += &format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(centre.0),
            number(centre.1),
            number(radius),
            paint.attributes()
        );
    }

    /// A closed shape through points.
    pub(super) fn shape(&mut self, points: &[Point], paint: Paint) {
        let points: Vec<String> = points.iter().map(|at| point(*at)).collect();
        self.path(&format!("M{}Z", points.join(" L")), paint);
    }

    /// Any path, in SVG's words; only what this program writes itself may stand in it.
    pub(super) fn path(&mut self, data: &str, paint: Paint) {
        self.body += &format!("<path d=\"{}\"{}/>", escape(data), paint.attributes());
    }

    /// A line with a head at its end.
    pub(super) fn arrow(&mut self, from: Point, to: Point, colour: Colour) {
        const HEAD: f64 = 9.0;
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let length = across.hypot(down).max(1.0);
        let (x, y) = (across / length, down / length);
        let neck = (to.0 - x * HEAD, to.1 - y * HEAD);
        let side = |way: f64| (neck.0 - y * way, neck.1 + x * way);
        self.line(from, neck, Paint::stroke(colour).thick(2.0));
        self.shape(
            &[to, side(HEAD / 2.0), side(-HEAD / 2.0)],
            Paint::fill(colour),
        );
    }

    /// Words below a point, in as many lines as they need where there is this much room across. Gives their height.
    pub(super) fn text(&mut self, at: Point, room: f64, words: &Words<'_>) -> f64 {
        let lines = words.lines(room);
        let mut attributes = format!(" font-size=\"{}\"", number(words.size));
        if words.language != self.language {
            attributes += &format!(" lang=\"{}\"", escape(words.language));
        }
        if words.bold {
            attributes += " font-weight=\"bold\"";
        }
        if words.underlined {
            attributes += " text-decoration=\"underline\"";
        }
        match words.anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes += " text-anchor=\"middle\"",
            Anchor::End => attributes += " text-anchor=\"end\"",
        }
        self.body += &format!(
            "<text{}{attributes}>",
            Paint::fill(words.colour).attributes()
        );
        // Where the middle of the letters is in the middle of the line.
        let mut baseline = at.1 + words.size * 1.13;
        for line in &lines {
            self.body += &format!(
                "<tspan x=\"{}\" y=\"{}\">{}</tspan>",
                number(at.0),
                number(baseline),
                marked(line, words.language)
            );
            baseline += words.line_height();
        }
        self.body += "</text>";
        words.height(room)
    }

    /// The finished drawing of the record with this path. `height` is in units; title and description are for those who
    /// do not see it.
    pub(super) fn finish(self, path: &str, height: f64, title: &str, description: &str) -> Drawing {
        let id = format!("drawing-{}", path.replace('.', "-"));
        let height = number(height.ceil());
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {height}\" width=\"{0}\" height=\"{height}\" role=\"img\" \
             lang=\"{}\" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{}</svg>",
            number(WIDTH),
            escape(self.language),
            escape(title),
            escape(description),
            self.body
        );
        Drawing { svg }
    }
}

/// Words with what is Japanese in them marked as such.
fn marked(text: &str, language: &str) -> String {
    japanese_runs(text, language)
        .into_iter()
        .map(|(run, is_japanese)| match is_japanese {
            true => format!("<tspan lang=\"ja\">{}</tspan>", escape(run)),
            false => escape(run),
        })
        .collect()
}

/// A number with at most one decimal.
fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // Never `-0`.
    format!("{}", rounded + 0.0)
}

fn point(at: Point) -> String {
    format!("{} {}", number(at.0), number(at.1))
}
