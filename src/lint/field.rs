//! `field`: a field of a form has a rule that can be kept and a list that there is; its examples keep the rule; what it depends on
//! is there. A workbook could not be filled in otherwise.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, Words, with_suggestion};
use crate::model::fact::Fact;
use crate::model::forms::{Field, FieldType, Format, Reckon};
use crate::model::tables::{Choice, Column, Table, choices, tables};

/// The most characters that a cell of a sheet holds.
const CELL: u64 = 32_767;
/// The greatest number that a sheet keeps to the last digit.
const NUMBER: u64 = 999_999_999_999_999;
/// The most half-width characters that a column is wide.
const COLUMN: u64 = 255;
/// The most options that a list of a sheet shows.
const OPTIONS: usize = 32_767;
/// The most units of UTF-16 that an option may have, so that a check can compare it.
const OPTION: usize = 255;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for table in tables(context.model).values() {
        for column in &table.fields {
            let field = &column.field;
            kind(field, column.fact, findings);
            bounds(field, column.fact, findings);
            need(table, column, context, findings);
            reckoned(table, column, findings);
            options(column, context, findings);
            examples(column, context, findings);
            items(column, context, findings);
        }
    }
}

fn at(fact: &Fact, name: &str) -> Place {
    fact.field(name).map_or(fact.place, |it| it.place)
}

fn finding(place: Place, words: Words, remedy: Words) -> Finding {
    Finding::error("field", place, words.ja, words.en).remedy(remedy.ja, remedy.en)
}

/// Nothing is said of a field that means nothing for its type, or contradicts it.
fn kind(field: &Field, fact: &Fact, findings: &mut Findings) {
    let is_text = matches!(field.r#type, FieldType::Text | FieldType::LongText);
    let is_bound = is_text || field.r#type == FieldType::Number;
    let is_choice = field.r#type == FieldType::Choice;
    let is_reckoned = field.r#type == FieldType::Reckoned;
    let says = [
        ("min", field.min.is_some(), is_bound),
        ("max", field.max.is_some(), is_bound),
        ("characters", field.characters.is_some(), is_text),
        ("format", field.format.is_some(), is_text),
        ("options", field.options.is_some(), is_choice),
        ("reckon", field.reckon.is_some(), is_reckoned),
        ("from", field.from.is_some(), is_reckoned),
        ("required", field.required.is_some(), !is_reckoned),
        ("required_when", field.required_when.is_some(), !is_reckoned),
        ("examples", field.examples.is_some(), !is_reckoned),
    ];
    for (key, _, _) in says
        .into_iter()
        .filter(|(_, is_there, fits)| *is_there && !*fits)
    {
        findings.push(finding(
            at(fact, key),
            Words::new(
                format!("この種類の項目に `{key}` は書けません"),
                format!("a field of this type takes no `{key}`"),
            ),
            Words::new(
                format!("`{key}` を消すか、`type` を直してください"),
                format!("remove `{key}`, or mend `type`"),
            ),
        ));
    }
    let needs = [
        ("options", is_choice && field.options.is_none()),
        ("reckon", is_reckoned && field.reckon.is_none()),
        ("from", is_reckoned && field.from.is_none()),
    ];
    for (key, _) in needs.into_iter().filter(|(_, is_missing)| *is_missing) {
        findings.push(finding(
            at(fact, "type"),
            Words::new(
                format!("この種類の項目には `{key}` が要ります"),
                format!("a field of this type needs `{key}`"),
            ),
            Words::new(
                format!("`{key}: …` を書き足してください"),
                format!("add `{key}: …`"),
            ),
        ));
    }
    if field.format.is_some_and(|format| format != Format::Mail) {
        for key in ["characters", "min", "max"] {
            if fact.field(key).is_some() && is_text {
                findings.push(finding(
                    at(fact, key),
                    Words::new(
                        format!("`format` が長さと文字を決めているので、`{key}` は使われません"),
                        format!("`format` says how long it is and which characters it has: `{key}` is not used"),
                    ),
                    Words::new(format!("`{key}` を消してください"), format!("remove `{key}`")),
                ));
            }
        }
    }
}

/// No limit is beyond what a sheet can hold, or excludes everything.
fn bounds(field: &Field, fact: &Fact, findings: &mut Findings) {
    let most = match field.r#type {
        FieldType::Number => NUMBER,
        _ => CELL,
    };
    let (min, max) = (field.min.as_ref(), field.max.as_ref());
    if let Some((min, max)) = min.zip(max).filter(|(min, max)| min.0 > max.0) {
        findings.push(finding(
            at(fact, "min"),
            Words::new(
                format!(
                    "下限 {} が上限 {} より大きく、何も入力できません",
                    min.0, max.0
                ),
                format!(
                    "the least is {} and the greatest {}: nothing fits",
                    min.0, max.0
                ),
            ),
            Words::new("どちらかを直してください", "mend one of the two"),
        ));
    }
    let zero = max.filter(|max| max.0 == 0 && field.r#type != FieldType::Number);
    for (key, limit) in [("min", min), ("max", max)] {
        if limit.is_some_and(|limit| limit.0 > most) || key == "max" && zero.is_some() {
            findings.push(finding(
                at(fact, key),
                Words::new(
                    format!("この値は1から{most}までです"),
                    format!("this is between 1 and {most}"),
                ),
                Words::new("値を直してください", "mend the value"),
            ));
        }
    }
    if field.width.0 == 0 || field.width.0 > COLUMN {
        findings.push(finding(
            at(fact, "width"),
            Words::new(
                format!("列の幅は1から{COLUMN}までです"),
                format!("a column is 1 to {COLUMN} characters wide"),
            ),
            Words::new("幅を直してください", "mend the width"),
        ));
    }
}

/// What the need of a field depends on is a choice of the same form, with these options.
fn need(table: &Table<'_>, column: &Column<'_>, context: &Context<'_>, findings: &mut Findings) {
    let Some(conditions) = &column.field.required_when else {
        return;
    };
    let place = at(column.fact, "required_when");
    if column.field.required == Some(true) {
        findings.push(finding(
            place,
            Words::new(
                "`required: true` と `required_when` は、どちらか一方だけです",
                "a field is `required: true` or has `required_when`, not both",
            ),
            Words::new("どちらかを消してください", "remove one of them"),
        ));
    }
    for (id, wanted) in conditions {
        let Some(other) = table.columns.iter().find(|it| it.field.id == *id) else {
            findings.push(no_field(table, id, place));
            continue;
        };
        let known = listed(other, context);
        for word in wanted
            .iter()
            .filter(|word| known.iter().all(|choice| choice.id != *word))
        {
            let (ja, en) = (
                format!("項目 `{id}` に選択肢 `{word}` はありません"),
                format!("the field `{id}` has no option `{word}`"),
            );
            let known = known.iter().map(|choice| choice.id);
            findings.push(with_suggestion(
                Finding::error("field", place, ja, en),
                word,
                known,
            ));
        }
    }
}

/// What is worked out goes by fields of the same form, as many as belong to it.
fn reckoned(table: &Table<'_>, column: &Column<'_>, findings: &mut Findings) {
    let (Some(what), Some(from)) = (column.field.reckon, &column.field.from) else {
        return;
    };
    let place = at(column.fact, "from");
    let needed = match what {
        Reckon::Phase => 3,
        Reckon::First | Reckon::LastOnline | Reckon::CounterOnly | Reckon::SpecialUntil => 2,
    };
    if from.len() != needed {
        findings.push(finding(
            place,
            Words::new(
                format!("もとになる項目は{needed}つです"),
                format!("this goes by {needed} fields"),
            ),
            Words::new(
                "満了日、在留期間の長さ、（段階なら）申請した日の順に書いてください",
                "write the day of expiry, the length of the period of stay and, for the phase, the day of filing",
            ),
        ));
    }
    let is_there = |id: &String| table.columns.iter().any(|it| it.field.id == *id);
    for id in from.iter().filter(|id| !is_there(id)) {
        findings.push(no_field(table, id, place));
    }
}

/// A field is named that the form has not.
fn no_field(table: &Table<'_>, id: &str, place: Place) -> Finding {
    let (ja, en) = (
        format!("この表に項目 `{id}` はありません"),
        format!("this form has no field `{id}`"),
    );
    let ids = table.columns.iter().map(|it| it.field.id.as_str());
    with_suggestion(Finding::error("field", place, ja, en), id, ids)
}

fn listed<'c>(column: &Column<'_>, context: &Context<'c>) -> Vec<Choice<'c>> {
    let path = column.field.options.as_deref().unwrap_or_default();
    choices(context.model, path).unwrap_or_default()
}

/// The list of a choice is there, and no longer than sheets show.
fn options(column: &Column<'_>, context: &Context<'_>, findings: &mut Findings) {
    let Some(path) = &column.field.options else {
        return;
    };
    let place = at(column.fact, "options");
    let first = path.split('.').take(2).collect::<Vec<_>>().join(".");
    if context.model.broken.contains(&first) || context.model.hidden(&first).is_some() {
        return;
    }
    let found = listed(column, context);
    let length = |choice: &Choice<'_>| match &choice.name.value {
        crate::model::fact::Value::Text(words) => words
            .values()
            .map(|prose| prose.text.encode_utf16().count() + 1)
            .sum(),
        _ => 0,
    };
    let (ja, en) = if found.is_empty() {
        (
            format!("`{path}` は選択肢の一覧ではありません"),
            format!("`{path}` is no list to choose from"),
        )
    } else if found.len() > OPTIONS {
        (
            format!("選択肢が多すぎます（{}。{OPTIONS}まで）", found.len()),
            format!(
                "there are too many options ({}; {OPTIONS} at most)",
                found.len()
            ),
        )
    } else if let Some(long) = found.iter().find(|choice| length(choice) > OPTION) {
        (
            format!(
                "選択肢 `{}` の言葉が長すぎます（全部の言語で{OPTION}文字まで）",
                long.id
            ),
            format!(
                "the words of the option `{}` are too long ({OPTION} characters in all languages)",
                long.id
            ),
        )
    } else {
        return;
    };
    findings.push(finding(
        place,
        Words::new(ja, en),
        Words::new(
            "`options.nationalities`、`procedures`、`statuses.specified-skilled-worker.fields` のように書きます",
            "write it like `options.nationalities`, `procedures` or `statuses.specified-skilled-worker.fields`",
        ),
    ));
}

/// Examples keep the rule themselves.
fn examples(column: &Column<'_>, context: &Context<'_>, findings: &mut Findings) {
    let options: Vec<String> = listed(column, context)
        .iter()
        .map(|it| it.id.to_owned())
        .collect();
    if column.field.r#type == FieldType::Choice && options.is_empty() {
        return;
    }
    for (nth, example) in column.field.examples.iter().flatten().enumerate() {
        if !column.field.takes(example, &options) {
            let place = match column.fact.field("examples").map(|list| &list.value) {
                Some(crate::model::fact::Value::List(list)) => list.get(nth).map(|it| it.place),
                _ => None,
            };
            findings.push(finding(
                place.unwrap_or(column.fact.place),
                Words::new(
                    format!("例 `{example}` が、この項目の決まりに合いません"),
                    format!("the example `{example}` does not keep the rule of this field"),
                ),
                Words::new(
                    "例か、`characters`、`format`、`min`、`max` を直してください",
                    "mend the example, or `characters`, `format`, `min` or `max`",
                ),
            ));
        }
    }
}

/// Numbers of items belong to procedures that there are.
fn items(column: &Column<'_>, context: &Context<'_>, findings: &mut Findings) {
    let procedures = context
        .model
        .of("procedures")
        .iter()
        .map(|it| it.id.as_str());
    for procedure in column
        .field
        .items
        .iter()
        .flatten()
        .map(|(procedure, _)| procedure)
    {
        let is_left_out = context
            .model
            .hidden(&format!("procedures.{procedure}"))
            .is_some();
        if !is_left_out && procedures.clone().all(|id| id != procedure) {
            let (ja, en) = (
                format!("手続 `{procedure}` はありません"),
                format!("there is no procedure `{procedure}`"),
            );
            let place = at(column.fact, "items");
            findings.push(with_suggestion(
                Finding::error("field", place, ja, en),
                procedure,
                procedures.clone(),
            ));
        }
    }
}
