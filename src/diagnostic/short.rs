//! One line a finding: `file:line:column: severity[code]: message (remedy)`.

use super::{Files, Finding, MessageLang, Severity};

pub(super) fn render(findings: &[&Finding], files: &Files, lang: MessageLang) -> String {
    findings
        .iter()
        .map(|finding| line(finding, files, lang))
        .collect()
}

fn line(finding: &Finding, files: &Files, lang: MessageLang) -> String {
    let position = files.position(finding.place);
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let remedy = finding.remedy.as_ref().map_or(String::new(), |remedy| {
        format!(" ({})", remedy.in_lang(lang))
    });
    format!(
        "{}:{}:{}: {severity}[{}]: {}{remedy}\n",
        files.name(finding.place.file),
        position.line,
        position.column,
        finding.code,
        finding.message.in_lang(lang),
    )
}
