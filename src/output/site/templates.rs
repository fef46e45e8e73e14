//! The templates of a guide, loaded; their faults as findings with place and remedy.

use tera::{ErrorKind, Tera};

use crate::diagnostic::{Finding, Findings, Place};
use crate::source::Source;

const FOLDER: &str = "site/";

/// Loads every template below `templates/site/`, under its path there.
pub(super) fn load(source: &Source, findings: &mut Findings) -> Option<Tera> {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape);
    let texts = source
        .templates
        .iter()
        .filter_map(|(path, file)| Some((path.strip_prefix(FOLDER)?, source.files.text(*file))));
    match tera.add_raw_templates(texts.collect::<Vec<_>>()) {
        Ok(()) => Some(tera),
        Err(error) => {
            findings.extend(finding(&error, source, ""));
            None
        }
    }
}

/// Unlike the engine's own, it leaves `/` and `'` alone: every attribute of ours stands in double quotes.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    out.write_all(crate::markdown::escape(text).as_bytes())
}

/// What is wrong with a template, where it is wrong. `used_for` says which page was being made.
pub(super) fn finding(error: &tera::Error, source: &Source, used_for: &str) -> Option<Finding> {
    let report = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let name = report.map_or("base.html", |report| report.filename());
    let file = *source
        .templates
        .get(&format!("{FOLDER}{name}"))
        .or_else(|| source.templates.values().next())?;
    let place = report.map_or(Place::start_of(file), |report| {
        Place::new(file, report.span().range.clone())
    });
    let message = report.map_or_else(|| error.to_string(), |report| report.message().to_owned());
    let (ja, en) = match used_for {
        "" => (String::new(), String::new()),
        page => (format!("（ページ `{page}`）"), format!(" (page `{page}`)")),
    };
    let finding = Finding::error(
        "template",
        place,
        format!("テンプレートの誤り: {message}{ja}"),
        format!("template: {message}{en}"),
    );
    Some(finding.remedy(
        "テンプレートのこの場所を直してください",
        "mend the template at this place",
    ))
}
