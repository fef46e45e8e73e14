//! Facts as plain words: without Markdown, links and marks, with their references put in.

use pulldown_cmark::Event;

use crate::guide::{Guide, Say};
use crate::markdown::{Document, Token};
use crate::model::fact::Fact;

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
}

impl<'a> Say<'a> for Plain<'a> {
    type Words = String;

    fn guide(&self) -> &'a Guide<'a> {
        self.guide
    }

    fn language(&self) -> &'a str {
        self.language
    }

    fn plain(&self, text: &str) -> String {
        text.to_owned()
    }

    fn prose(&self, document: &'a Document) -> String {
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

    fn glossed(&self, original: &str, gloss: &str) -> String {
        self.word("label_gloss")
            .replace("{gloss}", gloss)
            .replace("{label}", original)
    }

    fn unknown(&self, _note: Option<String>) -> String {
        self.word("unknown").to_owned()
    }
}
