//! `madoguchi schema`: what editors need to help with the facts.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, eprint, in_the_guide, message_lang, print, stop};
use crate::diagnostic::{Findings, Format, MessageLang, Words, render};
use crate::model;
use crate::output::schema;
use crate::publish::{self, Report};
use crate::source;

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Folder of the guide, for its languages; an empty folder gives those of the edition inside this program.
    #[arg(long, value_name = "DIR", default_value = ".")]
    guide: PathBuf,
    /// Folder of the schemas; other files in it are left alone.
    #[arg(long, value_name = "DIR", default_value = "schema")]
    out: PathBuf,
    /// Language of the messages [default: ja where the locale is Japanese, else en].
    #[arg(long, value_enum)]
    lang: Option<MessageLang>,
}

/// Writes the JSON Schema of every file of facts.
pub(super) fn run(args: &SchemaArgs) -> Outcome {
    let lang = message_lang(args.lang);
    if source::reads_from(&args.guide, &args.out) {
        return stop(&in_the_guide(&args.out), lang, Outcome::Usage);
    }
    let mut findings = Findings::default();
    let source = match source::read(&args.guide, &mut findings) {
        Ok(source) => source,
        Err(error @ source::Error::Folder { .. }) => {
            return stop(&error.words(), lang, Outcome::Io);
        }
        Err(error @ source::Error::NoGuide { .. }) => {
            return stop(&error.words(), lang, Outcome::Usage);
        }
    };
    // Faults of the facts are what editors are to help with; only without settings there are no languages.
    let Some(model) = model::read(&source, &mut findings) else {
        eprint(&render(&findings, &source.files, Format::Human, lang));
        return Outcome::Findings;
    };
    let output = schema::make(&model.settings.languages);
    match publish::write_beside(&args.out, &output, schema::is_ours) {
        Ok(report) => print(&done(&report, args, lang), lang),
        Err(error @ publish::Error::NotOurs { .. }) => stop(&error.words(), lang, Outcome::Usage),
        Err(error @ publish::Error::Io { .. }) => stop(&error.words(), lang, Outcome::Io),
    }
}

fn done(report: &Report, args: &SchemaArgs, lang: MessageLang) -> String {
    let Report { files, written, .. } = report;
    let out = args.out.display();
    let words = Words::new(
        format!(
            "{out} に{files}個のファイル（書き込み {written}）。データのファイルの1行目に `# yaml-language-server: $schema=…/fees.schema.json` のように書くと、エディターが使います"
        ),
        format!(
            "{files} files in {out} ({written} written); editors use them where a data file begins with a line like `# yaml-language-server: $schema=…/fees.schema.json`"
        ),
    );
    format!("{}\n", words.in_lang(lang))
}
