//! What the pictures of `drawings.yaml` share: which facts and notes are in one, and a sheet that is written from top to
//! bottom.

use std::mem;

use jiff::civil::Date;

use super::Drawing;
use super::canvas::{Canvas, Colour, Paint, WIDTH, Words};
use crate::guide::Say as _;
use crate::guide::Tense;
use crate::model::Entry;
use crate::model::drawings::is_left_out;
use crate::model::fact::{Fact, Period, Value};
use crate::output::plain::Plain;

/// How far everything stays away from the sides.
pub(super) const MARGIN: f64 = 8.0;

/// A picture about to be drawn.
#[derive(Clone, Copy)]
pub(super) struct Picture<'a> {
    pub(super) plain: Plain<'a>,
    pub(super) entry: &'a Entry,
}

/// A note of a picture.
pub(super) struct Note<'a> {
    /// The record that it is about.
    pub(super) of: Option<&'a Entry>,
    /// Its words.
    pub(super) text: String,
    /// What a line leads to.
    pub(super) at: Option<&'a str>,
}

/// The word in a field, where the data has words of a list.
pub(super) fn word<'a>(fact: &'a Fact, name: &str) -> Option<&'a str> {
    match &fact.field(name)?.value {
        Value::Word(word) => Some(word),
        _ => None,
    }
}

impl<'a> Picture<'a> {
    /// The records of a kind that are not over.
    pub(super) fn records(&self, kind: &str) -> impl Iterator<Item = &'a Entry> {
        let day = self.plain.guide.day;
        let entries = self.plain.guide.model.of(kind).iter();
        entries.filter(move |entry| entry.date("until").is_none_or(|until| day <= until))
    }

    /// The items of a list of the picture, without those whose fact is left out.
    pub(super) fn items(&self, list: &str) -> impl Iterator<Item = &'a Fact> {
        let items = match self.entry.field(list).map(|list| &list.value) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        let model = self.plain.guide.model;
        items.iter().filter(move |item| !is_left_out(item, model))
    }

    /// The record that an item is about.
    pub(super) fn subject(&self, item: &Fact) -> Option<&'a Entry> {
        self.plain.guide.model.at(of(item)?)
    }

    /// The notes of the picture.
    pub(super) fn notes(&self) -> Vec<Note<'a>> {
        let note = |item: &'a Fact| Note {
            of: self.subject(item),
            text: self.plain.field(item, "text"),
            at: word(item, "at"),
        };
        self.items("notes").map(note).collect()
    }

    /// What the notes say about a record.
    pub(super) fn notes_on(&self, entry: &Entry) -> Vec<String> {
        let notes = self.notes().into_iter();
        notes
            .filter(|note| note.of.is_some_and(|of| of.path() == entry.path()))
            .map(|note| note.text)
            .collect()
    }

    /// Words about a record, with a mark where these fields of it are not sure on the day of the guide.
    pub(super) fn marked(&self, text: String, entry: &'a Entry, fields: &[&str]) -> String {
        let sure = match self.confidence(entry, fields) {
            Some("unverified") => self.plain.word("confidence_unverified"),
            Some("conflicting") => self.plain.word("confidence_conflicting"),
            _ => return text,
        };
        let pattern = self.plain.word("picture_unsure");
        pattern.replace("{sure}", sure).replace("{text}", &text)
    }

    /// How sure a record is: as the period of the day says in the first of these fields that has one, else as the record says.
    fn confidence(&self, entry: &'a Entry, fields: &[&str]) -> Option<&'a str> {
        let now = |name: &&str| match &entry.field(name)?.value {
            Value::Dated(periods) => periods
                .iter()
                .find(|period| self.plain.guide.tense(period) == Tense::Now),
            _ => None,
        };
        let period = fields.iter().find_map(now);
        let own = period.and_then(period_confidence);
        own.or_else(|| word(&entry.fact, "confidence"))
    }

    /// Days of receipt in words.
    pub(super) fn received(&self, from: Option<Date>, until: Option<Date>) -> String {
        let words = match (from.is_some(), until.is_some()) {
            (true, true) => "fee_received_between",
            (true, false) => "fee_received_from",
            (false, true) => "fee_received_until",
            (false, false) => "received_always",
        };
        let plain = self.plain;
        let date = |day: Option<Date>| day.map(|day| plain.guide.date(day, plain.language));
        plain
            .word(words)
            .replace("{from}", &date(from).unwrap_or_default())
            .replace("{until}", &date(until).unwrap_or_default())
    }

    /// `label: text`, as the language writes it.
    pub(super) fn labelled(&self, label: &'static str, text: &str) -> String {
        let pattern = self.plain.word("labelled");
        pattern
            .replace("{label}", self.plain.word(label))
            .replace("{text}", text)
    }
}

fn period_confidence(period: &Period) -> Option<&str> {
    match crate::model::fact::get(&period.about, "confidence").map(|word| &word.value) {
        Some(Value::Word(word)) => Some(word),
        _ => None,
    }
}

/// The path of the record that an item is about.
fn of(item: &Fact) -> Option<&str> {
    match &item.field("of")?.value {
        Value::Ref { id, .. } => Some(id),
        _ => None,
    }
}

/// A canvas that is written from top to bottom, and remembers what was said on it.
pub(super) struct Sheet<'a> {
    pub(super) canvas: Canvas<'a>,
    /// How far down it is written.
    pub(super) y: f64,
    language: &'a str,
    said: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// An empty one.
    pub(super) fn new(language: &'a str) -> Self {
        Self {
            canvas: Canvas::new(language),
            y: MARGIN,
            language,
            said: Vec::new(),
        }
    }

    /// Words in the language of the sheet.
    pub(super) fn words<'w>(&self, text: &'w str) -> Words<'w>
    where
        'a: 'w,
    {
        Words::new(text, self.language)
    }

    /// Writes words and goes on below them.
    pub(super) fn write(&mut self, x: f64, room: f64, words: &Words<'_>) {
        self.y += self.write_at((x, self.y), room, words);
    }

    /// Writes words at a point. Gives their height.
    pub(super) fn write_at(&mut self, at: (f64, f64), room: f64, words: &Words<'_>) -> f64 {
        self.said.push(words.text().to_owned());
        self.canvas.text(at, room, words)
    }

    /// A short word in a frame. Gives its height.
    pub(super) fn chip(&mut self, at: (f64, f64), text: &str, colour: Colour) -> f64 {
        let words = self.words(text).small().colour(colour);
        let room = WIDTH - MARGIN - at.0 - 16.0;
        let width = words.width(room) + 16.0;
        let height = words.height(room) + 4.0;
        let paint = Paint::fill(Colour::Page).outlined(colour);
        self.canvas.rect(at, (width, height), 6.0, paint);
        self.write_at((at.0 + 8.0, at.1 + 2.0), room, &words);
        height
    }

    /// A panel behind and around what `write` writes.
    pub(super) fn panel(&mut self, paint: Paint, write: impl FnOnce(&mut Self)) {
        let top = self.y;
        let below = mem::replace(&mut self.canvas, Canvas::new(self.language));
        self.y += MARGIN;
        write(self);
        self.y += MARGIN;
        let inside = mem::replace(&mut self.canvas, below);
        let size = (WIDTH - 2.0 * MARGIN, self.y - top);
        self.canvas.rect((MARGIN, top), size, 8.0, paint);
        self.canvas.add(&inside);
    }

    /// What the notes say about the whole picture.
    pub(super) fn foot(&mut self, picture: &Picture<'a>) {
        if self.said.is_empty() {
            return;
        }
        let notes = picture.notes().into_iter();
        for note in notes.filter(|note| note.of.is_none() && note.at.is_none()) {
            self.y += MARGIN;
            let words = self.words(&note.text).small();
            self.write(MARGIN, WIDTH - 2.0 * MARGIN, &words);
        }
    }

    /// The finished picture, by its path; none where nothing was written.
    pub(super) fn finish(self, picture: &Picture<'a>) -> Option<(String, Drawing)> {
        if self.said.is_empty() {
            return None;
        }
        let path = picture.entry.path();
        let title = picture.plain.name(picture.entry);
        let mut description = picture.plain.field(&picture.entry.fact, "desc");
        for words in &self.said {
            if !description.ends_with(['。', '.', '!', '?', ':']) {
                description += picture.plain.word("sentence_end");
            }
            description.push(' ');
            description += words;
        }
        let drawing = self
            .canvas
            .finish(&path, self.y + MARGIN, &title, &description);
        Some((path, drawing))
    }
}
