//! Embeds `guide.yaml`, `data`, `content`, `templates` and `theme`, and embeds again when one of them changes. Hashes the code, so
//! that a program never takes for its own what another one set.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest as _, Sha256};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let paths = files(
        &root,
        &["guide.yaml", "data", "content", "templates", "theme"],
    )?;
    let mut code = String::from("static EMBEDDED: &[(&str, &[u8])] = &[\n");
    for path in paths {
        let name = name(&root, &path);
        let _ = writeln!(
            code,
            "    ({name:?}, include_bytes!({:?})),",
            path.to_string_lossy()
        );
    }
    code.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("embedded.rs"), code)?;
    println!("cargo::rustc-env=MADOGUCHI_CODE={}", hash_of_code(&root)?);
    Ok(())
}

/// The files of some folders, in order; a change in one of them has this program run again.
fn files(root: &Path, parts: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for part in parts {
        println!("cargo::rerun-if-changed={part}");
        collect(&root.join(part), &mut paths)?;
    }
    paths.sort();
    Ok(paths)
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    let hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    if hidden || !path.exists() {
        return Ok(());
    }
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), paths)?;
        }
    } else {
        paths.push(path.to_owned());
    }
    Ok(())
}

/// The path of a file from the root, alike on every system.
fn name(root: &Path, path: &Path) -> String {
    let name = path.strip_prefix(root).unwrap_or(path);
    name.to_string_lossy().replace('\\', "/")
}

/// The same on every system: line ends may differ where the files were checked out.
fn hash_of_code(root: &Path) -> io::Result<String> {
    let mut hasher = Sha256::new();
    for path in files(root, &["src", "Cargo.lock"])? {
        let mut bytes = fs::read(&path)?;
        bytes.retain(|byte| *byte != b'\r');
        hasher.update(name(root, &path));
        hasher.update(bytes.len().to_le_bytes());
        hasher.update(bytes);
    }
    let hash = hasher.finalize();
    Ok(hash.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
