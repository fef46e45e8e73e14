//! Writes what Typst reads to set the documents of a guide into a folder, so that Typst's own command line can set them too:
//! `cargo run --example paper-input -- GUIDE FOLDER`. `documents.json` in it says which documents there are.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use madoguchi::diagnostic::Findings;
use madoguchi::guide::Guide;
use madoguchi::output::pdf;
use madoguchi::{model, source};

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders = env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(out)) = (folders.next(), folders.next()) else {
        return Err("say the folder of the guide, and the folder to write to".into());
    };
    let mut findings = Findings::default();
    let source = source::read(&folder, &mut findings).map_err(|_| "the guide cannot be read")?;
    let model = model::read(&source, &mut findings).ok_or("the guide cannot be read")?;
    let guide = Guide::new(&model, model.settings.edition.0);
    for (path, bytes) in pdf::input(&guide, &source) {
        write(&out.join(path), &bytes)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, bytes)?)
}
