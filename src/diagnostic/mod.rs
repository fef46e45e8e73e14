//! What the program has to say about its input: findings, with their places, in two languages.
//!
//! This module knows nothing of facts or pages. Everything above it collects [`Finding`]s and goes on, so that one run
//! reports all of them; only [`render`] turns them into text.

mod finding;
mod github;
mod human;
mod json;
mod place;
mod short;
mod suggest;

pub use finding::{Finding, Findings, Severity, Words};
pub use place::{EMBEDDED, FileId, Files, Place, Position};
pub use suggest::{did_you_mean, with_suggestion};

/// Language of the messages (not of the guide).
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum MessageLang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// How findings are written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Source line with a caret, for people.
    Human,
    /// One line a finding.
    Short,
    /// One JSON document, for programs.
    Json,
    /// Annotations of GitHub Actions.
    Github,
}

/// Writes `findings` in `format`, in the order of files and places, with a closing summary where people read it.
#[must_use]
pub fn render(findings: &Findings, files: &Files, format: Format, lang: MessageLang) -> String {
    let sorted = findings.sorted(files);
    let text = match format {
        Format::Human => human::render(&sorted, files, lang),
        Format::Short => short::render(&sorted, files, lang),
        Format::Json => json::render(&sorted, files, lang),
        Format::Github => github::render(&sorted, files, lang),
    };
    harmless(&text)
}

/// Names and keys come from files of strangers: nothing in them may steer a terminal.
fn harmless(text: &str) -> String {
    let shown = |c: char| {
        if c.is_control() && c != '\n' {
            '\u{fffd}'
        } else {
            c
        }
    };
    text.chars().map(shown).collect()
}
