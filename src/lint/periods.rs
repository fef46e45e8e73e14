//! `periods`: a dated value has exactly one period for every day from `covers_from` on; first days come before last days,
//! and a desk opens before it closes.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::Entry;
use crate::model::fact::{Fact, Period, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for (_, fact, periods) in context.dated() {
        value(context, fact.place, periods, findings);
    }
    for entry in context.model.all() {
        record(entry, findings);
        entry.fact.walk(&mut |fact| hours(fact, findings));
    }
}

fn value(context: &Context<'_>, place: Place, periods: &[Period], findings: &mut Findings) {
    for period in periods.iter().filter(|period| is_reversed(period)) {
        let until = period.until_place.unwrap_or(period.place);
        findings.push(reversed(until, period.from_place));
    }
    let pairs = || periods.iter().zip(periods.iter().skip(1));
    // Periods in the wrong order overlap and leave gaps, too: that they are to be sorted says it all.
    if let Some((before, after)) = pairs().find(|(before, after)| are_swapped(before, after)) {
        findings.push(
            Finding::error(
                "periods-overlap",
                after
                    .from_place
                    .or(after.until_place)
                    .unwrap_or(after.place),
                "前に書かれた期間より古い期間です",
                "this period is older than the one before it",
            )
            .remedy(
                "期間を古い順に並べ替えてください",
                "put the periods in order, oldest first",
            )
            .other(
                before.from_place.unwrap_or(before.place),
                "前に書かれた期間",
                "the period before",
            ),
        );
        return;
    }
    for (before, after) in pairs().filter(|(a, b)| !is_reversed(a) && !is_reversed(b)) {
        findings.extend(neighbours(before, after));
    }
    ends(context, place, periods, findings);
}

fn is_reversed(period: &Period) -> bool {
    matches!((period.from, period.until), (Some(from), Some(until)) if until < from)
}

/// Does `after` end before `before` begins?
fn are_swapped(before: &Period, after: &Period) -> bool {
    let is_sound = !is_reversed(before) && !is_reversed(after);
    is_sound && matches!((before.from, after.until), (Some(from), Some(until)) if until < from)
}

fn neighbours(before: &Period, after: &Period) -> Option<Finding> {
    let begins = after.from_place.unwrap_or(after.place);
    let ends = before.until_place.unwrap_or(before.place);
    Some(match (before.until, after.from) {
        (Some(until), Some(from)) if from <= until => Finding::error(
            "periods-overlap",
            begins,
            "前の期間と重なっています",
            "this period overlaps the one before",
        )
        .remedy(
            format!("前の期間を {from} の前の日までにするか、この期間を {until} の次の日からにしてください"),
            format!("let the period before end on the day before {from}, or begin this one on the day after {until}"),
        )
        .other(ends, "前の期間の終わり", "the period before ends here"),
        (Some(until), Some(from)) if until.tomorrow().is_ok_and(|next| next < from) => Finding::error(
            "periods-gap",
            begins,
            format!("{until} の次の日から {from} の前の日までの値がありません"),
            format!("there is no value for the days after {until} and before {from}"),
        )
        .remedy(
            "間の期間を足してください（分からなければ `unknown: true`）",
            "add a period between them (`unknown: true` where nobody knows)",
        )
        .other(ends, "前の期間の終わり", "the period before ends here"),
        (None, _) => Finding::error(
            "periods-overlap",
            before.place,
            "最後でない期間に `until` がありません",
            "a period that is not the last has no `until`",
        )
        .remedy("`until` を書き足してください", "add `until`")
        .other(after.place, "次の期間", "the period after"),
        (_, None) => Finding::error(
            "periods-overlap",
            after.place,
            "最初でない期間に `from` がありません",
            "a period that is not the first has no `from`",
        )
        .remedy(
            "`from` を書き足してください（期間は古い順に並べます）",
            "add `from` (periods stand oldest first)",
        )
        .other(before.place, "前の期間", "the period before"),
        _ => return None,
    })
}

fn reversed(end: Place, start: Option<Place>) -> Finding {
    let finding = Finding::error(
        "dates-reversed",
        end,
        "終わりが始まりより前です",
        "it ends before it begins",
    )
    .remedy(
        "始まりと終わりの日時を確かめてください。入れ替わっていませんか",
        "check where it begins and where it ends: are the two swapped?",
    );
    match start {
        Some(start) => finding.other(start, "始まり", "it begins here"),
        None => finding,
    }
}

fn ends(context: &Context<'_>, place: Place, periods: &[Period], findings: &mut Findings) {
    let covers_from = context.model.settings.covers_from.0;
    if let Some(first) = periods.first()
        && let Some(from) = first.from
        && from > covers_from
    {
        findings.push(
            Finding::error(
                "periods-gap",
                first.from_place.unwrap_or(place),
                format!("{covers_from} から {from} の前の日までの値がありません"),
                format!("there is no value from {covers_from} to the day before {from}"),
            )
            .remedy(
                "前の期間を足すか、`from` を消してください",
                "add an earlier period, or remove `from`",
            ),
        );
    }
    if let Some(last) = periods.last()
        && let Some(until) = last.until
    {
        findings.push(
            Finding::error(
                "periods-gap",
                last.until_place.unwrap_or(place),
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
    let place = |name: &str| entry.field(name).map(|fact| fact.place);
    if let (Some(from), Some(until)) = (entry.date("from"), entry.date("until"))
        && until < from
    {
        findings.push(reversed(
            place("until").unwrap_or(entry.id_place),
            place("from"),
        ));
    }
    let moment = |name: &str| match entry.field(name)?.value {
        Value::Instant(moment) => Some(moment),
        _ => None,
    };
    if let (Some(start), Some(end)) = (moment("start"), moment("end"))
        && end <= start
    {
        findings.push(reversed(
            place("end").unwrap_or(entry.id_place),
            place("start"),
        ));
    }
}

/// Times of day: an opening does not go past midnight.
fn hours(fact: &Fact, findings: &mut Findings) {
    let time = |name: &str| match fact.field(name)? {
        Fact {
            value: Value::Time(time),
            place,
        } => Some((*time, *place)),
        _ => None,
    };
    if let (Some((from, start)), Some((until, end))) = (time("from"), time("until"))
        && until <= from
    {
        findings.push(reversed(end, Some(start)));
    }
}
