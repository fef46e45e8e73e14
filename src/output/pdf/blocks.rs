//! The prose of a page as blocks that paper templates set.

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, HeadingLevel, Tag};
use tera::Value as View;

use super::pieces::{Writer, view};
use crate::guide::Say as _;
use crate::markdown::{Document, Token, is_alone};
use crate::model::lookup::{Found, Missing};
use crate::output::facts::{Show as _, map, text};

/// The blocks of a text, in order. Each is a mapping with a `type`.
pub(super) fn blocks(writer: &Writer<'_>, document: &Document) -> View {
    let mut reader = Reader {
        writer,
        document,
        at: 0,
        depth: 0,
    };
    View::from(reader.blocks())
}

/// Goes over the tokens of a text.
struct Reader<'r> {
    writer: &'r Writer<'r>,
    document: &'r Document,
    at: usize,
    depth: u32,
}

/// How deep blocks may stand in blocks. Below, their words are read as one paragraph: nobody means more, and setting them
/// takes a call of a function for each.
const MAX_DEPTH: u32 = 12;

impl<'r> Reader<'r> {
    fn peek(&self) -> Option<&'r Token> {
        self.document.get(self.at).map(|(token, _)| token)
    }

    /// The blocks up to the end of what they stand in, and over that end.
    fn blocks(&mut self) -> Vec<View> {
        if self.depth >= MAX_DEPTH {
            return vec![block("paragraph", [("words", self.words())])];
        }
        self.depth += 1;
        let mut blocks = Vec::new();
        while let Some(token) = self.peek() {
            match token {
                Token::Markdown(Event::End(_)) => {
                    self.at += 1;
                    break;
                }
                Token::Markdown(Event::Start(tag)) if is_block(tag) => {
                    self.at += 1;
                    blocks.extend(self.block(tag));
                }
                Token::Markdown(Event::Rule) => {
                    self.at += 1;
                    blocks.push(block("rule", []));
                }
                _ => blocks.push(self.paragraph()),
            }
        }
        self.depth -= 1;
        blocks
    }

    /// The block that a tag has opened.
    fn block(&mut self, tag: &Tag<'_>) -> Vec<View> {
        match tag {
            Tag::Paragraph => return self.filled_paragraph(),
            Tag::Heading { level, id, .. } => {
                let level = match level {
                    HeadingLevel::H1 | HeadingLevel::H2 => 2,
                    HeadingLevel::H3 => 3,
                    _ => 4,
                };
                let id = text(id.as_deref());
                let words = self.words();
                return vec![block(
                    "heading",
                    [("level", View::from(level)), ("id", id), ("words", words)],
                )];
            }
            Tag::List(start) => {
                let items = self.children();
                let start = start.map_or_else(View::none, View::from);
                return vec![block("list", [("start", start), ("items", items)])];
            }
            Tag::BlockQuote(kind) => {
                let (class, label) = kind.map_or(("quote", ""), callout);
                let label = match label {
                    "" => View::none(),
                    key => View::normal_string(self.writer.guide.word(key, self.writer.language)),
                };
                let blocks = View::from(self.blocks());
                return vec![block(
                    "callout",
                    [
                        ("class", View::normal_string(class)),
                        ("label", label),
                        ("blocks", blocks),
                    ],
                )];
            }
            Tag::CodeBlock(_) => return vec![block("code", [("words", self.words())])],
            Tag::Table(columns) => return vec![self.table(columns)],
            // An item outside a list, or what looks like HTML: what is in it.
            _ => {}
        }
        self.blocks()
    }

    /// A paragraph whose tag has been read: words, or what a reference that fills it places.
    fn filled_paragraph(&mut self) -> Vec<View> {
        if let Some(Token::Reference(path)) = self.peek()
            && is_alone(self.document, self.at)
            && let Some(placed) = self.placed(path)
        {
            self.at += 2;
            return placed;
        }
        vec![block("paragraph", [("words", self.words())])]
    }

    /// Words that stand in no paragraph of their own, as in the items of a tight list.
    fn paragraph(&mut self) -> View {
        let start = self.at;
        let mut depth = 0_u32;
        while let Some(token) = self.peek() {
            match token {
                Token::Markdown(Event::Start(tag)) if depth == 0 && is_block(tag) => break,
                Token::Markdown(Event::End(_)) if depth == 0 => break,
                Token::Markdown(Event::Start(_)) => depth += 1,
                Token::Markdown(Event::End(_)) => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
        block("paragraph", [("words", self.said(start, self.at))])
    }

    /// The words up to the end of what they stand in, and over that end.
    fn words(&mut self) -> View {
        let start = self.at;
        let mut depth = 0_u32;
        while let Some(token) = self.peek() {
            self.at += 1;
            match token {
                Token::Markdown(Event::End(_)) if depth == 0 => {
                    return self.said(start, self.at - 1);
                }
                Token::Markdown(Event::Start(_)) => depth += 1,
                Token::Markdown(Event::End(_)) => depth -= 1,
                _ => {}
            }
        }
        self.said(start, self.at)
    }

    fn said(&self, start: usize, end: usize) -> View {
        let tokens = self.document.get(start..end).unwrap_or_default();
        view(&self.writer.inline(tokens.iter().map(|(token, _)| token)))
    }

    /// What stands in each child, up to the end of the parent, and over that end.
    fn children(&mut self) -> View {
        let mut children = Vec::new();
        while let Some(Token::Markdown(Event::Start(_))) = self.peek() {
            self.at += 1;
            children.push(View::from(self.blocks()));
        }
        self.at += 1;
        View::from(children)
    }

    fn table(&mut self, columns: &[Alignment]) -> View {
        let mut rows = Vec::new();
        while let Some(Token::Markdown(Event::Start(Tag::TableHead | Tag::TableRow))) = self.peek()
        {
            self.at += 1;
            let mut cells = Vec::new();
            while let Some(Token::Markdown(Event::Start(Tag::TableCell))) = self.peek() {
                self.at += 1;
                cells.push(self.words());
            }
            self.at += 1;
            rows.push(View::from(cells));
        }
        self.at += 1;
        let head = if rows.is_empty() {
            View::none()
        } else {
            rows.remove(0)
        };
        let align = columns.iter().map(|column| {
            View::normal_string(match column {
                Alignment::Right => "right",
                Alignment::Center => "center",
                Alignment::Left | Alignment::None => "left",
            })
        });
        block(
            "table",
            [
                ("align", View::from(align.collect::<Vec<_>>())),
                ("head", head),
                ("rows", View::from(rows)),
            ],
        )
    }

    /// What a reference alone in its paragraph places: a record, or all records of a kind. None where it is a value.
    fn placed(&self, path: &str) -> Option<Vec<View>> {
        let found = match self.writer.guide.lookup(path) {
            Err(Missing::Hidden) => return Some(vec![self.left_out(path)?]),
            found => found.ok()?,
        };
        let placed = |kind: &str, ids: Vec<View>, all: bool| {
            block(
                "records",
                [
                    ("kind", View::normal_string(kind)),
                    ("ids", View::from(ids)),
                    ("all", View::from(all)),
                ],
            )
        };
        match found {
            Found::Record(entry) => {
                let id = View::normal_string(&entry.id);
                Some(vec![placed(entry.kind, vec![id], false)])
            }
            Found::Kind(kind, entries) => {
                let ids = entries.iter().map(|entry| View::normal_string(&entry.id));
                let mut blocks = vec![placed(kind, ids.collect(), true)];
                let hidden = self.writer.guide.model.hidden.iter();
                let hidden = hidden.filter(|entry| entry.kind == kind);
                blocks.extend(hidden.filter_map(|entry| self.left_out(&entry.path())));
                Some(blocks)
            }
            Found::Fact(_) | Found::Unknown(_) | Found::Day(_) => None,
        }
    }

    /// Says that an organisation leaves a record out, and why.
    fn left_out(&self, path: &str) -> Option<View> {
        let entry = self.writer.guide.model.hidden(path)?;
        let reason = entry.field("reason");
        let reason = reason.map_or_else(View::none, |reason| self.writer.said(reason));
        Some(block(
            "hidden",
            [
                ("id", View::normal_string(&entry.id)),
                ("name", self.writer.shown(self.writer.name(entry))),
                ("reason", reason),
            ],
        ))
    }
}

fn block<const N: usize>(name: &str, fields: [(&str, View); N]) -> View {
    let name = ("type", View::normal_string(name));
    map(fields.into_iter().chain([name]))
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Strong
            | Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// The class of a call-out and the word of its heading.
fn callout(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "callout_note"),
        BlockQuoteKind::Tip => ("tip", "callout_tip"),
        BlockQuoteKind::Important => ("important", "callout_important"),
        BlockQuoteKind::Warning => ("warning", "callout_warning"),
        BlockQuoteKind::Caution => ("caution", "callout_caution"),
    }
}
