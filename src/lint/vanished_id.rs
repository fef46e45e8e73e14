//! `vanished-id`: what was published stays. `data/published-ids.txt` lists every id and page, one a line; one may go only
//! with an entry in `redirects.yaml`.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::lookup::{Missing, lookup};
use crate::model::redirects::Redirect;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let Some(file) = context.source.published_ids else {
        return;
    };
    let redirected: Vec<String> = context
        .model
        .typed::<Redirect>()
        .into_iter()
        .map(|redirect| redirect.fact.was)
        .collect();
    let mut start = 0;
    for line in context.files.text(file).split_inclusive('\n') {
        let id = line.trim();
        let exists = match id.strip_prefix('/') {
            Some(page) => context.plan.contains_key(page.trim_end_matches(".html")),
            None => !matches!(
                lookup(context.model, id, context.day),
                Err(Missing::Part { .. })
            ),
        };
        if !id.is_empty() && !exists && !redirected.iter().any(|was| was == id) {
            findings.push(
                Finding::error(
                    "vanished-id",
                    Place::new(file, start..start + id.len()),
                    format!("公開済みの `{id}` がなくなりました"),
                    format!("`{id}` was published and is gone"),
                )
                .remedy(
                    "元に戻すか、redirects.yaml に行き先を書いてください",
                    "put it back, or say in redirects.yaml where it went",
                ),
            );
        }
        start += line.len();
    }
}

/// The list for this guide: every record and every page, in order.
#[must_use]
pub fn published_ids(model: &crate::model::Model) -> String {
    let mut ids: Vec<String> = model.all().map(crate::model::Entry::path).collect();
    ids.extend(
        crate::model::plan::plan(model)
            .keys()
            .map(|page| format!("/{page}.html")),
    );
    ids.sort();
    ids.join("\n") + "\n"
}
