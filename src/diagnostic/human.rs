//! For people: the source line with a caret that stands right under Japanese text.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Files, Finding, MessageLang, Place, Severity};

/// Most lines between two places of a finding that are shown together.
const MAX_APART: usize = 200;

pub(super) fn render(findings: &[&Finding], files: &Files, lang: MessageLang) -> String {
    let renderer = Renderer::plain();
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(finding, files, lang)]));
        out.push_str("\n\n");
    }
    out + &summary(findings, lang)
}

fn group<'a>(
    finding: &'a Finding,
    files: &'a Files,
    lang: MessageLang,
) -> annotate_snippets::Group<'a> {
    let level = match (finding.severity, lang) {
        (Severity::Error, MessageLang::En) => Level::ERROR,
        (Severity::Error, MessageLang::Ja) => Level::ERROR.with_name("エラー"),
        (Severity::Warning, MessageLang::En) => Level::WARNING,
        (Severity::Warning, MessageLang::Ja) => Level::WARNING.with_name("注意"),
    };
    let title = level
        .primary_title(finding.message.in_lang(lang))
        .id(finding.code);
    let name = files.name(finding.place.file);
    let group = if files.text(finding.place.file).is_empty() {
        title.element(Origin::path(name))
    } else {
        title.element(snippet(finding, files, lang).path(name))
    };
    let help = match lang {
        MessageLang::Ja => Level::HELP.with_name("直し方"),
        MessageLang::En => Level::HELP,
    };
    match &finding.remedy {
        Some(remedy) => group.element(help.message(remedy.in_lang(lang))),
        None => group,
    }
}

/// The lines that the finding is about, and only those: a file may be long.
fn snippet<'a>(
    finding: &'a Finding,
    files: &'a Files,
    lang: MessageLang,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = finding.place.file;
    let other = finding
        .other
        .as_ref()
        .filter(|(place, _)| place.file == file);
    let line_of = |place: Place| files.position(place).line;
    let here = line_of(finding.place);
    // A second place far away would pull in all that lies between.
    let other = other.filter(|(place, _)| line_of(*place).abs_diff(here) <= MAX_APART);
    let lines = other.map_or((here, here), |(place, _)| {
        (here.min(line_of(*place)), here.max(line_of(*place)))
    });
    let (start, _) = files.line(file, lines.0);
    let (last, text) = files.line(file, lines.1);
    let source = files.text(file).get(start..last + text.len()).unwrap_or("");
    let span = |place: Place| {
        let (line, text) = files.line(file, line_of(place));
        let end = (place.end as usize).clamp(place.start as usize, line + text.len());
        let text = files.text(file);
        text.floor_char_boundary(place.start as usize) - start..text.ceil_char_boundary(end) - start
    };
    let mut snippet = Snippet::source(source).line_start(lines.0);
    snippet = snippet.annotation(AnnotationKind::Primary.span(span(finding.place)));
    if let Some((place, label)) = other {
        snippet = snippet.annotation(
            AnnotationKind::Context
                .span(span(*place))
                .label(label.in_lang(lang)),
        );
    }
    snippet
}

fn summary(findings: &[&Finding], lang: MessageLang) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    match lang {
        MessageLang::Ja => format!("エラー {errors}件、注意 {warnings}件\n"),
        MessageLang::En => format!(
            "{errors} {}, {warnings} {}\n",
            plural(errors, "error"),
            plural(warnings, "warning")
        ),
    }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 {
        word.to_owned()
    } else {
        format!("{word}s")
    }
}
