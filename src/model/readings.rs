//! `data/readings.yaml`: how words are read that are no terms of the glossary, for furigana.
//!
//! No kind of facts: a word has no source and no page, and nothing refers to it. It is a dictionary beside the words of
//! the interface, and an organisation adds words of its own by writing them.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::Model;
use super::check::check;
use super::fact::{Fact, Value};
use super::shape::Shape;
use crate::diagnostic::{Findings, Place};
use crate::source::node::Node;

/// How words are read, for the furigana of Japanese pages; the terms of the glossary have their readings there.
///
/// 日本語のページのふりがなに使う、言葉の読みです。用語の読みは glossary.yaml に書きます。
#[derive(Debug, JsonSchema)]
pub struct Readings {
    /// Words and their readings in hiragana: `申請: しんせい`. Kana that follow one by one stand in brackets: `行[うい]: おこな` is
    /// 行う and 行い. A single kanji counts only where it stands alone.
    ///
    /// 言葉と、ひらがなの読みです（`申請: しんせい`）。後に続くかなは、1字ずつ角括弧に入れます。`行[うい]: おこな` は「行う」と「行い」です。漢字1字の言葉は、その字だけで立っている所に使います。
    pub words: Option<BTreeMap<String, String>>,
    /// What is read so only right after a number: `月: がつ`.
    ///
    /// 数のすぐ後でだけ、こう読む言葉です（`月: がつ`）。
    pub after_digit: Option<BTreeMap<String, String>>,
}

/// A word and how it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The word, as pages write it.
    pub word: String,
    /// Its reading.
    pub reading: String,
    /// Only right after a number?
    pub after_digit: bool,
    /// Where the reading stands.
    pub place: Place,
}

/// A part of a word: what is written, and its reading; none where it is read as it is written.
pub type Part = (String, Option<String>);

/// Why a reading cannot stand over its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The word has no kanji.
    NoKanji,
    /// The reading is not hiragana.
    NotKana,
    /// The kana of the word are not those of the reading.
    Differs,
    /// It could be divided among the kanji in more than one way.
    Ambiguous,
    /// Word or reading is too long to be looked at.
    TooLong,
}

/// Characters of a word or a reading beyond which nobody looks for the way to divide it.
const LONGEST: usize = 60;

/// The readings that the file gives.
pub(super) fn read(node: &Node, findings: &mut Findings) -> Vec<Reading> {
    let Some(file) = check(node, &Shape::of::<Readings>(), findings) else {
        return Vec::new();
    };
    let mut readings = Vec::new();
    for (name, after_digit) in [("words", false), ("after_digit", true)] {
        let Some(Value::Map(fields)) = file.field(name).map(|fact| &fact.value) else {
            continue;
        };
        for (key, Fact { value, place }) in fields {
            let Value::Plain(reading) = value else {
                continue;
            };
            readings.extend(forms(key, reading).map(|(word, reading)| Reading {
                word,
                reading,
                after_digit,
                place: *place,
            }));
        }
    }
    readings
}

/// `行[うい]: おこな` is 行う and 行い.
fn forms(key: &str, reading: &str) -> impl Iterator<Item = (String, String)> {
    let (head, endings) = key
        .strip_suffix(']')
        .and_then(|key| key.split_once('['))
        .unwrap_or((key, ""));
    let endings: Vec<String> = match endings {
        "" => vec![String::new()],
        endings => endings.chars().map(String::from).collect(),
    };
    endings
        .into_iter()
        .map(move |ending| (format!("{head}{ending}"), format!("{reading}{ending}")))
}

/// All readings of a guide: of the terms of the glossary that have kanji, then those of `data/readings.yaml`.
#[must_use]
pub fn all(model: &Model) -> Vec<Reading> {
    let terms = model.of("glossary").iter().filter_map(|entry| {
        let (Value::Text(term), reading) = (&entry.field("term")?.value, entry.field("reading")?)
        else {
            return None;
        };
        let Value::Plain(text) = &reading.value else {
            return None;
        };
        Some(Reading {
            word: term.get("ja")?.text.clone(),
            reading: text.clone(),
            after_digit: false,
            place: reading.place,
        })
    });
    terms
        .filter(|reading| reading.word.chars().any(is_kanji))
        .chain(model.readings.iter().cloned())
        .collect()
}

impl Reading {
    /// The word in parts, so that only what is not kana carries a reading: 申(もう)し込(こ)み.
    ///
    /// # Errors
    /// Where the reading does not fit the word, or fits it in more than one way.
    pub fn parts(&self) -> Result<Vec<Part>, Misfit> {
        if self.word.chars().count().max(self.reading.chars().count()) > LONGEST {
            return Err(Misfit::TooLong);
        }
        if !self.word.chars().any(is_kanji) {
            return Err(Misfit::NoKanji);
        }
        let is_kana = |c| is_hiragana(c) || self.word.contains(c) && !is_kanji(c);
        if !self.reading.chars().all(is_kana) {
            return Err(Misfit::NotKana);
        }
        let reading: Vec<char> = self.reading.chars().collect();
        divide(&self.pieces(), &reading)
    }

    /// The word cut between what is read as it is written (kana, marks, figures that the reading repeats) and the rest.
    fn pieces(&self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for c in self.word.chars() {
            let in_reading = self.reading.contains(c);
            let needs_reading = is_kanji(c) || c.is_ascii_alphanumeric() && !in_reading;
            let said = match hiragana(c) {
                _ if needs_reading => String::new(),
                c if is_hiragana(c) || in_reading => c.to_string(),
                _ => String::new(),
            };
            match pieces.last_mut() {
                Some(last) if last.needs_reading == needs_reading => {
                    last.written.push(c);
                    last.said.push_str(&said);
                }
                _ => pieces.push(Piece {
                    written: c.to_string(),
                    said,
                    needs_reading,
                }),
            }
        }
        pieces
    }
}

/// A stretch of a word; `said` is how it sounds where that can be seen.
struct Piece {
    written: String,
    said: String,
    needs_reading: bool,
}

/// Gives every piece its share of the reading.
fn divide(pieces: &[Piece], reading: &[char]) -> Result<Vec<Part>, Misfit> {
    // ways[at] is in how many ways (two stands for more) the pieces from here on fill the reading from `at`.
    let end = reading.len();
    let mut tables = vec![vec![0_u8; end + 1]];
    if let Some(last) = tables.first_mut().and_then(|table| table.last_mut()) {
        *last = 1;
    }
    for piece in pieces.iter().rev() {
        let rest = tables.last().cloned().unwrap_or_default();
        let ways = |at: usize| {
            ends(piece, reading, at)
                .filter_map(|to| rest.get(to))
                .fold(0_u8, |sum, ways| sum.saturating_add(*ways).min(2))
        };
        tables.push((0..=end).map(ways).collect());
    }
    match tables.pop().as_deref() {
        Some([1, ..]) => {}
        Some([2, ..]) => return Err(Misfit::Ambiguous),
        _ => return Err(Misfit::Differs),
    }
    let mut at = 0;
    let mut parts = Vec::new();
    for piece in pieces {
        let rest = tables.pop().unwrap_or_default();
        let to = ends(piece, reading, at)
            .find(|to| rest.get(*to) == Some(&1))
            .ok_or(Misfit::Differs)?;
        let share = reading.get(at..to).unwrap_or_default().iter().collect();
        parts.push((piece.written.clone(), piece.needs_reading.then_some(share)));
        at = to;
    }
    Ok(parts)
}

/// Where the share of a piece that begins at `at` may end.
fn ends(piece: &Piece, reading: &[char], at: usize) -> impl Iterator<Item = usize> {
    let said: Vec<char> = piece.said.chars().collect();
    let fits = reading
        .get(at..)
        .is_some_and(|rest| rest.starts_with(&said));
    let range = match (piece.needs_reading, fits) {
        (true, _) => at + 1..reading.len() + 1,
        (false, true) => at + said.len()..at + said.len() + 1,
        (false, false) => 0..0,
    };
    range.into_iter()
}

/// A character that furigana stand over.
pub(crate) fn is_kanji(c: char) -> bool {
    matches!(u32::from(c), 0x3005..=0x3007 | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ー')
}

/// Katakana as hiragana; all else as it is.
pub(crate) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;

    fn split(word: &str, reading: &str) -> Result<String, Misfit> {
        let file = Files::default().add("x", String::new());
        let reading = Reading {
            word: word.to_owned(),
            reading: reading.to_owned(),
            after_digit: false,
            place: Place::start_of(file),
        };
        let show = |(written, share): Part| match share {
            Some(share) => format!("{written}({share})"),
            None => written,
        };
        Ok(reading.parts()?.into_iter().map(show).collect())
    }

    #[test]
    fn only_kanji_carry_a_reading() {
        for (word, reading, parts) in [
            ("申請", "しんせい", "申請(しんせい)"),
            ("行う", "おこなう", "行(おこな)う"),
            ("申し込み", "もうしこみ", "申(もう)し込(こ)み"),
            (
                "在留カード番号",
                "ざいりゅうかーどばんごう",
                "在留(ざいりゅう)カード番号(ばんごう)",
            ),
            ("か月", "かげつ", "か月(げつ)"),
            ("0分", "0ぷん", "0分(ぷん)"),
            ("1日", "ついたち", "1日(ついたち)"),
            (
                "利用者ID",
                "りようしゃあいでぃー",
                "利用者ID(りようしゃあいでぃー)",
            ),
            (
                "「申請中」の印",
                "しんせいちゅうのいん",
                "「申請中(しんせいちゅう)」の印(いん)",
            ),
            ("外字・依存", "がいじ・いぞん", "外字(がいじ)・依存(いぞん)"),
        ] {
            assert_eq!(split(word, reading).as_deref(), Ok(parts));
        }
    }

    #[test]
    fn a_reading_that_does_not_fit_is_refused() {
        for (word, reading, misfit) in [
            ("カード", "かーど", Misfit::NoKanji),
            ("申請", "シンセイ", Misfit::NotKana),
            ("申請", "申せい", Misfit::NotKana),
            ("行う", "おこなった", Misfit::Differs),
            ("行う", "う", Misfit::Differs),
            ("申し込み", "しんこみ", Misfit::Differs),
            ("紙か紙", "かみかかみ", Misfit::Ambiguous),
            (&"紙か".repeat(40), "か", Misfit::TooLong),
        ] {
            assert_eq!(split(word, reading), Err(misfit), "{word}");
        }
    }

    #[test]
    fn brackets_stand_for_one_kana_after_the_other() {
        let forms = |key, reading| forms(key, reading).collect::<Vec<_>>();
        let pair = |word: &str, reading: &str| (word.to_owned(), reading.to_owned());
        assert_eq!(
            forms("行[うっ]", "おこな"),
            [pair("行う", "おこなう"), pair("行っ", "おこなっ")]
        );
        assert_eq!(forms("申請", "しんせい"), [pair("申請", "しんせい")]);
    }
}
