//! Sets one document and writes it as PDF/UA-1 and PDF/A-2a, which Typst checks when it writes.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::faults::{self, Fault};
use super::pack::pack;
use super::picture;
use super::wanted::Wanted;
use super::world::{Desk, Sheet};
use crate::output::Print;
use crate::source::GuideFiles;

/// Sets a document.
///
/// # Errors
/// Where its template has faults.
pub(super) fn set(desk: &Desk, wanted: &Wanted, source: &GuideFiles) -> Result<Print, Vec<Fault>> {
    let sheet = Sheet::new(desk, &wanted.template, &wanted.inputs)
        .ok_or_else(|| vec![faults::no_template(wanted)])?;
    let document = typst::compile::<PagedDocument>(&sheet).output;
    let made = document.and_then(|document| {
        let bytes = typst_pdf::pdf(&document, &options(desk, wanted))?;
        Ok((document, bytes))
    });
    let (document, bytes) = made.map_err(|errors| {
        let faults = errors.iter();
        let faults = faults.map(|error| faults::fault(error, &sheet, wanted, source));
        faults.collect::<Vec<_>>()
    })?;
    Ok(Print {
        bytes: pack(bytes),
        pages: document.pages().len(),
        picture: picture::of_first_page(&document).unwrap_or_default(),
    })
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
