//! The PDFs as templates of pages get them: for each record that describes one or more, their files.

use std::collections::BTreeMap;

use tera::Value as View;

use super::prose::Writer;
use crate::guide::Guide;
use crate::hash::sha256;
use crate::output::facts::{Records, map, text};
use crate::output::{Offer, Print};

/// The files that will stand beside the pages.
pub(super) fn paths(offers: &[Offer<'_>]) -> impl Iterator<Item = String> {
    offers.iter().flat_map(|offer| {
        let picture = offer.print.map(|_| offer.paper.picture_path());
        std::iter::once(offer.paper.path()).chain(picture)
    })
}

/// The files of each record, by its path.
pub(super) fn views(writer: &Writer<'_>, records: &Records, offers: &[Offer<'_>]) -> View {
    let mut views = BTreeMap::<String, Vec<View>>::new();
    for offer in offers {
        let file = file(writer, records, offer);
        views.entry(offer.paper.of.clone()).or_default().push(file);
    }
    map(views
        .into_iter()
        .map(|(path, files)| (path, View::from(files))))
}

fn file(writer: &Writer<'_>, records: &Records, offer: &Offer<'_>) -> View {
    let Offer { paper, print } = offer;
    let about = paper.about.as_deref().and_then(|path| path.split_once('.'));
    let about = about.and_then(|(kind, id)| records.get(kind)?.get(id).cloned());
    let href = format!("/{}", paper.path());
    let mut fields = BTreeMap::from([
        ("name", View::normal_string(&paper.name)),
        ("href", View::normal_string(&href)),
        ("about", about.unwrap_or_else(View::none)),
        ("print", View::none()),
    ]);
    if let Some(print) = print {
        let picture = format!("/{}", paper.picture_path());
        fields.insert("print", printed(writer, print, &picture));
    }
    map(fields)
}

/// What only a finished file tells.
fn printed(writer: &Writer<'_>, print: &Print, picture: &str) -> View {
    let (width, height) = size_of_png(&print.picture).unzip();
    let number = |number: Option<u32>| number.map_or_else(View::none, View::from);
    let size = size(writer.guide, print.bytes.len(), writer.language);
    map([
        ("pages", View::from(print.pages)),
        ("size", View::normal_string(&size)),
        ("sha256", View::normal_string(&sha256(&print.bytes))),
        ("picture", text(width.map(|_| picture))),
        ("width", number(width)),
        ("height", number(height)),
    ])
}

/// The length of a file in words, as Windows shows it: 1,024 bytes are 1 KB, and what is begun counts.
fn size(guide: &Guide<'_>, bytes: usize, language: &str) -> String {
    let kilobytes = bytes.div_ceil(1024);
    let (key, number) = match kilobytes {
        0..1024 => ("kilobytes", kilobytes.to_string()),
        _ => {
            let tenths = (kilobytes * 10).div_ceil(1024);
            ("megabytes", format!("{}.{}", tenths / 10, tenths % 10))
        }
    };
    guide.word(key, language).replace("{n}", &number)
}

/// Width and height, which stand at the same place in every PNG.
fn size_of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let bytes = bytes.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    Some((number(16)?, number(20)?))
}
