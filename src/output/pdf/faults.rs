//! What Typst says of a template, as findings with place and remedy.

use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;

use super::wanted::Wanted;
use super::world::{FOLDER, Sheet};
use crate::diagnostic::{FileId, Finding, Place, Words};
use crate::source::GuideFiles;

/// A fault that stops a document.
#[derive(PartialEq, Eq)]
pub(super) struct Fault {
    place: Place,
    what: Words,
    remedy: Words,
}

/// A fault of a template, where it is.
pub(super) fn fault(
    error: &SourceDiagnostic,
    sheet: &Sheet<'_>,
    wanted: &Wanted,
    source: &GuideFiles,
) -> Fault {
    // Faults of what a template calls are shown where ours begins: at the last call within a file that was read.
    let spans =
        std::iter::once(error.span).chain(error.trace.iter().map(|point| point.span.into()));
    let place = spans.into_iter().find_map(|span| {
        let file = file(span.id()?.vpath().get_without_slash(), source)?;
        Some(Place::new(file, sheet.range(span)?))
    });
    let template = || file(&wanted.template, source).map(Place::start_of);
    let place = place.or_else(template).unwrap_or(wanted.place);
    let hints = error.hints.iter().map(|hint| hint.v.as_str());
    let message: Vec<&str> = std::iter::once(error.message.as_str())
        .chain(hints)
        .collect();
    let message = message.join("; ");
    Fault {
        place,
        what: Words::new(message.clone(), message),
        remedy: Words::new(
            "ひな形のこの場所を直してください",
            "mend the template at this place",
        ),
    }
}

/// There is no such template.
pub(super) fn no_template(wanted: &Wanted) -> Fault {
    let template = format!("templates/{FOLDER}{}", wanted.template);
    Fault {
        place: wanted.place,
        what: Words::new(
            format!("`{template}` がありません"),
            format!("there is no `{template}`"),
        ),
        remedy: Words::new(
            "ひな形をそこに置くか、この記録の id を直してください",
            "put a template there, or mend the id of this record",
        ),
    }
}

/// The faults of all documents, each with the name of the document that it stops. One in a part that many documents share is said
/// once.
pub(super) fn findings(faults: impl IntoIterator<Item = (Fault, String)>) -> Vec<Finding> {
    let mut different: Vec<(Fault, Vec<String>)> = Vec::new();
    for (fault, name) in faults {
        match different.iter_mut().find(|(other, _)| *other == fault) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => different.push((fault, vec![name])),
        }
    }
    let findings = different.into_iter();
    findings
        .map(|(fault, names)| finding(fault, &names))
        .collect()
}

fn finding(fault: Fault, names: &[String]) -> Finding {
    let Fault {
        place,
        what,
        remedy,
    } = fault;
    let first = names.first().map_or("", String::as_str);
    let (ja, en) = match names.len() {
        0 | 1 => (String::new(), String::new()),
        count => (
            format!(" ほか{}件", count - 1),
            format!(" and {} more", count - 1),
        ),
    };
    let finding = Finding::error(
        "pdf-template",
        place,
        format!("PDFのひな形の誤り: {}（`{first}.pdf`{ja}）", what.ja),
        format!("PDF template: {} (`{first}.pdf`{en})", what.en),
    );
    finding.remedy(remedy.ja, remedy.en)
}

fn file(path: &str, source: &GuideFiles) -> Option<FileId> {
    source.templates.get(&format!("{FOLDER}{path}")).copied()
}
