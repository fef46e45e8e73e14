//! For people: the source line with a caret that stands right under Japanese text.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Files, Finding, MessageLang, Place, Severity};

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
        let mut snippet = Snippet::source(files.text(finding.place.file))
            .path(name)
            .annotation(AnnotationKind::Primary.span(one_line(files, finding.place)));
        if let Some((place, label)) = &finding.other
            && place.file == finding.place.file
        {
            let span = one_line(files, *place);
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(span)
                    .label(label.in_lang(lang)),
            );
        }
        title.element(snippet)
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

/// The part of a place that stands on its first line: a caret under ten lines helps nobody.
fn one_line(files: &Files, place: Place) -> std::ops::Range<usize> {
    let text = files.text(place.file);
    let start = text.floor_char_boundary(place.start as usize);
    let end = text.ceil_char_boundary(place.end as usize).max(start);
    let line_end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    start..end.min(line_end)
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
