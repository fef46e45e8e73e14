//! `condition`, `missing-instead`: conditions of questions, of their options and of outcomes name questions or derived values, and
//! values that these can have; a question is asked after those that its condition needs; an outcome that is not `yes` says what
//! to do instead.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, with_suggestion};
use crate::model::Entry;
use crate::model::fact::{Fact, Value};
use crate::model::questions::{DERIVED, decided_by, options, values};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let needed = ["questions", "filers", "procedures", "statuses"];
    let is_broken = |path: &String| needed.iter().any(|kind| path.starts_with(kind));
    // What has a fault of its own is not there to be named: only then would other things seem wrong.
    if context.model.broken.iter().any(is_broken) {
        return;
    }
    for question in context.model.of("questions") {
        let own = question.field("when");
        let of_options = options(question).iter().map(|option| option.field("when"));
        for when in of_options.chain([own]).flatten() {
            condition(context, when, findings);
            order(context, question, when, findings);
        }
    }
    for outcome in context.model.of("outcomes") {
        if let Some(when) = outcome.field("when") {
            condition(context, when, findings);
        }
        instead(outcome, findings);
    }
}

fn condition(context: &Context<'_>, when: &Fact, findings: &mut Findings) {
    let Value::Map(keys) = &when.value else {
        return;
    };
    for (key, wanted) in keys {
        match values(context.model, key) {
            None => findings.push(unknown(
                key,
                key_place(context, key, wanted),
                &names(context),
            )),
            Some(possible) => value(context, wanted, &possible, findings),
        }
    }
}

fn value(context: &Context<'_>, wanted: &Fact, possible: &[&str], findings: &mut Findings) {
    let Value::List(wanted) = &wanted.value else {
        return;
    };
    for item in wanted {
        if let Value::Plain(value) = &item.value
            && !possible.contains(&value.as_str())
            && !is_hidden(context, value)
        {
            findings.push(unknown(value, item.place, possible));
        }
    }
}

/// Is it the id of a record that an organisation leaves out? Then the condition never holds, and nothing is wrong with it.
fn is_hidden(context: &Context<'_>, id: &str) -> bool {
    let kinds = ["filers", "procedures", "statuses"].into_iter();
    kinds
        .map(|kind| format!("{kind}.{id}"))
        .any(|path| context.model.hidden(&path).is_some())
}

/// The names of all questions and derived values.
fn names<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let questions = context.model.of("questions").iter();
    let derived = DERIVED.iter().map(|derived| derived.name);
    questions.map(|it| it.id.as_str()).chain(derived).collect()
}

fn unknown(name: &str, place: Place, possible: &[&str]) -> Finding {
    let finding = Finding::error(
        "condition",
        place,
        format!("条件にある `{name}` は、質問にも答えにもありません"),
        format!("the condition names `{name}`, which is neither a question nor an answer"),
    );
    with_suggestion(finding, name, possible.iter().copied())
}

fn order(context: &Context<'_>, question: &Entry, when: &Fact, findings: &mut Findings) {
    let Some(needed) = decided_by(context.model, Some(when)) else {
        return;
    };
    let place_of = |id: &str| {
        context
            .model
            .of("questions")
            .iter()
            .position(|it| it.id == id)
    };
    if place_of(&needed.id) >= place_of(&question.id) {
        let id = &needed.id;
        findings.push(
            Finding::error(
                "condition",
                when.place,
                format!("この条件は、あとの質問 `{id}` の答えが要ります"),
                format!("this condition needs the answer to `{id}`, which is asked later"),
            )
            .remedy(
                "質問の順を変えてください",
                "change the order of the questions",
            ),
        );
    }
}

fn instead(outcome: &Entry, findings: &mut Findings) {
    let Some(result) = outcome.field("result") else {
        return;
    };
    let is_yes = matches!(&result.value, Value::Word(word) if word == "yes");
    let says = outcome
        .field("instead")
        .is_some_and(|instead| matches!(&instead.value, Value::List(items) if !items.is_empty()));
    if !is_yes && !says {
        findings.push(
            Finding::error(
                "missing-instead",
                result.place,
                "代わりにすることが書かれていません",
                "it does not say what to do instead",
            )
            .remedy(
                "`instead` に、読む人ができることを1つ以上書いてください",
                "write at least one thing that the reader can do under `instead`",
            ),
        );
    }
}

/// The key stands right before its value.
fn key_place(context: &Context<'_>, key: &str, value: &Fact) -> Place {
    let Place { file, .. } = value.place;
    let text = context.files.text(file);
    let before = text.get(..value.place.start as usize).unwrap_or_default();
    match before.rfind(key) {
        Some(at) => Place::new(file, at..at + key.len()),
        None => value.place,
    }
}
