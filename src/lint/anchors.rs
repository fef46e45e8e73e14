//! `heading-id`, `duplicate-anchor`: every heading has an id of its own, so that links hold in every language.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::markdown::Token;
use crate::model::page::Page;
use crate::model::plan::{FACTS_ANCHOR, is_alone};
use crate::model::scalar::is_id;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for page in &context.model.pages {
        check_page(context, page, findings);
    }
}

fn check_page(context: &Context<'_>, page: &Page, findings: &mut Findings) {
    let mut taken = BTreeSet::from([FACTS_ANCHOR.to_owned()]);
    taken.extend(
        page.front
            .record
            .as_ref()
            .and_then(|record| Some(record.0.split_once('.')?.1.to_owned())),
    );
    for (index, (token, range)) in page.body.iter().enumerate() {
        let place = Place::new(page.file, range.clone());
        let ids: Vec<String> = match token {
            Token::Markdown(Event::Start(Tag::Heading { id, level, .. })) => {
                if *level == HeadingLevel::H1 {
                    findings.push(level_one(place));
                }
                match id {
                    Some(id) if is_id(id) => vec![id.to_string()],
                    _ => {
                        findings.push(heading_id(place));
                        continue;
                    }
                }
            }
            Token::Reference(path) if is_alone(page, index) => placed(context, path),
            _ => continue,
        };
        for id in ids {
            if !taken.insert(id.clone()) {
                findings.push(
                    Finding::error(
                        "duplicate-anchor",
                        place,
                        format!("`#{id}` がこのページに2つあります"),
                        format!("`#{id}` stands twice on this page"),
                    )
                    .remedy(
                        "見出しの id を変えるか、記録を一度だけ置いてください",
                        "give the heading another id, or place the record once",
                    ),
                );
            }
        }
    }
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

fn heading_id(place: Place) -> Finding {
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

fn level_one(place: Place) -> Finding {
    Finding::error(
        "heading-id",
        place,
        "`#` の見出しは使えません（ページの題は `title` です）",
        "`#` headings are not used (the heading of the page is its `title`)",
    )
    .remedy("`##` にしてください", "write `##`")
}
