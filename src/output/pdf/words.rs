//! The words of the real system's screens, for the index at the end of the manual.

use std::collections::BTreeMap;

use tera::Value as View;

use super::pieces::Writer;
use crate::model::fact::{Prose, Value};
use crate::model::readings;
use crate::output::facts::{map, text};

/// Beyond so many characters a label is a sentence: it has a place in the order, but nobody looks up how it is read.
const LONGEST_READ: usize = 12;

/// Every word that screens show, in the order of the readings: `text`, `reading` (none where it is not known) and `gloss`, in
/// the language of the guide, or in the first that is not Japanese.
pub(super) fn words(writer: &Writer<'_>) -> View {
    let model = writer.guide.model;
    let mut languages = vec![writer.language];
    languages.extend(model.languages());
    let other = languages.into_iter().find(|language| *language != "ja");
    let known = known(writer);
    let words = glosses(writer, other).into_iter().map(|(word, gloss)| {
        let reading = reading(word, &known);
        let order = reading.clone().unwrap_or_else(|| word.to_owned());
        let is_word = word.chars().count() <= LONGEST_READ;
        let shown = reading.filter(|reading| is_word && reading != word);
        let view = map([
            ("text", View::normal_string(word)),
            ("reading", text(shown)),
            ("gloss", text(gloss)),
        ]);
        (order, view)
    });
    let mut words: Vec<(String, View)> = words.collect();
    words.sort_by(|(a, _), (b, _)| a.cmp(b));
    View::from(words.into_iter().map(|(_, word)| word).collect::<Vec<_>>())
}

/// Every label among the facts with its gloss, once.
fn glosses<'a>(writer: &Writer<'a>, language: Option<&str>) -> BTreeMap<&'a str, Option<&'a str>> {
    let mut glosses = BTreeMap::new();
    let said = |label: &'a BTreeMap<String, Prose>, language: &str| {
        label.get(language).map(|prose| prose.text.as_str())
    };
    for entry in writer.guide.model.all() {
        entry.fact.walk(&mut |fact| {
            if let Value::Label(label) = &fact.value
                && let Some(word) = said(label, "ja")
            {
                let gloss = language.and_then(|language| said(label, language));
                glosses.entry(word).or_insert(gloss);
            }
        });
    }
    glosses
}

/// How words are read.
fn known(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let readings = readings::all(writer.guide.model).into_iter();
    let readings = readings.filter(|reading| !reading.after_digit);
    readings
        .map(|reading| (reading.word, reading.reading))
        .collect()
}

/// A word as it is read: the longest words that are known, one after the other, and kana as they are. None where a kanji is
/// left: nothing is guessed.
fn reading(word: &str, known: &BTreeMap<String, String>) -> Option<String> {
    let mut read = String::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let mut parts = ends.filter_map(|end| rest.split_at_checked(end));
        if let Some((reading, after)) =
            parts.find_map(|(part, after)| Some((known.get(part)?, after)))
        {
            read.push_str(reading);
            rest = after;
        } else if readings::is_kanji(first) {
            return None;
        } else {
            read.push(readings::hiragana(first));
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_by_the_longest_words_that_are_known() {
        let known = [("在留", "ざいりゅう"), ("在留資格", "ざいりゅうしかく")];
        let known = known.map(|(word, reading)| (word.to_owned(), reading.to_owned()));
        let known = BTreeMap::from(known);
        for (word, read) in [
            ("在留資格", Some("ざいりゅうしかく")),
            ("在留カード", Some("ざいりゅうかーど")),
            ("在留番号", None),
        ] {
            assert_eq!(reading(word, &known).as_deref(), read, "{word}");
        }
    }
}
