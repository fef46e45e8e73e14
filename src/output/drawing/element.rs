//! What stands on a screen: buttons, fields, boxes to tick, each with its words.

use super::canvas::{Anchor, Canvas, Colour, Paint, Point, WIDTH, Words, number};
use crate::model::screens::{Element, ElementType};
use crate::model::types::Label;

/// Where elements begin; left of it stand the numbers.
pub(super) const LEFT: f64 = 48.0;
/// How much room elements have across.
const ROOM: f64 = WIDTH - LEFT - 16.0;
/// The height of an empty box.
const BOX: f64 = 28.0;

/// Draws an element. Gives its height, and how far down its number stands.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    at: Point,
    element: &Element,
    language: &str,
) -> (f64, f64) {
    let plain = Words::new("", language);
    let first_line = plain.line_height() / 2.0;
    let words = |look| Caption::new(&element.label, language, look);
    match element.r#type {
        ElementType::Button => {
            let (look, outline) = match element.act {
                true => (plain.bold(), Paint::stroke(Colour::Accent).thick(2.0)),
                false => (plain, Paint::stroke(Colour::Quiet)),
            };
            let words = words(look.anchor(Anchor::Middle)).stacked();
            let height = button(canvas, at, &words, outline);
            (height, height / 2.0)
        }
        ElementType::Tab => {
            let height = tab(canvas, at, &words(plain.anchor(Anchor::Middle)).stacked());
            (height, height / 2.0)
        }
        ElementType::Link => {
            let words = words(plain.underlined().colour(Colour::Link));
            (words.write(canvas, at, ROOM), first_line)
        }
        ElementType::Checkbox => {
            let paint = Paint::fill(Colour::Page).outlined(Colour::Text);
            canvas.rect((at.0 + 1.0, at.1 + 3.0), (18.0, 18.0), 2.0, paint);
            let at = (at.0 + 30.0, at.1);
            (words(plain).write(canvas, at, ROOM - 30.0), first_line)
        }
        ElementType::Choice => (choice(canvas, at, &words(plain)), first_line + 4.0),
        ElementType::Field | ElementType::List | ElementType::File => {
            let height = words(plain).write(canvas, at, ROOM) + 2.0;
            empty_box(canvas, (at.0, at.1 + height), element.r#type);
            (height + BOX, first_line)
        }
    }
}

/// A button as wide as its words.
fn button(canvas: &mut Canvas<'_>, at: Point, words: &Caption<'_>, outline: Paint) -> f64 {
    let inner = ROOM - 20.0;
    let width = words.width(inner) + 20.0;
    let height = words.height(inner) + 16.0;
    canvas.rect(at, (width, height), 8.0, outline.filled(Colour::Panel));
    words.write(canvas, (at.0 + width / 2.0, at.1 + 8.0), inner);
    height
}

/// A tab on the line below it.
fn tab(canvas: &mut Canvas<'_>, at: Point, words: &Caption<'_>) -> f64 {
    let inner = ROOM - 20.0;
    let width = words.width(inner) + 20.0;
    let height = words.height(inner) + 12.0;
    let (x, bottom) = (at.0, at.1 + height);
    let outline = format!(
        "M{} {}V{}a6 6 0 0 1 6-6h{}a6 6 0 0 1 6 6V{1}",
        number(x),
        number(bottom),
        number(at.1 + 6.0),
        number(width - 12.0)
    );
    canvas.path(&outline, Paint::fill(Colour::Panel).outlined(Colour::Quiet));
    let end = (x + ROOM, bottom);
    canvas.line((x, bottom), end, Paint::stroke(Colour::Quiet));
    words.write(canvas, (x + width / 2.0, at.1 + 6.0), inner);
    height
}

/// A row of the list above it.
fn choice(canvas: &mut Canvas<'_>, at: Point, words: &Caption<'_>) -> f64 {
    let inner = ROOM - 24.0;
    let height = words.height(inner) + 8.0;
    let paint = Paint::fill(Colour::Page).outlined(Colour::Quiet);
    canvas.rect(at, (ROOM, height), 0.0, paint);
    words.write(canvas, (at.0 + 12.0, at.1 + 4.0), inner);
    height
}

/// What is filled in: a box; with a triangle, where there is a list to choose from; with a sheet, where it is a file.
fn empty_box(canvas: &mut Canvas<'_>, at: Point, what: ElementType) {
    let paint = Paint::fill(Colour::Page).outlined(Colour::Quiet);
    canvas.rect(at, (ROOM, BOX), 3.0, paint);
    let (x, y) = (at.0 + ROOM - 26.0, at.1 + 10.0);
    let ink = Paint::fill(Colour::Quiet);
    match what {
        ElementType::List => canvas.shape(&[(x, y), (x + 14.0, y), (x + 7.0, y + 9.0)], ink),
        ElementType::File => {
            let sheet = Paint::fill(Colour::Panel).outlined(Colour::Quiet);
            let (x, y) = (at.0 + 12.0, at.1 + 4.0);
            let (x, fold, y) = (number(x), number(x + 9.0), number(y));
            canvas.path(&format!("M{x} {y}h9l6 6v14h-15zM{fold} {y}v6h6"), sheet);
        }
        _ => {}
    }
}

/// Words of the real system: in Japanese as they are, and outside Japanese what they mean.
pub(super) struct Caption<'w> {
    shown: Words<'w>,
    gloss: Option<Words<'w>>,
    stacked: bool,
}

impl<'w> Caption<'w> {
    /// The words of a label, the Japanese ones with this look.
    pub(super) fn new(label: &'w Label, language: &'w str, look: Words<'w>) -> Self {
        let gloss = look.saying(in_language(label, language), language);
        Self {
            shown: look.saying(in_language(label, "ja"), "ja"),
            gloss: (language != "ja").then(|| gloss.plain().small().colour(Colour::Quiet)),
            stacked: false,
        }
    }

    /// The same with the meaning always below.
    fn stacked(self) -> Self {
        Self {
            stacked: true,
            ..self
        }
    }

    /// How far right the meaning stands, where both have room on one line.
    fn beside(&self, room: f64) -> Option<f64> {
        const BETWEEN: f64 = 10.0;
        let gloss = self.gloss.filter(|_| !self.stacked)?;
        let right = self.shown.width(f64::MAX) + BETWEEN;
        (right + gloss.width(f64::MAX) < room).then_some(right)
    }

    fn width(&self, room: f64) -> f64 {
        let gloss = self.gloss.map_or(0.0, |gloss| gloss.width(room));
        self.shown.width(room).max(gloss)
    }

    fn height(&self, room: f64) -> f64 {
        let below = self.gloss.filter(|_| self.beside(room).is_none());
        self.shown.height(room) + below.map_or(0.0, |gloss| gloss.height(room))
    }

    /// Writes the words below a point. Gives their height.
    pub(super) fn write(&self, canvas: &mut Canvas<'_>, at: Point, room: f64) -> f64 {
        let height = canvas.text(at, room, &self.shown);
        if let Some(gloss) = self.gloss {
            let at = match self.beside(room) {
                Some(right) => (
                    at.0 + right,
                    at.1 + self.shown.baseline() - gloss.baseline(),
                ),
                None => (at.0, at.1 + height),
            };
            canvas.text(at, room, &gloss);
        }
        self.height(room)
    }
}

/// A label in one language.
pub(super) fn in_language<'w>(label: &'w Label, language: &str) -> &'w str {
    label.0.get(language).map_or("", String::as_str)
}
