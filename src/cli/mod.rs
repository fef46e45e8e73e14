//! The command line: parses, runs one command, maps what happened to an exit code.

mod build;
mod check;
mod judge;
mod schema;
mod serve;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

use crate::diagnostic::{Format, MessageLang, Words};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done = 0,
    /// The input has errors; nothing was written.
    Findings = 1,
    /// The command or the configuration cannot be used.
    Usage = 2,
    /// Something could not be read or written.
    Io = 3,
    /// The program is at fault.
    Internal = 4,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Turns dated, sourced facts about Japan's Online Residence Application System into a bilingual guide.
///
/// 在留申請オンラインシステムについての、日付と出典のあるデータから、日本語と英語の手引きを作ります。
#[derive(Debug, Parser)]
#[command(
    name = "madoguchi",
    version,
    after_help = "Exit codes: 0 done, 1 the input has errors, 2 usage or configuration, 3 could not read or write, 4 internal fault.\nResults go to standard output, everything else to standard error."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the guide: pages and PDFs in all its languages.
    Build(build::BuildArgs),
    /// Check facts, prose and templates, and report all findings.
    Check(check::CheckArgs),
    /// Write the JSON Schema of the data files, by which an editor completes, explains and checks them.
    Schema(schema::SchemaArgs),
    /// Show the guide in a browser on this computer, and again after every change; ends with Ctrl-C.
    Serve(serve::ServeArgs),
}

/// What every command takes.
#[derive(Debug, Args)]
pub(crate) struct GuideArgs {
    /// Folder of the guide; an empty folder gives the edition inside this program.
    #[arg(long, value_name = "DIR", default_value = ".")]
    guide: PathBuf,
    /// The day from which the guide is seen [default: `edition` in guide.yaml].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    as_of: Option<Date>,
    /// Language of the messages [default: ja where the locale is Japanese, else en].
    #[arg(long, value_enum)]
    lang: Option<MessageLang>,
    /// Form of the findings.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

impl GuideArgs {
    fn message_lang(&self) -> MessageLang {
        message_lang(self.lang)
    }
}

/// The language that was asked for, else that of the locale.
fn message_lang(asked: Option<MessageLang>) -> MessageLang {
    let locale = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
    };
    asked.unwrap_or_else(|| {
        if locale().is_some_and(|value| value.starts_with("ja")) {
            MessageLang::Ja
        } else {
            MessageLang::En
        }
    })
}

/// Why nothing is written to a folder that the guide is read from.
fn in_the_guide(out: &Path) -> Words {
    let out = out.display();
    Words::new(
        format!("--out {out}: 手引きの元になるフォルダーの中には作れません"),
        format!("--out {out}: this lies in a folder that the guide is read from"),
    )
}

fn parse_day(text: &str) -> Result<Date, String> {
    let strict = text.len() == 10;
    text.parse().ok().filter(|_| strict).ok_or_else(|| {
        "write the day as 2026-11-23（日付は 2026-11-23 のように書きます）".to_owned()
    })
}

/// Runs the command of this process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            return if error.use_stderr() {
                let _ = error.print();
                Outcome::Usage.into()
            } else {
                print(&error.render().to_string(), MessageLang::En).into()
            };
        }
    };
    let run = || match cli.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Serve(args) => serve::run(&args),
    };
    // A fault of ours is told apart from one of the input; what it was stands on standard error already.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(run))
        .unwrap_or(Outcome::Internal)
        .into()
}

/// Writes a result to standard output. A reader who went away is no fault; a disk that refuses is.
fn print(text: &str, lang: MessageLang) -> Outcome {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Outcome::Done,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => {
            let ja = format!("結果を書き出せません（{error}）");
            stop(
                &Words::new(ja, format!("the result cannot be written ({error})")),
                lang,
                Outcome::Io,
            )
        }
    }
}

/// Writes anything else to standard error. Where that cannot be written, nobody could be told.
fn eprint(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Says why a command stops, and how it ends.
fn stop(words: &Words, lang: MessageLang, outcome: Outcome) -> Outcome {
    eprint(&format!("madoguchi: {}\n", words.in_lang(lang)));
    outcome
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn days_are_read_strictly() {
        assert!(parse_day("2026-11-23").is_ok());
        assert!(parse_day("2026-11-23T00:00:00").is_err());
        assert!(parse_day("23.11.2026").is_err());
    }
}
