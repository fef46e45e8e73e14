//! `tariff`: an amount by the period that is granted names every step of `tiers.yaml`, and no other.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::model::fact::{Fact, Fields, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let broken = &context.model.broken;
    if broken.contains("tiers") {
        return;
    }
    let mut tiers: Vec<&str> = context
        .model
        .of("tiers")
        .iter()
        .map(|tier| tier.id.as_str())
        .collect();
    let with_faults = broken.iter().filter_map(|path| path.strip_prefix("tiers."));
    tiers.extend(with_faults);
    context.facts(&mut |fact| {
        if let Value::Choice(tag, Some(inner)) = &fact.value
            && tag == "by_period"
            && let Value::Map(amounts) = &inner.value
        {
            unknown(context, amounts, &tiers, findings);
            missing(inner, amounts, &tiers, findings);
        }
    });
}

fn unknown(context: &Context<'_>, amounts: &Fields, tiers: &[&str], findings: &mut Findings) {
    for (key, amount) in amounts
        .iter()
        .filter(|(key, _)| !tiers.contains(&key.as_str()))
    {
        let finding = Finding::error(
            "tariff",
            key_place(context, key, amount.place),
            format!("`{key}` は tiers.yaml にありません"),
            format!("there is no `{key}` in tiers.yaml"),
        );
        findings.push(match did_you_mean(key, tiers.iter().copied()) {
            Some(near) => finding.remedy(
                format!("`{near}` のことですか"),
                format!("did you mean `{near}`?"),
            ),
            None => finding.remedy(
                format!("あるもの: {}", listed(tiers)),
                format!("possible: {}", listed(tiers)),
            ),
        });
    }
}

fn missing(tariff: &Fact, amounts: &Fields, tiers: &[&str], findings: &mut Findings) {
    let is_there = |tier: &str| amounts.iter().any(|(key, _)| key == tier);
    // Where a key was misspelt, the one that was meant is not said to be missing too.
    let is_meant = |tier: &str| {
        amounts.iter().any(|(key, _)| {
            !tiers.contains(&key.as_str()) && did_you_mean(key, tiers.iter().copied()) == Some(tier)
        })
    };
    let lacking: Vec<&str> = tiers
        .iter()
        .copied()
        .filter(|tier| !is_there(tier) && !is_meant(tier))
        .collect();
    if lacking.is_empty() {
        return;
    }
    let names = listed(&lacking);
    findings.push(
        Finding::error(
            "tariff",
            tariff.place,
            format!("額のない期間があります: {names}"),
            format!("there is no amount for {names}"),
        )
        .remedy(
            "tiers.yaml のすべての期間に額を書いてください",
            "write an amount for every step of tiers.yaml",
        ),
    );
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// The key stands right before its value.
fn key_place(context: &Context<'_>, key: &str, value: Place) -> Place {
    let text = context.files.text(value.file);
    let before = text.get(..value.start as usize).unwrap_or_default();
    match before.rfind(key) {
        Some(at) => Place::new(value.file, at..at + key.len()),
        None => value,
    }
}
