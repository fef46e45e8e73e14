//! Which documents a guide has: the manuals whose languages it has, and the sheets.

use crate::diagnostic::Place;
use crate::guide::Guide;
use crate::model::manuals::Manual;
use crate::model::sheets::{ForEach, Sheet};
use crate::model::{Entry, Model, Record};
use crate::output::Paper;

/// A document to be made.
pub(super) struct Wanted {
    /// Which one.
    pub(super) paper: Paper,
    /// Where the record stands that describes it.
    pub(super) place: Place,
    /// The template, from the root of the paper templates.
    pub(super) template: String,
    /// What the template is told.
    pub(super) inputs: Vec<(&'static str, String)>,
    weight: usize,
}

impl Wanted {
    /// How long it takes to set, compared with the others: a manual as long as it has languages, a sheet no time.
    pub(super) fn weight(&self) -> usize {
        self.weight
    }
}

/// All documents, in the order in which they are offered.
pub(super) fn wanted(guide: &Guide<'_>) -> Vec<Wanted> {
    let model = guide.model;
    let languages = model.languages();
    let manuals = model.typed::<Manual>().into_iter().filter(|manual| {
        let mut wanted = manual.fact.languages.iter();
        wanted.all(|language| languages.contains(&language.as_str()))
    });
    let manuals = manuals.filter_map(|manual| of_manual(model, &manual));
    let sheets = model.typed::<Sheet>().into_iter();
    let sheets = sheets.flat_map(|sheet| match sheet.fact.for_each {
        None => vec![of_sheet(model, &sheet, None)],
        Some(ForEach::Procedures) => {
            let each = model.of("procedures").iter();
            each.map(|entry| of_sheet(model, &sheet, Some(entry)))
                .collect()
        }
    });
    manuals.chain(sheets.flatten()).collect()
}

fn of_manual(model: &Model, manual: &Record<Manual>) -> Option<Wanted> {
    let id = &manual.common.id;
    let of = format!("manuals.{id}");
    Some(Wanted {
        place: model.at(&of)?.id_place,
        paper: Paper {
            name: id.clone(),
            of,
            about: None,
        },
        template: "manual.typ".to_owned(),
        inputs: vec![("languages", manual.fact.languages.join(","))],
        weight: manual.fact.languages.len(),
    })
}

/// `about` is the record for which the sheet is made, where it is made for each of a kind.
fn of_sheet(model: &Model, sheet: &Record<Sheet>, about: Option<&Entry>) -> Option<Wanted> {
    let id = &sheet.common.id;
    let of = format!("sheets.{id}");
    let record = about.map_or("", |entry| entry.id.as_str());
    Some(Wanted {
        place: model.at(&of)?.id_place,
        paper: Paper {
            name: about.map_or(id.clone(), |entry| format!("{id}-{}", entry.id)),
            of,
            about: about.map(Entry::path),
        },
        template: template(&sheet.fact, id),
        inputs: vec![
            ("sheet", id.clone()),
            ("record", record.to_owned()),
            ("language", (*model.languages().first()?).to_owned()),
        ],
        weight: 0,
    })
}

/// A sheet whose pages are data needs no template of its own.
fn template(sheet: &Sheet, id: &str) -> String {
    match sheet.pages {
        Some(_) => "sheet/pages.typ".to_owned(),
        None => format!("sheet/{id}.typ"),
    }
}
