//! Paper: the manual and the sheets as PDF, set by Typst from the facts by the templates in `templates/pdf/`.

mod blocks;
mod faults;
mod input;
mod pack;
mod picture;
mod pieces;
mod qr;
mod set;
mod sum;
mod wanted;
mod words;
mod world;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use typst::foundations::Datetime;

use super::each::each;
use super::{Document, Kept, Paper};
use crate::diagnostic::Findings;
use crate::guide::Guide;
use crate::source::GuideFiles;
use sum::Ground;
use wanted::{Wanted, wanted};
use world::Desk;

/// The documents that belong to a guide.
#[must_use]
pub fn papers(guide: &Guide<'_>) -> Vec<Paper> {
    let wanted = wanted(guide).into_iter();
    wanted.map(|wanted| wanted.paper).collect()
}

/// All that Typst reads, by path: templates, facts, drawings, and `documents.json`, which says what it is to set. It is for those
/// who set the same with another Typst.
#[must_use]
pub fn input(guide: &Guide<'_>, source: &GuideFiles) -> BTreeMap<String, Vec<u8>> {
    let templates = source.templates.iter().filter_map(|(path, file)| {
        let path = path.strip_prefix(world::FOLDER)?;
        Some((path.to_owned(), source.files.text(*file).into()))
    });
    let documents = wanted(guide).into_iter().map(|wanted| {
        let inputs: BTreeMap<_, _> = wanted.inputs.into_iter().collect();
        (wanted.paper.name, (wanted.template, inputs))
    });
    let documents: BTreeMap<_, _> = documents.collect();
    let mut files: BTreeMap<String, Vec<u8>> = templates.collect();
    files.extend(input::files(guide, source));
    // Strings: this cannot fail.
    let documents = serde_json::to_vec(&documents).unwrap_or_default();
    files.insert("documents.json".to_owned(), documents);
    files
}

/// Makes all documents, but takes those that were set from the same before. Faults of templates become findings.
pub fn make(
    guide: &Guide<'_>,
    source: &GuideFiles,
    kept: &Kept,
    findings: &mut Findings,
) -> Vec<Document> {
    let wanted = wanted(guide);
    let edition = guide.model.settings.edition.0;
    let Some(day) = datetime(edition).filter(|_| !wanted.is_empty()) else {
        return Vec::new();
    };
    let files = input::files(guide, source);
    let ground = Ground::new(source, &files, edition);
    // Reading the fonts takes longer than all else where nothing is to be set.
    let desk = OnceLock::new();
    let made = each(&wanted, Wanted::weight, |wanted| {
        let input = ground.of(wanted);
        let set = || {
            let desk = desk.get_or_init(|| Desk::new(source, &files, day));
            set::set(desk, wanted, source)
        };
        let print = kept.get(&input).cloned().map_or_else(set, Ok);
        (input, print)
    });
    let (mut documents, mut faults) = (Vec::new(), Vec::new());
    for (Wanted { paper, .. }, (input, print)) in wanted.into_iter().zip(made) {
        match print {
            Ok(print) => documents.push(Document {
                paper,
                input,
                print,
            }),
            Err(found) => faults.extend(found.into_iter().map(|fault| (fault, paper.name.clone()))),
        }
    }
    findings.extend(faults::findings(faults));
    documents
}

/// Makes one document by its file, for somebody who waits for it; nothing where there is none, or where it has faults.
pub fn make_one(
    guide: &Guide<'_>,
    source: &GuideFiles,
    path: &str,
    findings: &mut Findings,
) -> Option<Vec<u8>> {
    let wanted = wanted(guide)
        .into_iter()
        .find(|wanted| wanted.paper.path() == path)?;
    let day = datetime(guide.model.settings.edition.0)?;
    let desk = Desk::new(source, &input::files(guide, source), day);
    let print = set::set(&desk, &wanted, source);
    // What earlier versions of the guide were set from is not needed any more.
    typst::comemo::evict(10);
    match print {
        Ok(print) => Some(print.bytes),
        Err(faults) => {
            let name = &wanted.paper.name;
            let faults = faults.into_iter().map(|fault| (fault, name.clone()));
            findings.extend(faults::findings(faults));
            None
        }
    }
}

fn datetime(day: Date) -> Option<Datetime> {
    Datetime::from_ymd(
        day.year().into(),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )
}
