//! `drawing`: a time line has days, and nothing is written into a picture that does not draw it.

use super::Context;
use crate::diagnostic::{Finding, Findings};
use crate::model::Entry;
use crate::model::drawings::kind_in;
use crate::model::fact::{Fact, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for picture in context.model.of("drawings") {
        let Some(what) = picture.field("type") else {
            continue;
        };
        let is_timeline = matches!(&what.value, Value::Word(word) if word == "timeline");
        let marks = picture.field("marks").filter(|marks| !is_empty(marks));
        if is_timeline && marks.is_none() {
            findings.push(
                Finding::error(
                    "drawing",
                    what.place,
                    "日のない線は描けません",
                    "there is no day on this time line",
                )
                .remedy(
                    "`marks` に、日と、その日からできることを順に書いてください",
                    "write the days and what holds from each of them under `marks`, in order",
                ),
            );
        }
        if let Some(marks) = marks.filter(|_| !is_timeline) {
            findings.push(
                Finding::error(
                    "drawing",
                    marks.place,
                    "この図は `marks` を描きません",
                    "this picture draws no `marks`",
                )
                .remedy(
                    "`type: timeline` にするか、`marks` を消してください",
                    "write `type: timeline`, or remove `marks`",
                ),
            );
        }
        notes(picture, is_timeline, findings);
    }
}

fn is_empty(list: &Fact) -> bool {
    matches!(&list.value, Value::List(items) if items.is_empty())
}

/// A note about a record stands beside that record, which must be in the picture.
fn notes(picture: &Entry, is_timeline: bool, findings: &mut Findings) {
    let Some(Value::List(notes)) = picture.field("notes").map(|notes| &notes.value) else {
        return;
    };
    let drawn = kind_in(picture);
    for of in notes.iter().filter_map(|note| note.field("of")) {
        let Value::Ref { id, .. } = &of.value else {
            continue;
        };
        let kind = id.split('.').next().unwrap_or_default();
        if !is_timeline && drawn.is_none_or(|drawn| drawn == kind) {
            continue;
        }
        let finding = Finding::error(
            "drawing",
            of.place,
            format!("`{id}` はこの図に描かれません"),
            format!("`{id}` is not in this picture"),
        );
        findings.push(match drawn {
            Some(drawn) => finding.remedy(
                format!("`{drawn}.…` のどれかを書くか、`of` を消してください（図の下に出ます）"),
                format!("name one of `{drawn}.…`, or remove `of`: the note then stands below the picture"),
            ),
            None => finding.remedy(
                "`marks` に書くか、`of` を消してください（図の下に出ます）",
                "write it under `marks`, or remove `of`: the note then stands below the picture",
            ),
        });
    }
}
