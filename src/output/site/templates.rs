//! The templates of a guide, loaded; their faults as findings with place and remedy.

use tera::{ErrorKind, Kwargs, State, Tera, Value as View};

use crate::diagnostic::{Finding, Findings, Place, Severity};
use crate::markdown::mark_japanese;
use crate::source::GuideFiles;

const FOLDER: &str = "site/";

/// Loads every template below `templates/site/`, under its path there. The filter `mark` marks Japanese in a plain text.
pub(super) fn load(source: &GuideFiles, language: &str, findings: &mut Findings) -> Option<Tera> {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape);
    let language = language.to_owned();
    tera.register_filter("mark", move |text: &str, _: Kwargs, _: &State| {
        View::safe_string(&mark_japanese(text, &language))
    });
    let paths = source.templates.iter();
    let texts: Vec<(&str, &str)> = paths
        .filter_map(|(path, file)| Some((path.strip_prefix(FOLDER)?, source.files.text(*file))))
        .collect();
    match tera.add_raw_templates(texts.clone()) {
        Ok(()) => Some(tera),
        Err(error) => {
            let before = findings.count(Severity::Error);
            for (name, text) in texts {
                if let Err(error) = Tera::new().add_raw_template(name, text)
                    && matches!(error.kind(), ErrorKind::SyntaxError(_))
                {
                    findings.extend(finding(&error, source, ""));
                }
            }
            if findings.count(Severity::Error) == before {
                findings.extend(finding(&error, source, ""));
            }
            None
        }
    }
}

/// Unlike the engine's own, it leaves `/` and `'` alone: every attribute of ours stands in double quotes.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    out.write_all(crate::markdown::escape(text).as_bytes())
}

/// What is wrong with a template, where it is wrong. `used_for` says which page was being made.
pub(super) fn finding(error: &tera::Error, source: &GuideFiles, used_for: &str) -> Option<Finding> {
    let (name, span, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
            report.filename(),
            Some(report.span().range.clone()),
            report.message().to_owned(),
        ),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.as_str(), None, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (current.as_str(), None, error.to_string()),
        _ => ("", None, error.to_string()),
    };
    // Faults that show only when all templates are put together name their template in the text alone.
    let named = |path: &&String| {
        path.strip_prefix(FOLDER)
            .is_some_and(|name| message.contains(name))
    };
    let path = format!("{FOLDER}{name}");
    let file = source
        .templates
        .get(&path)
        .or_else(|| source.templates.get(source.templates.keys().find(named)?));
    let file = *file.or_else(|| source.templates.values().next())?;
    let place = span.map_or(Place::start_of(file), |span| Place::new(file, span));
    let (ja, en) = match used_for {
        "" => (String::new(), String::new()),
        page => (format!("（ページ `{page}`）"), format!(" (page `{page}`)")),
    };
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let ja = format!("テンプレートの誤り: {message}{ja}");
    let finding = Finding::error("template", place, ja, format!("template: {message}{en}"));
    Some(finding.remedy(
        "テンプレートのこの場所を直してください",
        "mend the template at this place",
    ))
}
