//! What must hold of facts and prose together. One rule, one file; every rule says all that it finds.

mod anchors;
mod bad_reading;
mod bad_reference;
mod block;
mod broken_link;
mod conditions;
mod context;
mod contrast;
mod counted;
mod dangling_reference;
mod drawing;
mod duplicate_id;
mod expansion;
mod fact_without_source;
mod field;
mod forbidden_wording;
mod form;
mod look;
mod missing_glyph;
mod missing_language;
mod not_read;
mod overdue_recheck;
mod page_path;
mod periods;
mod quotes;
mod raw_html;
mod settings;
mod stale_translation;
mod structure;
mod tariff;
mod tool_reads;
mod typed_figure;
mod unparsed_bold;
mod unsafe_link;
mod unwritable_reference;
mod vanished_id;
mod words;

use jiff::civil::Date;

use crate::diagnostic::Findings;
use crate::model::Model;
use crate::model::scalar::is_language;
use crate::source::GuideFiles;
use context::Context;
pub use vanished_id::published_ids;

/// A rule: looks at everything, says what it finds.
type Rule = fn(&Context<'_>, &mut Findings);

/// All rules but that for the settings, by the names of their files.
const RULES: &[Rule] = &[
    anchors::check,
    bad_reading::check,
    bad_reference::check,
    broken_link::check,
    counted::check,
    conditions::check,
    dangling_reference::check,
    drawing::check,
    duplicate_id::check,
    expansion::check,
    fact_without_source::check,
    field::check,
    forbidden_wording::check,
    form::check,
    look::check,
    missing_glyph::check,
    missing_language::check,
    not_read::check,
    overdue_recheck::check,
    page_path::check,
    periods::check,
    raw_html::check,
    stale_translation::check,
    structure::check,
    tariff::check,
    tool_reads::check,
    typed_figure::check,
    unparsed_bold::check,
    unsafe_link::check,
    unwritable_reference::check,
    vanished_id::check,
];

/// Holds the model against every rule, as of `day`.
pub fn check(source: &GuideFiles, model: &Model, day: Date, findings: &mut Findings) {
    let context = Context::new(source, model, day);
    settings::check(&context, findings);
    // Without languages, or before the first day of the facts, the other rules would find fault with everything.
    let languages = model.languages();
    let are_languages = !languages.is_empty() && languages.iter().all(|code| is_language(code));
    if !are_languages || day < model.settings.covers_from.0 {
        return;
    }
    for rule in RULES {
        rule(&context, findings);
    }
}
