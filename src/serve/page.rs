//! Pages of the preview itself, and what every page gets so that it shows itself again.

use crate::diagnostic::{Files, Finding, Findings, MessageLang, Place, Severity, Words};
use crate::markdown::escape;

/// The script of every page.
pub(super) const SCRIPT: &str = include_str!("reload.js");
/// What makes it show the page again.
pub(super) const CHANGED: &str = "dispatchEvent(new Event('madoguchi-changed'));\n";
/// The style of the pages here.
pub(super) const STYLE: &str = include_str!("page.css");

/// Most findings that are shown on a page; standard error has them all.
const MOST: usize = 200;
/// Lines shown before and after the one that a finding is about.
const AROUND: usize = 2;
/// Most letters of a line that are shown before and after the place.
const LONG: usize = 300;

/// The page with the script, which is told which guide the page is of, and with a note at its end, if there is one.
pub(super) fn dressed(html: &str, mark: &str, note: Option<&str>) -> String {
    let split = |html: &str, tag| {
        let (before, after) = html.split_at(html.rfind(tag).unwrap_or(html.len()));
        (before.to_owned(), after.to_owned())
    };
    let script = format!("<script src=\"/.preview/reload.js?after={mark}\" defer></script>");
    let (head, rest) = split(html, "</head>");
    let Some(note) = note else {
        return head + &script + &rest;
    };
    let (body, end) = split(&rest, "</body>");
    format!("{head}<link rel=\"stylesheet\" href=\"/.preview/page.css\">{script}{body}{note}{end}")
}

/// The page that stands for every page while the guide cannot be made.
#[must_use]
pub fn findings(findings: &Findings, files: &Files, lang: MessageLang) -> String {
    let list = list(findings, files, lang);
    let body = format!(
        "<p class=\"preview-counts\">{}</p>\n{list}",
        counts(findings, files, lang)
    );
    not_made(&body, lang)
}

/// A note for pages that are shown although `build` would refuse them: a translation is behind its original.
#[must_use]
pub fn behind(findings: &Findings, files: &Files, lang: MessageLang) -> String {
    let words = Words::new(
        "翻訳が原文に追いついていません。このままでは build できません",
        "A translation is behind its original: build would refuse this",
    );
    format!(
        "<details class=\"preview-note\" lang=\"{}\">\n<summary>{} ({})</summary>\n{}</details>\n",
        code(lang),
        words.in_lang(lang),
        counts(findings, files, lang),
        list(findings, files, lang)
    )
}

fn counts(findings: &Findings, files: &Files, lang: MessageLang) -> String {
    let sorted = findings.sorted(files);
    let is_warning = |finding: &&&Finding| finding.severity == Severity::Warning;
    let warnings = sorted.iter().filter(is_warning).count();
    let errors = sorted.len() - warnings;
    Words::new(
        format!("エラー {errors}件、注意 {warnings}件"),
        format!("Errors: {errors}, warnings: {warnings}"),
    )
    .in_lang(lang)
    .to_owned()
}

/// Errors before warnings.
fn list(findings: &Findings, files: &Files, lang: MessageLang) -> String {
    let mut sorted = findings.sorted(files);
    sorted.sort_by_key(|finding| finding.severity);
    let items: String = sorted
        .iter()
        .take(MOST)
        .map(|finding| item(finding, files, lang))
        .collect();
    let more = sorted.len().saturating_sub(MOST);
    let rest = Words::new(
        format!("ほかに {more}件あります。端末にはすべて出ています。"),
        format!("There are {more} more; the terminal shows them all."),
    );
    let rest = if more > 0 {
        paragraph(&rest, lang)
    } else {
        String::new()
    };
    format!("<ol class=\"preview-findings\">\n{items}</ol>\n{rest}")
}

/// The same where the folder is no guide at all.
#[must_use]
pub fn refused(why: &Words, lang: MessageLang) -> String {
    not_made(&paragraph(why, lang), lang)
}

/// The page for what is not there, where the guide has none.
pub(super) fn missing(lang: MessageLang) -> String {
    let title = Words::new("このページはありません", "There is no such page");
    let start = Words::new("表紙へ", "To the start");
    let body = format!("<p><a href=\"/\">{}</a></p>\n", start.in_lang(lang));
    page(&title, &body, lang)
}

fn not_made(body: &str, lang: MessageLang) -> String {
    let title = Words::new(
        "このままでは手引きを作れません",
        "The guide cannot be made like this",
    );
    let wait = Words::new(
        "直して保存すると、このページは自動で元のページへ戻ります。",
        "Mend it and save: the page that you were on comes back by itself.",
    );
    page(&title, &(paragraph(&wait, lang) + body), lang)
}

fn page(title: &Words, body: &str, lang: MessageLang) -> String {
    let (code, title) = (code(lang), title.in_lang(lang));
    format!(
        "<!DOCTYPE html>
<html lang=\"{code}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<link rel=\"icon\" href=\"data:,\">
<link rel=\"stylesheet\" href=\"/assets/site.css\">
<link rel=\"stylesheet\" href=\"/.preview/page.css\">
<title>{title}</title>
</head>
<body>
<main class=\"preview\" id=\"main\">
<h1>{title}</h1>
{body}</main>
</body>
</html>
"
    )
}

fn code(lang: MessageLang) -> &'static str {
    match lang {
        MessageLang::Ja => "ja",
        MessageLang::En => "en",
    }
}

fn paragraph(words: &Words, lang: MessageLang) -> String {
    format!("<p>{}</p>\n", marked(words.in_lang(lang)))
}

fn item(finding: &Finding, files: &Files, lang: MessageLang) -> String {
    let (class, severity) = match finding.severity {
        Severity::Error => ("preview-error", Words::new("エラー", "Error")),
        Severity::Warning => ("preview-warning", Words::new("注意", "Warning")),
    };
    let severity = severity.in_lang(lang);
    let message = marked(finding.message.in_lang(lang));
    let (at, code) = (place(finding.place, files), finding.code);
    let excerpt = excerpt(finding.place, files);
    let other = finding
        .other
        .as_ref()
        .map_or(String::new(), |(other, label)| {
            format!(
                "<p>{} {}</p>\n",
                place(*other, files),
                marked(label.in_lang(lang))
            )
        });
    let help = Words::new("直し方:", "Remedy:");
    let remedy = finding.remedy.as_ref().map_or(String::new(), |remedy| {
        let (help, remedy) = (help.in_lang(lang), marked(remedy.in_lang(lang)));
        format!("<p><strong>{help}</strong> {remedy}</p>\n")
    });
    format!(
        "<li class=\"{class}\">\n<h2><span class=\"preview-severity\">{severity}</span> {message}</h2>\n<p>{at} <code>{code}</code></p>\n{excerpt}{other}{remedy}</li>\n"
    )
}

fn place(place: Place, files: &Files) -> String {
    let name = escape(files.name(place.file));
    if files.text(place.file).is_empty() {
        return format!("<code>{name}</code>");
    }
    let at = files.position(place);
    format!("<code>{name}:{}:{}</code>", at.line, at.column)
}

/// The line at a place with those around it, and the place marked.
fn excerpt(place: Place, files: &Files) -> String {
    let text = files.text(place.file);
    if text.is_empty() {
        return String::new();
    }
    let end = text.trim_end().len();
    let last = files.position(Place::new(place.file, end..end)).line;
    let here = files.position(place).line;
    let first = here.saturating_sub(AROUND).max(1);
    let lines = (first..=(here + AROUND).min(last.max(here))).map(|line| {
        let (start, text) = files.line(place.file, line);
        let text = if line == here {
            with_mark(
                text,
                place.bytes().start.saturating_sub(start),
                place.bytes().end.saturating_sub(start),
            )
        } else {
            escape(&start_of(text))
        };
        format!("<span class=\"preview-line\">{line}</span>{text}")
    });
    format!("<pre>{}\n</pre>\n", lines.collect::<Vec<_>>().join("\n"))
}

/// A line with what stands from one byte to the other marked.
fn with_mark(line: &str, from: usize, to: usize) -> String {
    let from = line.floor_char_boundary(from);
    let to = line.ceil_char_boundary(to.clamp(from, line.len()));
    let part = |range| line.get(range).unwrap_or_default();
    format!(
        "{}<mark>{}</mark>{}",
        escape(&end_of(part(0..from))),
        escape(&start_of(part(from..to))),
        escape(&start_of(part(to..line.len())))
    )
}

fn start_of(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn end_of(text: &str) -> String {
    match text.char_indices().rev().nth(LONG) {
        Some((at, c)) => format!("…{}", text.get(at + c.len_utf8()..).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A message: what stands between backticks is code.
fn marked(message: &str) -> String {
    let parts = message.split('`').enumerate().map(|(at, part)| {
        let part = escape(part);
        if at % 2 == 1 {
            format!("<code>{part}</code>")
        } else {
            part
        }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page_of(text: &str, bytes: std::ops::Range<usize>) -> String {
        let mut files = Files::default();
        let file = files.add("data/<a>.yaml", text);
        let place = Place::new(file, bytes);
        let finding = Finding::error(
            "unknown-key",
            place,
            "`a` は<知りません>",
            "`a` is <not> known",
        );
        let mut all = Findings::default();
        all.push(Finding::warning("late", place, "遅い", "late"));
        all.push(
            finding
                .remedy("`b` と書く", "write `b`")
                .other(place, "ここも", "here too"),
        );
        findings(&all, &files, MessageLang::En)
    }

    #[test]
    fn a_finding_is_shown_with_its_place_and_nothing_in_it_is_html() {
        let html = page_of("x: 1\n名前: <b>\n", 5..11);
        assert!(
            html.contains("<code>a</code> is &lt;not&gt; known</h2>"),
            "{html}"
        );
        assert!(
            html.contains("<code>data/&lt;a&gt;.yaml:2:1</code> <code>unknown-key</code>"),
            "{html}"
        );
        let source = "<pre><span class=\"preview-line\">1</span>x: 1\n<span class=\"preview-line\">2</span><mark>名前</mark>: &lt;b&gt;\n</pre>";
        assert!(html.contains(source), "{html}");
        assert!(
            html.contains("<strong>Remedy:</strong> write <code>b</code>"),
            "{html}"
        );
        assert!(html.contains("yaml:2:1</code> here too"), "{html}");
        assert!(!html.contains("<b>"), "{html}");
    }

    #[test]
    fn errors_come_first() {
        let html = page_of("x: 1\n", 0..1);
        assert!(
            html.find("class=\"preview-error\"") < html.find("class=\"preview-warning\""),
            "{html}"
        );
        assert!(html.contains("Errors: 1, warnings: 1"), "{html}");
    }

    #[test]
    fn of_a_long_line_only_the_place_is_shown() {
        let html = page_of(&"字".repeat(10_000), 15_000..15_003);
        let shown = html.matches('字').count();
        assert_eq!(shown, 2 * (LONG + 1 + LONG), "for both findings");
        assert!(
            html.contains("</span>…字") && html.contains("字…\n"),
            "{html}"
        );
    }

    #[test]
    fn places_beyond_the_text_are_no_fault_of_the_page() {
        for bytes in [4..4, 5..5, 400..500] {
            assert!(page_of("x: 1\n", bytes).contains("</pre>"));
        }
        assert!(!page_of("", 0..0).contains("<pre>"));
    }

    #[test]
    fn a_page_without_a_head_gets_the_script_too() {
        let html = dressed("<p>x</p>", "7", None);
        assert_eq!(
            html,
            "<p>x</p><script src=\"/.preview/reload.js?after=7\" defer></script>"
        );
    }
}
