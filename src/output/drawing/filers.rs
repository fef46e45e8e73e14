//! Who may file: in groups by how they log in; who writes, and who only hands in what others wrote.

use super::canvas::{Colour, Paint, WIDTH};
use super::picture::{MARGIN, Picture, Sheet, word};
use crate::guide::Say as _;
use crate::model::Entry;
use crate::model::fact::Value;

const LEFT: f64 = 64.0;
const ROOM: f64 = WIDTH - LEFT - 2.0 * MARGIN;

pub(super) fn draw(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let groups = [
        ("password", "log_in_password"),
        ("my_number_card", "log_in_my_number_card"),
    ];
    for (with, name) in groups {
        let filers: Vec<&Entry> = picture
            .records("filers")
            .filter(|filer| word(&filer.fact, "log_in_with") == Some(with))
            .collect();
        if filers.is_empty() {
            continue;
        }
        if sheet.y > MARGIN {
            sheet.y += 16.0;
        }
        let paint = Paint::fill(Colour::Panel).outlined(Colour::Line);
        sheet.panel(paint, |sheet| {
            key(sheet, with);
            let words = sheet.words(picture.plain.word(name)).bold();
            sheet.write(LEFT, ROOM, &words);
            for filer in &filers {
                rule(sheet);
                row(picture, sheet, filer);
            }
        });
    }
}

fn rule(sheet: &mut Sheet<'_>) {
    sheet.y += 10.0;
    let (left, right) = (2.0 * MARGIN, WIDTH - 2.0 * MARGIN);
    let y = sheet.y;
    sheet
        .canvas
        .line((left, y), (right, y), Paint::stroke(Colour::Line));
    sheet.y += 10.0;
}

fn row(picture: &Picture<'_>, sheet: &mut Sheet<'_>, filer: &Entry) {
    let writes = matches!(
        filer.field("writes").map(|it| &it.value),
        Some(Value::Bool(true))
    );
    paper(sheet, writes);
    let top = sheet.y;
    let name = picture.plain.name(filer);
    let words = sheet.words(&name).bold();
    sheet.write(LEFT, ROOM, &words);
    let (key, colour) = if writes {
        ("picture_writes", Colour::Text)
    } else {
        ("picture_hands_in", Colour::Estimate)
    };
    let words = sheet.words(picture.plain.word(key)).small().colour(colour);
    sheet.write(LEFT, ROOM, &words);
    let (key, colour) = match word(&filer.fact, "ssw_may_file") {
        Some("yes") => ("ssw_yes", Colour::Quiet),
        Some("conditions") => ("ssw_conditions", Colour::Quiet),
        _ => ("ssw_confirm", Colour::Warn),
    };
    let words = sheet.words(picture.plain.word(key)).small().colour(colour);
    sheet.write(LEFT, ROOM, &words);
    for note in picture.notes_on(filer) {
        let words = sheet.words(&note).small();
        sheet.write(LEFT, ROOM, &words);
    }
    sheet.y = sheet.y.max(top + 40.0);
}

/// What one logs in with: a key, or a card.
fn key(sheet: &mut Sheet<'_>, with: &str) {
    let y = sheet.y;
    let paint = Paint::stroke(Colour::Text).thick(2.0);
    if with == "password" {
        sheet.canvas.circle((29.0, y + 12.0), 6.0, paint);
        let shaft = format!("M35 {0}h18v6m-6-6v4", y + 12.0);
        sheet.canvas.path(&shaft, paint);
        return;
    }
    sheet.canvas.rect((22.0, y + 1.0), (32.0, 22.0), 3.0, paint);
    sheet.canvas.circle((31.0, y + 10.0), 3.5, paint);
    let lines = format!("M26 {}q5-6 10 0M41 {}h9m-9 6h9", y + 19.0, y + 8.0);
    sheet.canvas.path(&lines, paint);
}

/// A paper with a pen, or one that is handed on.
fn paper(sheet: &mut Sheet<'_>, writes: bool) {
    let (x, y) = (24.0, sheet.y + 4.0);
    let sheet_of_paper = Paint::fill(Colour::Page).outlined(Colour::Quiet);
    sheet.canvas.rect((x, y), (22.0, 28.0), 2.0, sheet_of_paper);
    let lines = format!("M{} {}h12m-12 6h12", x + 5.0, y + 8.0);
    sheet.canvas.path(&lines, Paint::stroke(Colour::Quiet));
    if writes {
        let pen = format!("M{} {}l14-14 5 5-14 14-6 1z", x + 10.0, y + 24.0);
        let paint = Paint::fill(Colour::Page).outlined(Colour::Text);
        sheet.canvas.path(&pen, paint);
    } else {
        sheet
            .canvas
            .arrow((x + 8.0, y + 21.0), (x + 33.0, y + 21.0), Colour::Estimate);
    }
}
