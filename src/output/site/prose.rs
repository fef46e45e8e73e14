//! Words as HTML: Markdown with its references put in.

use crate::guide::Guide;
use crate::markdown::{Document, Links, escape, mark_japanese, render, render_inline};
use crate::model::Entry;
use crate::model::fact::{Fact, Period, Prose, Value};
use crate::model::lookup::{Found, Missing};

/// Writes words in one language.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) guide: &'a Guide<'a>,
    pub(super) language: &'a str,
}

impl<'a> Writer<'a> {
    /// The body of a page; `place` gives the HTML of a reference that fills its paragraph.
    pub(super) fn body(
        &self,
        document: &Document,
        place: &mut dyn FnMut(&str) -> Option<String>,
    ) -> String {
        let mut reference = |path: &str, alone: bool| match alone.then(|| place(path)).flatten() {
            Some(placed) => placed,
            None if alone => format!("<p>{}</p>\n", self.reference(path)),
            None => self.reference(path),
        };
        let callout = |class: &str| match class {
            "note" => self.word("callout_note"),
            "tip" => self.word("callout_tip"),
            "important" => self.word("callout_important"),
            "warning" => self.word("callout_warning"),
            _ => self.word("callout_caution"),
        };
        render(document, &self.links(), &mut reference, &callout)
    }

    fn word(&self, key: &'static str) -> String {
        self.guide.word(key, self.language).to_owned()
    }

    fn links(&self) -> Links<'a> {
        Links {
            language: self.language,
        }
    }

    /// Words among the facts.
    pub(super) fn text(&self, prose: &Prose) -> String {
        render_inline(&prose.document, &self.links(), &mut |path, _| {
            self.reference(path)
        })
    }

    /// What a reference stands for. Lints have seen to it that it stands for something.
    fn reference(&self, path: &str) -> String {
        match self.guide.lookup(path) {
            Ok(Found::Fact(fact)) => self.fact(fact),
            Ok(Found::Unknown(period)) => self.unknown(period),
            Ok(Found::Day(day)) => format!(
                "<time datetime=\"{day}\">{}</time>",
                escape(&self.guide.date(day, self.language))
            ),
            Ok(Found::Record(entry)) => self.name(entry),
            Err(Missing::Hidden) => self
                .guide
                .model
                .hidden(path)
                .map_or(String::new(), |entry| self.name(entry)),
            Ok(Found::Kind(..)) | Err(_) => escape(path),
        }
    }

    /// What a record is called.
    pub(super) fn name(&self, entry: &'a Entry) -> String {
        entry.name().map_or(String::new(), |name| self.fact(name))
    }

    /// A value in a sentence.
    pub(super) fn fact(&self, fact: &'a Fact) -> String {
        match &fact.value {
            Value::Text(words) => words
                .get(self.language)
                .map_or(String::new(), |prose| self.text(prose)),
            Value::Label(words) => self.label(words),
            Value::Choice(_, Some(inner)) if matches!(inner.value, Value::Text(_)) => {
                self.fact(inner)
            }
            Value::Date(day) => format!(
                "<time datetime=\"{day}\">{}</time>",
                escape(&self.guide.date(*day, self.language))
            ),
            Value::Mail(address) => format!("<a href=\"mailto:{0}\">{0}</a>", escape(address)),
            Value::Phone(number) => format!("<a href=\"tel:{0}\">{0}</a>", escape(number)),
            _ => mark_japanese(
                &self.guide.value(fact, self.language).unwrap_or_default(),
                self.language,
            ),
        }
    }

    /// Words of the real system: in Japanese, with a gloss elsewhere.
    fn label(&self, words: &std::collections::BTreeMap<String, Prose>) -> String {
        let original = words.get("ja").map_or("", |prose| prose.text.as_str());
        if self.language == "ja" {
            return format!("「{}」", escape(original));
        }
        let gloss = words
            .get(self.language)
            .map_or("", |prose| prose.text.as_str());
        // The pattern comes from data: an organisation's too.
        escape(self.guide.word("label_gloss", self.language))
            .replace(
                "{label}",
                &format!("<span lang=\"ja\">「{}」</span>", escape(original)),
            )
            .replace("{gloss}", &mark_japanese(gloss, self.language))
    }

    fn unknown(&self, period: &'a Period) -> String {
        let note = crate::model::fact::get(&period.about, "note")
            .map_or(String::new(), |note| self.fact(note));
        let word = escape(self.guide.word("unknown", self.language));
        if note.is_empty() {
            word
        } else {
            format!("{word} — {note}")
        }
    }
}
