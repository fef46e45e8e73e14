//! Says facts in words of a language. What a reference and a value come to is decided here, once; how words are written down
//! (HTML, plain text, pieces for paper) is for the outputs.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Guide;
use crate::markdown::Document;
use crate::model::Entry;
use crate::model::fact::{Fact, Period, Prose, Value, get};
use crate::model::lookup::{Found, Missing};

/// Writes words in one language of a guide.
pub trait Say<'a> {
    /// Words, written down.
    type Words: Default;

    /// The guide whose facts are said.
    fn guide(&self) -> &'a Guide<'a>;
    /// The language.
    fn language(&self) -> &'a str;

    /// Words that are no Markdown.
    fn plain(&self, text: &str) -> Self::Words;
    /// Words with Markdown.
    fn prose(&self, document: &'a Document) -> Self::Words;
    /// Words of the real system among Japanese.
    fn quoted(&self, original: &str) -> Self::Words {
        self.plain(original)
    }
    /// Words of the real system, in a language that is not theirs: in Japanese, with a gloss.
    fn glossed(&self, original: &str, gloss: &str) -> Self::Words;
    /// That something is not known, and what there is to say about that.
    fn unknown(&self, note: Option<Self::Words>) -> Self::Words;

    /// A day.
    fn day_words(&self, day: Date) -> Self::Words {
        self.plain(&self.guide().date(day, self.language()))
    }

    /// Words that lead to an address.
    fn linked(&self, _address: &str, text: &str) -> Self::Words {
        self.plain(text)
    }

    /// A value in a sentence.
    fn fact(&self, fact: &'a Fact) -> Self::Words {
        match &fact.value {
            Value::Text(words) => words
                .get(self.language())
                .map_or_else(Self::Words::default, |prose| self.prose(&prose.document)),
            Value::Label(words) => self.label(words),
            Value::Choice(_, Some(inner)) if matches!(inner.value, Value::Text(_)) => {
                self.fact(inner)
            }
            Value::Date(day) => self.day_words(*day),
            Value::Mail(address) => self.linked(&format!("mailto:{address}"), address),
            Value::Phone(number) => self.linked(&format!("tel:{number}"), number),
            _ => self.plain(
                &self
                    .guide()
                    .value(fact, self.language())
                    .unwrap_or_default(),
            ),
        }
    }

    /// A period's value, or that it is not known.
    fn period_words(&self, period: &'a Period) -> Self::Words {
        match &period.value {
            Some(value) => self.fact(value),
            None => self.unknown(None),
        }
    }

    /// What a record is called.
    fn name(&self, entry: &'a Entry) -> Self::Words {
        entry
            .name()
            .map_or_else(Self::Words::default, |name| self.fact(name))
    }

    /// What a reference stands for. Lints have seen to it that it stands for something.
    fn reference(&self, path: &str) -> Self::Words {
        match self.guide().lookup(path) {
            Ok(Found::Fact(fact)) => self.fact(fact),
            Ok(Found::Unknown(period)) => {
                self.unknown(get(&period.about, "note").map(|note| self.fact(note)))
            }
            Ok(Found::Day(day)) => self.day_words(day),
            Ok(Found::Record(entry)) => self.name(entry),
            Err(Missing::Hidden) => self
                .guide()
                .model
                .hidden(path)
                .map_or_else(Self::Words::default, |entry| self.name(entry)),
            Ok(Found::Kind(..)) | Err(_) => self.plain(path),
        }
    }

    /// Words of the real system.
    fn label(&self, words: &'a BTreeMap<String, Prose>) -> Self::Words {
        let of = |language: &str| words.get(language).map_or("", |prose| prose.text.as_str());
        let original = format!("「{}」", of("ja"));
        if self.language() == "ja" {
            self.quoted(&original)
        } else {
            self.glossed(&original, of(self.language()))
        }
    }
}
