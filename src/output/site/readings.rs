//! The file of readings that the button for furigana loads: every word in parts, the longest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::Model;
use crate::model::readings::{self, Part, Reading};

/// Where the file is published.
pub(super) const PATH: &str = "assets/readings/ja.js";

/// The file: a classic script, because pages opened by double click can load nothing else. It hands the words over in an event
/// to `theme/js/furigana.js`. A word is a list: written, reading, written, reading, …; the reading is empty where there is none.
pub(super) fn make(model: &Model) -> Vec<u8> {
    let mut all = readings::all(model);
    all.sort_by_cached_key(|reading| (Reverse(reading.word.chars().count()), reading.word.clone()));
    // Of a term of the glossary that is among the words too, one is enough.
    all.dedup_by(|a, b| a.word == b.word && a.after_digit == b.after_digit);
    let known: BTreeMap<&str, &str> = all
        .iter()
        .filter(|reading| reading.word.chars().count() > 1)
        .map(|reading| (reading.word.as_str(), reading.reading.as_str()))
        .collect();
    let words = |after_digit: bool| -> Vec<Value> {
        all.iter()
            .filter(|reading| reading.after_digit == after_digit)
            .filter_map(|reading| word(reading, &known))
            .collect()
    };
    let detail = json!({ "words": words(false), "afterDigit": words(true) });
    format!("dispatchEvent(new CustomEvent(\"furigana\", {{ detail: {detail} }}));\n").into_bytes()
}

fn word(reading: &Reading, known: &BTreeMap<&str, &str>) -> Option<Value> {
    let parts = reading.parts().ok()?;
    let flat = |(written, share): Part| match share {
        Some(share) => cut(&written, &share, known),
        None => vec![[written, String::new()]],
    };
    Some(parts.into_iter().flat_map(flat).flatten().collect())
}

/// A compound as the words that it is made of, where these have readings that make up its own: 在留(ざいりゅう)資格(しかく). Each
/// reading then stands where it belongs, and lines can end between them.
fn cut(written: &str, share: &str, known: &BTreeMap<&str, &str>) -> Vec<[String; 2]> {
    let whole = || vec![[written.to_owned(), share.to_owned()]];
    let starts: Vec<usize> = written.char_indices().map(|(at, _)| at).collect();
    // From each start the cut of all that follows, found from the end; of several, that into the shortest words.
    let mut cuts: BTreeMap<usize, Vec<[String; 2]>> = BTreeMap::from([(written.len(), Vec::new())]);
    for from in starts.into_iter().rev() {
        let first = cuts.iter().find_map(|(to, rest)| {
            let word = written.get(from..*to)?;
            let reading = known.get(word).filter(|_| word.len() < written.len())?;
            let mut cut = vec![[word.to_owned(), (*reading).to_owned()]];
            cut.extend(rest.iter().cloned());
            Some(cut)
        });
        cuts.extend(first.map(|cut| (from, cut)));
    }
    let cut = cuts.remove(&0).unwrap_or_default();
    let said: String = cut.iter().map(|[_, reading]| reading.as_str()).collect();
    if said == share { cut } else { whole() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_cut_into_words_that_make_up_their_reading() {
        let known = BTreeMap::from([
            ("在留", "ざいりゅう"),
            ("資格", "しかく"),
            ("在留資格", "ざいりゅうしかく"),
            ("日本", "にほん"),
        ]);
        let cut = |written, share| {
            let pieces = cut(written, share, &known);
            let show = |[written, share]: [String; 2]| format!("{written}({share})");
            pieces.into_iter().map(show).collect::<String>()
        };
        assert_eq!(
            cut("在留資格", "ざいりゅうしかく"),
            "在留(ざいりゅう)資格(しかく)"
        );
        assert_eq!(cut("在留", "ざいりゅう"), "在留(ざいりゅう)");
        assert_eq!(
            cut("在留中", "ざいりゅうちゅう"),
            "在留中(ざいりゅうちゅう)"
        );
        assert_eq!(
            cut("日本在留", "にっぽんざいりゅう"),
            "日本在留(にっぽんざいりゅう)"
        );
    }
}
