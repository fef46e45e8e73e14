//! `bad-reading`: the reading of a word can stand over its kanji, and a word has one reading only.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings};
use crate::model::readings::{self, Misfit, Reading};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first: BTreeMap<(String, bool), Reading> = BTreeMap::new();
    for reading in readings::all(context.model) {
        if let Err(misfit) = reading.parts() {
            findings.push(misfitting(&reading, misfit));
            continue;
        }
        match first.get(&(reading.word.clone(), reading.after_digit)) {
            Some(other) if other.reading != reading.reading => {
                findings.push(two(&reading, other));
            }
            Some(_) => {}
            None => {
                first.insert((reading.word.clone(), reading.after_digit), reading);
            }
        }
    }
}

fn misfitting(reading: &Reading, misfit: Misfit) -> Finding {
    let Reading {
        word, reading: r, ..
    } = reading;
    let (ja, en, remedy_ja, remedy_en) = match misfit {
        Misfit::NoKanji => (
            format!("「{word}」には漢字がありません"),
            format!("`{word}` has no kanji"),
            "ふりがなの要らない語です。消してください",
            "it needs no furigana: remove it",
        ),
        Misfit::NotKana => (
            format!("読み「{r}」にひらがなでない字があります"),
            format!("the reading `{r}` is not in hiragana"),
            "読みはひらがなだけで書いてください（長音の「ー」は書けます）",
            "write it in hiragana (and `ー`)",
        ),
        Misfit::Differs => (
            format!("読み「{r}」が「{word}」のかなと合いません"),
            format!("the reading `{r}` does not fit the kana of `{word}`"),
            "送りがなも含めて、語全体の読みを書いてください",
            "write the reading of the whole word, with the kana after its kanji",
        ),
        Misfit::Ambiguous => (
            format!("読み「{r}」を「{word}」の漢字に分ける仕方が2とおりあります"),
            format!("the reading `{r}` can be divided among the kanji of `{word}` in two ways"),
            "語を短く分けて、それぞれの読みを書いてください",
            "give the readings of its parts instead",
        ),
        Misfit::TooLong => (
            format!("「{word}」か、その読みが長すぎます"),
            format!("`{word}` or its reading is too long"),
            "語に分けて、それぞれの読みを書いてください",
            "give the readings of the words that it is made of",
        ),
    };
    Finding::error("bad-reading", reading.place, ja, en).remedy(remedy_ja, remedy_en)
}

fn two(reading: &Reading, other: &Reading) -> Finding {
    let (word, one, two) = (&reading.word, &other.reading, &reading.reading);
    Finding::error(
        "bad-reading",
        reading.place,
        format!("「{word}」の読みが「{one}」と「{two}」の2つあります"),
        format!("`{word}` has two readings, `{one}` and `{two}`"),
    )
    .remedy(
        "一つにしてください。文脈で違う読みは前後のかなも含めて書き（例：その後）、土台の読みは同じキーで書きかえます",
        "keep one; where context decides, write the word with the kana around it (その後); a reading of the base is replaced \
         under the key that it has there",
    )
    .other(other.place, "もう一つの読み", "the other reading")
}
