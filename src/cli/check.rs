//! `madoguchi check`: findings only.

use clap::Args;

use super::{GuideArgs, Outcome, judge, print, stop};
use crate::diagnostic::render;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    common: GuideArgs,
}

/// Reports all findings on standard output.
pub(super) fn run(args: &CheckArgs) -> Outcome {
    let lang = args.common.message_lang();
    let judged = match judge::guide(&args.common) {
        Ok(judged) => judged,
        Err(refusal) => return stop(&refusal.words, lang, refusal.outcome),
    };
    let text = render(
        &judged.findings,
        &judged.source.files,
        args.common.format,
        lang,
    );
    match print(&text, lang) {
        Outcome::Done if judged.findings.has_errors() => Outcome::Findings,
        outcome => outcome,
    }
}
