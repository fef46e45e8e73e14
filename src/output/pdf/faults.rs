//! What Typst says of a template, as findings with place and remedy.

use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;

use super::wanted::Wanted;
use super::world::{FOLDER, Sheet};
use crate::diagnostic::{FileId, Finding, Place};
use crate::source::GuideFiles;

/// A fault of a template, where it is.
pub(super) fn finding(
    error: &SourceDiagnostic,
    sheet: &Sheet<'_>,
    wanted: &Wanted,
    source: &GuideFiles,
) -> Option<Finding> {
    // Faults of what a template calls are shown where ours begins: at the last call within a file that was read.
    let spans =
        std::iter::once(error.span).chain(error.trace.iter().map(|point| point.span.into()));
    let place = spans.into_iter().find_map(|span| {
        let file = file(span.id()?.vpath().get_without_slash(), source)?;
        Some(Place::new(file, sheet.range(span)?))
    });
    let place = place.or_else(|| Some(Place::start_of(file(&wanted.template, source)?)))?;
    let name = &wanted.paper.name;
    let hints = error.hints.iter().map(|hint| hint.v.as_str());
    let message: Vec<&str> = std::iter::once(error.message.as_str())
        .chain(hints)
        .collect();
    let message = message.join("; ");
    let finding = Finding::error(
        "pdf-template",
        place,
        format!("PDFのひな形の誤り: {message}（`{name}.pdf`）"),
        format!("PDF template: {message} (`{name}.pdf`)"),
    );
    Some(finding.remedy(
        "ひな形のこの場所を直してください",
        "mend the template at this place",
    ))
}

/// There is no such template.
pub(super) fn no_template(wanted: &Wanted) -> Finding {
    let template = format!("templates/{FOLDER}{}", wanted.template);
    let name = &wanted.paper.name;
    let finding = Finding::error(
        "pdf-template",
        wanted.place,
        format!("`{name}.pdf` のひな形 `{template}` がありません"),
        format!("there is no template `{template}` for `{name}.pdf`"),
    );
    finding.remedy(
        "ひな形をそこに置くか、この記録の id を直してください",
        "put a template there, or mend the id of this record",
    )
}

fn file(path: &str, source: &GuideFiles) -> Option<FileId> {
    source.templates.get(&format!("{FOLDER}{path}")).copied()
}
