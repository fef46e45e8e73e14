//! Puts an output in place: compares, writes what changed, exchanges the folder whole.
//!
//! The folder that readers see is always either the last guide or the next one, never half of one. A folder that this
//! program did not make is never touched.

mod beside;
mod exchange;
mod kept;
mod manifest;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

pub use beside::write_beside;
pub use kept::kept;
pub use manifest::Edition;
use manifest::{MANIFEST, Manifest};

use crate::diagnostic::Words;
use crate::output::{Document, Output};

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Files of the guide.
    pub files: usize,
    /// Files that were written because they are new or changed.
    pub written: usize,
    /// Files that are gone.
    pub removed: usize,
}

/// Why nothing was published; the folder is as it was.
#[derive(Debug)]
pub enum Error {
    /// There is something in the folder that this program did not put there.
    NotOurs {
        /// The folder.
        folder: String,
        /// The first such file.
        file: String,
    },
    /// Reading or writing failed.
    Io {
        /// Where.
        path: String,
        /// What the system says.
        error: std::io::Error,
    },
}

impl Error {
    /// What it says to people.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::NotOurs { folder, file } => Words::new(
                format!(
                    "`{folder}` に、madoguchi が書いたのではない `{file}` があります。移すか、--out で別のフォルダーを選んでください"
                ),
                format!(
                    "`{folder}` holds `{file}`, which madoguchi did not write; move it away or choose another folder with --out"
                ),
            ),
            Self::Io { path, error } => Words::new(
                format!("`{path}` を読み書きできません（{error}）"),
                format!("`{path}` cannot be read or written ({error})"),
            ),
        }
    }
}

/// Gives errors of the system the path that they are about.
trait At<T> {
    fn at(self, path: &Path) -> Result<T, Error>;
}

impl<T> At<T> for std::io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Error> {
        self.map_err(|error| Error::Io {
            path: path.display().to_string(),
            error,
        })
    }
}

/// Makes `folder` hold exactly `files`, the documents and a `build.json` that says so.
///
/// # Errors
/// Where the folder is not ours, or the disk refuses; nothing has changed then.
pub fn publish(
    folder: &Path,
    mut files: Output,
    documents: &[Document],
    edition: Edition,
) -> Result<Report, Error> {
    let folder = &resolve(folder)?;
    exchange::recover(folder).at(folder)?;
    let present = present(folder)?;
    for Document { paper, print, .. } in documents {
        files.insert(paper.path(), print.bytes.clone());
        files.insert(paper.picture_path(), print.picture.clone());
    }
    let manifest = Manifest::of(&files, documents, edition).to_json();
    files.insert(MANIFEST.to_owned(), manifest);
    let same: BTreeSet<&str> = files
        .iter()
        .filter(|(path, bytes)| {
            present.contains(*path) && fs::read(folder.join(path)).is_ok_and(|old| old == **bytes)
        })
        .map(|(path, _)| path.as_str())
        .collect();
    let report = Report {
        files: files.len(),
        written: files.len() - same.len(),
        removed: present
            .iter()
            .filter(|path| !files.contains_key(*path))
            .count(),
    };
    if report.written > 0 || report.removed > 0 {
        let stage = stage(folder, &files, &same)?;
        exchange::put(stage, folder).at(folder)?;
    }
    Ok(report)
}

/// The folder as the system knows it, with its parent made.
fn resolve(folder: &Path) -> Result<PathBuf, Error> {
    if let Ok(real) = folder.canonicalize() {
        return Ok(real);
    }
    let absolute = std::path::absolute(folder).at(folder)?;
    if let Some(parent) = absolute.parent() {
        fs::create_dir_all(parent).at(parent)?;
    }
    Ok(absolute)
}

/// The files of ours that are there; an error where there are others.
fn present(folder: &Path) -> Result<BTreeSet<String>, Error> {
    if folder.symlink_metadata().is_err() {
        return Ok(BTreeSet::new());
    }
    let not_ours = |file: &str| Error::NotOurs {
        folder: folder.display().to_string(),
        file: file.to_owned(),
    };
    if !folder.is_dir() {
        return Err(not_ours("."));
    }
    let ours = match fs::read(folder.join(MANIFEST)) {
        Ok(bytes) => Manifest::read(&bytes)
            .ok_or_else(|| not_ours(MANIFEST))?
            .paths(),
        Err(_) => BTreeSet::new(),
    };
    let mut present = BTreeSet::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(std::io::Error::from).at(folder)?;
        if entry.file_type().is_dir() {
            continue;
        }
        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        if !ours.contains(&path) || !entry.file_type().is_file() {
            return Err(not_ours(&path));
        }
        present.insert(path);
    }
    Ok(present)
}

/// A folder beside `folder` with all files. Those that did not change are the old ones, with their bytes and times.
fn stage(folder: &Path, files: &Output, same: &BTreeSet<&str>) -> Result<tempfile::TempDir, Error> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let stage = tempfile::Builder::new()
        .prefix(&format!(".{name}.new-"))
        .tempdir_in(parent)
        .at(parent)?;
    exchange::open_to_readers(stage.path()).at(stage.path())?;
    for (path, bytes) in files {
        let to = stage.path().join(path);
        if let Some(above) = to.parent() {
            fs::create_dir_all(above).at(above)?;
        }
        if !same.contains(path.as_str()) || fs::hard_link(folder.join(path), &to).is_err() {
            fs::write(&to, bytes).at(&to)?;
        }
    }
    Ok(stage)
}
