//! One thing to say about the input.

use super::{Files, MessageLang, Place};

/// A message in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Words {
    /// A message in both languages.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            ja: ja.into(),
            en: en.into(),
        }
    }

    /// The message in one language.
    #[must_use]
    pub fn in_lang(&self, lang: MessageLang) -> &str {
        match lang {
            MessageLang::Ja => &self.ja,
            MessageLang::En => &self.en,
        }
    }
}

/// How bad it is: errors stop a build, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide is not built.
    Error,
    /// The guide is built; somebody should look.
    Warning,
}

/// One thing to say about the input: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable code of the rule, such as `unknown-key`.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is the matter.
    pub message: Words,
    /// What to do about it.
    pub remedy: Option<Words>,
    /// A second place that belongs to it, with its label.
    pub other: Option<(Place, Words)>,
}

impl Finding {
    /// An error.
    #[must_use]
    pub fn error(
        code: &'static str,
        place: Place,
        ja: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        let message = Words::new(ja, en);
        Self {
            code,
            severity: Severity::Error,
            place,
            message,
            remedy: None,
            other: None,
        }
    }

    /// A warning.
    #[must_use]
    pub fn warning(
        code: &'static str,
        place: Place,
        ja: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, ja, en)
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn remedy(mut self, ja: impl Into<String>, en: impl Into<String>) -> Self {
        self.remedy = Some(Words::new(ja, en));
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn other(mut self, place: Place, ja: impl Into<String>, en: impl Into<String>) -> Self {
        self.other = Some((place, Words::new(ja, en)));
        self
    }
}

/// All findings of a run.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Are there any errors?
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of one severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Are there none at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The findings in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// By file name, place and code; said twice counts once.
    #[must_use]
    pub fn sorted(&self, files: &Files) -> Vec<&Finding> {
        let mut sorted: Vec<&Finding> = self.0.iter().collect();
        sorted.sort_by(|a, b| {
            let (name_a, name_b) = (files.name(a.place.file), files.name(b.place.file));
            let key = |f: &'_ Finding| (f.place.start, f.place.end, f.code);
            name_a
                .cmp(name_b)
                .then_with(|| key(a).cmp(&key(b)))
                .then_with(|| a.message.en.cmp(&b.message.en))
        });
        sorted.dedup();
        sorted
    }
}

impl Extend<Finding> for Findings {
    fn extend<T: IntoIterator<Item = Finding>>(&mut self, iter: T) {
        self.0.extend(iter);
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
