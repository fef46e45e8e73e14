//! Facts as plain words: without Markdown, links and marks, with their references put in.

use pulldown_cmark::Event;

use crate::guide::Guide;
use crate::markdown::{Document, Token};
use crate::model::Entry;
use crate::model::fact::{Fact, Prose, Value};
use crate::model::lookup::{Found, Missing};

/// Says facts in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain<'a> {
    pub(super) guide: &'a Guide<'a>,
    pub(super) language: &'a str,
}

impl<'a> Plain<'a> {
    /// A word of the interface.
    pub(super) fn word(&self, key: &'static str) -> &'a str {
        self.guide.word(key, self.language)
    }

    /// A field of a record or of an item of a list; empty where it is not there.
    pub(super) fn field(&self, fact: &'a Fact, name: &str) -> String {
        fact.field(name).map_or(String::new(), |it| self.fact(it))
    }

    /// What a record is called.
    pub(super) fn name(&self, entry: &'a Entry) -> String {
        entry.name().map_or(String::new(), |name| self.fact(name))
    }

    /// A value or a text.
    pub(super) fn fact(&self, fact: &'a Fact) -> String {
        match &fact.value {
            Value::Text(words) => words
                .get(self.language)
                .map_or(String::new(), |prose| self.prose(&prose.document)),
            Value::Label(words) => self.label(words),
            Value::Choice(_, Some(inner)) if matches!(inner.value, Value::Text(_)) => {
                self.fact(inner)
            }
            _ => self.guide.value(fact, self.language).unwrap_or_default(),
        }
    }

    fn prose(&self, document: &Document) -> String {
        let mut out = String::new();
        for (token, _) in document {
            match token {
                Token::Reference(path) => out += &self.reference(path),
                // What looks like HTML is what somebody wrote, and comes out as such.
                Token::Markdown(
                    Event::Text(text)
                    | Event::Code(text)
                    | Event::Html(text)
                    | Event::InlineHtml(text),
                ) => out += text,
                Token::Markdown(Event::SoftBreak | Event::HardBreak) => out.push(' '),
                Token::Markdown(_) => {}
            }
        }
        out
    }

    /// What a reference stands for. Lints have seen to it that it stands for something.
    fn reference(&self, path: &str) -> String {
        match self.guide.lookup(path) {
            Ok(Found::Fact(fact)) => self.fact(fact),
            Ok(Found::Unknown(_)) => self.word("unknown").to_owned(),
            Ok(Found::Day(day)) => self.guide.date(day, self.language),
            Ok(Found::Record(entry)) => self.name(entry),
            Err(Missing::Hidden) => self
                .guide
                .model
                .hidden(path)
                .map_or(String::new(), |entry| self.name(entry)),
            Ok(Found::Kind(..)) | Err(_) => path.to_owned(),
        }
    }

    /// Words of the real system: in Japanese, with a gloss elsewhere.
    fn label(&self, words: &std::collections::BTreeMap<String, Prose>) -> String {
        let of = |language: &str| words.get(language).map_or("", |prose| prose.text.as_str());
        let original = format!("「{}」", of("ja"));
        if self.language == "ja" {
            return original;
        }
        self.word("label_gloss")
            .replace("{gloss}", of(self.language))
            .replace("{label}", &original)
    }
}
