//! `structure-differs`: a translation has the headings, lists, tables, links and references of its original, in order.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Context;
use super::block::{Block, blocks};
use super::context::{Nature, Passage};
use crate::diagnostic::{Files, Finding, Findings};
use crate::markdown::Token;
use crate::model::fact::{Fact, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = context.model.languages();
    let Some((original, translations)) = languages.split_first() else {
        return;
    };
    for page in context.pages().filter(|page| page.language != *original) {
        if let Some(source) = context.model.page(original, &page.path) {
            let (original, translation) = (Passage::of_page(source), Passage::of_page(page));
            findings.extend(compare(context.files, &original, &translation));
        }
    }
    let mut words = |fact: &Fact| {
        if let Value::Text(words) = &fact.value
            && let Some(source) = words.get(*original)
        {
            let source = Passage::of_words(original, source, Nature::Prose);
            let translations = translations.iter().map(|code| (*code, words.get(*code)));
            for (code, prose) in translations.filter_map(|(code, prose)| Some((code, prose?))) {
                let translation = Passage::of_words(code, prose, Nature::Prose);
                findings.extend(mentions_differ(context.files, &source, &translation));
            }
        }
    };
    for entry in context.model.all() {
        entry.fact.walk(&mut words);
    }
    // The only one among the settings that takes references and links.
    if let Some(disclaimer) = context.model.settings_fact.field("disclaimer") {
        disclaimer.walk(&mut words);
    }
}

/// The first difference of two pages.
fn compare(files: &Files, original: &Passage<'_>, translation: &Passage<'_>) -> Option<Finding> {
    let (theirs, ours) = (blocks(original.document), blocks(translation.document));
    let is_same = |(a, b): (&Placed, &Placed)| a.0 == b.0;
    let at = theirs
        .iter()
        .zip(&ours)
        .take_while(|pair| is_same(*pair))
        .count();
    let (ja, en) = match (theirs.get(at), ours.get(at)) {
        (None, None) => return mentions_differ(files, original, translation),
        (Some((want, range)), have) => {
            let (file, line) = line_of(files, original, range);
            match have {
                Some((have, _)) => (
                    format!(
                        "原文（`{file}` の{line}行目）では{}ですが、ここでは{}です",
                        want.ja(),
                        have.ja()
                    ),
                    format!(
                        "the original (`{file}`, line {line}) has {} where this has {}",
                        want.en(),
                        have.en()
                    ),
                ),
                None => (
                    format!(
                        "原文（`{file}` の{line}行目）にある{}が、この後にありません",
                        want.ja()
                    ),
                    format!(
                        "the original (`{file}`, line {line}) goes on with {}, which is missing here",
                        want.en()
                    ),
                ),
            }
        }
        (None, Some((have, _))) => {
            let file = files.name(original.start().file);
            (
                format!("原文（`{file}`）に、ここの{}はありません", have.ja()),
                format!(
                    "the original (`{file}`) ends before {} that stands here",
                    have.en()
                ),
            )
        }
    };
    let place = match ours.get(at).or(ours.last()) {
        Some((_, range)) => translation.place(files, &(range.start..range.start + 1)),
        None => translation.start(),
    };
    Some(Finding::error("structure-differs", place, ja, en).remedy(
        "見出し・一覧・表・囲み・参照を原文と同じ順に揃えてください",
        "give both the same headings, lists, tables, call-outs and references, in the same order",
    ))
}

type Placed = (Block, Range<usize>);

/// The name of the file and the line in which bytes of a passage stand.
fn line_of<'f>(files: &'f Files, passage: &Passage<'_>, range: &Range<usize>) -> (&'f str, usize) {
    let place = passage.place(files, range);
    (files.name(place.file), files.position(place).line)
}

/// References and links may change places within a text, but each is there as often as in the original.
fn mentions_differ(
    files: &Files,
    original: &Passage<'_>,
    translation: &Passage<'_>,
) -> Option<Finding> {
    let (theirs, ours) = (mentions(original), mentions(translation));
    let (lacking, extra) = (beyond(&theirs, &ours), beyond(&ours, &theirs));
    let (file, line) = match lacking.first() {
        Some((_, range)) => line_of(files, original, range),
        None if extra.is_empty() => return None,
        None => (
            files.name(original.start().file),
            files.position(original.start()).line,
        ),
    };
    let (mut ja, mut en) = (Vec::new(), Vec::new());
    if !lacking.is_empty() {
        ja.push(format!("足りないもの: {}", listed(&lacking)));
        en.push(format!("missing here: {}", listed(&lacking)));
    }
    if !extra.is_empty() {
        ja.push(format!("原文にないもの: {}", listed(&extra)));
        en.push(format!("not in the original: {}", listed(&extra)));
    }
    let place = extra.first().map_or(translation.start(), |(_, range)| {
        translation.place(files, range)
    });
    let finding = Finding::error(
        "structure-differs",
        place,
        format!(
            "参照とリンクが原文（`{file}` の{line}行目）と違います。{}",
            ja.join("。")
        ),
        format!(
            "references and links differ from the original (`{file}`, line {line}); {}",
            en.join("; ")
        ),
    );
    Some(finding.remedy(
        "どの言語でも同じ参照とリンクを使ってください",
        "use the same references and links in every language",
    ))
}

type Mention = (String, Range<usize>);

fn mentions(passage: &Passage<'_>) -> Vec<Mention> {
    let tokens = passage.document.iter();
    tokens
        .filter_map(|(token, range)| {
            let name = match token {
                Token::Reference(path) => format!("{{{{ {path} }}}}"),
                Token::Markdown(Event::Start(Tag::Link { dest_url, .. })) => dest_url.to_string(),
                Token::Markdown(_) => return None,
            };
            Some((name, range.clone()))
        })
        .collect()
}

/// Those of `some` that `others` do not have, or do not have as often.
fn beyond<'a>(some: &'a [Mention], others: &[Mention]) -> Vec<&'a Mention> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in others {
        *left.entry(name).or_default() += 1;
    }
    let mut beyond = Vec::new();
    for mention in some {
        match left.get_mut(mention.0.as_str()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => beyond.push(mention),
        }
    }
    beyond
}

fn listed(mentions: &[&Mention]) -> String {
    let names: Vec<String> = mentions
        .iter()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    names.join(", ")
}
