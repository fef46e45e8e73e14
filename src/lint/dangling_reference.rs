//! `dangling-reference`: every id and every `{{ path }}` leads to something, on the day of the guide.

use super::Context;
use super::context::{Nature, Passage};
use crate::diagnostic::{Finding, Findings, Place, did_you_mean};
use crate::markdown::Token;
use crate::model::fact::Value;
use crate::model::lookup::{Found, Missing, lookup};
use pulldown_cmark::Event;

/// Words within words within words: more than this is a circle.
const MAX_DEPTH: usize = 6;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    context.facts(&mut |fact| {
        if let Value::Ref { kind, id } = &fact.value {
            id_leads_somewhere(context, kind, id, fact.place, findings);
        }
    });
    for page in &context.model.pages {
        if let (Some(record), Some(node)) = (&page.front.record, page.front_node.get("record")) {
            id_leads_somewhere(context, "*", &record.0, node.place, findings);
        }
    }
    for passage in &context.passages {
        for (token, range) in passage.document {
            match token {
                Token::Reference(_) if passage.nature != Nature::Prose => {
                    findings.push(not_here(passage.place(context.files, range)));
                }
                Token::Reference(path) => {
                    let place = passage.place(context.files, range);
                    match lookup(context.model, path, context.day) {
                        Ok(found) if depth(context, &found, 0) > MAX_DEPTH => {
                            findings.push(circle(path, place));
                        }
                        Ok(_) => {}
                        Err(missing) => findings.extend(dangling(path, missing, place)),
                    }
                }
                Token::Markdown(Event::Text(text))
                    if text.contains("{{") || text.contains("}}") =>
                {
                    findings.push(malformed(passage, context, range));
                }
                Token::Markdown(_) => {}
            }
        }
    }
}

fn id_leads_somewhere(
    context: &Context<'_>,
    kind: &str,
    id: &str,
    place: Place,
    findings: &mut Findings,
) {
    let path = if kind == "*" {
        id.to_owned()
    } else {
        format!("{kind}.{id}")
    };
    match lookup(context.model, &path, context.day) {
        Ok(Found::Record(_)) => {}
        Ok(_) => findings.push(
            Finding::error(
                "dangling-reference",
                place,
                format!("`{path}` は記録ではありません"),
                format!("`{path}` is not a record"),
            )
            .remedy("`種類.id` の形で書いてください", "write `kind.id`"),
        ),
        Err(missing) => findings.extend(dangling(&path, missing, place)),
    }
}

fn dangling(path: &str, missing: Missing, place: Place) -> Option<Finding> {
    let finding = match missing {
        Missing::Broken => return None,
        Missing::NoPeriod => Finding::error(
            "dangling-reference",
            place,
            format!("`{path}` には、この日の値がありません"),
            format!("`{path}` has no value on this day"),
        )
        .remedy(
            "期間の名前を付けて指すか、値を足してください",
            "name the period that is meant, or add a value",
        ),
        Missing::Part { part, candidates } => {
            let finding = Finding::error(
                "dangling-reference",
                place,
                format!("`{path}` の `{part}` が見つかりません"),
                format!("`{part}` of `{path}` does not exist"),
            );
            let mut all: Vec<&str> = candidates.iter().map(String::as_str).collect();
            all.sort_unstable();
            match did_you_mean(&part, all.iter().copied()) {
                Some(near) => finding.remedy(
                    format!("`{near}` のことですか"),
                    format!("did you mean `{near}`?"),
                ),
                None if all.is_empty() => finding.remedy(
                    "`.` より後ろを消してください",
                    "remove what follows the last `.`",
                ),
                None => {
                    let list = all
                        .iter()
                        .take(30)
                        .map(|word| format!("`{word}`"))
                        .collect::<Vec<_>>()
                        .join(", ");
                    finding.remedy(format!("あるもの: {list}"), format!("possible: {list}"))
                }
            }
        }
    };
    Some(finding)
}

fn circle(path: &str, place: Place) -> Finding {
    Finding::error(
        "reference-circle",
        place,
        format!("`{path}` をたどると終わりません"),
        format!("following `{path}` never ends"),
    )
    .remedy(
        "どれかの参照を言葉に替えてください",
        "put words in place of one of the references",
    )
}

/// How deep references lead through the words of facts.
fn depth(context: &Context<'_>, found: &Found<'_>, level: usize) -> usize {
    let Found::Fact(fact) = found else {
        return level;
    };
    let Value::Text(words) = &fact.value else {
        return level;
    };
    if level > MAX_DEPTH {
        return level;
    }
    let references = words
        .values()
        .flat_map(|prose| &prose.document)
        .filter_map(|(token, _)| match token {
            Token::Reference(path) => lookup(context.model, path, context.day).ok(),
            Token::Markdown(_) => None,
        });
    references
        .map(|inner| depth(context, &inner, level + 1))
        .max()
        .unwrap_or(level)
}

fn not_here(place: Place) -> Finding {
    Finding::error(
        "bad-reference",
        place,
        "題・要約・画面の言葉の中では参照は使えません",
        "titles, summaries and words of screens take no references",
    )
    .remedy("言葉で書いてください", "say it in words")
}

fn malformed(
    passage: &Passage<'_>,
    context: &Context<'_>,
    range: &std::ops::Range<usize>,
) -> Finding {
    Finding::error(
        "bad-reference",
        passage.place(context.files, range),
        "`{{ … }}` の書き方が正しくありません",
        "this `{{ … }}` is not a reference",
    )
    .remedy(
        "`{{ fees.extension.online }}` のように、半角で書いてください",
        "write it like `{{ fees.extension.online }}`",
    )
}
