//! `counted`: a day that tools count from the day of expiry stands once, and has a length that can be counted in days or months.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::Entry;
use crate::model::fact::{Fact, Unit, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut marks: BTreeMap<&str, Place> = BTreeMap::new();
    for record in context.model.of("deadlines") {
        let Some(Value::List(days)) = record.field("counted").map(|days| &days.value) else {
            continue;
        };
        for day in days {
            once(day, &mut marks, findings);
            length(record, day, findings);
            reminders(day, findings);
        }
    }
}

fn once<'a>(day: &'a Fact, marks: &mut BTreeMap<&'a str, Place>, findings: &mut Findings) {
    let Some(mark) = day.field("mark") else {
        return;
    };
    let Value::Word(word) = &mark.value else {
        return;
    };
    if let Some(first) = marks.get(word.as_str()) {
        findings.push(
            Finding::error(
                "counted",
                mark.place,
                format!("`{word}` が2回あります"),
                format!("`{word}` is there twice"),
            )
            .remedy("どちらかを消してください", "remove one of them")
            .other(*first, "1回目", "the first"),
        );
    } else {
        marks.insert(word, mark.place);
    }
}

fn length(record: &Entry, day: &Fact, findings: &mut Findings) {
    if let Some(length) = day.field("length") {
        if !is_countable(length) {
            findings.push(finer_than_a_day(length.place));
        }
    } else if !has_length(record) {
        findings.push(
            Finding::error(
                "counted",
                day.place,
                "どれだけ離れた日かが分かりません",
                "nothing says how far this day is from the day of expiry",
            )
            .remedy(
                "`length` を書くか、この記録の `value` をどの期間も長さ（`duration`）にしてください",
                "write `length`, or make `value` of this record a length (`duration`) in every period",
            ),
        );
    }
}

/// Has the record a length in every period? Where nobody knows it, tools leave the day out.
fn has_length(record: &Entry) -> bool {
    let Some(Value::Dated(periods)) = record.field("value").map(|value| &value.value) else {
        return false;
    };
    periods
        .iter()
        .all(|period| match period.value.as_deref().map(|it| &it.value) {
            Some(Value::Choice(tag, Some(length))) => tag == "duration" && is_countable(length),
            Some(_) => false,
            None => true,
        })
}

fn reminders(day: &Fact, findings: &mut Findings) {
    let Some(Value::List(times)) = day.field("remind").map(|times| &times.value) else {
        return;
    };
    for time in times {
        let is_days = matches!(
            time.value,
            Value::Duration {
                unit: Unit::Days | Unit::Weeks,
                ..
            }
        );
        if !is_days {
            findings.push(
                Finding::error(
                    "counted",
                    time.place,
                    "カレンダーで知らせる時期は、日か週で書きます",
                    "reminders are counted in days or weeks",
                )
                .remedy(
                    "`30 days` のように書いてください",
                    "write `30 days`, for example",
                ),
            );
        }
    }
}

const fn is_countable(length: &Fact) -> bool {
    !matches!(
        length.value,
        Value::Duration {
            unit: Unit::Minutes | Unit::Hours,
            ..
        }
    )
}

fn finer_than_a_day(place: Place) -> Finding {
    Finding::error(
        "counted",
        place,
        "1日より短い単位では数えられません",
        "days are not counted in units shorter than a day",
    )
    .remedy(
        "`1 day`、`2 weeks`、`3 months` のように書いてください",
        "write `1 day`, `2 weeks` or `3 months`, for example",
    )
}
