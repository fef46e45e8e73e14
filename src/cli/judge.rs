//! What `build` and `check` have in common: read, type, judge.

use jiff::civil::Date;

use super::{GuideArgs, Outcome, stop};
use crate::diagnostic::{Findings, Words};
use crate::lint;
use crate::model::{self, Model};
use crate::output::site;
use crate::source::{self, GuideFiles};

/// A guide that was read and judged. `model` is there where the settings could be used.
pub(super) struct Judged {
    pub(super) source: GuideFiles,
    pub(super) model: Option<(Model, Date)>,
    pub(super) findings: Findings,
}

/// Reads and judges the guide that the arguments name; what stops even that is said on standard error.
pub(super) fn read(args: &GuideArgs) -> Result<Judged, Outcome> {
    let mut findings = Findings::default();
    let lang = args.message_lang();
    let source = source::read(&args.guide, &mut findings).map_err(|error| match error {
        source::Error::Folder { .. } => stop(&error.words(), lang, Outcome::Io),
        source::Error::NoGuide { .. } => stop(&error.words(), lang, Outcome::Usage),
    })?;
    let Some(model) = model::read(&source, &mut findings) else {
        return Ok(Judged {
            source,
            model: None,
            findings,
        });
    };
    let covers_from = model.settings.covers_from.0;
    // An edition before the facts begin is a finding of its own, not a fault of the command.
    let day = args
        .as_of
        .unwrap_or(model.settings.edition.0.max(covers_from));
    if day < covers_from {
        let ja = format!("--as-of {day}: この手引きのデータは {covers_from} からです");
        let en = format!("--as-of {day}: the facts of this guide begin on {covers_from}");
        return Err(stop(&Words::new(ja, en), lang, Outcome::Usage));
    }
    lint::check(&source, &model, day, &mut findings);
    site::check_templates(&source, &mut findings);
    Ok(Judged {
        source,
        model: Some((model, day)),
        findings,
    })
}
