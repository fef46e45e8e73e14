//! The envelope: what goes in by the day of receipt, what never does, and the address on its front.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::canvas::{Anchor, Colour, Paint, Point, WIDTH, Words};
use super::picture::{MARGIN, Picture, Sheet, word};
use crate::guide::Say as _;
use crate::model::Entry;
use crate::model::fact::{Fact, Period, Value};

const LEFT: f64 = 44.0;
const RIGHT: f64 = WIDTH - 2.0 * MARGIN;

/// Applications that were received in these days are handled alike.
#[derive(Clone, Copy)]
struct Regime {
    from: Option<Date>,
    until: Option<Date>,
}

pub(super) fn draw(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let of = |r#type: &'static str| {
        let entries = picture.records("mailing");
        entries.filter(move |entry| word(&entry.fact, "type") == Some(r#type))
    };
    let enclose: Vec<&Entry> = of("enclose").collect();
    for regime in regimes(&enclose) {
        let paint = Paint::fill(Colour::Page).outlined(Colour::Quiet);
        sheet.panel(paint, |sheet| enclosed(picture, sheet, regime, &enclose));
        sheet.y += 12.0;
    }
    for place in of("destination") {
        front(picture, sheet, place);
    }
    let never: Vec<&Entry> = of("never").collect();
    if !never.is_empty() {
        sheet.y += 16.0;
        let paint = Paint::fill(Colour::WarnPage).outlined(Colour::Warn);
        sheet.panel(paint, |sheet| {
            let title = sheet.words(picture.plain.word("picture_never")).bold();
            sheet.write(2.0 * MARGIN, RIGHT - 2.0 * MARGIN, &title);
            for entry in never {
                sheet.y += 6.0;
                item(picture, sheet, entry, Some("no"), false);
            }
        });
    }
}

/// The stretches of days of receipt in which the same things go in.
fn regimes(enclose: &[&Entry]) -> Vec<Regime> {
    let starts: BTreeSet<Option<Date>> = enclose
        .iter()
        .flat_map(|entry| periods(entry))
        .map(|period| period.from)
        .collect();
    let starts: Vec<Option<Date>> = starts.into_iter().collect();
    let next = starts.iter().skip(1).copied().chain([None]);
    let regime = |(from, next): (&Option<Date>, Option<Date>)| Regime {
        from: *from,
        until: next.and_then(|next| next.yesterday().ok()),
    };
    starts.iter().zip(next).map(regime).collect()
}

fn periods(entry: &Entry) -> &[Period] {
    match entry.field("enclosed").map(|it| &it.value) {
        Some(Value::Dated(periods)) => periods,
        _ => &[],
    }
}

/// Everything that may go in, and whether it does.
fn enclosed(picture: &Picture<'_>, sheet: &mut Sheet<'_>, regime: Regime, enclose: &[&Entry]) {
    let title = picture.received(regime.from, regime.until);
    let title = sheet.words(&title).bold();
    sheet.write(2.0 * MARGIN, RIGHT - 2.0 * MARGIN, &title);
    let day = regime
        .from
        .or(regime.until)
        .unwrap_or(picture.plain.guide.day);
    let mut is_sure = true;
    for entry in enclose {
        let period = periods(entry).iter().find(|period| period.holds_on(day));
        let value = period.and_then(|period| period.value.as_deref());
        sheet.y += 6.0;
        let goes_in = value.and_then(plain_word);
        is_sure &= matches!(goes_in, Some("yes" | "no"));
        item(picture, sheet, entry, goes_in, true);
    }
    if !is_sure {
        sheet.y += 6.0;
        let words = sheet.words(picture.plain.word("enclosed_likely_means"));
        let words = words.small().colour(Colour::Estimate);
        sheet.write(2.0 * MARGIN, RIGHT - 2.0 * MARGIN, &words);
    }
}

fn plain_word(fact: &Fact) -> Option<&str> {
    match &fact.value {
        Value::Word(word) => Some(word),
        _ => None,
    }
}

/// One thing: a sign, its name, a word, and what the notes say about it.
fn item(
    picture: &Picture<'_>,
    sheet: &mut Sheet<'_>,
    entry: &Entry,
    goes_in: Option<&str>,
    in_words: bool,
) {
    let (key, colour) = match goes_in {
        Some("yes") => ("enclosed_yes", Colour::Good),
        Some("no") => ("enclosed_no", Colour::Warn),
        _ => ("enclosed_likely", Colour::Estimate),
    };
    sign(sheet, (28.0, sheet.y + 12.0), goes_in, colour);
    let state = sheet
        .words(picture.plain.word(key))
        .small()
        .bold()
        .colour(colour);
    let column = if in_words {
        state.width(WIDTH) + 4.0
    } else {
        0.0
    };
    let name = picture.plain.name(entry);
    let top = sheet.y;
    let words = sheet.words(&name);
    sheet.write(LEFT, RIGHT - LEFT - column, &words);
    if in_words {
        sheet.write_at((RIGHT, top + 1.5), column, &state.anchor(Anchor::End));
    }
    if goes_in == Some("no") && in_words {
        return;
    }
    for note in picture.notes_on(entry) {
        let words = sheet.words(&note).small().colour(Colour::Quiet);
        sheet.write(LEFT, RIGHT - LEFT, &words);
    }
}

/// A tick, a cross, or a question mark.
fn sign(sheet: &mut Sheet<'_>, at: Point, goes_in: Option<&str>, colour: Colour) {
    let (x, y) = at;
    let line = Paint::stroke(colour).thick(2.5);
    match goes_in {
        Some("yes") => {
            sheet.canvas.circle(at, 10.0, Paint::stroke(colour));
            sheet
                .canvas
                .path(&format!("M{} {y}l4 4 7-8", x - 5.0), line);
        }
        Some("no") => {
            let cross = format!("M{} {}l12 12m0-12l-12 12", x - 6.0, y - 6.0);
            sheet.canvas.path(&cross, line);
        }
        _ => {
            sheet
                .canvas
                .circle(at, 10.0, Paint::stroke(colour).dashed());
            let words = sheet
                .words("?")
                .small()
                .bold()
                .colour(colour)
                .anchor(Anchor::Middle);
            sheet
                .canvas
                .text((x, y - words.line_height() / 2.0), 20.0, &words);
        }
    }
}

/// The front of the envelope, with the address in Japanese as it is written there.
fn front(picture: &Picture<'_>, sheet: &mut Sheet<'_>, place: &Entry) {
    let Some(address) = place.field("address") else {
        return;
    };
    flap(sheet);
    let paint = Paint::fill(Colour::Panel).outlined(Colour::Text).thick(2.0);
    sheet.panel(paint, |sheet| {
        let room = RIGHT - 2.0 * MARGIN;
        let title = sheet
            .words(picture.plain.word("picture_address"))
            .small()
            .colour(Colour::Quiet);
        sheet.write(2.0 * MARGIN, room, &title);
        let code = format!("〒{}", picture.plain.field(address, "postal_code"));
        let mut lines = vec![code];
        if let Some(Value::List(more)) = address.field("lines").map(|lines| &lines.value) {
            lines.extend(more.iter().map(|line| picture.plain.fact(line)));
        }
        lines.push(picture.plain.field(address, "addressee"));
        for line in &lines {
            sheet.write(2.0 * MARGIN, room, &Words::new(line, "ja"));
        }
        for note in picture.notes_on(place) {
            sheet.y += 6.0;
            let words = sheet.words(&note).bold().colour(Colour::Estimate);
            sheet.write(2.0 * MARGIN, room, &words);
        }
    });
}

/// The open flap, which stands above the envelope; what goes in comes from above.
fn flap(sheet: &mut Sheet<'_>) {
    let (left, right, middle) = (2.0 * MARGIN, RIGHT, WIDTH / 2.0);
    let top = sheet.y + 8.0;
    sheet.y = top + 40.0;
    let corners = [(left, sheet.y), (middle, top), (right, sheet.y)];
    let paint = Paint::fill(Colour::Page).outlined(Colour::Text).thick(2.0);
    sheet.canvas.shape(&corners, paint);
    let from = (middle, top - 14.0);
    sheet
        .canvas
        .arrow(from, (middle, sheet.y - 4.0), Colour::Quiet);
}
