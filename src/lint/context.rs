//! What the rules look at.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::{Files, Place};
use crate::markdown::Document;
use crate::model::fact::{Fact, Period, Prose, Value};
use crate::model::page::Page;
use crate::model::plan::{Plan, plan};
use crate::model::{Entry, Model};
use crate::source::GuideFiles;

/// Everything that a rule may look at.
pub(super) struct Context<'a> {
    pub(super) files: &'a Files,
    pub(super) source: &'a GuideFiles,
    pub(super) model: &'a Model,
    pub(super) plan: Plan,
    pub(super) day: Date,
    pub(super) passages: Vec<Passage<'a>>,
}

/// A piece of prose in some language: the body of a page, or words among the facts.
pub(super) struct Passage<'a> {
    pub(super) document: &'a Document,
    pub(super) language: &'a str,
    origin: Origin<'a>,
    pub(super) nature: Nature,
}

/// How a passage is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// Markdown with references.
    Prose,
    /// Words of the real system, shown as they are.
    Label,
    /// Our own words, shown as they are: titles, summaries, words of the interface.
    Plain,
}

enum Origin<'a> {
    Page(&'a Page),
    Words(&'a Prose),
}

impl<'a> Context<'a> {
    pub(super) fn new(source: &'a GuideFiles, model: &'a Model, day: Date) -> Self {
        let plan = plan(model);
        let mut context = Self {
            files: &source.files,
            source,
            model,
            plan,
            day,
            passages: Vec::new(),
        };
        context.passages = context.collect();
        context
    }

    fn collect(&self) -> Vec<Passage<'a>> {
        let mut passages = Vec::new();
        for page in self.pages() {
            passages.push(Passage::of_page(page));
            let plain = page.plain.iter();
            passages
                .extend(plain.map(|prose| Passage::of_words(&page.language, prose, Nature::Plain)));
        }
        let mut add = |fact: &'a Fact, text: Nature| match &fact.value {
            Value::Text(words) => passages.extend(Passage::of_all(words, text)),
            Value::Label(words) => passages.extend(Passage::of_all(words, Nature::Label)),
            _ => {}
        };
        if let Value::Record(settings) = &self.model.settings_fact.value {
            for (name, fact) in settings {
                let nature = if name == "disclaimer" {
                    Nature::Prose
                } else {
                    Nature::Plain
                };
                fact.walk(&mut |fact| add(fact, nature));
            }
        }
        for entry in self.model.all() {
            entry.fact.walk(&mut |fact| add(fact, Nature::Prose));
        }
        for words in self.model.strings.values() {
            passages.extend(Passage::of_all(words, Nature::Plain));
        }
        passages
    }

    /// The pages of the guide. Those of other languages are not read (`not-read` says so), and so not judged.
    pub(super) fn pages(&self) -> impl Iterator<Item = &'a Page> + use<'a> {
        let languages = self.model.languages();
        self.model
            .pages
            .iter()
            .filter(move |page| languages.contains(&page.language.as_str()))
    }

    /// Calls `visit` on every fact there is, settings included.
    pub(super) fn facts(&self, visit: &mut impl FnMut(&'a Fact)) {
        self.model.settings_fact.walk(visit);
        for entry in self.model.all() {
            entry.fact.walk(visit);
        }
    }

    /// Every list of periods with the record that it stands in.
    pub(super) fn dated(&self) -> Vec<(&'a Entry, &'a Fact, &'a [Period])> {
        let mut dated = Vec::new();
        for entry in self.model.all() {
            entry.fact.walk(&mut |fact| {
                if let Value::Dated(periods) = &fact.value {
                    dated.push((entry, fact, periods.as_slice()));
                }
            });
        }
        dated
    }
}

impl<'a> Passage<'a> {
    /// The body of a page.
    pub(super) fn of_page(page: &'a Page) -> Self {
        Self {
            document: &page.body,
            language: &page.language,
            origin: Origin::Page(page),
            nature: Nature::Prose,
        }
    }

    /// Words in all their languages.
    fn of_all(words: &'a BTreeMap<String, Prose>, nature: Nature) -> impl Iterator<Item = Self> {
        let words = words.iter();
        words.map(move |(language, prose)| Self::of_words(language, prose, nature))
    }

    /// Words among the facts.
    pub(super) fn of_words(language: &'a str, prose: &'a Prose, nature: Nature) -> Self {
        Self {
            document: &prose.document,
            language,
            origin: Origin::Words(prose),
            nature,
        }
    }

    /// Is it the body of a page?
    pub(super) fn page(&self) -> Option<&'a Page> {
        match self.origin {
            Origin::Page(page) => Some(page),
            Origin::Words(_) => None,
        }
    }

    /// Where it begins: for a page, the beginning of the file.
    pub(super) fn start(&self) -> Place {
        match self.origin {
            Origin::Page(page) => Place::start_of(page.file),
            Origin::Words(prose) => prose.place,
        }
    }

    /// Bytes of the passage as they were written.
    pub(super) fn source<'f>(&self, files: &'f Files, range: &Range<usize>) -> &'f str
    where
        'a: 'f,
    {
        let text = match self.origin {
            Origin::Page(page) => files.text(page.file),
            Origin::Words(prose) => &prose.text,
        };
        text.get(range.clone()).unwrap_or_default()
    }

    /// Where bytes of the passage stand.
    pub(super) fn place(&self, files: &Files, range: &Range<usize>) -> Place {
        match self.origin {
            Origin::Page(page) => Place::new(page.file, range.clone()),
            Origin::Words(prose) => place_in(prose, files, range),
        }
    }
}

/// Where bytes of words among the facts stand. They may be folded or escaped in YAML: then it is where they begin.
fn place_in(prose: &Prose, files: &Files, range: &Range<usize>) -> Place {
    let wanted = prose.text.get(range.clone()).unwrap_or_default();
    let before = prose.text.get(..range.start).unwrap_or_default();
    let source = files.slice(prose.place);
    let at = |part: &str, nth: usize| {
        let (at, _) = source.match_indices(part).nth(nth)?;
        Some(prose.place.start as usize + at)
    };
    let place = |start: usize, length: usize| Place::new(prose.place.file, start..start + length);
    let nth = |part: &str| before.matches(part).count();
    // Folded words: the first of them stands on a line of its own.
    let first = wanted.split_whitespace().next().unwrap_or_default();
    let whole = (!wanted.is_empty()).then(|| at(wanted, nth(wanted)));
    let begin = (!first.is_empty()).then(|| at(first, nth(first)));
    match (whole.flatten(), begin.flatten()) {
        (Some(start), _) => place(start, wanted.len()),
        (None, Some(start)) => place(start, first.len()),
        (None, None) => prose.place,
    }
}
