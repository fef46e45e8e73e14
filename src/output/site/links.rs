//! Links. Templates and prose write them from the root of the site (`/ja/fees.html#extension`), which is easy to check; here
//! they become relative, so that every page opens by double click.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Finding, Findings, Place};
use crate::source::GuideFiles;

/// What a page links to, and what can be linked on it.
#[derive(Debug, Default)]
pub(super) struct Page {
    links: BTreeSet<String>,
    anchors: BTreeSet<String>,
    twice: BTreeSet<String>,
}

/// The page with relative links, and what it links to.
pub(super) fn relative(path: &str, html: &str) -> (String, Page) {
    let up = "../".repeat(path.matches('/').count());
    let mut page = Page::default();
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut in_tag = false;
    while let Some((before, name, value, after)) = next_attribute(rest, in_tag) {
        out.push_str(before);
        match (name, value.strip_prefix('/')) {
            ("id", _) => {
                if !page.anchors.insert(value.to_owned()) {
                    page.twice.insert(value.to_owned());
                }
                out.push_str(value);
            }
            (_, Some(target)) => {
                page.links.insert(target.to_owned());
                out.push_str(&up);
                out.push_str(target);
            }
            (_, None) => {
                if value.starts_with('#') {
                    page.links.insert(format!("{path}{value}"));
                }
                out.push_str(value);
            }
        }
        // `after` begins with the quote that ends the value.
        let (quote, after) = after.split_at(after.len().min(1));
        out.push_str(quote);
        rest = after;
        in_tag = true;
    }
    out.push_str(rest);
    (out, page)
}

/// The next `href="…"`, `src="…"`, `data-src="…"` or `id="…"` of a tag: what stands before its value, its name, its value, what follows.
/// Outside of tags every `<` is escaped, so a tag begins at every `<`. `html` itself may begin inside a tag.
fn next_attribute(html: &str, mut in_tag: bool) -> Option<(&str, &'static str, &str, &str)> {
    let mut at = 0;
    loop {
        if !in_tag {
            at += html.get(at..)?.find('<')? + 1;
            in_tag = true;
        }
        at += html.get(at..)?.find(['"', '>'])? + 1;
        if html.get(..at)?.ends_with('>') {
            in_tag = false;
            continue;
        }
        let before = html.get(..at)?;
        let end = at + html.get(at..)?.find('"')?;
        let attribute = before.strip_suffix("=\"").unwrap_or(before);
        let is_name = |name: &&str| {
            attribute
                .strip_suffix(*name)
                .is_some_and(|head| head.ends_with([' ', '\n']))
        };
        if let Some(name) = ["href", "src", "data-src", "id"].into_iter().find(is_name) {
            return Some((before, name, html.get(at..end)?, html.get(end..)?));
        }
        at = end + 1;
    }
}

/// Every link of every page leads to a file that is published, and to an anchor that was made. Prose was checked before; this finds faults of
/// templates.
pub(super) fn check(
    published: &BTreeSet<String>,
    pages: &BTreeMap<String, Page>,
    source: &GuideFiles,
    findings: &mut Findings,
) {
    let Some(base) = source.templates.get("site/base.html") else {
        return;
    };
    let place = Place::start_of(*base);
    for (path, page) in pages {
        for link in &page.links {
            let (file, anchor) = link
                .split_once('#')
                .map_or((link.as_str(), None), |(file, anchor)| (file, Some(anchor)));
            let anchor_exists = anchor.is_none_or(|anchor| {
                pages
                    .get(file)
                    .is_some_and(|page| page.anchors.contains(anchor))
            });
            if !published.contains(file) || !anchor_exists {
                findings.push(
                    Finding::error(
                        "broken-link",
                        place,
                        format!("ページ `{path}` のリンク先 `/{link}` がありません"),
                        format!("`/{link}`, linked on `{path}`, does not exist"),
                    )
                    .remedy(
                        "リンクを書いたテンプレートを直してください",
                        "mend the template that makes the link",
                    ),
                );
            }
        }
        for anchor in &page.twice {
            findings.push(
                Finding::error(
                    "duplicate-anchor",
                    place,
                    format!("ページ `{path}` に `#{anchor}` が2つあります"),
                    format!("`#{anchor}` stands twice on `{path}`"),
                )
                .remedy(
                    "テンプレートの id を変えてください",
                    "change an id in the templates",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_from_the_root_become_relative() {
        let (html, page) = relative(
            "ja/a/b.html",
            "<a href=\"/ja/c.html#x\">「=\"」</a><h2 id=\"y\"></h2><a class=\"k\" href=\"#y\"></a><a href=\"https://x.jp/\"></a>",
        );
        assert_eq!(
            html,
            "<a href=\"../../ja/c.html#x\">「=\"」</a><h2 id=\"y\"></h2><a class=\"k\" href=\"#y\"></a><a href=\"https://x.jp/\"></a>"
        );
        assert_eq!(
            page.links.iter().map(String::as_str).collect::<Vec<_>>(),
            ["ja/a/b.html#y", "ja/c.html#x"]
        );
        assert_eq!(
            page.anchors.iter().map(String::as_str).collect::<Vec<_>>(),
            ["y"]
        );
        assert_eq!(
            relative(
                "ja/a/b.html",
                "<button data-src=\"/assets/x.js\" data-href=\"/y\">"
            )
            .0,
            "<button data-src=\"../../assets/x.js\" data-href=\"/y\">"
        );
        assert_eq!(
            relative("index.html", "<a\nhref=\"/ja/\">").0,
            "<a\nhref=\"ja/\">"
        );
    }
}
