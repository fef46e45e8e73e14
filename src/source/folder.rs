//! Reads the folder of a guide: regular files only, below fixed sizes, never out of the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Layer;
use crate::diagnostic::{Files, Finding, Findings, Place};

/// The folders and the file that make a guide.
pub const PARTS: [&str; 5] = ["content", "data", "guide.yaml", "templates", "theme"];
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
        let problems = match root_is_right(&root, part) {
            Ok(()) => read_part(&root, dir, &mut layer),
            Err(problem) => vec![(root, problem)],
        };
        for (path, problem) in problems {
            let path = relative(&path, dir);
            let file = files.add(format!("{}{path}", layer.name), "");
            findings.push(problem.at(Place::start_of(file)));
            layer.unread.insert(path);
        }
    }
    Ok(layer)
}

/// Reads what is in `root`, a part of the guide in `dir`. Gives what could not be read, and why.
fn read_part(root: &Path, dir: &Path, layer: &mut Layer) -> Vec<(PathBuf, Problem)> {
    let mut problems = Vec::new();
    let walk = WalkDir::new(root).follow_links(false).sort_by_file_name();
    let mut walk = walk.into_iter().filter_entry(|entry| !is_clutter(entry));
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                problems.push((path, unreadable(&error.into())));
                continue;
            }
        };
        if layer.files.len() >= MAX_FILES {
            problems.push((entry.into_path(), too_many()));
            break;
        }
        match read_entry(&entry) {
            Ok(Some(bytes)) => {
                layer.files.insert(relative(entry.path(), dir), bytes);
            }
            Ok(None) => {}
            Err(problem) => {
                if entry.file_type().is_dir() {
                    // It is not meant to be a folder: what is in it is of no interest.
                    walk.skip_current_dir();
                }
                problems.push((entry.into_path(), problem));
            }
        }
    }
    problems
}

/// Does `place`, which may not exist yet, lie in a part of the guide in `dir`?
pub(super) fn reads_from(dir: &Path, place: &Path) -> bool {
    let (Ok(dir), Ok(place)) = (dir.canonicalize(), std::path::absolute(place)) else {
        return false;
    };
    // The nearest folder above that exists tells where the rest would be made.
    let real = place.ancestors().find_map(|above| {
        let rest = place.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(rest))
    });
    real.is_some_and(|real| PARTS.iter().any(|part| real.starts_with(dir.join(part))))
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
    match (kind.is_dir(), part == "guide.yaml") {
        (true, true) => Err(a_folder()),
        (false, false) => Err(no_folder()),
        _ => Ok(()),
    }
}

/// Why something in the folder is not read: what is the matter and what to do, in Japanese and English.
struct Problem {
    code: &'static str,
    message: (String, String),
    remedy: (&'static str, &'static str),
}

impl Problem {
    fn at(self, place: Place) -> Finding {
        let ((ja, en), remedy) = (self.message, self.remedy);
        Finding::error(self.code, place, ja, en).remedy(remedy.0, remedy.1)
    }
}

fn not_a_file(ja: &str, en: &str, remedy: (&'static str, &'static str)) -> Problem {
    Problem {
        code: "not-a-file",
        message: (ja.to_owned(), en.to_owned()),
        remedy,
    }
}

fn a_folder() -> Problem {
    let remedy = (
        "フォルダーの名前を変えるか消し、この名前のファイルを置いてください",
        "rename or delete the folder, and put a file of this name in its place",
    );
    not_a_file(
        "ファイルではなくフォルダーです",
        "this is a folder, not a file",
        remedy,
    )
}

fn no_folder() -> Problem {
    let remedy = (
        "このファイルの名前を変えるか消し、この名前のフォルダーを作ってください",
        "rename or delete the file, and make a folder of this name",
    );
    not_a_file("フォルダーではありません", "this is not a folder", remedy)
}

fn a_link() -> Problem {
    let remedy = (
        "リンクを消し、ファイルやフォルダーそのものを置いてください",
        "delete the link, and put the file or the folder itself here",
    );
    not_a_file(
        "これはリンクです。リンクは読みません",
        "this is a link, and links are not followed",
        remedy,
    )
}

/// The bytes of a regular file, nothing for a folder, else what is the matter.
fn read_entry(entry: &DirEntry) -> Result<Option<Vec<u8>>, Problem> {
    let kind = entry.file_type();
    let has_file_name = entry
        .path()
        .extension()
        .is_some_and(|e| e == "yaml" || e == "md");
    if kind.is_dir() {
        return if has_file_name {
            Err(a_folder())
        } else {
            Ok(None)
        };
    }
    if kind.is_symlink() {
        return Err(a_link());
    }
    if !kind.is_file() {
        let remedy = ("これを消してください", "delete it");
        let (ja, en) = (
            "ふつうのファイルではありません",
            "this is not a regular file",
        );
        return Err(not_a_file(ja, en, remedy));
    }
    let size = entry
        .metadata()
        .map_err(|error| unreadable(&error.into()))?
        .len();
    if size > MAX_FILE {
        return Err(too_large());
    }
    fs::read(entry.path())
        .map(Some)
        .map_err(|error| unreadable(&error))
}

fn unreadable(error: &std::io::Error) -> Problem {
    Problem {
        code: "unreadable",
        message: (
            format!("読めません（{error}）"),
            format!("this cannot be read ({error})"),
        ),
        remedy: (
            "ほかのプログラムで開いていないか、読む権限があるかを確かめてください",
            "check whether another program has it open, and whether you may read it",
        ),
    }
}

fn too_large() -> Problem {
    let mib = MAX_FILE / 1024 / 1024;
    Problem {
        code: "too-large",
        message: (
            format!("ファイルが大きすぎます（{mib} MiBまで）"),
            format!("the file is larger than {mib} MiB"),
        ),
        remedy: (
            "小さくするか、手引きのフォルダーの外へ移してください",
            "make it smaller, or move it out of the folder of the guide",
        ),
    }
}

fn too_many() -> Problem {
    Problem {
        code: "too-many-files",
        message: (
            format!("ファイルが多すぎます（{MAX_FILES}個まで）。ここから先は読みません"),
            format!("there are more than {MAX_FILES} files; none is read from here on"),
        ),
        remedy: (
            "手引きに要らないファイルを、手引きのフォルダーの外へ移してください",
            "move files that the guide does not need out of its folder",
        ),
    }
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
