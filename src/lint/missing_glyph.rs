//! `missing-glyph`: the fonts of the theme have every character that PDFs are to show. One that they lack would stop a PDF without
//! saying where it was written.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Event;
use ttf_parser::Face;

use super::Context;
use super::context::Passage;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::Token;
use crate::model::fact::Value;
use crate::model::manuals::Manual;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = languages_on_paper(context);
    let mut fonts = Fonts::new(context);
    if languages.is_empty() || fonts.faces.is_empty() {
        return;
    }
    let passages = context.passages.iter();
    for passage in passages.filter(|passage| languages.contains(passage.language)) {
        // Once for each character: who replaces it looks for the others as well.
        let mut said = BTreeSet::new();
        for (token, range) in passage.document {
            let Token::Markdown(Event::Text(text) | Event::Code(text)) = token else {
                continue;
            };
            for c in text.chars().filter(|c| !fonts.have(*c)) {
                if said.insert(c) {
                    findings.push(missing(c, place(context, passage, range, c)));
                }
            }
        }
    }
    context.facts(&mut |fact| {
        if let Value::Plain(text) = &fact.value
            && let Some(c) = text.chars().find(|c| !fonts.have(*c))
        {
            findings.push(missing(c, fact.place));
        }
    });
}

/// The languages of the manuals. What is written in others is on pages alone, for which readers have fonts of their own.
fn languages_on_paper(context: &Context<'_>) -> BTreeSet<String> {
    let manuals = context.model.typed::<Manual>().into_iter();
    manuals.flat_map(|manual| manual.fact.languages).collect()
}

/// Where the character stands; where it was written in another form, what it stands in.
fn place(context: &Context<'_>, passage: &Passage<'_>, range: &Range<usize>, c: char) -> Place {
    let at = passage.source(context.files, range).find(c);
    let range = at.map_or(range.clone(), |at| {
        let start = range.start + at;
        start..start + c.len_utf8()
    });
    passage.place(context.files, &range)
}

fn missing(c: char, place: Place) -> Finding {
    let code = u32::from(c);
    Finding::error(
        "missing-glyph",
        place,
        format!("PDFの書体に、文字 `{c}`（U+{code:04X}）がありません"),
        format!("no font of the PDFs has the character `{c}` (U+{code:04X})"),
    )
    .remedy(
        "別の文字に替えるか、この文字のある書体を `theme/fonts/` に置いてください",
        "write another character, or put a font that has it into `theme/fonts/`",
    )
}

/// The fonts of the theme, and what was asked of them.
struct Fonts<'a> {
    faces: Vec<Face<'a>>,
    known: BTreeMap<char, bool>,
}

impl<'a> Fonts<'a> {
    fn new(context: &Context<'a>) -> Self {
        let files = context.source.theme.iter();
        let fonts = files.filter(|(path, _)| path.starts_with("fonts/"));
        Self {
            faces: fonts
                .filter_map(|(_, bytes)| Face::parse(bytes, 0).ok())
                .collect(),
            known: BTreeMap::new(),
        }
    }

    fn have(&mut self, c: char) -> bool {
        let faces = &self.faces;
        c.is_ascii()
            || is_invisible(c)
            || *self.known.entry(c).or_insert_with(|| {
                let mut glyphs = faces.iter().map(|face| face.glyph_index(c));
                glyphs.any(|glyph| glyph.is_some())
            })
    }
}

/// Spaces, and signs that only say how their neighbours are set.
fn is_invisible(c: char) -> bool {
    let is_sign = matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
    );
    c.is_whitespace() || is_sign
}
