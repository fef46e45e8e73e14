//! `overdue-recheck` (warning): somebody should look again at a fact that was looked at too long ago.

use jiff::Span;
use jiff::civil::Date;

use super::Context;
use crate::diagnostic::{Finding, Findings};
use crate::model::sources::{Source, last_seen};
use crate::model::{Entry, Record};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let sources = context.model.typed::<Source>();
    for entry in context.model.all() {
        let Some((due, seen)) = due(context, entry, &sources) else {
            continue;
        };
        if context.day > due {
            let seen = seen.map_or(String::new(), |seen| seen.to_string());
            findings.push(
                Finding::warning(
                    "overdue-recheck",
                    entry.id_place,
                    format!("`{}` は {due} までに見直すはずでした（最後に見た日 {seen}）", entry.id),
                    format!("`{}` should have been looked at again by {due} (last seen {seen})", entry.id),
                )
                .remedy(
                    "出典を見直し、`confirmed_on` か出典の `read_on` を書き替えてください",
                    "look at its source again and update `confirmed_on`, or `read_on` of the source",
                ),
            );
        }
    }
}

/// The day by which to look again, and the day it was last seen.
fn due(
    context: &Context<'_>,
    entry: &Entry,
    sources: &[Record<Source>],
) -> Option<(Date, Option<Date>)> {
    let seen = last_seen(entry, sources);
    if let Some(by) = entry.date("recheck_by") {
        return Some((by, seen));
    }
    let days = i64::try_from(context.model.settings.recheck_after_days).ok()?;
    let due = seen?.checked_add(Span::new().try_days(days).ok()?).ok()?;
    Some((due, seen))
}
