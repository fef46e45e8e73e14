//! `madoguchi build`: the whole guide.

use std::path::PathBuf;

use clap::Args;

use super::{GuideArgs, Outcome};

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    common: GuideArgs,
    /// Folder of the finished guide; made, or exchanged where this program made it.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
}

pub(super) fn run(_args: &BuildArgs) -> Outcome {
    Outcome::Done
}
