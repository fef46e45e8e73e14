//! PDFs and workbooks as templates of pages get them: for each record that describes one or more, their files.

use std::collections::BTreeMap;

use tera::Value as View;

use super::prose::Writer;
use crate::guide::Guide;
use crate::hash::sha256;
use crate::model::workbooks::{Workbook, WorkbookSheet};
use crate::output::facts::{Records, map, text};
use crate::output::{Downloads, Offer, Print, table_path, workbook_path};

/// The files that will stand beside the pages.
pub(super) fn paths(downloads: &Downloads<'_>) -> impl Iterator<Item = String> {
    let papers = downloads.papers.iter().flat_map(|offer| {
        let picture = offer.print.map(|_| offer.paper.picture_path());
        std::iter::once(offer.paper.path()).chain(picture)
    });
    papers.chain(downloads.workbooks.keys().cloned())
}

/// The workbook of each record, by its path, with its tables.
pub(super) fn workbooks(writer: &Writer<'_>, records: &Records, downloads: &Downloads<'_>) -> View {
    let workbooks = writer.guide.model.typed::<Workbook>().into_iter();
    map(workbooks.map(|record| {
        let id = &record.common.id;
        let tables = record.fact.sheets.iter().filter_map(|sheet| {
            let WorkbookSheet::Table(form) = sheet else {
                return None;
            };
            let about = records.get("forms")?.get(&form.0)?.clone();
            let mut view = download(writer, downloads, &table_path(id, &form.0));
            view.insert("about", about);
            Some(map(view))
        });
        let tables = View::from(tables.collect::<Vec<_>>());
        let mut view = download(writer, downloads, &workbook_path(id));
        view.insert("tables", tables);
        (format!("workbooks.{id}"), map(view))
    }))
}

/// A file to download; what only the finished file tells is none in a preview.
fn download(
    writer: &Writer<'_>,
    downloads: &Downloads<'_>,
    path: &str,
) -> BTreeMap<&'static str, View> {
    let bytes = downloads.workbooks.get(path).and_then(Option::as_deref);
    let told = |tell: fn(&Writer<'_>, &[u8]) -> String| {
        text(bytes.map(|bytes| tell(writer, bytes)).as_deref())
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    BTreeMap::from([
        ("name", View::normal_string(name)),
        ("href", View::normal_string(&format!("/{path}"))),
        (
            "size",
            told(|writer, bytes| size(writer.guide, bytes.len(), writer.language)),
        ),
        ("sha256", told(|_, bytes| sha256(bytes))),
    ])
}

/// The files of each record, by its path.
pub(super) fn views(writer: &Writer<'_>, records: &Records, downloads: &Downloads<'_>) -> View {
    let mut views = BTreeMap::<String, Vec<View>>::new();
    for offer in &downloads.papers {
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
