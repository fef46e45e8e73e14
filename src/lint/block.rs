//! The blocks of a text, which are the same in every language, and what they are called.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Tag};

use crate::markdown::{Document, Token, is_alone};

/// A block, as far as translations must agree.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Heading(HeadingLevel, Option<String>),
    Numbered,
    Bulleted,
    Item,
    Table(usize),
    Row,
    Quote,
    Callout(BlockQuoteKind),
    Code,
    /// A reference that fills its paragraph.
    Reference(String),
}

impl Block {
    /// What it is called in Japanese.
    pub(super) fn ja(&self) -> String {
        match self {
            Self::Heading(level, Some(id)) => format!("見出し `{} … {{#{id}}}`", marks(*level)),
            Self::Heading(level, None) => format!("見出し `{} …`", marks(*level)),
            Self::Numbered => "番号付きの一覧 `1. …`".to_owned(),
            Self::Bulleted => "一覧 `- …`".to_owned(),
            Self::Item => "一覧の項目".to_owned(),
            Self::Table(columns) => format!("{columns}列の表"),
            Self::Row => "表の行".to_owned(),
            Self::Quote => "引用 `> …`".to_owned(),
            Self::Callout(kind) => format!("囲み `> [!{}]`", word(*kind)),
            Self::Code => "コード".to_owned(),
            Self::Reference(path) => format!("参照 `{{{{ {path} }}}}`"),
        }
    }

    /// What it is called in English, with its article.
    pub(super) fn en(&self) -> String {
        match self {
            Self::Heading(level, Some(id)) => {
                format!("the heading `{} … {{#{id}}}`", marks(*level))
            }
            Self::Heading(level, None) => format!("a heading `{} …`", marks(*level)),
            Self::Numbered => "a numbered list `1. …`".to_owned(),
            Self::Bulleted => "a list `- …`".to_owned(),
            Self::Item => "an item of a list".to_owned(),
            Self::Table(columns) => format!("a table of {columns} columns"),
            Self::Row => "a row of a table".to_owned(),
            Self::Quote => "a quotation `> …`".to_owned(),
            Self::Callout(kind) => format!("a call-out `> [!{}]`", word(*kind)),
            Self::Code => "a block of code".to_owned(),
            Self::Reference(path) => format!("the reference `{{{{ {path} }}}}`"),
        }
    }
}

fn marks(level: HeadingLevel) -> String {
    "#".repeat(level as usize)
}

fn word(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "NOTE",
        BlockQuoteKind::Tip => "TIP",
        BlockQuoteKind::Important => "IMPORTANT",
        BlockQuoteKind::Warning => "WARNING",
        BlockQuoteKind::Caution => "CAUTION",
    }
}

/// The blocks of a text, in order, with their bytes.
pub(super) fn blocks(document: &Document) -> Vec<(Block, Range<usize>)> {
    let tokens = document.iter().enumerate();
    tokens
        .filter_map(|(index, (token, range))| {
            let block = match token {
                Token::Markdown(Event::Start(tag)) => of_tag(tag)?,
                Token::Reference(path) if is_alone(document, index) => {
                    Block::Reference(path.clone())
                }
                _ => return None,
            };
            Some((block, range.clone()))
        })
        .collect()
}

fn of_tag(tag: &Tag<'_>) -> Option<Block> {
    Some(match tag {
        Tag::Heading { level, id, .. } => Block::Heading(*level, id.as_deref().map(str::to_owned)),
        Tag::List(Some(_)) => Block::Numbered,
        Tag::List(None) => Block::Bulleted,
        Tag::Item => Block::Item,
        Tag::Table(columns) => Block::Table(columns.len()),
        Tag::TableRow => Block::Row,
        Tag::BlockQuote(Some(kind)) => Block::Callout(*kind),
        Tag::BlockQuote(None) => Block::Quote,
        Tag::CodeBlock(_) => Block::Code,
        _ => return None,
    })
}
