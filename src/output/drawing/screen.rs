//! The screens of the walk-through: what is on them, one below the other, with numbers where the reader must act. Nobody
//! should take them for the real ones: position and colours are ours, and of a screen that nobody saw there is only a list
//! of names.

use std::collections::BTreeMap;

use super::Drawing;
use super::canvas::{Anchor, Canvas, Colour, Paint, Point, WIDTH, Words, number};
use super::element::{self, Caption, LEFT, in_language};
use crate::guide::Guide;
use crate::model::screens::{ElementType, Screen};

/// Between elements, and around what stands in a frame.
const GAP: f64 = 14.0;

/// The drawings of all screens, by path.
pub(super) fn all(guide: &Guide<'_>, language: &str) -> BTreeMap<String, Drawing> {
    let screens = guide.model.typed::<Screen>().into_iter();
    screens
        .map(|screen| {
            let path = format!("screens.{}", screen.common.id);
            let drawing = draw(guide, language, &path, &screen.fact);
            (path, drawing)
        })
        .collect()
}

fn draw(guide: &Guide<'_>, language: &str, path: &str, screen: &Screen) -> Drawing {
    let mut inside = Canvas::new(language);
    let head = head(&mut inside, guide, language, screen);
    let mut at = head;
    let mut acts = 0;
    for element in &screen.elements {
        // Choices hang below their list.
        if element.r#type != ElementType::Choice {
            at += GAP;
        }
        let (height, middle) = element::draw(&mut inside, (LEFT, at), element, language);
        if element.act {
            acts += 1;
            mark(&mut inside, (26.0, at + middle), acts, language);
        }
        at += height;
    }
    let height = at + GAP;
    let mut canvas = Canvas::new(language);
    frame(&mut canvas, screen.seen, head, height);
    canvas.add(&inside);
    let title = guide.word("drawing_screen", language);
    let title = title.replace("{screen}", in_language(&screen.name, language));
    canvas.finish(path, height, &title, &description(guide, screen, language))
}

/// The title; below that of a screen that nobody saw, that nobody did. Gives where it ends.
fn head(canvas: &mut Canvas<'_>, guide: &Guide<'_>, language: &str, screen: &Screen) -> f64 {
    let room = WIDTH - 2.0 * GAP;
    let look = Words::new("", language).bold();
    let title = Caption::new(&screen.name, language, look);
    let at = 8.0 + title.write(canvas, (GAP, 8.0), room);
    if screen.seen {
        return at + 8.0;
    }
    let note = Words::new("", language).small().colour(Colour::Estimate);
    unseen(screen).into_iter().fold(at, |at, key| {
        let words = note.saying(guide.word(key, language), language);
        at + canvas.text((GAP, at), room, &words)
    })
}

/// What is said of a screen that nobody saw: that nobody did, and what is drawn all the same.
fn unseen(screen: &Screen) -> Vec<&'static str> {
    match (screen.seen, screen.elements.is_empty()) {
        (true, _) => vec![],
        (false, true) => vec!["drawing_unseen"],
        (false, false) => vec!["drawing_unseen", "drawing_names"],
    }
}

/// A window for a screen that somebody saw; a dashed line, which promises nothing, for the others.
fn frame(canvas: &mut Canvas<'_>, seen: bool, head: f64, height: f64) {
    let (at, size) = ((1.0, 1.0), (WIDTH - 2.0, height - 2.0));
    if !seen {
        return canvas.rect(at, size, 8.0, Paint::stroke(Colour::Quiet).dashed());
    }
    let window = Paint::fill(Colour::Page).outlined(Colour::Quiet);
    canvas.rect(at, size, 8.0, window);
    let bar = format!(
        "M1 {0}V9a8 8 0 0 1 8-8h{1}a8 8 0 0 1 8 8V{0}z",
        number(head),
        number(WIDTH - 18.0)
    );
    canvas.path(&bar, Paint::fill(Colour::Panel).outlined(Colour::Quiet));
}

/// The number of something that the reader does.
fn mark(canvas: &mut Canvas<'_>, at: Point, which: u32, language: &str) {
    canvas.circle(at, 13.0, Paint::fill(Colour::Accent));
    let which = which.to_string();
    let words = Words::new(&which, language).small().bold();
    let words = words.colour(Colour::OnAccent).anchor(Anchor::Middle);
    canvas.text((at.0, at.1 - words.line_height() / 2.0), 26.0, &words);
}

/// What the drawing shows, for those who do not see it. Its elements stand beside it too, with all that is to be said.
fn description(guide: &Guide<'_>, screen: &Screen, language: &str) -> String {
    let names = |act: bool| {
        let elements = screen
            .elements
            .iter()
            .filter(move |element| element.act == act);
        elements.map(|element| in_language(&element.label, language))
    };
    let acts: Vec<String> = (1..)
        .zip(names(true))
        .map(|(number, name)| format!("{number} {name}"))
        .collect();
    let others: Vec<&str> = names(false).collect();
    let comma = guide.word("list_comma", language);
    let mut sentences: Vec<String> = unseen(screen)
        .into_iter()
        .map(|key| guide.word(key, language).to_owned())
        .collect();
    for (key, names) in [
        ("drawing_acts", acts.join(comma)),
        ("drawing_others", others.join(comma)),
    ] {
        if !names.is_empty() {
            sentences.push(guide.word(key, language).replace("{names}", &names));
        }
    }
    sentences.join(" ")
}
