//! `structure-differs`: a translation has the headings, lists, tables, links and references of its original, in order.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag};

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::{Document, Token};
use crate::model::fact::{Prose, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let languages = context.model.languages();
    let Some((original, translations)) = languages.split_first() else {
        return;
    };
    for page in context
        .model
        .pages
        .iter()
        .filter(|page| translations.contains(&page.language.as_str()))
    {
        if let Some(source) = context.model.page(original, &page.path) {
            compare_pages(&source.body, &page.body, page.file, findings);
        }
    }
    context.facts(&mut |fact| {
        if let Value::Text(words) = &fact.value {
            compare_words(words, original, translations, findings);
        }
    });
}

fn compare_pages(
    original: &Document,
    translation: &Document,
    file: crate::diagnostic::FileId,
    findings: &mut Findings,
) {
    let (theirs, ours) = (skeleton(original), skeleton(translation));
    let place = |at: Option<&(String, std::ops::Range<usize>)>| {
        at.map_or_else(
            || Place::start_of(file),
            |(_, range)| Place::new(file, range.start..range.start),
        )
    };
    let differs = theirs.iter().zip(&ours).position(|(a, b)| a.0 != b.0);
    let at = match differs {
        Some(at) => at,
        None if theirs.len() == ours.len() => {
            return compare_mentions(original, translation, Place::start_of(file), findings);
        }
        None => theirs.len().min(ours.len()),
    };
    let name = |list: &[(String, std::ops::Range<usize>)]| {
        list.get(at)
            .map_or("—".to_owned(), |(name, _)| name.clone())
    };
    let (want, have) = (name(&theirs), name(&ours));
    findings.push(
        Finding::error(
            "structure-differs",
            place(ours.get(at).or(ours.last())),
            format!("原文では {want} ですが、ここでは {have} です"),
            format!("the original has {want} where this has {have}"),
        )
        .remedy(
            "見出し・一覧・表・参照を原文と同じ順に揃えてください",
            "give both the same headings, lists, tables and references, in the same order",
        ),
    );
}

/// The blocks of a text: what must be the same in every language.
fn skeleton(document: &Document) -> Vec<(String, std::ops::Range<usize>)> {
    let mut blocks = Vec::new();
    for (index, (token, range)) in document.iter().enumerate() {
        let name = match token {
            Token::Markdown(Event::Start(tag)) => match tag {
                Tag::Heading { level, id, .. } => {
                    format!("{level} #{}", id.as_deref().unwrap_or(""))
                }
                Tag::List(Some(_)) => "1. …".to_owned(),
                Tag::List(None) => "- …".to_owned(),
                Tag::Item => "item".to_owned(),
                Tag::Table(columns) => format!("table × {}", columns.len()),
                Tag::TableRow => "row".to_owned(),
                Tag::BlockQuote(_) => "> …".to_owned(),
                Tag::CodeBlock(_) => "code".to_owned(),
                _ => continue,
            },
            Token::Reference(path) => {
                let before = index
                    .checked_sub(1)
                    .and_then(|before| document.get(before))
                    .map(|(token, _)| token);
                let after = document.get(index + 1).map(|(token, _)| token);
                let alone = matches!(before, Some(Token::Markdown(Event::Start(Tag::Paragraph))))
                    && matches!(after, Some(Token::Markdown(Event::End(_))));
                if !alone {
                    continue;
                }
                format!("{{{{ {path} }}}}")
            }
            Token::Markdown(_) => continue,
        };
        blocks.push((name, range.clone()));
    }
    blocks
}

fn compare_words(
    words: &BTreeMap<String, Prose>,
    original: &str,
    translations: &[&str],
    findings: &mut Findings,
) {
    let Some(source) = words.get(original) else {
        return;
    };
    for prose in translations
        .iter()
        .filter_map(|language| words.get(*language))
    {
        compare_mentions(&source.document, &prose.document, prose.place, findings);
    }
}

/// References and links may change places within a text, but each is there as often as in the original.
fn compare_mentions(
    original: &Document,
    translation: &Document,
    place: Place,
    findings: &mut Findings,
) {
    let (theirs, ours) = (mentions(original), mentions(translation));
    let lacking: Vec<&str> = theirs
        .iter()
        .filter(|(name, count)| ours.get(*name) < Some(count))
        .map(|(name, _)| name.as_str())
        .collect();
    let extra: Vec<&str> = ours
        .iter()
        .filter(|(name, count)| theirs.get(*name) < Some(count))
        .map(|(name, _)| name.as_str())
        .collect();
    if lacking.is_empty() && extra.is_empty() {
        return;
    }
    let list = |names: &[&str]| {
        if names.is_empty() {
            "—".to_owned()
        } else {
            names
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        }
    };
    findings.push(
        Finding::error(
            "structure-differs",
            place,
            format!(
                "参照とリンクが原文と違います（足りない: {}、余分: {}）",
                list(&lacking),
                list(&extra)
            ),
            format!(
                "references and links differ from the original (missing: {}; extra: {})",
                list(&lacking),
                list(&extra)
            ),
        )
        .remedy(
            "どの言語でも同じ参照とリンクを使ってください",
            "use the same references and links in every language",
        ),
    );
}

fn mentions(document: &Document) -> BTreeMap<String, usize> {
    let mut mentions = BTreeMap::new();
    for (token, _) in document {
        let name = match token {
            Token::Reference(path) => format!("{{{{ {path} }}}}"),
            Token::Markdown(Event::Start(Tag::Link { dest_url, .. })) => dest_url.to_string(),
            Token::Markdown(_) => continue,
        };
        *mentions.entry(name).or_default() += 1;
    }
    mentions
}
