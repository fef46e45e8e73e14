//! `reference-circle`, `too-many-references`: words that refer to words that refer … come to an end, and soon. Without a
//! bound, five texts of a hundred references each would fill the disk.

use std::ops::ControlFlow;

use super::Context;
use super::context::Nature;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::Token;
use crate::model::fact::{Fact, Value};
use crate::model::lookup::{Found, lookup};

/// Words within words within words: more than this is a circle.
const MAX_DEPTH: usize = 6;
/// Most references that one reference may draw in, in one language; the shipped guide draws in 2.
const MAX_EXPANSIONS: usize = 200;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let passages = context.passages.iter();
    for passage in passages.filter(|passage| passage.nature == Nature::Prose) {
        for (token, range) in passage.document {
            let Token::Reference(path) = token else {
                continue;
            };
            let mut expansion = Expansion { context, drawn: 0 };
            if let ControlFlow::Break(fault) = expansion.follow(path, 0) {
                findings.push(fault.at(passage.place(context.files, range), path));
            }
        }
    }
}

/// Why a reference cannot be followed to its end.
enum Fault {
    Circle,
    TooMany,
}

impl Fault {
    fn at(self, place: Place, path: &str) -> Finding {
        match self {
            Self::Circle => Finding::error(
                "reference-circle",
                place,
                format!("`{path}` をたどると終わりません"),
                format!("following `{path}` never ends"),
            )
            .remedy(
                "どれかの参照を言葉に替えてください",
                "put words in place of one of the references",
            ),
            Self::TooMany => Finding::error(
                "too-many-references",
                place,
                format!("`{path}` は、たどると参照が {MAX_EXPANSIONS} 個を超えます"),
                format!("`{path}` draws in more than {MAX_EXPANSIONS} further references"),
            )
            .remedy(
                "文の中の参照を減らすか、言葉に替えてください",
                "use fewer references in these words, or put words in their place",
            ),
        }
    }
}

struct Expansion<'a, 'c> {
    context: &'c Context<'a>,
    drawn: usize,
}

impl Expansion<'_, '_> {
    fn follow(&mut self, path: &str, depth: usize) -> ControlFlow<Fault> {
        let languages = self.context.model.languages().len().max(1);
        if depth > MAX_DEPTH {
            return ControlFlow::Break(Fault::Circle);
        }
        if self.drawn > MAX_EXPANSIONS * languages {
            return ControlFlow::Break(Fault::TooMany);
        }
        let Ok(Found::Fact(fact)) = lookup(self.context.model, path, self.context.day) else {
            return ControlFlow::Continue(());
        };
        for path in references(fact) {
            self.drawn += 1;
            self.follow(path, depth + 1)?;
        }
        ControlFlow::Continue(())
    }
}

/// The references in the words of a value, in all languages.
fn references(fact: &Fact) -> Vec<&str> {
    let words = match &fact.value {
        Value::Text(words) => words,
        Value::Choice(_, Some(inner)) => return references(inner),
        Value::List(items) => return items.iter().flat_map(references).collect(),
        _ => return Vec::new(),
    };
    let tokens = words.values().flat_map(|prose| &prose.document);
    tokens
        .filter_map(|(token, _)| match token {
            Token::Reference(path) => Some(path.as_str()),
            Token::Markdown(_) => None,
        })
        .collect()
}
