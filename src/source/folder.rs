//! Reads the folder of a guide: regular files only, below fixed sizes, never out of the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::Layer;
use crate::diagnostic::{Files, Finding, Findings, Place};

/// The folders and the file that make a guide.
const PARTS: [&str; 5] = ["content", "data", "guide.yaml", "templates", "theme"];
/// Largest file that is read, in bytes: fonts are the largest that belong here.
const MAX_FILE: u64 = 32 * 1024 * 1024;
/// Most files that are read.
const MAX_FILES: usize = 50_000;

/// Reads `dir`. What cannot be read becomes a finding with the file's name, and the rest is read.
///
/// # Errors
/// Where `dir` itself is no folder that can be read.
pub(super) fn read(
    dir: &Path,
    files: &mut Files,
    findings: &mut Findings,
) -> std::io::Result<Layer> {
    fs::read_dir(dir)?;
    let mut layer = Layer {
        name: String::new(),
        files: BTreeMap::new(),
        unread: BTreeSet::new(),
    };
    if dir != Path::new(".") {
        layer.name = format!("{}/", dir.display());
    }
    for part in PARTS {
        let root = dir.join(part);
        if root.symlink_metadata().is_err() {
            continue;
        }
        if let Err((code, ja, en)) = root_is_right(&root, part) {
            let file = files.add(format!("{}{part}", layer.name), "");
            findings.push(Finding::error(code, Place::start_of(file), ja, en));
            layer.unread.insert(part.to_owned());
            continue;
        }
        let walk = WalkDir::new(&root).follow_links(false).sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !is_clutter(entry)) {
            let (path, problem) = match entry {
                Ok(entry) if layer.files.len() >= MAX_FILES => {
                    (entry.path().to_owned(), Some(too_many()))
                }
                Ok(entry) => match read_entry(&entry) {
                    Ok(Some(bytes)) => {
                        layer.files.insert(relative(entry.path(), dir), bytes);
                        continue;
                    }
                    Ok(None) => continue,
                    Err(problem) => (entry.path().to_owned(), Some(problem)),
                },
                Err(error) => {
                    let path = error.path().unwrap_or(&root).to_owned();
                    (path, Some(unreadable(&error.into())))
                }
            };
            if let Some((code, ja, en)) = problem {
                let file = files.add(format!("{}{}", layer.name, relative(&path, dir)), "");
                findings.push(Finding::error(code, Place::start_of(file), ja, en));
                layer.unread.insert(relative(&path, dir));
            }
            if layer.files.len() >= MAX_FILES {
                break;
            }
        }
    }
    Ok(layer)
}

/// The parts of a guide are what their names say, and no links: the walk would follow those.
fn root_is_right(root: &Path, part: &str) -> Result<(), Problem> {
    let kind = root
        .symlink_metadata()
        .map_err(|error| unreadable(&error))?
        .file_type();
    if kind.is_symlink() {
        return Err(a_link());
    }
    if kind.is_dir() == (part == "guide.yaml") {
        let (ja, en) = if kind.is_dir() {
            NOT_A_FILE
        } else {
            ("フォルダーではありません", "this is not a folder")
        };
        return Err(("not-a-file", ja.to_owned(), en.to_owned()));
    }
    Ok(())
}

const NOT_A_FILE: (&str, &str) = (
    "ファイルではなくフォルダーです",
    "this is a folder, not a file",
);

fn a_link() -> Problem {
    let (ja, en) = (
        "リンクは読みません。ファイルそのものを置いてください",
        "links are not followed; put the file itself here",
    );
    ("not-a-file", ja.to_owned(), en.to_owned())
}

type Problem = (&'static str, String, String);

/// The bytes of a regular file, nothing for a folder, else what is the matter.
fn read_entry(entry: &DirEntry) -> Result<Option<Vec<u8>>, Problem> {
    let kind = entry.file_type();
    let has_file_name = entry
        .path()
        .extension()
        .is_some_and(|e| e == "yaml" || e == "md");
    if kind.is_dir() && has_file_name {
        return Err((
            "not-a-file",
            NOT_A_FILE.0.to_owned(),
            NOT_A_FILE.1.to_owned(),
        ));
    }
    if kind.is_dir() {
        return Ok(None);
    }
    if kind.is_symlink() {
        return Err(a_link());
    }
    if !kind.is_file() {
        return Err((
            "not-a-file",
            "ふつうのファイルではありません".to_owned(),
            "this is not a regular file".to_owned(),
        ));
    }
    let size = entry
        .metadata()
        .map_err(|error| unreadable(&error.into()))?
        .len();
    if size > MAX_FILE {
        let mib = MAX_FILE / 1024 / 1024;
        return Err((
            "too-large",
            format!("ファイルが大きすぎます（{mib} MiBまで）"),
            format!("the file is larger than {mib} MiB"),
        ));
    }
    fs::read(entry.path())
        .map(Some)
        .map_err(|error| unreadable(&error))
}

fn unreadable(error: &std::io::Error) -> Problem {
    (
        "unreadable",
        format!("読めません（{error}）"),
        format!("cannot be read ({error})"),
    )
}

fn too_many() -> Problem {
    (
        "too-many-files",
        format!("ファイルが多すぎます（{MAX_FILES}個まで）"),
        format!("there are more than {MAX_FILES} files"),
    )
}

/// What editors and file managers leave behind.
fn is_clutter(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0
        && (name.starts_with('.')
            || name.ends_with('~')
            || name == "Thumbs.db"
            || name == "desktop.ini")
}

fn relative(path: &Path, dir: &Path) -> String {
    let relative = path.strip_prefix(dir).unwrap_or(path);
    relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}
