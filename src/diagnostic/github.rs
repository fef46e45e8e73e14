//! Annotations of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`.

use super::{Files, Finding, MessageLang, Severity};

pub(super) fn render(findings: &[&Finding], files: &Files, lang: MessageLang) -> String {
    findings
        .iter()
        .map(|finding| line(finding, files, lang))
        .collect()
}

fn line(finding: &Finding, files: &Files, lang: MessageLang) -> String {
    let position = files.position(finding.place);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let remedy = finding.remedy.as_ref().map_or(String::new(), |remedy| {
        format!("\n{}", remedy.in_lang(lang))
    });
    format!(
        "::{level} file={},line={},col={},title={}::{}\n",
        escape_property(files.name(finding.place.file)),
        position.line,
        position.column,
        finding.code,
        escape(&format!("{}{remedy}", finding.message.in_lang(lang))),
    )
}

fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
