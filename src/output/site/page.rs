//! Makes one page after the other.

use std::collections::BTreeMap;

use tera::{Context, Tera, Value as View};

use super::prose::{Writer, html};
use super::{context, templates};
use crate::diagnostic::Findings;
use crate::guide::{Guide, Say as _};
use crate::model::Entry;
use crate::model::lookup::{Found, Missing};
use crate::model::redirects::Redirect;
use crate::output::{Downloads, facts};
use crate::source::GuideFiles;

/// Everything that pages of one language share.
pub(super) struct Site<'a> {
    guide: &'a Guide<'a>,
    source: &'a GuideFiles,
    writer: Writer<'a>,
    tera: Tera,
    titles: BTreeMap<String, String>,
    records: facts::Records,
}

impl<'a> Site<'a> {
    pub(super) fn new(
        guide: &'a Guide<'a>,
        source: &'a GuideFiles,
        downloads: &Downloads<'_>,
        language: &'a str,
        findings: &mut Findings,
    ) -> Option<Self> {
        let writer = Writer { guide, language };
        let mut tera = templates::load(source, language, findings)?;
        let records = facts::records(&writer);
        let titles = facts::titles(&writer);
        *tera.global_context() = context::global(&writer, &records, &titles, downloads);
        Some(Self {
            guide,
            source,
            writer,
            tera,
            titles,
            records,
        })
    }

    /// The HTML of a page.
    pub(super) fn page(&self, path: &str, findings: &mut Findings) -> Option<String> {
        let planned = self.guide.plan.get(path)?;
        let record = planned
            .record
            .as_deref()
            .and_then(|record| self.guide.model.at(record));
        let prose = self.guide.model.page(self.writer.language, path);
        let mut faults = Findings::default();
        let body = prose.map_or(String::new(), |page| {
            self.writer.body(&page.body, &mut |reference| {
                self.placed(reference, path, &mut faults)
            })
        });
        findings.extend(faults);
        let notice = planned
            .hidden
            .as_deref()
            .and_then(|record| self.left_out(record, path, findings));
        let body = notice.unwrap_or_default() + &body;
        let mut page = Context::new();
        let view = record
            .and_then(|entry| self.records.get(entry.kind)?.get(&entry.id))
            .cloned();
        page.insert_value(
            "page",
            context::page(&self.writer, path, &self.titles, &body, view),
        );
        self.render(&self.template_of(record), &page, path, findings)
    }

    /// Pages that were published under another name, or are gone: they say so and lead on.
    pub(super) fn moved(&self, findings: &mut Findings) -> Vec<(String, String)> {
        let mut pages = Vec::new();
        for redirect in self.guide.model.typed::<Redirect>() {
            let record = self
                .records
                .get("redirects")
                .and_then(|views| views.get(&redirect.common.id));
            let (Some(path), Some(record)) = (redirect.fact.page(), record) else {
                continue;
            };
            let mut context = Context::new();
            context.insert_value("record", record.clone());
            let html = self.render("moved.html", &context, &path, findings);
            pages.extend(html.map(|html| (path, html)));
        }
        pages
    }

    /// `index.html` at the root: which language?
    pub(super) fn chooser(&self, findings: &mut Findings) -> Option<String> {
        self.render("root.html", &Context::new(), "index", findings)
    }

    fn template_of(&self, record: Option<&Entry>) -> String {
        let own = record.map(|entry| format!("page/{}.html", entry.kind));
        own.filter(|name| self.tera.contains_template(name))
            .unwrap_or_else(|| "page.html".to_owned())
    }

    /// The template of a record: its own, where it has one, else that of its kind.
    fn record_template(&self, entry: &Entry) -> String {
        let own = format!("record/{}/{}.html", entry.kind, entry.id);
        match self.tera.contains_template(&own) {
            true => own,
            false => format!("record/{}.html", entry.kind),
        }
    }

    /// A record, or all records of a kind, in place of a reference that fills its paragraph.
    fn placed(&self, path: &str, page: &str, findings: &mut Findings) -> Option<String> {
        let mut context = Context::new();
        let found = match self.guide.lookup(path) {
            Err(Missing::Hidden) => return self.left_out(path, page, findings),
            found => found.ok()?,
        };
        let name = match found {
            Found::Record(entry) => {
                context.insert_value(
                    "record",
                    self.records.get(entry.kind)?.get(&entry.id)?.clone(),
                );
                self.record_template(entry)
            }
            Found::Kind(kind, entries) => {
                let records = self.records.get(kind)?;
                let list: Vec<View> = entries
                    .iter()
                    .filter_map(|entry| records.get(&entry.id).cloned())
                    .collect();
                context.insert_value("records", View::from(list));
                let mut html =
                    self.render(&format!("list/{kind}.html"), &context, page, findings)?;
                for entry in self
                    .guide
                    .model
                    .hidden
                    .iter()
                    .filter(|entry| entry.kind == kind)
                {
                    html.extend(self.left_out(&entry.path(), page, findings));
                }
                return Some(html);
            }
            Found::Fact(_) | Found::Unknown(_) | Found::Day(_) => return None,
        };
        self.render(&name, &context, page, findings)
    }

    /// Says that an organisation leaves a record out, and why.
    fn left_out(&self, path: &str, page: &str, findings: &mut Findings) -> Option<String> {
        let entry = self.guide.model.hidden(path)?;
        let reason = entry
            .field("reason")
            .map_or(String::new(), |reason| self.writer.fact(reason));
        let mut context = Context::new();
        context.insert("id", &entry.id);
        context.insert_value("name", html(&self.writer.name(entry)));
        context.insert_value("reason", html(&reason));
        self.render("hidden.html", &context, page, findings)
    }

    fn render(
        &self,
        template: &str,
        context: &Context,
        page: &str,
        findings: &mut Findings,
    ) -> Option<String> {
        match self.tera.render(template, context) {
            Ok(html) => Some(html),
            Err(error) => {
                findings.extend(templates::finding(&error, self.source, page));
                None
            }
        }
    }
}
