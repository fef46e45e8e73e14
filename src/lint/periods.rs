//! `periods`: a dated value has exactly one period for every day from `covers_from` on; first days come before last days.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::Entry;
use crate::model::fact::{Period, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (_, fact, periods) in context.dated() {
        for pair in periods.windows(2) {
            if let [before, after] = pair {
                neighbours(before, after, findings);
            }
        }
        for period in periods {
            if let (Some(from), Some(until)) = (period.from, period.until)
                && until < from
            {
                reversed(period.place, findings);
            }
        }
        ends(context, fact.place, periods, findings);
    }
    for entry in context.model.all() {
        record(entry, findings);
    }
}

fn neighbours(before: &Period, after: &Period, findings: &mut Findings) {
    let finding = match (before.until, after.from) {
        (Some(until), Some(from)) if from <= until => {
            Finding::error("periods-overlap", after.place, "前の期間と重なっています", "this period overlaps the one before")
                .remedy(
                    format!("前の期間の `until` を {from} の前の日に、または `from` を {until} の次の日にしてください"),
                    format!("let the period before end on the day before {from}, or begin this one on the day after {until}"),
                )
        }
        (Some(until), Some(from)) if until.tomorrow().is_ok_and(|next| next < from) => {
            Finding::error("periods-gap", after.place, format!("{until} の次の日から {from} の前の日までの値がありません"), format!("there is no value for the days after {until} and before {from}"))
                .remedy("間の期間を足してください（分からなければ `unknown: true`）", "add a period between them (`unknown: true` where nobody knows)")
        }
        (None, _) => Finding::error("periods-overlap", before.place, "最後でない期間に `until` がありません", "a period that is not the last has no `until`")
            .remedy("`until` を書き足してください", "add `until`"),
        (_, None) => Finding::error("periods-overlap", after.place, "最初でない期間に `from` がありません", "a period that is not the first has no `from`")
            .remedy("`from` を書き足してください（期間は古い順に並べます）", "add `from` (periods stand oldest first)"),
        _ => return,
    };
    findings.push(finding.other(before.place, "前の期間", "the period before"));
}

fn reversed(place: Place, findings: &mut Findings) {
    findings.push(
        Finding::error(
            "dates-reversed",
            place,
            "終わりの日が始まりの日より前です",
            "it ends before it begins",
        )
        .remedy(
            "`from` と `until` を確かめてください",
            "check `from` and `until`",
        ),
    );
}

fn ends(context: &Context<'_>, place: Place, periods: &[Period], findings: &mut Findings) {
    let covers_from = context.model.settings.covers_from.0;
    if let Some(from) = periods.first().and_then(|period| period.from)
        && from > covers_from
    {
        findings.push(
            Finding::error(
                "periods-gap",
                place,
                format!("{covers_from} から {from} の前の日までの値がありません"),
                format!("there is no value from {covers_from} to the day before {from}"),
            )
            .remedy(
                "前の期間を足すか、`from` を消してください",
                "add an earlier period, or remove `from`",
            ),
        );
    }
    if let Some(until) = periods.last().and_then(|period| period.until) {
        findings.push(
            Finding::error(
                "periods-gap",
                place,
                format!("{until} より後の値がありません"),
                format!("there is no value after {until}"),
            )
            .remedy(
                "次の期間を足してください（分からなければ `unknown: true`）",
                "add the next period (`unknown: true` where nobody knows)",
            ),
        );
    }
}

fn record(entry: &Entry, findings: &mut Findings) {
    if let (Some(from), Some(until)) = (entry.date("from"), entry.date("until"))
        && until < from
    {
        reversed(
            entry
                .field("until")
                .map_or(entry.id_place, |fact| fact.place),
            findings,
        );
    }
    let moment = |name: &str| match entry.field(name)?.value {
        Value::Instant(moment) => Some(moment),
        _ => None,
    };
    if let (Some(start), Some(end)) = (moment("start"), moment("end"))
        && end <= start
    {
        reversed(
            entry.field("end").map_or(entry.id_place, |fact| fact.place),
            findings,
        );
    }
}
