//! `settings`: what `guide.yaml` says can be followed: languages that are languages, each once; an edition that the facts
//! cover; a time after which to look again that comes; a warning of outages that is not there for months.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::fact::{Fact, Value};
use crate::model::scalar::is_language;

/// Ten years: after that nobody looks again.
const MAX_RECHECK_DAYS: u64 = 3650;

/// Thirty days: a warning that is always there is read by nobody.
const MAX_WARNING_HOURS: u64 = 720;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    languages(context, findings);
    let settings = &context.model.settings;
    let place = |name: &str| {
        let fact = &context.model.settings_fact;
        fact.field(name).unwrap_or(fact).place
    };
    let (edition, covers_from) = (settings.edition.0, settings.covers_from.0);
    if edition < covers_from {
        findings.push(
            Finding::error(
                "settings",
                place("edition"),
                format!("版の日 {edition} は、データの始まる日 {covers_from} より前です"),
                format!("the edition of {edition} is before {covers_from}, where the facts begin"),
            )
            .remedy(
                format!(
                    "`edition` を {covers_from} 以後の日にするか、`covers_from` を早めてください"
                ),
                format!("let `edition` be {covers_from} or later, or `covers_from` earlier"),
            )
            .other(
                place("covers_from"),
                "データの始まる日",
                "where the facts begin",
            ),
        );
    }
    if settings.recheck_after_days > MAX_RECHECK_DAYS {
        findings.push(
            Finding::error(
                "settings",
                place("recheck_after_days"),
                format!("見直すまでの日数は {MAX_RECHECK_DAYS} 日（10年）までです"),
                format!("a fact is looked at again after {MAX_RECHECK_DAYS} days (10 years) at the latest"),
            )
            .remedy("`180` などの日数を書いてください", "write a number of days such as `180`"),
        );
    }
    if settings
        .outage_warning_hours
        .is_some_and(|hours| hours > MAX_WARNING_HOURS)
    {
        findings.push(
            Finding::error(
                "settings",
                place("outage_warning_hours"),
                format!("停止の予告を出すのは、始まる {MAX_WARNING_HOURS} 時間（30日）前からです"),
                format!(
                    "pages warn of an outage {MAX_WARNING_HOURS} hours (30 days) ahead at most"
                ),
            )
            .remedy(
                "`72` などの時間数を書いてください",
                "write a number of hours such as `72`",
            ),
        );
    }
}

fn languages(context: &Context<'_>, findings: &mut Findings) {
    let Some(list) = context.model.settings_fact.field("languages") else {
        return;
    };
    let Value::List(languages) = &list.value else {
        return;
    };
    if languages.is_empty() {
        findings.push(
            Finding::error(
                "settings",
                list.place,
                "言語が1つもありません",
                "there is no language",
            )
            .remedy(
                "`languages: [{code: ja, name: 日本語}]` のように書いてください",
                "write it like `languages: [{code: ja, name: 日本語}]`",
            ),
        );
    }
    let mut first = BTreeMap::new();
    for language in languages {
        if let Some(Fact {
            value: Value::Plain(code),
            place,
        }) = language.field("code")
        {
            findings.extend(problem(code, *place, &mut first));
        }
    }
}

fn problem<'a>(
    code: &'a str,
    place: Place,
    first: &mut BTreeMap<&'a str, Place>,
) -> Option<Finding> {
    if !is_language(code) {
        return Some(
            Finding::error(
                "settings",
                place,
                format!("`{code}` は言語コードではありません"),
                format!("`{code}` is not a language code"),
            )
            .remedy(
                "`ja`、`en`、`zh-Hant` のようなコードを書いてください",
                "write a code such as `ja`, `en` or `zh-Hant`",
            ),
        );
    }
    let before = first.insert(code, place)?;
    Some(
        Finding::error(
            "settings",
            place,
            format!("言語 `{code}` が2回書かれています"),
            format!("the language `{code}` is written twice"),
        )
        .remedy(
            "どちらか一方を消すか、別の言語のコードにしてください",
            "remove one of the two, or write the code of another language",
        )
        .other(before, "1回目", "first written here"),
    )
}
