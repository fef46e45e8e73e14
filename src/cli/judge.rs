//! What `build` and `check` have in common: read, type, judge.

use jiff::civil::Date;

use super::{GuideArgs, Outcome, eprint};
use crate::diagnostic::{Findings, MessageLang};
use crate::lint;
use crate::model::{self, Model};
use crate::output::site;
use crate::source::{self, Source};

/// A guide that was read and judged. `model` is there where the settings could be used.
pub(super) struct Judged {
    pub(super) source: Source,
    pub(super) model: Option<(Model, Date)>,
    pub(super) findings: Findings,
}

/// Reads and judges the guide that the arguments name; what stops even that is said on standard error.
pub(super) fn read(args: &GuideArgs) -> Result<Judged, Outcome> {
    let mut findings = Findings::default();
    let source = source::read(&args.guide, &mut findings).map_err(|error| {
        eprint(&format!("madoguchi: {error}\n"));
        match error {
            source::Error::Folder { .. } => Outcome::Io,
            source::Error::NoGuide { .. } => Outcome::Usage,
        }
    })?;
    let Some(model) = model::read(&source, &mut findings) else {
        return Ok(Judged {
            source,
            model: None,
            findings,
        });
    };
    let covers_from = model.settings.covers_from.0;
    let day = args.as_of.unwrap_or(model.settings.edition.0);
    if day < covers_from {
        eprint(&match args.message_lang() {
            MessageLang::Ja => {
                format!("madoguchi: --as-of {day}: この手引きのデータは {covers_from} からです\n")
            }
            MessageLang::En => format!(
                "madoguchi: --as-of {day}: the facts of this guide begin on {covers_from}\n"
            ),
        });
        return Err(Outcome::Usage);
    }
    lint::check(&source, &model, day, &mut findings);
    site::check_templates(&source, &mut findings);
    Ok(Judged {
        source,
        model: Some((model, day)),
        findings,
    })
}
