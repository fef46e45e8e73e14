//! Words as HTML: Markdown with its references put in.

use jiff::civil::Date;
use tera::Value as View;

use crate::guide::{Guide, Say};
use crate::markdown::{Document, Links, escape, mark_japanese, render, render_inline};
use crate::output::facts::Show;

/// Writes words in one language.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) guide: &'a Guide<'a>,
    pub(super) language: &'a str,
}

impl Writer<'_> {
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
}

impl<'a> Writer<'a> {
    fn links(&self) -> Links<'a> {
        Links {
            language: self.language,
        }
    }
}

impl<'a> Say<'a> for Writer<'a> {
    type Words = String;

    fn guide(&self) -> &'a Guide<'a> {
        self.guide
    }

    fn language(&self) -> &'a str {
        self.language
    }

    fn plain(&self, text: &str) -> String {
        mark_japanese(text, self.language)
    }

    fn prose(&self, document: &'a Document) -> String {
        render_inline(document, &self.links(), &mut |path, _| self.reference(path))
    }

    fn glossed(&self, original: &str, gloss: &str) -> String {
        let original = format!("<span lang=\"ja\">{}</span>", escape(original));
        // The pattern comes from data: an organisation's too.
        escape(self.guide.word("label_gloss", self.language))
            .replace("{label}", &original)
            .replace("{gloss}", &mark_japanese(gloss, self.language))
    }

    fn unknown(&self, note: Option<String>) -> String {
        let word = escape(self.guide.word("unknown", self.language));
        match note {
            Some(note) if !note.is_empty() => format!("{word} — {note}"),
            _ => word,
        }
    }

    fn day_words(&self, day: Date) -> String {
        let words = escape(&self.guide.date(day, self.language));
        format!("<time datetime=\"{day}\">{words}</time>")
    }

    fn linked(&self, address: &str, text: &str) -> String {
        format!("<a href=\"{}\">{}</a>", escape(address), escape(text))
    }
}

impl<'a> Show<'a> for Writer<'a> {
    fn shown(&self, words: String) -> View {
        html(&words)
    }

    fn address(&self, to: &str) -> View {
        View::normal_string(&format!("/{}/{to}", self.language))
    }

    fn in_language(&self, language: &'a str) -> Self {
        Self { language, ..*self }
    }
}

/// HTML that needs no escaping.
pub(super) fn html(text: &str) -> View {
    View::safe_string(text)
}
