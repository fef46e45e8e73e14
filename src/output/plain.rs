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

    /// A word of the interface with its marks, such as `{n}`, filled in. What is put in is not filled in again.
    pub(super) fn fill(&self, key: &'static str, values: &[(&str, String)]) -> String {
        let mut rest = self.word(key);
        let mut filled = String::with_capacity(rest.len());
        while let Some(at) = rest.find('{') {
            let (before, after) = rest.split_at(at);
            filled += before;
            let found = values.iter().find_map(|(name, value)| {
                let behind = after.strip_prefix('{')?.strip_prefix(name)?;
                Some((value, behind.strip_prefix('}')?))
            });
            match found {
                Some((value, behind)) => {
                    filled += value;
                    rest = behind;
                }
                None => {
                    filled.push('{');
                    rest = after.get(1..).unwrap_or_default();
                }
            }
        }
        filled + rest
    }

    /// A fact in words.
    pub(super) fn said(&self, fact: &'a Fact) -> String {
        self.fact(fact)
    }

    /// Items one after the other, as the language lists them.
    pub(super) fn list(&self, items: impl Iterator<Item = String>) -> String {
        let pair = |a, b| self.fill("list_pair", &[("a", a), ("b", b)]);
        items.reduce(pair).unwrap_or_default()
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
