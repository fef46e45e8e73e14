//! Paper: the manual and the sheets as PDF, set by Typst from the facts by the templates in `templates/pdf/`.

mod blocks;
mod faults;
mod input;
mod pieces;
mod set;
mod world;

use jiff::civil::Date;
use typst::foundations::Datetime;

use super::Document;
use crate::diagnostic::Findings;
use crate::guide::Guide;
use crate::model::manuals::Manual;
use crate::model::sheets::{ForEach, Sheet};
use crate::source::GuideFiles;
use set::Wanted;
use world::Desk;

/// Makes all documents. Faults of templates become findings.
pub fn make(guide: &Guide<'_>, source: &GuideFiles, findings: &mut Findings) -> Vec<Document> {
    let edition = guide.model.settings.edition.0;
    let Some(day) = datetime(edition) else {
        return Vec::new();
    };
    let desk = Desk::new(source, input::files(guide), day);
    let wanted = wanted(guide);
    wanted
        .iter()
        .filter_map(|wanted| set::set(&desk, wanted, source, findings))
        .collect()
}

/// What there is to make: the manuals whose languages the guide has, and the sheets.
fn wanted(guide: &Guide<'_>) -> Vec<Wanted> {
    let model = guide.model;
    let languages = model.languages();
    let manuals = model.typed::<Manual>().into_iter();
    let manuals = manuals.filter(|manual| {
        let mut wanted = manual.fact.languages.iter();
        wanted.all(|language| languages.contains(&language.as_str()))
    });
    let mut wanted: Vec<Wanted> = manuals
        .map(|manual| Wanted {
            name: manual.common.id.clone(),
            of: format!("manuals.{}", manual.common.id),
            template: "manual.typ".to_owned(),
            inputs: vec![("languages", manual.fact.languages.join(","))],
        })
        .collect();
    for sheet in model.typed::<Sheet>() {
        let id = &sheet.common.id;
        let about = |name: String, record: &str| Wanted {
            name,
            of: format!("sheets.{id}"),
            template: format!("sheet/{id}.typ"),
            inputs: vec![("sheet", id.clone()), ("record", record.to_owned())],
        };
        match sheet.fact.for_each {
            None => wanted.push(about(id.clone(), "")),
            Some(ForEach::Procedures) => {
                let each = model.of("procedures").iter();
                wanted.extend(each.map(|entry| about(format!("{id}-{}", entry.id), &entry.id)));
            }
        }
    }
    wanted
}

fn datetime(day: Date) -> Option<Datetime> {
    Datetime::from_ymd(
        day.year().into(),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )
}
