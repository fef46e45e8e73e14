//! Exchanges folders: in one step where the system can, else by two renames that the next run repairs.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Puts the staged folder in place of `folder`, which may not exist yet.
pub(super) fn put(stage: tempfile::TempDir, folder: &Path) -> io::Result<()> {
    if folder.symlink_metadata().is_err() {
        return fs::rename(stage.keep(), folder);
    }
    if in_one_step(stage.path(), folder) {
        // What is staged now is the old guide; it goes with the end of `stage`.
        return stage.close();
    }
    let old = set_aside(folder);
    fs::rename(folder, &old)?;
    if let Err(error) = fs::rename(stage.path(), folder) {
        fs::rename(&old, folder)?;
        return Err(error);
    }
    let _ = stage.keep();
    fs::remove_dir_all(old)
}

/// Repairs what a run that was ended between two renames left.
pub(super) fn recover(folder: &Path) -> io::Result<()> {
    let old = set_aside(folder);
    if old.symlink_metadata().is_err() {
        return Ok(());
    }
    if folder.symlink_metadata().is_err() {
        fs::rename(old, folder)
    } else {
        fs::remove_dir_all(old)
    }
}

/// Where the old folder stands between two renames.
fn set_aside(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.madoguchi-old"))
}

#[cfg(target_os = "linux")]
fn in_one_step(stage: &Path, folder: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, stage, CWD, folder, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn in_one_step(_: &Path, _: &Path) -> bool {
    false
}

/// Temporary folders are closed to others; a guide is there to be read.
#[cfg(unix)]
pub(super) fn open_to_readers(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
pub(super) fn open_to_readers(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ended_between_two_renames_is_repaired() {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = dir.path().join("public");
        fs::create_dir(set_aside(&folder)).expect("made");
        fs::write(set_aside(&folder).join("x"), "old").expect("written");
        recover(&folder).expect("repaired");
        assert_eq!(fs::read_to_string(folder.join("x")).expect("there"), "old");
        assert!(!set_aside(&folder).exists());
    }

    #[test]
    fn what_was_set_aside_goes_once_the_new_folder_stands() {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = dir.path().join("public");
        fs::create_dir(&folder).expect("made");
        fs::create_dir(set_aside(&folder)).expect("made");
        recover(&folder).expect("repaired");
        assert!(folder.exists() && !set_aside(&folder).exists());
    }
}
