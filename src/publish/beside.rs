//! Puts single files into a folder that holds other things too.

use std::fs;
use std::path::Path;

use super::{At as _, Error, Report};
use crate::output::Output;

/// Writes the files of `output` into `folder`, which is made where there is none. Other files there stay as they are.
///
/// # Errors
/// Where a file of the same name is there that `is_ours` does not know: nothing is written then. Where the disk refuses;
/// each file is whole then, either the old one or the new one.
pub fn write_beside(
    folder: &Path,
    output: &Output,
    is_ours: fn(&[u8]) -> bool,
) -> Result<Report, Error> {
    let mut changed = Vec::new();
    for (path, bytes) in output {
        let to = folder.join(path);
        let Ok(found) = to.symlink_metadata() else {
            changed.push((to, bytes));
            continue;
        };
        let old = if found.is_file() {
            fs::read(&to).at(&to)?
        } else {
            Vec::new()
        };
        if !is_ours(&old) {
            return Err(Error::NotOurs {
                folder: folder.display().to_string(),
                file: path.clone(),
            });
        }
        if old != *bytes {
            changed.push((to, bytes));
        }
    }
    fs::create_dir_all(folder).at(folder)?;
    for (to, bytes) in &changed {
        let new = to.with_extension("madoguchi-new");
        let done = fs::write(&new, bytes).and_then(|()| fs::rename(&new, to));
        if done.is_err() {
            let _ = fs::remove_file(&new);
        }
        done.at(to)?;
    }
    Ok(Report {
        files: output.len(),
        written: changed.len(),
        removed: 0,
    })
}
