//! Sets one document and writes it as PDF/UA-1 and PDF/A-2a, which Typst checks when it writes.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::faults;
use super::world::{Desk, Sheet};
use crate::diagnostic::Findings;
use crate::output::Document;
use crate::source::GuideFiles;

/// How wide the picture of a first page is, in pixels for each of the 595 points of A4.
const PIXELS_PER_POINT: f64 = 0.5;

/// A document to be made.
pub(super) struct Wanted {
    /// Its name, without folder and suffix.
    pub(super) name: String,
    /// The record that describes it.
    pub(super) of: String,
    /// The template, from the root of the paper templates.
    pub(super) template: String,
    /// What the template is told.
    pub(super) inputs: Vec<(&'static str, String)>,
}

/// Sets a document; nothing where its template has faults, which become findings.
pub(super) fn set(
    desk: &Desk,
    wanted: &Wanted,
    source: &GuideFiles,
    findings: &mut Findings,
) -> Option<Document> {
    let Some(sheet) = Sheet::new(desk, &wanted.template, &wanted.inputs) else {
        findings.extend(faults::no_template(wanted, source));
        return None;
    };
    let document = typst::compile::<PagedDocument>(&sheet).output;
    let made = document.and_then(|document| {
        let bytes = typst_pdf::pdf(&document, &options(desk, wanted))?;
        Ok((document, bytes))
    });
    match made {
        Ok((document, bytes)) => Some(Document {
            path: format!("downloads/{}.pdf", wanted.name),
            of: wanted.of.clone(),
            bytes,
            pages: document.pages().len(),
            picture: picture(&document).unwrap_or_default(),
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
        ident: Smart::Custom(wanted.name.clone()),
        creator: Smart::Custom(Some("Madoguchi".to_owned())),
        timestamp: Some(Timestamp::new_utc(desk.day)),
        // The two can be had together: they set no bounds that the other does not know.
        standards: PdfStandards::new(&standards).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

fn picture(document: &PagedDocument) -> Option<Vec<u8>> {
    let options = RenderOptions {
        pixel_per_pt: PIXELS_PER_POINT.into(),
        render_bleed: false,
    };
    let page = document.pages().first()?;
    typst_render::render(page, &options).encode_png().ok()
}
