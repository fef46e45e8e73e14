//! What `build`, `check` and `serve` have in common: read, type, judge, make.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{GuideArgs, Outcome};
use crate::diagnostic::{Finding, Findings, Severity, Words};
use crate::guide::Guide;
use crate::lint;
use crate::model::{self, Model};
use crate::output::{Document, Downloads, Kept, Offer, Output, Paper, site, workbook};
use crate::publish::Edition;
use crate::source::{self, GuideFiles};

/// A guide as it was read, with what there was to say about that.
pub(super) struct Read {
    pub(super) source: GuideFiles,
    pub(super) findings: Findings,
}

/// A guide that was read and judged. `model` is there where the settings could be used.
pub(super) struct Judged {
    pub(super) source: GuideFiles,
    pub(super) model: Option<(Model, Date)>,
    pub(super) findings: Findings,
}

/// Why there is nothing to judge, and how the command ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) words: Words,
    pub(super) outcome: Outcome,
}

impl From<source::Error> for Refusal {
    fn from(error: source::Error) -> Self {
        let outcome = match error {
            source::Error::Folder { .. } => Outcome::Io,
            source::Error::NoGuide { .. } => Outcome::Usage,
        };
        Self {
            words: error.words(),
            outcome,
        }
    }
}

/// Reads and judges the guide that the arguments name.
pub(super) fn guide(args: &GuideArgs) -> Result<Judged, Refusal> {
    judge(args, read(args)?)
}

/// Reads the folder that the arguments name.
pub(super) fn read(args: &GuideArgs) -> Result<Read, Refusal> {
    let mut findings = Findings::default();
    let source = source::read(&args.guide, &mut findings)?;
    Ok(Read { source, findings })
}

/// Types what was read, and holds it against every rule.
pub(super) fn judge(args: &GuideArgs, read: Read) -> Result<Judged, Refusal> {
    let Read {
        source,
        mut findings,
    } = read;
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
        return Err(Refusal {
            words: Words::new(ja, en),
            outcome: Outcome::Usage,
        });
    }
    lint::check(&source, &model, day, &mut findings);
    site::check_templates(&source, &mut findings);
    Ok(Judged {
        source,
        model: Some((model, day)),
        findings,
    })
}

/// What a command does about the PDFs.
pub(super) enum Pdfs {
    /// Makes them, but takes those that were set from the same before.
    Made(Kept),
    /// Has pages offer them, and sets one when somebody asks for it.
    Offered,
    /// Leaves them out, and has pages say so.
    LeftOut,
}

impl Pdfs {
    /// As the option `--no-pdf` says; `kept` looks for what was set before.
    pub(super) fn unless(no_pdf: bool, kept: impl FnOnce() -> Kept) -> Self {
        match no_pdf {
            true => Self::LeftOut,
            false => Self::Made(kept()),
        }
    }
}

/// Everything that is published, in memory.
pub(super) struct Made {
    /// The site.
    pub(super) output: Output,
    /// The PDFs.
    pub(super) documents: Vec<Document>,
    /// The paths of what is made when somebody asks.
    pub(super) on_demand: Vec<String>,
    pub(super) edition: Edition,
}

/// Makes the whole output in memory; nothing where there are errors, some of which show only while it is made. Errors with
/// a code of `pass` do not count.
pub(super) fn make(judged: &mut Judged, pdfs: &Pdfs, pass: &[&str]) -> Option<Made> {
    let (model, day) = judged.model.as_ref()?;
    let stops =
        |finding: &Finding| finding.severity == Severity::Error && !pass.contains(&finding.code);
    if judged.findings.iter().any(stops) {
        return None;
    }
    let guide = Guide::new(model, *day);
    let (documents, offered) = match pdfs {
        Pdfs::Made(kept) => (
            paper::make(&guide, &judged.source, kept, &mut judged.findings),
            Vec::new(),
        ),
        Pdfs::Offered => (Vec::new(), paper::papers(&guide)),
        Pdfs::LeftOut => (Vec::new(), Vec::new()),
    };
    let made = documents.iter().map(|document| Offer {
        paper: &document.paper,
        print: Some(&document.print),
    });
    let asked = offered.iter().map(|paper| Offer { paper, print: None });
    let downloads = Downloads {
        papers: made.chain(asked).collect(),
        workbooks: workbooks(&guide, pdfs, &mut judged.findings),
    };
    let mut output = site::make(&guide, &judged.source, &downloads, &mut judged.findings);
    let mut on_demand: Vec<String> = offered.iter().map(Paper::path).collect();
    for (path, bytes) in downloads.workbooks {
        match bytes {
            Some(bytes) => {
                output.insert(path, bytes);
            }
            None => on_demand.push(path),
        }
    }
    let edition = Edition {
        edition: model.settings.edition.0,
        as_of: *day,
    };
    (!judged.findings.iter().any(stops)).then_some(Made {
        output,
        documents,
        on_demand,
        edition,
    })
}

/// The files of workbooks; a preview only offers them.
fn workbooks(
    guide: &Guide<'_>,
    pdfs: &Pdfs,
    findings: &mut Findings,
) -> BTreeMap<String, Option<Vec<u8>>> {
    match pdfs {
        Pdfs::Offered => workbook::paths(guide)
            .into_iter()
            .map(|path| (path, None))
            .collect(),
        Pdfs::Made(_) | Pdfs::LeftOut => workbook::make(guide, findings)
            .into_iter()
            .map(|(path, bytes)| (path, Some(bytes)))
            .collect(),
    }
}

/// Makes one of the PDFs or workbooks of a guide that was made.
pub(super) fn set(judged: &Judged, path: &str, findings: &mut Findings) -> Option<Vec<u8>> {
    let (model, day) = judged.model.as_ref()?;
    let guide = Guide::new(model, *day);
    let made = workbook::make_one(&guide, path, findings);
    made.or_else(|| paper::make_one(&guide, &judged.source, path, findings))
}

#[cfg(feature = "pdf")]
use crate::output::pdf as paper;

/// What there is of paper in a program without Typst: nothing.
#[cfg(not(feature = "pdf"))]
mod paper {
    use super::{Document, Findings, Guide, GuideFiles, Kept, Paper};

    pub(super) fn papers(_: &Guide<'_>) -> Vec<Paper> {
        Vec::new()
    }

    pub(super) fn make(_: &Guide<'_>, _: &GuideFiles, _: &Kept, _: &mut Findings) -> Vec<Document> {
        Vec::new()
    }

    pub(super) fn make_one(
        _: &Guide<'_>,
        _: &GuideFiles,
        _: &str,
        _: &mut Findings,
    ) -> Option<Vec<u8>> {
        None
    }
}
