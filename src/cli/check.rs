//! `madoguchi check`: findings only.

use clap::Args;

use super::judge::{self, Pdfs};
use super::{GuideArgs, Outcome, print, stop};
use crate::diagnostic::render;
use crate::output::Kept;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    common: GuideArgs,
    /// Leave the PDFs out: quicker, but faults that show only on paper are not found.
    #[arg(long)]
    no_pdf: bool,
}

/// Reports all findings on standard output.
pub(super) fn run(args: &CheckArgs) -> Outcome {
    let lang = args.common.message_lang();
    let mut judged = match judge::guide(&args.common) {
        Ok(judged) => judged,
        Err(refusal) => return stop(&refusal.words, lang, refusal.outcome),
    };
    // Some faults show only while pages and PDFs are made.
    let _ = judge::make(&mut judged, &Pdfs::unless(args.no_pdf, Kept::new), &[]);
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
