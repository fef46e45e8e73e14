//! `tool-reads`: a tool reads files of `data/` and fields of their records that there are, and uses rules that there are. Its
//! scripts would find nothing otherwise, and nobody would notice.

use super::Context;
use crate::diagnostic::{Finding, Findings, Place, with_suggestion};
use crate::model::fact::{Fact, Value};
use crate::model::shape::Shape;
use crate::model::tools::{RULES, in_all_languages, reads, rule_file, rules};
use crate::model::{Entry, KINDS, kind};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for tool in context.model.of("tools") {
        check_rules(context, tool, findings);
        for (name, fields) in reads(tool).iter().chain(in_all_languages(tool)) {
            match kind(name) {
                Some(kind) => check_fields(fields, &kind.shape(), findings),
                None => {
                    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
                    let (ja, en) = (
                        format!("`data/{name}.yaml` はありません"),
                        format!("there is no `data/{name}.yaml`"),
                    );
                    findings.push(unknown(fields.place, ja, en, name, &kinds));
                }
            }
        }
    }
}

fn check_rules(context: &Context<'_>, tool: &Entry, findings: &mut Findings) {
    let theme = &context.source.theme;
    for (name, place) in rules(tool).filter(|(name, _)| !theme.contains_key(&rule_file(name))) {
        let file = rule_file(name);
        let (ja, en) = (
            format!("`theme/{file}` はありません"),
            format!("there is no `theme/{file}`"),
        );
        let known = theme
            .keys()
            .filter_map(|path| path.strip_prefix(RULES)?.strip_suffix(".js"));
        findings.push(unknown(place, ja, en, name, &known.collect::<Vec<_>>()));
    }
}

fn check_fields(fields: &Fact, shape: &Shape, findings: &mut Findings) {
    let (Value::List(fields), Shape::Record(known)) = (&fields.value, shape) else {
        return;
    };
    let known: Vec<&str> = known.iter().map(|field| field.name.as_str()).collect();
    for field in fields {
        if let Value::Plain(name) = &field.value
            && !known.contains(&name.as_str())
        {
            let (ja, en) = (
                format!("この記録に `{name}` というキーはありません"),
                format!("these records have no key `{name}`"),
            );
            findings.push(unknown(field.place, ja, en, name, &known));
        }
    }
}

fn unknown(place: Place, ja: String, en: String, word: &str, known: &[&str]) -> Finding {
    let finding = Finding::error("tool-reads", place, ja, en);
    with_suggestion(finding, word, known.iter().copied())
}
