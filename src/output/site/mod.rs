//! The site: every page of the plan in every language, and the files of the theme.

mod assets;
mod context;
mod files;
mod links;
mod look;
#[cfg(feature = "minify")]
mod minify;
mod page;
mod prose;
mod readings;
mod sections;
mod templates;

use std::collections::BTreeMap;

use super::each::each;
use super::{Downloads, Output};
use crate::diagnostic::Findings;
use crate::guide::Guide;
use crate::source::GuideFiles;
pub use assets::assets;

/// Loads the templates, so that their faults are found without making a page.
pub fn check_templates(source: &GuideFiles, findings: &mut Findings) {
    templates::load(source, "", findings);
}

/// Makes the site, whose pages offer `downloads`. Faults of templates, which only show when pages are made, become
/// findings.
pub fn make(
    guide: &Guide<'_>,
    source: &GuideFiles,
    downloads: &Downloads<'_>,
    findings: &mut Findings,
) -> Output {
    let mut output = assets(&source.theme);
    output.extend(assets::of_tools(guide.model.of("tools"), &source.theme));
    if let Some(look) = &guide.model.settings.look {
        let sheet = output.entry("assets/site.css".to_owned()).or_default();
        sheet.extend(look::css(look).bytes());
    }
    if guide.model.languages().contains(&"ja") {
        output.insert(readings::PATH.to_owned(), readings::make(guide.model));
    }
    let mut pages = BTreeMap::new();
    let mut is_whole = true;
    for made in in_all_languages(guide, source, downloads) {
        is_whole &= made.is_whole;
        output.extend(made.output);
        pages.extend(made.pages);
        findings.extend(made.findings);
    }
    if is_whole {
        let published = output.keys().cloned().chain(files::paths(downloads));
        links::check(&published.collect(), &pages, source, findings);
    }
    output
}

/// The pages of one language.
#[derive(Default)]
struct Made {
    output: Output,
    pages: BTreeMap<String, links::Page>,
    findings: Findings,
    /// The templates could be used.
    is_whole: bool,
}

/// Languages do not need each other, so each is made by a thread of its own; what they give is in their order.
fn in_all_languages(
    guide: &Guide<'_>,
    source: &GuideFiles,
    downloads: &Downloads<'_>,
) -> Vec<Made> {
    let languages = guide.model.languages();
    each(
        &languages,
        |_| 0,
        |language| in_language(guide, source, downloads, language),
    )
}

fn in_language(
    guide: &Guide<'_>,
    source: &GuideFiles,
    downloads: &Downloads<'_>,
    language: &str,
) -> Made {
    let mut made = Made::default();
    let mut findings = Findings::default();
    if let Some(site) = page::Site::new(guide, source, downloads, language, &mut findings) {
        made.is_whole = true;
        if guide.model.languages().first() == Some(&language)
            && let Some(html) = site.chooser(&mut findings)
        {
            made.add("index.html".to_owned(), &html);
        }
        for (path, html) in site.moved(&mut findings) {
            made.add(format!("{language}/{path}.html"), &html);
        }
        for path in guide.plan.keys() {
            if let Some(html) = site.page(path, &mut findings) {
                made.add(format!("{language}/{path}.html"), &html);
            }
        }
    }
    made.findings = findings;
    made
}

impl Made {
    /// Makes links relative and remembers where they lead.
    fn add(&mut self, path: String, html: &str) {
        let (html, page) = links::relative(&path, html);
        #[cfg(feature = "minify")]
        let html = minify::minify(&html);
        self.output.insert(path.clone(), html.into_bytes());
        self.pages.insert(path, page);
    }
}
