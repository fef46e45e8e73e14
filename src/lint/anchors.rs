//! `heading-id`, `duplicate-anchor`: every heading has an id of its own, so that links hold in every language.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::{Token, is_alone};
use crate::model::page::Page;
use crate::model::plan::FACTS_ANCHOR;
use crate::model::scalar::is_id;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for page in context.pages() {
        check_page(context, page, findings);
    }
}

fn check_page(context: &Context<'_>, page: &Page, findings: &mut Findings) {
    // The record that opens the page has taken its anchor.
    let mut taken = BTreeMap::new();
    if let (Some(record), Some(node)) = (&page.front.record, page.front_node.get("record"))
        && let Some((_, id)) = record.0.split_once('.')
    {
        taken.insert(id.to_owned(), node.place);
    }
    for (index, (token, range)) in page.body.iter().enumerate() {
        let place = Place::new(page.file, range.clone());
        let ids: Vec<String> = match token {
            Token::Markdown(Event::Start(Tag::Heading { id, level, .. })) => {
                findings.extend(heading(*level, id.as_deref(), place));
                let own = id.as_deref().filter(|id| is_id(id));
                own.map(str::to_owned).into_iter().collect()
            }
            Token::Reference(path) if is_alone(&page.body, index) => placed(context, path),
            _ => continue,
        };
        for id in ids {
            if id == FACTS_ANCHOR {
                findings.push(reserved(place));
                continue;
            }
            let first = *taken.entry(id.clone()).or_insert(place);
            if first != place {
                findings.push(twice(&id, place, first));
            }
        }
    }
}

/// What is wrong with a heading.
fn heading(level: HeadingLevel, id: Option<&str>, place: Place) -> Option<Finding> {
    match id {
        _ if level == HeadingLevel::H1 => Some(level_one(place)),
        Some(id) if is_id(id) => None,
        Some(id) => Some(no_id(id, place)),
        None => Some(without_id(place)),
    }
}

fn twice(id: &str, place: Place, first: Place) -> Finding {
    Finding::error(
        "duplicate-anchor",
        place,
        format!("`#{id}` がこのページに2つあります"),
        format!("`#{id}` stands twice on this page"),
    )
    .remedy(
        "見出しの id を変えるか、記録を一度だけ置いてください",
        "give the heading another id, or place the record once",
    )
    .other(first, "1つ目", "the first one")
}

fn reserved(place: Place) -> Finding {
    Finding::error(
        "duplicate-anchor",
        place,
        format!("`#{FACTS_ANCHOR}` は、ページの終わりにある事実の一覧のものです"),
        format!("`#{FACTS_ANCHOR}` is taken by the list of facts at the foot of every page"),
    )
    .remedy("別の id にしてください", "choose another id")
}

fn placed(context: &Context<'_>, path: &str) -> Vec<String> {
    match path.split('.').collect::<Vec<_>>().as_slice() {
        [kind] => context
            .model
            .of(kind)
            .iter()
            .map(|entry| entry.id.clone())
            .collect(),
        [_, id] => vec![(*id).to_owned()],
        _ => Vec::new(),
    }
}

fn without_id(place: Place) -> Finding {
    Finding::error(
        "heading-id",
        place,
        "見出しに id がありません",
        "this heading has no id",
    )
    .remedy(
        "`## 見出し {#id}` のように、半角小文字の id をどの言語でも同じに書いてください",
        "write `## Heading {#id}`, in lower case, the same in every language",
    )
}

fn no_id(id: &str, place: Place) -> Finding {
    let finding = Finding::error(
        "heading-id",
        place,
        format!("`{id}` は id になりません"),
        format!("`{id}` is not an id"),
    );
    let lower = id.to_ascii_lowercase();
    if is_id(&lower) {
        return finding.remedy(
            format!("小文字で `{{#{lower}}}` と書いてください（どの言語でも同じに）"),
            format!("write `{{#{lower}}}`, in lower case, the same in every language"),
        );
    }
    finding.remedy(
        "`{#how-long}` のように、半角の小文字・数字・ハイフンだけで書いてください（どの言語でも同じに）",
        "write it like `{#how-long}`: lower-case letters, digits and hyphens only, the same in every language",
    )
}

fn level_one(place: Place) -> Finding {
    Finding::error(
        "heading-id",
        place,
        "`#` の見出しは使えません（ページの題は `title` です）",
        "`#` headings are not used (the heading of the page is its `title`)",
    )
    .remedy(
        "`## 見出し {#id}` のように書いてください",
        "write it like `## Heading {#id}`",
    )
}
