//! The time line: days from top to bottom, between them what one can do. Not to scale.

use super::canvas::{Colour, Paint, WIDTH};
use super::picture::{MARGIN, Picture, Sheet, word};
use crate::model::fact::Fact;

const LINE: f64 = 20.0;
const LEFT: f64 = 44.0;
const GAP: f64 = 18.0;

/// A stretch of the line: its word, its colour, and whether it is drawn through.
struct Tone {
    key: &'static str,
    colour: Colour,
    solid: bool,
}

fn tone(mark: &Fact) -> Tone {
    let (key, colour, solid) = match word(mark, "tone") {
        Some("online") => ("tone_online", Colour::Good, true),
        Some("counter") => ("tone_counter", Colour::Estimate, true),
        Some("wait") => ("tone_wait", Colour::Link, false),
        Some("over") => ("tone_over", Colour::Warn, false),
        _ => ("tone_prepare", Colour::Quiet, false),
    };
    Tone { key, colour, solid }
}

pub(super) fn draw(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let mut before: Option<Tone> = None;
    let mut marks = picture.items("marks").peekable();
    while let Some(mark) = marks.next() {
        let tone = tone(mark);
        let top = sheet.y;
        let label = capital(&picture.plain.field(mark, "label"));
        let is_new = before.as_ref().is_none_or(|before| before.key != tone.key);
        let text = picture.plain.field(mark, "text");
        row(
            sheet,
            &label,
            is_new.then(|| picture.plain.word(tone.key)),
            &text,
            tone.colour,
        );
        let middle = top + 12.0;
        // Where the line begins or ends nothing comes before or after: half a stretch leads there.
        let from = if label.is_empty() { top } else { middle };
        let to = if marks.peek().is_some() {
            sheet.y + GAP + 12.0
        } else {
            sheet.y
        };
        stretch(sheet, from, to, &tone);
        if !label.is_empty() {
            let paint = Paint::fill(Colour::Page).outlined(tone.colour).thick(4.0);
            sheet.canvas.circle((LINE, middle), 8.0, paint);
        }
        before = Some(tone);
        if marks.peek().is_some() {
            sheet.y += GAP;
        }
    }
}

/// A label may begin with a value, which is written small in some languages.
fn capital(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

fn row(sheet: &mut Sheet<'_>, label: &str, tone: Option<&str>, text: &str, colour: Colour) {
    let room = WIDTH - LEFT - MARGIN;
    if !label.is_empty() {
        let words = sheet.words(label).bold();
        sheet.write(LEFT, room, &words);
    }
    if let Some(tone) = tone {
        sheet.y += 2.0;
        sheet.y += sheet.chip((LEFT, sheet.y), tone, colour) + 2.0;
    }
    let words = sheet.words(text);
    sheet.write(LEFT, room, &words);
}

fn stretch(sheet: &mut Sheet<'_>, from: f64, to: f64, tone: &Tone) {
    let paint = Paint::stroke(tone.colour).thick(6.0);
    let paint = if tone.solid { paint } else { paint.dashed() };
    sheet.canvas.line((LINE, from), (LINE, to), paint);
}
