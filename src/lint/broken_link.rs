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
        each_text(step.field("pages"), &mut |address, place| {
            findings.extend(problem(context, None, address).map(|problem| problem.at(place)));
        });
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
                findings.extend(
                    problem(context, None, &format!("/{path}.html"))
                        .map(|problem| problem.at(place)),
                );
            });
        }
    }
}

fn each_text(list: Option<&Fact>, visit: &mut impl FnMut(&str, Place)) {
    let Some(Value::List(items)) = list.map(|list| &list.value) else {
        return;
    };
    for item in items {
        if let Value::Plain(text) = &item.value {
            visit(text, item.place);
        }
    }
}

struct Problem {
    ja: String,
    en: String,
    near: Option<String>,
}

impl Problem {
    fn at(self, place: Place) -> Finding {
        let finding = Finding::error("broken-link", place, self.ja, self.en);
        match self.near {
            Some(near) => finding.remedy(
                format!("`{near}` のことですか"),
                format!("did you mean `{near}`?"),
            ),
            None => finding.remedy(
                "リンク先を確かめてください",
                "check where the link should lead",
            ),
        }
    }
}

/// What is wrong with an address of this guide, on a page (for `#anchor`).
fn problem(context: &Context<'_>, page: Option<&str>, address: &str) -> Option<Problem> {
    let (file, anchor) = address
        .split_once('#')
        .map_or((address, None), |(file, anchor)| (file, Some(anchor)));
    let path = match (file.strip_prefix('/'), page) {
        (Some(path), _) => path.strip_suffix(".html").unwrap_or(path),
        (None, Some(page)) => page,
        (None, None) => {
            return Some(Problem {
                ja: format!("`{address}` はページの中でしか使えません"),
                en: format!("`{address}` can only be used on a page"),
                near: None,
            });
        }
    };
    let is_page = file.is_empty() || file.strip_suffix(".html").is_some();
    let Some(planned) = context.plan.get(path).filter(|_| is_page) else {
        let near = did_you_mean(path, context.plan.keys().map(String::as_str))
            .map(|near| format!("/{near}.html"));
        return Some(Problem {
            ja: format!("ページ `{file}` はありません"),
            en: format!("there is no page `{file}`"),
            near,
        });
    };
    let anchor = anchor?;
    let is_broken = planned.anchors.len() <= 1
        && context
            .model
            .broken
            .iter()
            .any(|broken| broken.ends_with(&format!("/{path}")));
    if is_broken || planned.anchors.contains(anchor) {
        return None;
    }
    let near = did_you_mean(anchor, planned.anchors.iter().map(String::as_str))
        .map(|near| format!("#{near}"));
    Some(Problem {
        ja: format!("ページ `{path}` に `#{anchor}` はありません"),
        en: format!("there is no `#{anchor}` on the page `{path}`"),
        near,
    })
}
