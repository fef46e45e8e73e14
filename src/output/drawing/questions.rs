//! The questions of "Can I file online?" from top to bottom, and beside each where its answers may end: what is decided once it is
//! answered, the gravest first. That "I do not know" has to be confirmed is said once, below.

use super::canvas::{Colour, Paint, WIDTH};
use super::picture::{MARGIN, Picture, Sheet, word};
use crate::guide::Say as _;
use crate::model::Entry;
use crate::model::fact::{Fact, Value};
use crate::model::questions::{UNKNOWN, decided_by};

const LEFT: f64 = 44.0;
const ROOM: f64 = WIDTH - LEFT - 2.0 * MARGIN;
/// How far the endings stand to the right of the line of questions.
const BRANCH: f64 = 60.0;
const ARROW: f64 = 24.0;
const GRAVEST_FIRST: [&str; 3] = ["not-online", "not-now", "confirm"];

pub(super) fn draw(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let questions: Vec<&Entry> = picture.records("questions").collect();
    for (place, question) in (1..).zip(&questions) {
        if place > 1 {
            on(sheet);
        }
        ask(picture, sheet, question, place);
        endings(picture, sheet, question);
    }
    if !questions.is_empty() {
        on(sheet);
        last(picture, sheet);
    }
}

/// From one question to the next.
fn on(sheet: &mut Sheet<'_>) {
    let y = sheet.y;
    let ends = ((24.0, y + 2.0), (24.0, y + ARROW - 2.0));
    sheet.canvas.arrow(ends.0, ends.1, Colour::Quiet);
    sheet.y += ARROW;
}

fn ask(picture: &Picture<'_>, sheet: &mut Sheet<'_>, question: &Entry, place: u32) {
    let paint = Paint::fill(Colour::Panel).outlined(Colour::Line);
    sheet.panel(paint, |sheet| {
        let number = place.to_string();
        let words = sheet.words(&number).bold().colour(Colour::Accent);
        sheet.write_at((2.0 * MARGIN, sheet.y), LEFT - 2.0 * MARGIN, &words);
        let words = picture.plain.field(&question.fact, "ask");
        let words = sheet.words(&words).bold();
        sheet.write(LEFT, ROOM, &words);
        if question.field("asked_if").is_some() {
            let text = picture.plain.field(&question.fact, "asked_if");
            let text = picture.labelled("can_i_asked_if", &text);
            let words = sheet.words(&text).small().colour(Colour::Quiet);
            sheet.y += sheet.canvas.text((LEFT, sheet.y), ROOM, &words);
        }
    });
}

fn endings(picture: &Picture<'_>, sheet: &mut Sheet<'_>, question: &Entry) {
    let top = sheet.y;
    let model = picture.plain.guide.model;
    let mut last = None;
    for verdict in GRAVEST_FIRST {
        let of_verdict = picture.records("outcomes").filter(|outcome| {
            let decided = decided_by(model, outcome.field("when"));
            word(&outcome.fact, "result") == Some(verdict)
                && decided.is_some_and(|it| it.id == question.id)
                && !is_unknown(outcome, question)
        });
        let outcomes: Vec<&Entry> = of_verdict.collect();
        if outcomes.is_empty() {
            continue;
        }
        sheet.y += 6.0;
        last = Some(sheet.y + 12.0);
        verdict_of(picture, sheet, verdict);
        for outcome in outcomes {
            sheet.y += 4.0;
            let name = picture.plain.name(outcome);
            let words = sheet.words(&name).small();
            // Not said again in the description: the list of all outcomes says it better.
            sheet.y += sheet
                .canvas
                .text((BRANCH, sheet.y), WIDTH - BRANCH - MARGIN, &words);
        }
    }
    let Some(last) = last else { return };
    // The line of questions goes on beside the endings.
    let below = sheet.y.max(last);
    let line = Paint::stroke(Colour::Quiet);
    sheet.canvas.line((24.0, top), (24.0, below), line);
}

/// What the answers mean, in a word, and an arrow to it.
fn verdict_of(picture: &Picture<'_>, sheet: &mut Sheet<'_>, verdict: &str) {
    let (key, colour) = match verdict {
        "not-online" => ("can_i_short_not_online", Colour::Warn),
        "not-now" => ("can_i_short_not_now", Colour::Estimate),
        "confirm" => ("can_i_short_confirm", Colour::Link),
        _ => ("can_i_short_yes", Colour::Good),
    };
    let y = sheet.y + 12.0;
    sheet
        .canvas
        .arrow((24.0, y), (BRANCH - 4.0, y), Colour::Quiet);
    let words = picture.plain.word(key);
    sheet.y += sheet.chip((BRANCH, sheet.y), words, colour) + 2.0;
}

/// Where none of the endings holds.
fn last(picture: &Picture<'_>, sheet: &mut Sheet<'_>) {
    let words = picture.plain.word("can_i_graph_end");
    let words = sheet.words(words).small();
    sheet.write(BRANCH, WIDTH - BRANCH - MARGIN, &words);
    verdict_of(picture, sheet, "yes");
}

/// Does it only say that the answer to this question is not known?
fn is_unknown(outcome: &Entry, question: &Entry) -> bool {
    let Some(Value::Map(keys)) = outcome.field("when").map(|it| &it.value) else {
        return false;
    };
    let is_it = |fact: &Fact| {
        matches!(&fact.value, Value::List(items)
            if matches!(items.as_slice(), [Fact { value: Value::Plain(only), .. }] if only == UNKNOWN))
    };
    keys.iter()
        .any(|(key, fact)| *key == question.id && is_it(fact))
}
