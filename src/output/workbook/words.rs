//! Words for cells: every language of the guide, Japanese first, because what is filled in goes to Japanese screens.

use crate::guide::{Guide, Need, Say as _};
use crate::model::Entry;
use crate::model::fact::{Fact, Value};
use crate::model::forms::{Field, FieldType};
use crate::model::tables::{Choice, Column, choices};
use crate::output::field;
use crate::output::plain::Plain;

/// Says things in all languages of a guide.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    pub(super) guide: &'a Guide<'a>,
    pub(super) languages: Vec<&'a str>,
}

impl<'a> Words<'a> {
    pub(super) fn new(guide: &'a Guide<'a>) -> Self {
        let mut languages = guide.model.languages();
        languages.sort_by_key(|language| *language != "ja");
        Self { guide, languages }
    }

    /// The language of names of sheets.
    pub(super) fn main(&self) -> &'a str {
        self.languages.first().copied().unwrap_or("ja")
    }

    pub(super) fn plain(&self, language: &'a str) -> Plain<'a> {
        Plain {
            guide: self.guide,
            language,
        }
    }

    /// A fact in each language.
    pub(super) fn fact(&self, fact: &'a Fact) -> Vec<String> {
        let languages = self.languages.iter();
        languages
            .map(|language| self.plain(language).fact(fact))
            .collect()
    }

    /// A field of a record, or of an item of a list, in each language; nothing where it is not there.
    pub(super) fn of(&self, fact: &'a Fact, name: &str) -> Vec<String> {
        fact.field(name)
            .map_or_else(Vec::new, |fact| self.fact(fact))
    }

    /// What a record is called, in each language.
    pub(super) fn name(&self, entry: &'a Entry) -> Vec<String> {
        entry.name().map_or_else(Vec::new, |name| self.fact(name))
    }

    /// A word of the interface in each language.
    pub(super) fn word(&self, key: &'static str) -> Vec<String> {
        self.fill(key, |_| Vec::new())
    }

    /// A word of the interface in the main language.
    pub(super) fn main_word(&self, key: &'static str) -> String {
        self.guide.word(key, self.main()).to_owned()
    }

    /// A word in each language, with its marks filled in.
    pub(super) fn fill(
        &self,
        key: &'static str,
        values: impl Fn(&'a str) -> Vec<(&'static str, String)>,
    ) -> Vec<String> {
        let languages = self.languages.iter();
        languages
            .map(|language| self.plain(language).fill(key, &values(language)))
            .collect()
    }

    /// An option as it stands in a cell: in all languages, as the system itself writes its lists.
    pub(super) fn option(&self, choice: &Choice<'a>) -> String {
        let mut words: Vec<String> = choice.code.map(str::to_owned).into_iter().collect();
        for name in self.fact(choice.name) {
            if !words.contains(&name) {
                words.push(name);
            }
        }
        words.join(" ")
    }

    /// What can be chosen in a field, with its ids.
    pub(super) fn options(&self, field: &Field) -> Vec<(&'a str, String)> {
        let path = field.options.as_deref().unwrap_or_default();
        let found = choices(self.guide.model, path).unwrap_or_default();
        found
            .iter()
            .map(|choice| (choice.id, self.option(choice)))
            .collect()
    }

    /// An example as it stands in a cell, in a workbook for these procedures: of a single one, its examples are.
    pub(super) fn example(
        &self,
        field: &Field,
        at: usize,
        procedures: &[String],
    ) -> Option<String> {
        let example = match (field.options.as_deref(), procedures) {
            (Some("procedures"), [only]) => only,
            _ => field.examples.as_ref()?.get(at)?,
        };
        match field.r#type {
            FieldType::Choice => {
                let options = self.options(field).into_iter();
                let mut found = options.filter(|(id, _)| id == example);
                found.next().map(|(_, name)| name)
            }
            // As somebody types it.
            FieldType::Day => Some(example.replace('-', "/")),
            _ => Some(example.clone()),
        }
    }

    /// What a field takes, in each language.
    pub(super) fn rule(&self, field: &Field) -> Vec<String> {
        let languages = self.languages.iter();
        languages
            .map(|language| self.guide.field_rule(field, language))
            .collect()
    }

    /// Is it needed? In one line.
    pub(super) fn need(&self, field: &Field) -> String {
        self.word(Need::of(field).word()).join(" ")
    }

    /// What stands in the note of a heading: the items of the form, the screens on which the rule was seen, what helps.
    pub(super) fn about(&self, column: &Column<'a>) -> Vec<String> {
        let languages = self.languages.iter();
        let lines = languages.flat_map(|language| {
            let plain = self.plain(language);
            let lines = [
                field::items(&plain, &column.field),
                field::seen(&plain, &column.field),
                plain.field(column.fact, "help"),
            ];
            lines.into_iter().filter(|line| !line.is_empty())
        });
        lines.collect()
    }
}

/// Items of a list.
pub(super) fn items(fact: Option<&Fact>) -> &[Fact] {
    match fact.map(|fact| &fact.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// How long periods of stay are, as cells say it, with the ids that the deadline tool knows.
pub(super) fn stay_lengths<'a>(words: &Words<'a>) -> Vec<(&'a str, String)> {
    let found = choices(words.guide.model, "options.stay-length").unwrap_or_default();
    found
        .iter()
        .map(|choice| (choice.id, words.option(choice)))
        .collect()
}
