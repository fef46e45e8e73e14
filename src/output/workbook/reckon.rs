//! What a workbook works out: the days around the day of expiry, as `theme/js/rules/deadlines.js` counts them, from the same
//! records of deadlines.yaml.

use super::words::{Words, items};
use crate::guide::Guide;
use crate::model::fact::{Fact, Unit, Value};
use crate::model::forms::Reckon;

/// The name of the cell that holds today.
pub(super) const TODAY: &str = "today";

/// The cells that a formula goes by: day of expiry, length of the period of stay, day of filing.
pub(super) struct Cells {
    pub(super) expiry: String,
    pub(super) stay: String,
    pub(super) filed: String,
}

/// The formula of a cell; empty as long as there is no day of expiry.
pub(super) fn formula(words: &Words<'_>, what: Reckon, cells: &Cells) -> String {
    let expiry = &cells.expiry;
    let worked_out = match what {
        Reckon::Phase => phase(words, cells),
        Reckon::First => day(words, "first", cells),
        Reckon::LastOnline => day(words, "last-online", cells),
        Reckon::CounterOnly => day(words, "counter-only", cells),
        Reckon::SpecialUntil => day(words, "special-until", cells),
    };
    format!("=IF(ISNUMBER({expiry}),{worked_out},\"\")")
}

/// How today stands to the day of expiry.
fn phase(words: &Words<'_>, cells: &Cells) -> String {
    let Cells { expiry, filed, .. } = cells;
    let says = |key: &'static str| text(&words.word(key).join(" "));
    let [first, last, counter] =
        ["first", "last-online", "counter-only"].map(|mark| day(words, mark, cells));
    let (filed_says, over) = (says("workbook_phase_filed"), says("workbook_phase_over"));
    let (at_counter, unsure) = (says("workbook_phase_last"), says("workbook_phase_unsure"));
    let (early, open) = (says("workbook_phase_early"), says("workbook_phase_open"));
    format!(
        "IF(LEN({filed})>0,{filed_says},IF(NOT(ISNUMBER({TODAY})),{unsure},IF({TODAY}>{expiry},{over},IF({TODAY}={counter},{at_counter},IF(OR({first}=\"\",{last}=\"\"),{unsure},IF({TODAY}<{first},{early},IF({TODAY}<={last},{open},{unsure})))))))"
    )
}

/// A day that counts from the day of expiry; empty where it does not hold for the length of the period of stay.
fn day(words: &Words<'_>, mark: &str, cells: &Cells) -> String {
    let Some((record, counted)) = counted(words.guide, mark) else {
        return "\"\"".to_owned();
    };
    let Cells { expiry, stay, .. } = cells;
    let is_before = matches!(counted.field("direction").map(|it| &it.value), Some(Value::Word(word)) if word == "before");
    let length = counted.field("length");
    let value = record.field("value").map(|value| &value.value);
    let reckoned = match (length, value) {
        (Some(length), _) => from(expiry, is_before, length),
        (None, Some(Value::Dated(periods))) => {
            // The period of the day of expiry decides; the last stands for itself.
            let mut periods = periods.iter().rev();
            let of = |fact: Option<&Fact>| {
                let inner = match fact.map(|fact| &fact.value) {
                    Some(Value::Choice(_, Some(inner))) => Some(inner.as_ref()),
                    _ => fact,
                };
                inner.map_or_else(
                    || "\"\"".to_owned(),
                    |length| from(expiry, is_before, length),
                )
            };
            let last = periods.next().and_then(|period| period.value.as_deref());
            periods.fold(of(last), |after, period| match period.until {
                Some(until) => format!(
                    "IF({expiry}<=DATE({},{},{}),{},{after})",
                    until.year(),
                    until.month(),
                    until.day(),
                    of(period.value.as_deref())
                ),
                None => after,
            })
        }
        _ => return "\"\"".to_owned(),
    };
    let lengths: &[&str] = match (counted.field("at_least"), counted.field("longer_than")) {
        (Some(_), _) => &["usual"],
        (None, Some(_)) => &["usual", "short"],
        (None, None) => return reckoned,
    };
    let options = super::words::stay_lengths(words);
    let holds: Vec<String> = options
        .iter()
        .filter(|(id, _)| lengths.contains(id))
        .map(|(_, name)| format!("{stay}={}", text(name)))
        .collect();
    format!("IF(OR({}),{reckoned},\"\")", holds.join(","))
}

/// The record of deadlines.yaml and its part for a mark.
fn counted<'a>(guide: &'a Guide<'a>, mark: &str) -> Option<(&'a Fact, &'a Fact)> {
    let records = guide.model.of("deadlines").iter();
    records
        .flat_map(|entry| {
            let counted = items(entry.field("counted")).iter();
            counted.map(move |counted| (&entry.fact, counted))
        })
        .find(|(_, counted)| matches!(counted.field("mark").map(|it| &it.value), Some(Value::Word(word)) if word == mark))
}

/// The day so far from another. Months back keep the date; months on are counted from the next day, as the Civil Code does.
fn from(day: &str, is_before: bool, length: &Fact) -> String {
    let Value::Duration { number, unit } = length.value else {
        return "\"\"".to_owned();
    };
    let months = match unit {
        Unit::Months => Some(number),
        Unit::Years => Some(number * 12),
        _ => None,
    };
    let days = match unit {
        Unit::Weeks => number * 7,
        _ => number,
    };
    match (months, is_before) {
        (Some(months), true) => format!("EDATE({day},-{months})"),
        (Some(months), false) => format!(
            "IF(DAY(EDATE({day}+1,{months}))<DAY({day}+1),EDATE({day}+1,{months}),EDATE({day}+1,{months})-1)"
        ),
        (None, true) => format!("({day}-{days})"),
        (None, false) => format!("({day}+{days})"),
    }
}

/// A text in a formula.
fn text(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
