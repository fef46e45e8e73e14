//! Pages of prose: `content/<language>/<path>.md`, front matter and Markdown.

use schemars::JsonSchema;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::fact::Prose;
use super::types::RecordRef;
use crate::diagnostic::{FileId, Files, Finding, Findings, Place, Severity};
use crate::markdown::{self, Document};
use crate::source::node::Node;
use crate::source::yaml;

/// The lines between `---` at the beginning of a page.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The heading of the page.
    pub title: String,
    /// One sentence below it, and in lists of pages.
    pub summary: String,
    /// The record that the page is about; it opens the page.
    pub record: Option<RecordRef>,
    /// In a translation: the short hash of the page that it was made from.
    pub translated_from: Option<String>,
}

/// A page in one language.
#[derive(Debug)]
pub struct Page {
    /// Code of its language.
    pub language: String,
    /// Path below the language, without suffix: `prepare/account`.
    pub path: String,
    /// The file.
    pub file: FileId,
    /// What stands between the `---`.
    pub front: FrontMatter,
    /// The same with places.
    pub front_node: Node,
    /// Title and summary: plain words, without references.
    pub plain: Vec<Prose>,
    /// What follows.
    pub body: Document,
    /// Short hash of title, summary and body: what a translation names as its original.
    pub hash: String,
}

/// Reads the page in `file`. `path` is `language/path`.
pub(super) fn read(
    path: &str,
    file: FileId,
    files: &Files,
    findings: &mut Findings,
) -> Option<Page> {
    let (language, path) = path.split_once('/')?;
    let text = files.text(file);
    let Some((front, body_start)) = split(text) else {
        findings.push(no_front_matter(text, file));
        return None;
    };
    let before = findings.count(Severity::Error);
    let Some(front_node) = yaml::read_text(&front, file, findings) else {
        if findings.count(Severity::Error) == before {
            findings.push(no_front_matter("", file));
        }
        return None;
    };
    super::check::check(
        &front_node,
        &super::shape::Shape::of::<FrontMatter>(),
        findings,
    )?;
    let front = super::de::from_node::<FrontMatter>(&front_node).ok()?;
    let body = &text[body_start..];
    let plain = ["title", "summary"]
        .into_iter()
        .filter_map(|key| front_node.get(key))
        .filter_map(plain_words)
        .collect();
    Some(Page {
        language: language.to_owned(),
        path: path.to_owned(),
        file,
        hash: hash(&[&front.title, &front.summary, body]),
        front,
        front_node,
        plain,
        body: markdown::parse(body, body_start),
    })
}

fn plain_words(node: &Node) -> Option<Prose> {
    let text = node.scalar()?.to_owned();
    Some(Prose {
        document: markdown::parse(&text, 0),
        text,
        place: node.place,
    })
}

fn no_front_matter(text: &str, file: FileId) -> Finding {
    let (ja, en) = if text.starts_with("---") {
        (
            "見出しを閉じる `---` の行がありません",
            "the line `---` that closes the front matter is missing",
        )
    } else {
        (
            "ページの初めに `---` で囲んだ見出しがありません",
            "the page does not begin with front matter between `---` lines",
        )
    };
    Finding::error("front-matter", Place::start_of(file), ja, en).remedy(
        "1行目に `---`、次に `title: …` と `summary: …`、次に `---` を書いてください",
        "begin with `---`, `title: …`, `summary: …`, `---`, each on its line, the first on line 1",
    )
}

/// The front matter, with blanks in place of its first line so that places hold, and where the body begins.
fn split(text: &str) -> Option<(String, usize)> {
    let mut start = 0;
    let mut opened = None;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match (line.trim_end() == "---", opened) {
            (true, None) => opened = Some(end),
            (true, Some(from)) => {
                let blanks = " ".repeat(from - 1);
                return Some((format!("{blanks}\n{}", text.get(from..start)?), end));
            }
            (false, None) => return None,
            (false, Some(_)) => {}
        }
        start = end;
    }
    None
}

fn hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.trim());
        hasher.update([0]);
    }
    let digest = hasher.finalize();
    crate::hash::hex(digest.get(..4).unwrap_or(&digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_front_matter_are_those_of_the_file() {
        let mut files = Files::default();
        let file = files.add(
            "content/ja/a.md",
            "---\ntitle: 手数料\nsumary: x\n---\n本文\n",
        );
        let mut findings = Findings::default();
        assert!(read("ja/a", file, &files, &mut findings).is_none());
        let places: Vec<_> = findings
            .iter()
            .map(|f| (f.code, files.position(f.place).line, files.slice(f.place)))
            .collect();
        assert_eq!(
            places,
            [("unknown-key", 3, "sumary"), ("missing-key", 2, "title")]
        );
    }

    #[test]
    fn the_body_keeps_its_place() {
        let mut files = Files::default();
        let file = files.add(
            "content/ja/a.md",
            "---\ntitle: 手数料\nsummary: x\n---\n本文 {{ a.b }}\n",
        );
        let page = read("ja/a", file, &files, &mut Findings::default()).expect("a page");
        let (_, range) = page
            .body
            .iter()
            .find(|(token, _)| matches!(token, markdown::Token::Reference(_)))
            .expect("there");
        assert_eq!(&files.text(file)[range.clone()], "{{ a.b }}");
    }
}
