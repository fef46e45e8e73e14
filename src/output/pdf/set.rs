//! Sets one document and writes it as PDF/UA-1 and PDF/A-2a, which Typst checks when it writes.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::pack::pack;
use super::wanted::Wanted;
use super::world::{Desk, Sheet};
use super::{faults, picture};
use crate::diagnostic::Findings;
use crate::output::Print;
use crate::source::GuideFiles;

/// Sets a document; nothing where its template has faults, which become findings.
pub(super) fn set(
    desk: &Desk,
    wanted: &Wanted,
    source: &GuideFiles,
    findings: &mut Findings,
) -> Option<Print> {
    let Some(sheet) = Sheet::new(desk, &wanted.template, &wanted.inputs) else {
        findings.push(faults::no_template(wanted));
        return None;
    };
    let document = typst::compile::<PagedDocument>(&sheet).output;
    let made = document.and_then(|document| {
        let bytes = typst_pdf::pdf(&document, &options(desk, wanted))?;
        Ok((document, bytes))
    });
    match made {
        Ok((document, bytes)) => Some(Print {
            bytes: pack(bytes),
            pages: document.pages().len(),
            picture: picture::of_first_page(&document).unwrap_or_default(),
        }),
        Err(errors) => {
            let found = errors
                .iter()
                .filter_map(|error| faults::finding(error, &sheet, wanted, source));
            findings.extend(found);
            None
        }
    }
}

fn options(desk: &Desk, wanted: &Wanted) -> PdfOptions {
    let standards = [PdfStandard::Ua_1, PdfStandard::A_2a];
    PdfOptions {
        ident: Smart::Custom(wanted.paper.name.clone()),
        creator: Smart::Custom(Some("Madoguchi".to_owned())),
        timestamp: Some(Timestamp::new_utc(desk.day)),
        // The two can be had together: they set no bounds that the other does not know.
        standards: PdfStandards::new(&standards).unwrap_or_default(),
        ..PdfOptions::default()
    }
}
