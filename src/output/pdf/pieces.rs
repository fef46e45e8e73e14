//! Words as pieces that paper templates set: each piece a text with its marks. Nothing is written as markup, so nothing that
//! somebody wrote can be read as such.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};
use tera::Value as View;

use crate::guide::{Guide, Say};
use crate::markdown::{Document, Token, is_internal, is_safe_link, japanese_runs};
use crate::output::facts::{Show, map};

/// Writes words in one language.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) guide: &'a Guide<'a>,
    pub(super) language: &'a str,
}

/// Words with the same marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marks: Marks,
}

/// What is marked about words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// `strong`, `emph`, `code`.
    styles: BTreeSet<&'static str>,
    /// They are Japanese in a text of another language.
    japanese: bool,
    /// The word of a screen that they are.
    label: Option<String>,
    /// Where they lead: to a page of the guide (`fees#extension`) or out of it.
    link: Option<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Link {
    Inside(String),
    Outside(String),
}

/// What links within the guide are called on paper: `/fees.html#extension` is `fees#extension`.
pub(super) fn inside(address: &str) -> String {
    address.trim_start_matches('/').replacen(".html", "", 1)
}

/// Longer runs of letters are no words of a language: they have no place of their own where a line may end.
const LONGEST_WORD: usize = 40;

/// A text in which a line may end within what is too long for one: after every so many letters stands a space without width.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        run = if c.is_ascii_graphic() { run + 1 } else { 0 };
        out.push(c);
        if run == LONGEST_WORD {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}

impl Writer<'_> {
    /// Words with what marks them.
    fn marked(&self, text: &str, marks: &Marks) -> Vec<Piece> {
        japanese_runs(text, self.language)
            .into_iter()
            .filter(|(run, _)| !run.is_empty())
            .map(|(run, japanese)| Piece {
                text: breakable(run),
                marks: Marks {
                    japanese: japanese || marks.japanese,
                    ..marks.clone()
                },
            })
            .collect()
    }

    /// The pieces of tokens, without what opens and closes blocks.
    pub(super) fn inline<'t>(&self, tokens: impl Iterator<Item = &'t Token>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut open = vec![Marks::default()];
        for token in tokens {
            let marks = open.last().cloned().unwrap_or_default();
            match token {
                Token::Reference(path) => {
                    pieces.extend(
                        self.reference(path)
                            .into_iter()
                            .map(|piece| piece.within(&marks)),
                    );
                }
                Token::Markdown(event) => match event {
                    // What looks like HTML is what somebody wrote, and comes out as such.
                    Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                        pieces.extend(self.marked(text, &marks));
                    }
                    Event::Code(text) => {
                        pieces.extend(self.marked(text, &marks.styled("code")));
                    }
                    Event::SoftBreak => pieces.extend(self.marked(" ", &marks)),
                    Event::HardBreak => pieces.extend(self.marked("\n", &marks)),
                    Event::Start(tag) => open.push(marks.opened(tag)),
                    Event::End(end) => {
                        open.pop();
                        if matches!(end, TagEnd::Paragraph | TagEnd::Item) {
                            pieces.extend(self.marked("\n", &Marks::default()));
                        }
                    }
                    _ => {}
                },
            }
        }
        while pieces.last().is_some_and(|last| last.text == "\n") {
            pieces.pop();
        }
        pieces
    }
}

impl Marks {
    fn styled(mut self, style: &'static str) -> Self {
        self.styles.insert(style);
        self
    }

    /// The marks of what stands in an element.
    fn opened(&self, tag: &Tag<'_>) -> Self {
        let mut marks = self.clone();
        match tag {
            Tag::Strong => marks = marks.styled("strong"),
            Tag::Emphasis => marks = marks.styled("emph"),
            Tag::Link { dest_url, .. } if is_internal(dest_url) => {
                marks.link = Some(Link::Inside(inside(dest_url)));
            }
            Tag::Link { dest_url, .. } if is_safe_link(dest_url) => {
                marks.link = Some(Link::Outside(dest_url.to_string()));
            }
            _ => {}
        }
        marks
    }
}

impl Piece {
    /// The words of a screen, in their brackets.
    fn label(original: &str, japanese: bool) -> Self {
        let label = original.trim_start_matches('「').trim_end_matches('」');
        Self {
            text: original.to_owned(),
            marks: Marks {
                japanese,
                label: Some(label.to_owned()),
                ..Marks::default()
            },
        }
    }

    /// The piece with the marks of what it stands in besides its own.
    fn within(mut self, around: &Marks) -> Self {
        self.marks.styles.extend(&around.styles);
        self.marks.link = around.link.clone().or(self.marks.link);
        self
    }

    fn view(&self) -> View {
        let Marks {
            styles,
            japanese,
            label,
            link,
        } = &self.marks;
        let mut fields = vec![("text", View::normal_string(&self.text))];
        fields.extend(styles.iter().map(|style| (*style, View::from(true))));
        if *japanese {
            fields.push(("lang", View::normal_string("ja")));
        }
        if let Some(label) = label {
            fields.push(("label", View::normal_string(label)));
        }
        match link {
            Some(Link::Inside(to)) => fields.push(("to", View::normal_string(to))),
            Some(Link::Outside(url)) => fields.push(("url", View::normal_string(url))),
            None => {}
        }
        map(fields)
    }
}

/// Pieces as templates get them: a plain text where nothing is marked. Neighbours with the same marks are one.
pub(super) fn view(pieces: &[Piece]) -> View {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if last.marks == piece.marks => last.text.push_str(&piece.text),
            _ => joined.push(piece.clone()),
        }
    }
    match joined.as_slice() {
        [] => View::normal_string(""),
        [only] if only.marks == Marks::default() => View::normal_string(&only.text),
        pieces => View::from(pieces.iter().map(Piece::view).collect::<Vec<_>>()),
    }
}

impl<'a> Say<'a> for Writer<'a> {
    type Words = Vec<Piece>;

    fn guide(&self) -> &'a Guide<'a> {
        self.guide
    }

    fn language(&self) -> &'a str {
        self.language
    }

    fn plain(&self, text: &str) -> Vec<Piece> {
        self.marked(text, &Marks::default())
    }

    fn prose(&self, document: &'a Document) -> Vec<Piece> {
        self.inline(document.iter().map(|(token, _)| token))
    }

    fn quoted(&self, original: &str) -> Vec<Piece> {
        vec![Piece::label(original, false)]
    }

    fn glossed(&self, original: &str, gloss: &str) -> Vec<Piece> {
        // The pattern comes from data: an organisation's too.
        let pattern = self.guide.word("label_gloss", self.language);
        let (before, after) = pattern.split_once("{label}").unwrap_or(("", pattern));
        let mut pieces = self.plain(&before.replace("{gloss}", gloss));
        pieces.push(Piece::label(original, true));
        pieces.extend(self.plain(&after.replace("{gloss}", gloss)));
        pieces
    }

    fn unknown(&self, note: Option<Vec<Piece>>) -> Vec<Piece> {
        let mut pieces = self.plain(self.guide.word("unknown", self.language));
        if let Some(note) = note.filter(|note| !note.is_empty()) {
            pieces.extend(self.plain(" — "));
            pieces.extend(note);
        }
        pieces
    }

    fn linked(&self, address: &str, text: &str) -> Vec<Piece> {
        let link = Some(Link::Outside(address.to_owned()));
        self.marked(
            text,
            &Marks {
                link,
                ..Marks::default()
            },
        )
    }
}

impl<'a> Show<'a> for Writer<'a> {
    fn shown(&self, words: Vec<Piece>) -> View {
        view(&words)
    }

    fn address(&self, to: &str) -> View {
        View::normal_string(&inside(to))
    }

    fn in_language(&self, language: &'a str) -> Self {
        Self { language, ..*self }
    }
}
