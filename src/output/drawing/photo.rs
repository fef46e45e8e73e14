//! The face photo with its measures. The frame has the ratio of the data; how large the person is in it is no rule, and no
//! measure says so.

use super::canvas::{Anchor, Colour, Paint, Point, WIDTH, number};
use super::picture::{MARGIN, Note, Picture, Sheet};
use crate::guide::Say as _;
use crate::model::fact::{Fact, Value};
use crate::model::lookup::Found;

/// Where the frame begins; left of it stands its height.
const LEFT: f64 = 76.0;
/// The longer side of the frame.
const LONG: f64 = 200.0;
/// Between the frame and the notes beside it.
const GAP: f64 = 20.0;
/// Between two of them.
const BETWEEN: f64 = 12.0;
/// Where there is less room for them, they stand below.
const ROOM_BESIDE: f64 = 100.0;
/// The fields of a rule that are drawn.
const DRAWN: &[&str] = &["value", "rule"];

/// The frame: its upper left corner and its size.
#[derive(Clone, Copy)]
struct Frame {
    at: Point,
    size: Point,
}

impl Frame {
    /// A point in it, by parts of its width and height.
    fn point(self, across: f64, down: f64) -> Point {
        (
            self.at.0 + self.size.0 * across,
            self.at.1 + self.size.1 * down,
        )
    }

    /// The width that the person is drawn for.
    fn unit(self) -> f64 {
        self.size.0.min(self.size.1 * 0.75)
    }

    /// A point of the person, in units from the middle of the lower side.
    fn of_person(self, across: f64, up: f64) -> Point {
        let foot = self.point(0.5, 1.0);
        (foot.0 + across * self.unit(), foot.1 - up * self.unit())
    }

    /// Where the line of a note leads.
    fn spot(self, name: &str) -> Point {
        match name {
            "background" => self.point(0.88, 0.1),
            "head" => self.of_person(0.08, 1.07),
            "face" => self.of_person(0.08, 0.8),
            _ => self.of_person(0.3, 0.17),
        }
    }
}

pub(super) fn draw(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let Some((height, width)) = ratio(picture) else {
        return;
    };
    let (mut beside, below): (Vec<_>, Vec<_>) = picture
        .notes()
        .into_iter()
        .partition(|note| note.at.is_some());
    let longer = height.max(width);
    let size = (LONG * width / longer, LONG * height / longer);
    let top = sheet.y;
    let x = LEFT + size.0 + GAP;
    let fits = WIDTH - MARGIN - x >= ROOM_BESIDE;
    let column = if fits {
        column(picture, sheet, x, &beside)
    } else {
        0.0
    };
    // The frame stands beside the middle of its notes.
    let frame = Frame {
        at: (LEFT, top + ((column - size.1) / 2.0).max(0.0)),
        size,
    };
    person(sheet, frame);
    measures(picture, sheet, frame, height, width);
    if fits {
        beside.sort_by(|a, b| down(frame, a).total_cmp(&down(frame, b)));
        notes_beside(picture, sheet, frame, &beside);
    }
    sheet.y = sheet.y.max(frame.at.1 + size.1 + 44.0) + MARGIN;
    let rest = beside.iter().filter(|_| !fits);
    let below = below.iter().filter(|note| note.of.is_some());
    for note in rest.chain(below) {
        row(picture, sheet, note);
    }
}

/// How far down the line of a note leads.
fn down(frame: Frame, note: &Note<'_>) -> f64 {
    frame.spot(note.at.unwrap_or_default()).1
}

/// How high the notes beside the frame will be.
fn column(picture: &Picture<'_>, sheet: &Sheet<'_>, x: f64, notes: &[Note<'_>]) -> f64 {
    let height = |note: &Note<'_>| {
        let text = text(picture, note);
        sheet.words(&text).height(WIDTH - MARGIN - x) + BETWEEN
    };
    notes.iter().map(height).sum()
}

/// Height and width, as the data says; nothing is drawn that could not be seen.
fn ratio(picture: &Picture<'_>) -> Option<(f64, f64)> {
    let Ok(Found::Fact(Fact {
        value: Value::Choice(_, Some(inner)),
        ..
    })) = picture.plain.guide.lookup("photo.ratio.value")
    else {
        return None;
    };
    let Value::Ratio(height, width) = inner.value else {
        return None;
    };
    let (height, width) = (u32::try_from(height).ok()?, u32::try_from(width).ok()?);
    let (height, width) = (f64::from(height), f64::from(width));
    (height > 0.0 && (0.25..=4.0).contains(&(width / height))).then_some((height, width))
}

/// Head and shoulders, without a measure.
fn person(sheet: &mut Sheet<'_>, frame: Frame) {
    sheet
        .canvas
        .rect(frame.at, frame.size, 0.0, Paint::fill(Colour::Panel));
    let at = |across: f64, up: f64| {
        let (x, y) = frame.of_person(across, up);
        format!("{} {}", number(x), number(y))
    };
    let body = format!(
        "M{}C{} {} {}L{} {} {}C{} {} {}Z",
        at(-0.44, 0.0),
        at(-0.44, 0.34),
        at(-0.09, 0.32),
        at(-0.09, 0.5),
        at(-0.09, 0.7),
        at(0.09, 0.7),
        at(0.09, 0.5),
        at(0.09, 0.32),
        at(0.44, 0.34),
        at(0.44, 0.0),
    );
    // An outline, so that lines can be seen on the person where all colours are forced to two.
    let paint = Paint::fill(Colour::Page).outlined(Colour::Quiet).thick(2.0);
    sheet.canvas.path(&body, paint);
    let face = format!(
        "M{}C{} {} {}C{} {} {}C{} {} {}C{} {} {}Z",
        at(0.0, 1.09),
        at(0.12, 1.09),
        at(0.19, 1.0),
        at(0.19, 0.86),
        at(0.19, 0.72),
        at(0.1, 0.61),
        at(0.0, 0.61),
        at(-0.1, 0.61),
        at(-0.19, 0.72),
        at(-0.19, 0.86),
        at(-0.19, 1.0),
        at(-0.12, 1.09),
        at(0.0, 1.09),
    );
    sheet.canvas.path(&face, paint);
    let edge = Paint::stroke(Colour::Text).thick(2.0);
    sheet.canvas.rect(frame.at, frame.size, 0.0, edge);
}

/// The two sides with their parts of the ratio, as arrows beside the frame.
fn measures(picture: &Picture<'_>, sheet: &mut Sheet<'_>, frame: Frame, height: f64, width: f64) {
    let (left, top) = frame.at;
    let (right, bottom) = frame.point(1.0, 1.0);
    let x = left - 14.0;
    both_ways(sheet, (x, top), (x, bottom));
    let text = picture
        .plain
        .word("picture_height")
        .replace("{n}", &height.to_string());
    let words = sheet.words(&text).bold().anchor(Anchor::End);
    let room = x - MARGIN - 4.0;
    let middle = (top + bottom - words.height(room)) / 2.0;
    sheet.write_at((x - 8.0, middle), room, &words);
    let y = bottom + 14.0;
    both_ways(sheet, (left, y), (right, y));
    let text = picture
        .plain
        .word("picture_width")
        .replace("{n}", &width.to_string());
    let words = sheet.words(&text).bold().anchor(Anchor::Middle);
    sheet.write_at((f64::midpoint(left, right), y + 6.0), WIDTH, &words);
}

fn both_ways(sheet: &mut Sheet<'_>, from: Point, to: Point) {
    let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
    sheet.canvas.arrow(middle, from, Colour::Link);
    sheet.canvas.arrow(middle, to, Colour::Link);
}

/// Notes on the right, each with a line to what it is about. Leaves the sheet below the last.
fn notes_beside(picture: &Picture<'_>, sheet: &mut Sheet<'_>, frame: Frame, notes: &[Note<'_>]) {
    let x = frame.point(1.0, 0.0).0 + GAP;
    let room = WIDTH - MARGIN - x;
    for note in notes {
        let text = text(picture, note);
        let spot = frame.spot(note.at.unwrap_or_default());
        let words = sheet.words(&text);
        let first_line = sheet.y + words.line_height() / 2.0;
        let line = Paint::stroke(Colour::Text);
        sheet.canvas.line(spot, (x - 5.0, first_line), line);
        sheet.canvas.circle(spot, 3.5, Paint::fill(Colour::Text));
        sheet.write(x, room, &words);
        sheet.y += BETWEEN;
    }
}

/// A note below the photo, under the name of its fact.
fn row(picture: &Picture<'_>, sheet: &mut Sheet<'_>, note: &Note<'_>) {
    let room = WIDTH - 2.0 * MARGIN;
    sheet.y += 6.0;
    let (from, to) = ((MARGIN, sheet.y), (WIDTH - MARGIN, sheet.y));
    sheet.canvas.line(from, to, Paint::stroke(Colour::Line));
    sheet.y += 6.0;
    if let Some(fact) = note.of {
        let name = picture.plain.name(fact);
        let words = sheet.words(&name).bold();
        sheet.write(MARGIN, room, &words);
    }
    let text = text(picture, note);
    let words = sheet.words(&text);
    sheet.write(MARGIN, room, &words);
}

/// The words of a note, with a mark where its fact is not sure.
fn text(picture: &Picture<'_>, note: &Note<'_>) -> String {
    match note.of {
        Some(fact) => picture.marked(note.text.clone(), fact, DRAWN),
        None => note.text.clone(),
    }
}
