//! Reads a guide: the edition inside the binary, an organisation's folder over it, every part with its place.
//!
//! Takes a folder, gives untyped nodes and texts. Nothing here knows what a fee is.

mod embedded;
mod folder;
mod layer;
pub mod node;
mod slips;
mod syntax;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use folder::PARTS;
use node::Node;

use crate::diagnostic::{FileId, Files, Finding, Findings, Place, Severity, Words};

/// One layer of a guide: its files by path, relative to the folder of the guide.
pub(crate) struct Layer {
    /// What stands before the paths in messages.
    pub(crate) name: String,
    /// Bytes by path.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Paths that are there but could not be read; the findings say why.
    pub(crate) unread: BTreeSet<String>,
}

/// A guide as it was read.
#[derive(Debug, Default)]
pub struct GuideFiles {
    /// Every text that was read.
    pub files: Files,
    /// `guide.yaml`, layered.
    pub guide: Option<Node>,
    /// `data/*.yaml` by path below `data/`, without suffix, layered.
    pub data: BTreeMap<String, Node>,
    /// `content/**/*.md` by path below `content/`, without suffix: `ja/fees`.
    pub content: BTreeMap<String, FileId>,
    /// `templates/**` by path below `templates/`.
    pub templates: BTreeMap<String, FileId>,
    /// `theme/**` by path below `theme/`.
    pub theme: BTreeMap<String, Vec<u8>>,
    /// Data files, by the same paths, and pages that are there but could not be read: what they should have held is not
    /// reported as missing.
    pub unread: BTreeSet<String>,
    /// `data/published-ids.txt` of the folder itself, if it keeps one.
    pub published_ids: Option<FileId>,
}

/// Why a folder is no guide at all.
#[derive(Debug)]
pub enum Error {
    /// The folder cannot be read.
    Folder {
        /// As it was given.
        path: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// Data or prose without the file that says whose guide it is.
    NoGuide {
        /// As it was given.
        path: String,
    },
}

impl Error {
    /// What it says to people.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Folder { path, error } => Words::new(
                format!("`{path}` をフォルダーとして読めません（{error}）"),
                format!("`{path}` cannot be read as a folder ({error})"),
            ),
            Self::NoGuide { path } => Words::new(
                format!(
                    "`{path}` に `data` か `content` がありますが、`guide.yaml` がありません。`title: {{ja: …, en: …}}` だけでも書いて置くか、--guide で別のフォルダーを選んでください"
                ),
                format!(
                    "`{path}` has `data` or `content`, but no `guide.yaml`; add one (`title: {{ja: …, en: …}}` is enough), or choose another folder with --guide"
                ),
            ),
        }
    }
}

/// Would a folder made at `place` be read as a part of the guide in `dir`?
#[must_use]
pub fn reads_from(dir: &Path, place: &Path) -> bool {
    folder::reads_from(dir, place)
}

/// Reads the guide in `dir`, layered over the embedded edition unless its `guide.yaml` says `base: none`.
///
/// # Errors
/// Where the folder cannot be read, or holds facts but no `guide.yaml`. All else becomes findings.
pub fn read(dir: &Path, findings: &mut Findings) -> Result<GuideFiles, Error> {
    let mut source = GuideFiles::default();
    let own = folder::read(dir, &mut source.files, findings).map_err(|error| Error::Folder {
        path: dir.display().to_string(),
        error,
    })?;
    // Without one of these nothing that could be said of the rest would be true.
    if ["guide.yaml", "data", "content"]
        .iter()
        .any(|part| own.unread.contains(*part))
    {
        return Ok(source);
    }
    let has = |prefix: &str| own.files.keys().any(|path| path.starts_with(prefix));
    let has_guide = own.files.contains_key("guide.yaml");
    if !has_guide && (has("data/") || has("content/")) {
        return Err(Error::NoGuide {
            path: dir.display().to_string(),
        });
    }
    let own_guide = source.read_guide(&own, findings);
    if has_guide && own_guide.is_none() {
        return Ok(source);
    }
    let alone = own_guide.as_ref().and_then(|guide| guide.scalar_at("base")) == Some("none");
    let base = embedded::layer();
    source.add(&base, !alone, findings);
    source.published_ids = None;
    source.add(&own, true, findings);
    source.guide = match (alone, own_guide) {
        (true, own_guide) => own_guide,
        (false, None) => source.read_guide(&base, findings),
        (false, Some(over)) => source
            .read_guide(&base, findings)
            .map(|guide| layer::merge(guide, over)),
    };
    Ok(source)
}

impl GuideFiles {
    /// Was the same read as in `other`? All else that is kept follows from these.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        (&self.files, &self.theme, &self.unread) == (&other.files, &other.theme, &other.unread)
    }

    fn read_guide(&mut self, layer: &Layer, findings: &mut Findings) -> Option<Node> {
        let bytes = layer.files.get("guide.yaml")?;
        let file = self.add_text(format!("{}guide.yaml", layer.name), bytes, findings)?;
        self.read_yaml(file, findings)
    }

    /// Reads a file that must hold something.
    fn read_yaml(&mut self, file: FileId, findings: &mut Findings) -> Option<Node> {
        let before = findings.count(Severity::Error);
        let node = yaml::read(&self.files, file, findings);
        if node.is_none() && findings.count(Severity::Error) == before {
            findings.push(
                Finding::error(
                    "empty-file",
                    Place::start_of(file),
                    "ファイルが空です",
                    "the file is empty",
                )
                .remedy(
                    "内容を書くか、ファイルを消してください（空の一覧は `[]`）",
                    "write what it should hold, or delete the file (an empty list is `[]`)",
                ),
            );
        }
        node
    }

    fn add(&mut self, layer: &Layer, with_facts: bool, findings: &mut Findings) {
        for path in &layer.unread {
            let stem = path
                .strip_prefix("data/")
                .or_else(|| path.strip_prefix("content/"))
                .unwrap_or(path);
            self.unread.insert(
                stem.trim_end_matches(".yaml")
                    .trim_end_matches(".md")
                    .to_owned(),
            );
        }
        for (path, bytes) in &layer.files {
            let name = format!("{}{path}", layer.name);
            match path.split_once('/') {
                Some(("data", "published-ids.txt")) if with_facts => {
                    self.published_ids = self.add_text(name, bytes, findings);
                }
                // The templates need the words of the interface, and these their readings, even where the facts are somebody
                // else's.
                Some(("data", rest))
                    if with_facts || rest.starts_with("strings/") || rest == "readings.yaml" =>
                {
                    self.add_data(name, rest, bytes, findings);
                }
                Some(("content", rest)) if with_facts => match rest.strip_suffix(".md") {
                    Some(stem) => match self.add_text(name, bytes, findings) {
                        Some(file) => {
                            self.content.insert(stem.to_owned(), file);
                        }
                        None => {
                            self.unread.insert(stem.to_owned());
                        }
                    },
                    None => self.not_read(name, ".md", findings),
                },
                Some(("templates", rest)) => {
                    if let Some(file) = self.add_text(name, bytes, findings) {
                        self.templates.insert(rest.to_owned(), file);
                    }
                }
                Some(("theme", rest)) => {
                    self.theme.insert(rest.to_owned(), bytes.clone());
                }
                _ => {}
            }
        }
    }

    fn add_data(&mut self, name: String, path: &str, bytes: &[u8], findings: &mut Findings) {
        let Some(stem) = path.strip_suffix(".yaml") else {
            return self.not_read(name, ".yaml", findings);
        };
        self.unread.insert(stem.to_owned());
        let Some(file) = self.add_text(name, bytes, findings) else {
            return;
        };
        let Some(node) = self.read_yaml(file, findings) else {
            return;
        };
        let merged = match self.data.remove(stem) {
            Some(base) => layer::merge_data(base, node, findings),
            None => node,
        };
        self.unread.remove(stem);
        self.data.insert(stem.to_owned(), merged);
    }

    /// Keeps a text with ordinary line ends and without a byte order mark; bytes that are no UTF-8 are a finding.
    fn add_text(&mut self, name: String, bytes: &[u8], findings: &mut Findings) -> Option<FileId> {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(text);
                let text = if text.contains('\r') {
                    text.replace("\r\n", "\n").replace('\r', "\n")
                } else {
                    text.to_owned()
                };
                let hidden = text.char_indices().find(|(_, c)| yaml::is_control(*c));
                let file = self.files.add(name, text);
                let Some((at, c)) = hidden else {
                    return Some(file);
                };
                findings.push(yaml::control_character(Place::new(
                    file,
                    at..at + c.len_utf8(),
                )));
                None
            }
            Err(error) => {
                let good =
                    String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default())
                        .into_owned();
                let end = good.len();
                let file = self.files.add(name, good);
                findings.push(
                    Finding::error(
                        "not-utf-8",
                        Place::new(file, end..end),
                        "ここからUTF-8として読めません",
                        "from here on this is not UTF-8",
                    )
                    .remedy(
                        "エディターで文字コードをUTF-8にして保存し直してください",
                        "save the file again as UTF-8",
                    ),
                );
                None
            }
        }
    }

    fn not_read(&mut self, name: String, suffix: &str, findings: &mut Findings) {
        let file = self.files.add(name, "");
        findings.push(
            Finding::warning(
                "not-read",
                Place::start_of(file),
                "このファイルは読まれません",
                "this file is not read",
            )
            .remedy(
                format!("名前の終わりを `{suffix}` にするか、別の場所へ移してください"),
                format!("end its name in `{suffix}`, or move it elsewhere"),
            ),
        );
    }
}
