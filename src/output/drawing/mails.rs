//! The flow of mails: one below the other, with who gets each and what to do then.

use super::canvas::{Anchor, Colour, Paint, WIDTH};
use super::picture::{MARGIN, Picture, Sheet};
use crate::guide::Say as _;
use crate::model::Entry;
use crate::model::fact::Value;

const LEFT: f64 = 60.0;
const ROOM: f64 = WIDTH - LEFT - 2.0 * MARGIN;
const ARROW: f64 = 26.0;

pub(super) fn draw(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let mut mails: Vec<&Entry> = picture.records("mails").collect();
    mails.sort_by_key(|mail| number(mail));
    let mut is_first = true;
    for (place, mail) in (1..).zip(mails) {
        if !is_first {
            let from = (36.0, sheet.y + 2.0);
            sheet
                .canvas
                .arrow(from, (36.0, sheet.y + ARROW - 2.0), Colour::Quiet);
            sheet.y += ARROW;
        }
        is_first = false;
        let paint = if proves(mail) {
            Paint::fill(Colour::Page).outlined(Colour::Good).thick(3.0)
        } else {
            Paint::fill(Colour::Panel).outlined(Colour::Line)
        };
        sheet.panel(paint, |sheet| card(picture, sheet, mail, place));
    }
}

fn card(picture: &Picture<'_>, sheet: &mut Sheet<'_>, mail: &Entry, place: u32) {
    let colour = if proves(mail) {
        Colour::Good
    } else {
        Colour::Text
    };
    badge(sheet, place, colour);
    let name = picture.marked(picture.plain.name(mail), mail, &[]);
    let words = sheet.words(&name).bold();
    sheet.write(LEFT, ROOM, &words);
    if proves(mail) {
        sheet.y += 2.0;
        let height = sheet.chip(
            (LEFT, sheet.y),
            picture.plain.word("picture_proves"),
            Colour::Good,
        );
        sheet.y += height + 2.0;
    }
    if let Some(when) = coming(picture, mail) {
        let words = sheet.words(&when).small().colour(Colour::Estimate);
        sheet.write(LEFT, ROOM, &words);
    }
    let to = picture.labelled("mail_to", &picture.plain.field(&mail.fact, "to"));
    let words = sheet.words(&to).small().colour(Colour::Quiet);
    sheet.write(LEFT, ROOM, &words);
    for note in picture.notes_on(mail) {
        sheet.canvas.arrow(
            (LEFT, sheet.y + 12.0),
            (LEFT + 16.0, sheet.y + 12.0),
            colour,
        );
        let words = sheet.words(&note);
        sheet.write(LEFT + 24.0, ROOM - 24.0, &words);
    }
}

/// The number of a mail, and the mail.
fn badge(sheet: &mut Sheet<'_>, place: u32, colour: Colour) {
    let (x, y) = (36.0, sheet.y + 12.0);
    sheet.canvas.circle((x, y), 13.0, Paint::fill(colour));
    let place = place.to_string();
    let words = sheet
        .words(&place)
        .bold()
        .colour(Colour::Page)
        .anchor(Anchor::Middle);
    sheet.write_at((x, y - words.line_height() / 2.0), 26.0, &words);
    let (left, top) = (x - 16.0, y + 20.0);
    let paint = Paint::fill(Colour::Page).outlined(colour);
    sheet.canvas.rect((left, top), (32.0, 22.0), 2.0, paint);
    let flap = format!("M{left} {top}l16 12 16-12");
    sheet.canvas.path(&flap, Paint::stroke(colour));
}

fn number(mail: &Entry) -> u64 {
    match mail.field("number").map(|number| &number.value) {
        Some(Value::Count(number)) => *number,
        _ => u64::MAX,
    }
}

fn proves(mail: &Entry) -> bool {
    matches!(
        mail.field("proves").map(|it| &it.value),
        Some(Value::Bool(true))
    )
}

/// From which day of receipt on there is such a mail, if not always.
fn coming(picture: &Picture<'_>, mail: &Entry) -> Option<String> {
    let from = mail.date("from")?;
    Some(picture.received(Some(from), mail.date("until")))
}
