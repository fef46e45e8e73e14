//! `broken-link`: a link into this guide leads to a page and an anchor that exist. So do the menu, the steps and the redirects.

use pulldown_cmark::{Event, Tag};

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::markdown::{Token, is_internal};
use crate::model::fact::{Fact, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        for (token, range) in passage.document {
            if let Token::Markdown(Event::Start(Tag::Link { dest_url, .. })) = token
                && is_internal(dest_url)
            {
                let page = passage.page().map(|page| page.path.as_str());
                let problem = problem(context, page, dest_url);
                findings
                    .extend(problem.map(|problem| problem.at(passage.place(context.files, range))));
            }
        }
    }
    for step in context.model.of("steps") {
        let mut check = |address: &str, place| {
            findings.extend(problem(context, None, address).map(|problem| problem.at(place)));
        };
        each_text(step.field("pages"), &mut check);
        each_text(step.field("either"), &mut check);
    }
    for redirect in context.model.of("redirects") {
        if let Some(Fact {
            value: Value::Plain(address),
            place,
        }) = redirect.field("now")
        {
            findings.extend(problem(context, None, address).map(|problem| problem.at(*place)));
        }
    }
    if let Some(Value::List(groups)) = context
        .model
        .settings_fact
        .field("menu")
        .map(|menu| &menu.value)
    {
        for group in groups {
            each_text(group.field("pages"), &mut |path, place| {
                findings.extend(menu_problem(context, path).map(|problem| problem.at(place)));
            });
        }
    }
}

/// Entries of the menu are paths without suffix, and are shown and suggested as such.
fn menu_problem(context: &Context<'_>, path: &str) -> Option<Problem> {
    if context.plan.contains_key(path) {
        return None;
    }
    let plain = path.trim_start_matches('/');
    let plain = plain.strip_suffix(".html").unwrap_or(plain);
    let plain = plain.strip_suffix(".md").unwrap_or(plain);
    let remedy = if context.plan.contains_key(plain) {
        Remedy::Write(plain.to_owned())
    } else {
        near(context, plain).map_or(Remedy::LookAgain, |near| {
            Remedy::DidYouMean(near.to_owned())
        })
    };
    Some(Problem {
        ja: format!("ページ `{path}` はありません"),
        en: format!("there is no page `{path}`"),
        remedy,
    })
}

fn near<'a>(context: &'a Context<'_>, path: &str) -> Option<&'a str> {
    did_you_mean(path, context.plan.keys().map(String::as_str))
}

/// Texts of a list, and of lists in it.
fn each_text(list: Option<&Fact>, visit: &mut impl FnMut(&str, Place)) {
    let Some(list) = list else { return };
    list.walk(&mut |item| {
        if let Value::Plain(text) = &item.value {
            visit(text, item.place);
        }
    });
}

struct Problem {
    ja: String,
    en: String,
    remedy: Remedy,
}

enum Remedy {
    Write(String),
    /// The address without the language that it begins with.
    WithoutLanguage(String, String),
    DidYouMean(String),
    LookAgain,
}

impl Problem {
    fn at(self, place: Place) -> Finding {
        let finding = Finding::error("broken-link", place, self.ja, self.en);
        match self.remedy {
            Remedy::Write(address) => finding.remedy(
                format!("`{address}` と書いてください"),
                format!("write `{address}`"),
            ),
            Remedy::WithoutLanguage(language, address) => finding.remedy(
                format!("`/{language}` を付けずに `{address}` と書いてください（言語は自動で選ばれます）"),
                format!("leave out `/{language}` and write `{address}` (the language follows by itself)"),
            ),
            Remedy::DidYouMean(near) => finding.remedy(
                format!("`{near}` のことですか"),
                format!("did you mean `{near}`?"),
            ),
            Remedy::LookAgain => finding.remedy(
                "リンク先を確かめてください",
                "check where the link should lead",
            ),
        }
    }
}

/// What is wrong with an address of this guide, on a page (for `#anchor`).
fn problem(context: &Context<'_>, page: Option<&str>, address: &str) -> Option<Problem> {
    let (file, anchor) = address.split_at(address.find('#').unwrap_or(address.len()));
    let path = match (file.strip_prefix('/'), page) {
        (Some(path), _) => path.strip_suffix(".html").unwrap_or(path),
        (None, Some(page)) => page,
        (None, None) => {
            return Some(Problem {
                ja: format!("`{address}` はこの手引きのアドレスではありません"),
                en: format!("`{address}` is no address of this guide"),
                remedy: page_remedy(context, file, anchor),
            });
        }
    };
    let is_page = file.is_empty() || file.strip_suffix(".html").is_some();
    let Some(planned) = context.plan.get(path).filter(|_| is_page) else {
        return Some(Problem {
            ja: format!("ページ `{file}` はありません"),
            en: format!("there is no page `{file}`"),
            remedy: page_remedy(context, file, anchor),
        });
    };
    let anchor = anchor.strip_prefix('#')?;
    let is_broken = planned.anchors.len() <= 1
        && context
            .model
            .broken
            .iter()
            .any(|broken| broken.ends_with(&format!("/{path}")));
    if is_broken || planned.anchors.contains(anchor) {
        return None;
    }
    let near = did_you_mean(anchor, planned.anchors.iter().map(String::as_str));
    Some(Problem {
        ja: format!("ページ `{path}` に `#{anchor}` はありません"),
        en: format!("there is no `#{anchor}` on the page `{path}`"),
        remedy: near.map_or(Remedy::LookAgain, |near| {
            Remedy::DidYouMean(format!("{file}#{near}"))
        }),
    })
}

/// How a page that was not found may have been meant.
fn page_remedy(context: &Context<'_>, file: &str, anchor: &str) -> Remedy {
    let path = file.trim_start_matches('/');
    let path = path.strip_suffix(".html").unwrap_or(path);
    let address = |path: &str| format!("/{path}.html{anchor}");
    if context.plan.contains_key(path) {
        return Remedy::Write(address(path));
    }
    if let Some((language, rest)) = path.split_once('/')
        && context.model.languages().contains(&language)
        && context.plan.contains_key(rest)
    {
        return Remedy::WithoutLanguage(language.to_owned(), address(rest));
    }
    near(context, path).map_or(Remedy::LookAgain, |near| Remedy::DidYouMean(address(near)))
}
