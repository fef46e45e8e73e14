//! The site: every page of the plan in every language, and the files of the theme.

mod context;
mod links;
mod look;
#[cfg(feature = "minify")]
mod minify;
mod page;
mod prose;
mod sections;
mod templates;
mod view;

use std::collections::BTreeMap;

use super::Output;
use crate::diagnostic::Findings;
use crate::guide::Guide;
use crate::source::GuideFiles;

/// Loads the templates, so that their faults are found without making a page.
pub fn check_templates(source: &GuideFiles, findings: &mut Findings) {
    templates::load(source, "", findings);
}

/// Makes the site. Faults of templates, which only show when pages are made, become findings.
pub fn make(guide: &Guide<'_>, source: &GuideFiles, findings: &mut Findings) -> Output {
    let mut output = assets(&source.theme);
    if let Some(look) = &guide.model.settings.look {
        let sheet = output.entry("assets/site.css".to_owned()).or_default();
        sheet.extend(look::css(look).bytes());
    }
    let mut pages = BTreeMap::new();
    for language in guide.model.languages() {
        let Some(site) = page::Site::new(guide, source, language, findings) else {
            return output;
        };
        if !output.contains_key("index.html")
            && let Some(html) = site.chooser(findings)
        {
            add(&mut output, &mut pages, "index.html".to_owned(), &html);
        }
        for (path, html) in site.moved(findings) {
            add(
                &mut output,
                &mut pages,
                format!("{language}/{path}.html"),
                &html,
            );
        }
        for path in guide.plan.keys() {
            if let Some(html) = site.page(path, findings) {
                add(
                    &mut output,
                    &mut pages,
                    format!("{language}/{path}.html"),
                    &html,
                );
            }
        }
    }
    links::check(&output, &pages, source, findings);
    output
}

/// Makes links relative and remembers where they lead.
fn add(output: &mut Output, pages: &mut BTreeMap<String, links::Page>, path: String, html: &str) {
    let (html, page) = links::relative(&path, html);
    #[cfg(feature = "minify")]
    let html = minify::minify(&html);
    output.insert(path.clone(), html.into_bytes());
    pages.insert(path, page);
}

/// Files of the theme that pages load. Those directly in `theme/css/` and `theme/js/` are joined, in the order of their
/// names, into `/assets/site.css` and `/assets/site.js`, which every page loads; those further below, and icons, stay as they
/// are: `theme/js/tools/photo.js` is `/assets/tools/photo.js`.
#[must_use]
pub fn assets(theme: &BTreeMap<String, Vec<u8>>) -> Output {
    let mut output = Output::new();
    for (path, bytes) in theme {
        let Some((folder @ ("css" | "js" | "icons"), name)) = path.split_once('/') else {
            continue;
        };
        if folder == "icons" || name.contains('/') {
            output.insert(format!("assets/{name}"), bytes.clone());
        } else if name.ends_with(&format!(".{folder}")) {
            let joined = output.entry(format!("assets/site.{folder}")).or_default();
            joined.extend(bytes);
            joined.push(b'\n');
        }
    }
    output
}
