//! One JSON document, `version` 1: `{"version": 1, "errors": n, "warnings": n, "findings": [{code, severity, file, line, column,
//! end_line, end_column, message, remedy}]}`. Lines and columns count from 1, columns in characters.

use serde::Serialize;

use super::{Files, Finding, MessageLang, Severity};

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    errors: usize,
    warnings: usize,
    findings: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    remedy: Option<&'a str>,
}

pub(super) fn render(findings: &[&Finding], files: &Files, lang: MessageLang) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let document = Document {
        version: 1,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: findings
            .iter()
            .map(|finding| entry(finding, files, lang))
            .collect(),
    };
    // Strings and numbers only: this cannot fail; an empty object would still be JSON.
    serde_json::to_string_pretty(&document).unwrap_or_else(|_| "{}".to_owned()) + "\n"
}

fn entry<'a>(finding: &'a Finding, files: &'a Files, lang: MessageLang) -> Entry<'a> {
    let (start, end) = (
        files.position(finding.place),
        files.end_position(finding.place),
    );
    Entry {
        code: finding.code,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: files.name(finding.place.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: finding.message.in_lang(lang),
        remedy: finding.remedy.as_ref().map(|remedy| remedy.in_lang(lang)),
    }
}
