//! `madoguchi serve`: the guide in a browser while it is being written.

use std::sync::Arc;

use clap::Args;

use super::judge::{self, Judged, Made, Pdfs, Refusal};
use super::{GuideArgs, Outcome, eprint, print, stop};
use crate::diagnostic::{Findings, render};
use crate::output::{Output, site};
use crate::serve::{self, Papers, Preview, Shown};

/// Errors that say that a translation is behind its original. Who changes the original wants to see it before it is
/// translated: pages are shown all the same, with a note.
const BEHIND: [&str; 2] = ["stale-translation", "structure-differs"];

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    common: GuideArgs,
    /// Port of this computer to listen on; 0 takes one that is free.
    #[arg(long, value_name = "N", default_value_t = 8017)]
    port: u16,
}

/// Says where the preview is, on standard output, and shows it until it is ended.
pub(super) fn run(args: &ServeArgs) -> Outcome {
    let lang = args.common.message_lang();
    let mut desk = Desk::new(&args.common);
    // Read first: a wrong folder is said to be one, not to be beyond watching.
    if let Err(refusal) = judge::read(&args.common) {
        return stop(&refusal.words, lang, refusal.outcome);
    }
    let preview = match Preview::open(args.port, &args.common.guide) {
        Ok(preview) => preview,
        Err(error) => return stop(&error.words(), lang, Outcome::Io),
    };
    let shown = match desk.next() {
        Ok(shown) => shown.unwrap_or_else(|| Shown::new(Output::new(), lang)),
        Err(refusal) => return stop(&refusal.words, lang, refusal.outcome),
    };
    match print(&format!("{}\n", preview.address()), lang) {
        Outcome::Done => {}
        outcome => return outcome,
    }
    preview.run(shown, &mut || match desk.next() {
        Ok(shown) => shown,
        Err(refusal) => desk.refuse(refusal),
    });
    Outcome::Done
}

/// Makes one guide after the other, and remembers of the last what spares work and repetition.
struct Desk<'a> {
    args: &'a GuideArgs,
    /// What was read, or why it could not be.
    last: Option<Result<(Arc<Judged>, Findings), Refusal>>,
    /// The style and scripts of the last guide that could be read: error pages use them.
    assets: Output,
    /// What was said last on standard error.
    said: String,
}

impl<'a> Desk<'a> {
    fn new(args: &'a GuideArgs) -> Self {
        Self {
            args,
            last: None,
            assets: Output::new(),
            said: String::new(),
        }
    }

    /// The guide as it is now; nothing where the same was read as last time.
    fn next(&mut self) -> Result<Option<Shown>, Refusal> {
        let lang = self.args.message_lang();
        let read = judge::read(self.args)?;
        if let Some(Ok((judged, findings))) = &self.last
            && read.source.same_as(&judged.source)
            && read.findings == *findings
        {
            return Ok(None);
        }
        let findings = read.findings.clone();
        let mut judged = judge::judge(self.args, read)?;
        self.assets = site::assets(&judged.source.theme);
        let made = judge::make(&mut judged, &Pdfs::Offered, &BEHIND);
        let files = &judged.source.files;
        let text = match judged.findings.is_empty() && self.said.is_empty() {
            true => String::new(),
            false => render(&judged.findings, files, self.args.format, lang),
        };
        self.say(text);
        let judged = Arc::new(judged);
        let shown = self.shown(made, &judged);
        self.last = Some(Ok((judged, findings)));
        Ok(Some(shown))
    }

    /// What browsers see of a guide, or of why there is none.
    fn shown(&self, made: Option<Made>, judged: &Arc<Judged>) -> Shown {
        let lang = self.args.message_lang();
        let (findings, files) = (&judged.findings, &judged.source.files);
        let Some(made) = made else {
            let page = serve::findings(findings, files, lang);
            return Shown::new(self.assets.clone(), lang).with_fault(page);
        };
        let papers = papers(made.on_demand, Arc::clone(judged), self.args);
        let shown = Shown::new(made.output, lang).with_papers(papers);
        match findings.has_errors() {
            true => shown.with_note(serve::behind(findings, files, lang)),
            false => shown,
        }
    }

    /// Says that what is there is no guide; nothing where that was said last time.
    fn refuse(&mut self, refusal: Refusal) -> Option<Shown> {
        let lang = self.args.message_lang();
        if matches!(&self.last, Some(Err(last)) if *last == refusal) {
            return None;
        }
        self.say(format!("madoguchi: {}\n", refusal.words.in_lang(lang)));
        let page = serve::refused(&refusal.words, lang);
        self.last = Some(Err(refusal));
        Some(Shown::new(self.assets.clone(), lang).with_fault(page))
    }

    fn say(&mut self, text: String) {
        if text != self.said {
            eprint(&text);
            self.said = text;
        }
    }
}

/// The PDFs and workbooks of a guide, each made when a browser asks for it. What is wrong with one is a page, and said besides.
fn papers(paths: Vec<String>, judged: Arc<Judged>, args: &GuideArgs) -> Papers {
    let (lang, format) = (args.message_lang(), args.format);
    let templates = judged.source.templates.iter();
    let texts = templates
        .filter(|(path, _)| path.starts_with("pdf/"))
        .map(|(_, file)| judged.source.files.text(*file).to_owned());
    let texts = texts.collect();
    Papers::new(paths.into_iter().collect(), texts, move |path| {
        let mut findings = Findings::default();
        let made = judge::set(&judged, path, &mut findings);
        let files = &judged.source.files;
        made.ok_or_else(|| {
            eprint(&render(&findings, files, format, lang));
            serve::findings(&findings, files, lang)
        })
    })
}
