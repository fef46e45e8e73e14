//! Facts as templates see them: words as the output writes them, words for values, `none` for what is not there.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tera::Value as View;

use crate::guide::{Say, Tense, millimetres};
use crate::model::fact::{Fact, Fields, Period, Value, get};
use crate::model::shape::{Field, Shape};
use crate::model::{Entry, Kind};

/// A mapping for templates.
pub(in crate::output) fn map(fields: impl IntoIterator<Item = (impl Into<String>, View)>) -> View {
    let fields: BTreeMap<String, View> = fields
        .into_iter()
        .map(|(key, view)| (key.into(), view))
        .collect();
    View::from(fields)
}

/// A text, or `none`.
pub(in crate::output) fn text(text: Option<impl AsRef<str>>) -> View {
    text.map_or_else(View::none, |text| View::normal_string(text.as_ref()))
}

/// Hands facts to templates, in words of one language.
pub(in crate::output) trait Show<'a>: Say<'a> + Sized {
    /// Words as templates get them.
    fn shown(&self, words: Self::Words) -> View;
    /// An address within the guide, as templates get it.
    fn address(&self, to: &str) -> View;
    /// The same writer in another language.
    fn in_language(&self, language: &'a str) -> Self;

    /// A fact in words.
    fn said(&self, fact: &'a Fact) -> View {
        self.shown(self.fact(fact))
    }

    /// A record with all fields of its kind.
    fn record(&self, kind: &Kind, shape: &Shape, entry: &'a Entry) -> View {
        let (Value::Record(fields), Shape::Record(shapes)) = (&entry.fact.value, shape) else {
            return View::none();
        };
        let mut view = self.fields(fields, shapes);
        view.insert("kind".to_owned(), View::normal_string(kind.name));
        view.insert("path".to_owned(), View::normal_string(&entry.path()));
        view.insert("original".to_owned(), self.original(entry));
        view.insert(
            "href".to_owned(),
            self.guide()
                .address(entry)
                .map_or_else(View::none, |to| self.address(to)),
        );
        view.insert(
            "checked".to_owned(),
            self.day(self.guide().last_seen(entry)),
        );
        View::from(view)
    }

    /// What the record is called in the original language of the guide.
    fn original(&self, entry: &'a Entry) -> View {
        let original = self
            .guide()
            .model
            .languages()
            .first()
            .copied()
            .unwrap_or(self.language());
        entry
            .name()
            .map_or_else(View::none, |name| self.in_language(original).said(name))
    }

    /// A day as `{iso, text}`, or `none`.
    fn day(&self, day: Option<Date>) -> View {
        day.map_or_else(View::none, |day| {
            let words = self.guide().date(day, self.language());
            map([
                ("iso", View::normal_string(&day.to_string())),
                ("text", View::normal_string(&words)),
            ])
        })
    }

    fn fields(&self, fields: &'a Fields, shapes: &[Field]) -> BTreeMap<String, View> {
        shapes
            .iter()
            .map(|field| {
                let fact = get(fields, &field.name);
                (
                    field.name.clone(),
                    fact.map_or_else(View::none, |fact| self.view(fact, &field.shape)),
                )
            })
            .collect()
    }

    fn view(&self, fact: &'a Fact, shape: &Shape) -> View {
        match (&fact.value, shape) {
            (Value::Text(_) | Value::Label(_), _) => self.said(fact),
            (Value::Bool(value), _) => View::from(*value),
            (Value::Date(day), _) => self.day(Some(*day)),
            // In words, and as a number: what is drawn on paper is reckoned with.
            (Value::Length(hundredths), _) => map([
                ("mm", View::from(millimetres(*hundredths))),
                ("text", self.said(fact)),
            ]),
            (Value::Instant(instant), _) => map([
                (
                    "iso",
                    View::normal_string(&self.guide().instant_iso(*instant)),
                ),
                (
                    "text",
                    View::normal_string(&self.guide().instant(*instant, self.language())),
                ),
            ]),
            (Value::Ref { kind, id }, _) => {
                let (kind, id) = if kind == "*" {
                    id.split_once('.').unwrap_or(("", id))
                } else {
                    (kind.as_str(), id.as_str())
                };
                map([
                    ("kind", View::normal_string(kind)),
                    ("id", View::normal_string(id)),
                    ("path", View::normal_string(&format!("{kind}.{id}"))),
                ])
            }
            (Value::List(items), Shape::List(inner)) => View::from(
                items
                    .iter()
                    .filter(|item| !self.is_left_out(item))
                    .map(|item| self.view(item, inner))
                    .collect::<Vec<_>>(),
            ),
            (Value::Record(fields), Shape::Record(shapes)) => {
                View::from(self.fields(fields, shapes))
            }
            (Value::Map(fields), Shape::Map(inner)) => map(fields
                .iter()
                .map(|(key, fact)| (key.clone(), self.view(fact, inner)))),
            (Value::Choice(tag, inner), Shape::Choice(options)) => {
                let inner_shape = options
                    .iter()
                    .find(|(name, _)| name == tag)
                    .and_then(|(_, shape)| shape.as_ref());
                let value = inner
                    .as_deref()
                    .zip(inner_shape)
                    .map_or_else(View::none, |(inner, shape)| self.view(inner, shape));
                map([
                    ("tag", View::normal_string(tag)),
                    ("text", self.said(fact)),
                    ("value", value),
                ])
            }
            (Value::Dated(periods), Shape::Dated(inner)) => self.dated(periods, inner),
            _ => View::normal_string(
                &self
                    .guide()
                    .value(fact, self.language())
                    .unwrap_or_default(),
            ),
        }
    }

    /// Is it the id of a record that an organisation leaves out?
    fn is_left_out(&self, fact: &Fact) -> bool {
        let Value::Ref { kind, id } = &fact.value else {
            return false;
        };
        let path = if kind == "*" {
            id.clone()
        } else {
            format!("{kind}.{id}")
        };
        self.guide().model.hidden(&path).is_some()
    }

    fn dated(&self, periods: &'a [Period], shape: &Shape) -> View {
        let views: Vec<(Tense, View)> = periods
            .iter()
            .map(|period| (self.guide().tense(period), self.period(period, shape)))
            .collect();
        let of = |tense: Tense| {
            views
                .iter()
                .filter(move |(t, _)| *t == tense)
                .map(|(_, view)| view.clone())
                .collect::<Vec<_>>()
        };
        map([
            (
                "now",
                of(Tense::Now).into_iter().next().unwrap_or_else(View::none),
            ),
            ("earlier", View::from(of(Tense::Earlier))),
            ("coming", View::from(of(Tense::Coming))),
            (
                "all",
                View::from(
                    views
                        .iter()
                        .map(|(_, view)| view.clone())
                        .collect::<Vec<_>>(),
                ),
            ),
        ])
    }

    fn period(&self, period: &'a Period, shape: &Shape) -> View {
        let about = |name: &str| get(&period.about, name);
        let words = self.shown(self.period_words(period));
        map([
            ("id", text(period.id.as_deref())),
            ("from", self.day(period.from)),
            ("until", self.day(period.until)),
            ("text", words),
            (
                "value",
                period
                    .value
                    .as_deref()
                    .map_or_else(View::none, |value| self.view(value, shape)),
            ),
            ("unknown", View::from(period.value.is_none())),
            (
                "current",
                View::from(self.guide().tense(period) == Tense::Now),
            ),
            (
                "note",
                about("note").map_or_else(View::none, |note| self.said(note)),
            ),
            (
                "confidence",
                about("confidence").map_or_else(View::none, |word| {
                    View::normal_string(
                        &self
                            .guide()
                            .value(word, self.language())
                            .unwrap_or_default(),
                    )
                }),
            ),
            (
                "source",
                about("source").map_or_else(View::none, |source| {
                    self.view(source, &Shape::List(Box::new(Shape::Text)))
                }),
            ),
        ])
    }
}
