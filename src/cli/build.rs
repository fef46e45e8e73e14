//! `madoguchi build`: the whole guide.

use std::path::PathBuf;

use clap::Args;

use super::judge::{self, Made, Pdfs};
use super::{GuideArgs, Outcome, eprint, in_the_guide, print, stop};
use crate::diagnostic::{MessageLang, render};
use crate::publish::{self, Report};
use crate::source;

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    common: GuideArgs,
    /// Folder of the finished guide: made anew, or exchanged where this program made it.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// Leave the PDFs out: the pages say then that there are none.
    #[arg(long)]
    no_pdf: bool,
}

/// Builds and publishes; with errors in the input nothing is written.
pub(super) fn run(args: &BuildArgs) -> Outcome {
    let lang = args.common.message_lang();
    if source::reads_from(&args.common.guide, &args.out) {
        return stop(&in_the_guide(&args.out), lang, Outcome::Usage);
    }
    let mut judged = match judge::guide(&args.common) {
        Ok(judged) => judged,
        Err(refusal) => return stop(&refusal.words, lang, refusal.outcome),
    };
    let pdfs = Pdfs::unless(args.no_pdf, || publish::kept(&args.out));
    let made = judge::make(&mut judged, &pdfs, &[]);
    if !judged.findings.is_empty() {
        eprint(&render(
            &judged.findings,
            &judged.source.files,
            args.common.format,
            lang,
        ));
    }
    let Some(Made {
        output,
        documents,
        edition,
        ..
    }) = made
    else {
        return Outcome::Findings;
    };
    match publish::publish(&args.out, output, &documents, edition) {
        Ok(report) => print(&done(&report, args, lang), lang),
        Err(error @ publish::Error::NotOurs { .. }) => stop(&error.words(), lang, Outcome::Usage),
        Err(error @ publish::Error::Io { .. }) => stop(&error.words(), lang, Outcome::Io),
    }
}

fn done(report: &Report, args: &BuildArgs, lang: MessageLang) -> String {
    let Report {
        files,
        written,
        removed,
    } = report;
    let start = args.out.join("index.html");
    let start = start.display();
    match lang {
        MessageLang::Ja => format!(
            "{files}個のファイル（書き込み {written}、削除 {removed}）。{start} を開いてください\n"
        ),
        MessageLang::En => {
            format!("{files} files ({written} written, {removed} removed); open {start}\n")
        }
    }
}
