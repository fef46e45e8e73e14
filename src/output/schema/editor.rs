//! From the schema of a Rust type to the schema that an editor is given.
//!
//! The first says with `x-type` and `x-ref` what a value means; the second says it in words that every editor knows:
//! patterns, lists of words with their meaning, messages in both languages. What must be there depends on whether the
//! record changes one of the base edition: [`super::whole`].

use serde_json::{Map, Value, json};

use super::whole::Whole;
use super::{scalar, set};
use crate::model::pattern::LANGUAGE;
use crate::model::settings::Language;
use crate::model::shape::{self, ScalarShape, nullable, type_name};

/// Makes the schemas of one file.
pub(super) struct Editor<'a> {
    raw: &'a Value,
    languages: &'a [Language],
    whole: Whole<'a>,
}

impl<'a> Editor<'a> {
    /// `raw` is the schema of the whole type, with `$defs`.
    pub(super) fn new(raw: &'a Value, languages: &'a [Language]) -> Self {
        let whole = Whole { raw, languages };
        Self {
            raw,
            languages,
            whole,
        }
    }

    /// The types that others are made of.
    pub(super) fn defs(&self) -> Option<Value> {
        let defs = self.raw["$defs"].as_object()?;
        let defs = defs
            .iter()
            .map(|(name, raw)| (name.clone(), self.value(raw)));
        Some(Value::Object(defs.collect()))
    }

    /// A file that is one value.
    pub(super) fn file(&self, raw: &Value) -> Value {
        let mut file = self.value(raw);
        if let Some(defs) = self.defs() {
            set(&mut file, "$defs", defs);
        }
        file
    }

    /// `guide.yaml`: all of it where it stands alone, else what differs from the base edition.
    pub(super) fn settings(&self, raw: &Value) -> Value {
        let mut file = self.file(raw);
        set(&mut file, "if", json!({"required": ["base"]}));
        set(&mut file, "then", self.whole.of(raw).unwrap_or_default());
        file
    }

    /// A record: all of it, or, with a `reason`, what differs from the record of the base edition.
    pub(super) fn record(&self, raw: &Value, sourced: bool) -> Value {
        let hides = json!({"properties": {"hidden": {"const": true}}, "required": ["hidden"]});
        let reason = raw.pointer("/properties/reason");
        let reason = reason.and_then(|reason| self.whole.of(reason));
        let changes = json!({
            "required": ["id", "reason"],
            "patternProperties": {"^reason$": reason.unwrap_or_default()},
        });
        let mut record = self.value(raw);
        set(
            &mut record,
            "if",
            json!({"anyOf": [{"required": ["reason"]}, hides]}),
        );
        set(&mut record, "then", changes);
        set(&mut record, "else", self.stands_alone(raw, sourced));
        record
    }

    /// What must be there in a record that is not laid over another. Where something is missing, perhaps it was meant to be.
    fn stands_alone(&self, raw: &Value, sourced: bool) -> Value {
        let mut whole = self.whole.of(raw).unwrap_or_default();
        let own = raw["required"].as_array().into_iter().flatten().cloned();
        let common = ["source", "confidence"].map(Value::from);
        let all: Vec<Value> = own.chain(common.into_iter().filter(|_| sourced)).collect();
        let reason = json!({
            "required": ["reason"],
            "errorMessage": "もとの手引きの記録を変えるときは、`reason` に理由を書きます。 / A record that changes one of the base edition says why in `reason`.",
        });
        set(&mut whole, "if", json!({"required": all}));
        set(&mut whole, "else", reason);
        set(&mut whole, "required", all);
        let parts = whole.get_mut("patternProperties");
        if let Some(parts) = parts.filter(|_| sourced) {
            set(parts, "^source$", json!({"minItems": 1}));
        }
        whole
    }

    /// Any value, of which parts may be left to the base edition.
    fn value(&self, raw: &Value) -> Value {
        let mut schema = match nullable(raw) {
            Some(inner) => self.value(inner),
            None => self.bare(raw),
        };
        if raw.get("description").is_some() {
            set(&mut schema, "description", said_of(raw));
        }
        if let Some(examples) = raw.get("examples") {
            set(&mut schema, "examples", examples.clone());
        }
        schema
    }

    /// The same without what is said of it.
    fn bare(&self, raw: &Value) -> Value {
        if let Some(target) = raw.get("$ref") {
            return json!({"$ref": target});
        }
        if raw.get("x-ref").is_some_and(|kind| kind != "*") {
            return scalar::schema(ScalarShape::Id);
        }
        match raw["x-type"].as_str() {
            Some("text" | "label") => self.words(),
            Some("choice") => self.choice(raw),
            Some("dated") => self.dated(raw),
            Some(name) => scalar::schema(shape::scalar(name)),
            None => self.plain(raw),
        }
    }

    fn plain(&self, raw: &Value) -> Value {
        let words: Vec<&Value> = raw["oneOf"].as_array().into_iter().flatten().collect();
        if let Some(words) = enumeration(&words) {
            return words;
        }
        match type_name(raw) {
            "array" => {
                let items = self.value(&raw["items"]);
                let whole =
                    (!self.whole.merges(&raw["items"])).then(|| self.whole.of(&raw["items"]));
                json!({"type": "array", "items": with_all(items, whole.flatten())})
            }
            "object" if raw["properties"].is_object() => self.fields(raw),
            "object" => {
                json!({"type": "object", "additionalProperties": self.value(&raw["additionalProperties"])})
            }
            "boolean" => scalar::schema(ScalarShape::Bool),
            "integer" => scalar::schema(ScalarShape::Count),
            _ => scalar::schema(ScalarShape::Plain),
        }
    }

    fn fields(&self, raw: &Value) -> Value {
        let fields = raw["properties"].as_object().into_iter().flatten();
        let fields: Map<String, Value> = fields
            .map(|(name, field)| (name.clone(), self.value(field)))
            .collect();
        json!({"type": "object", "additionalProperties": false, "properties": fields})
    }

    /// Words by language: those of the guide are proposed, others may be added.
    fn words(&self) -> Value {
        let words = json!({
            "type": ["string", "number"],
            "pattern": r"\S",
            "errorMessage": "ここに文を1つ書きます。 / A text is expected here.",
        });
        let of_the_guide = self.languages.iter().map(|language| {
            let Language { code, name } = language;
            let mut words = words.clone();
            set(
                &mut words,
                "description",
                format!("The words in {name} (`{code}`).\n\n{name}（`{code}`）の文。"),
            );
            (code.clone(), words)
        });
        json!({
            "type": "object",
            "properties": of_the_guide.collect::<Map<_, _>>(),
            "additionalProperties": words,
            "propertyNames": {
                "pattern": LANGUAGE,
                "errorMessage": "キーは `ja`、`en` などの言語コードです。 / The keys are codes of languages, such as `ja` or `en`.",
            },
            "errorMessage": "言語ごとに書きます: `{ja: …, en: …}` / Write it by language: `{ja: …, en: …}`",
        })
    }

    /// One of several forms, told apart by a key; some are a bare word.
    fn choice(&self, raw: &Value) -> Value {
        let (mut forms, mut words, mut possible) = (Map::new(), Vec::new(), Vec::new());
        for option in raw["oneOf"].as_array().into_iter().flatten() {
            for (tag, inner) in option["properties"].as_object().into_iter().flatten() {
                let mut form = with_all(self.value(inner), self.whole.of(inner));
                set(&mut form, "description", said_of(option));
                forms.insert(tag.clone(), form);
                possible.push(format!("`{tag}: …`"));
            }
            if let Some(word) = option["const"].as_str() {
                words.push(option);
                possible.push(format!("`{word}`"));
            }
        }
        let possible = possible.join(", ");
        let message = format!("どれか1つを書きます: {possible} / Write one of these: {possible}");
        let form = json!({
            "type": "object",
            "additionalProperties": false,
            "minProperties": 1,
            "maxProperties": 1,
            "properties": forms,
            "errorMessage": message,
        });
        match enumeration(&words) {
            Some(mut words) => {
                set(&mut words, "errorMessage", message);
                json!({"anyOf": [form, words]})
            }
            None => form,
        }
    }

    /// Periods, each with either a value or the word that nobody knows it.
    fn dated(&self, raw: &Value) -> Value {
        let mut period = with_all(self.value(&raw["items"]), self.whole.of(&raw["items"]));
        set(
            &mut period,
            "if",
            json!({"properties": {"unknown": {"const": true}}, "required": ["unknown"]}),
        );
        set(
            &mut period,
            "then",
            json!({
                "properties": {"value": false},
                "errorMessage": "`value` と `unknown: true` は、どちらか一方だけを書きます。 / Write either `value` or `unknown: true`.",
            }),
        );
        set(&mut period, "else", json!({"required": ["value"]}));
        json!({
            "type": "array",
            "minItems": 1,
            "items": period,
            "errorMessage": "期間の一覧を書きます: `- value: …` / Write a list of periods: `- value: …`",
        })
    }
}

/// A schema that also wants what `more` wants.
fn with_all(mut schema: Value, more: Option<Value>) -> Value {
    if let Some(more) = more {
        set(&mut schema, "allOf", json!([more]));
    }
    schema
}

/// The words of an enumeration with what each means; nothing where there are none.
fn enumeration(words: &[&Value]) -> Option<Value> {
    if words.is_empty() {
        return None;
    }
    let names = words.iter().map(|word| word["const"].clone());
    let meanings = words.iter().map(|word| said_of(word));
    Some(json!({
        "type": "string",
        "enum": names.collect::<Vec<_>>(),
        "enumDescriptions": meanings.collect::<Vec<_>>(),
    }))
}

/// What the documentation of a type says, one line a paragraph: editors break lines themselves.
fn said_of(raw: &Value) -> String {
    let text = raw["description"].as_str().unwrap_or_default();
    let paragraphs = text.split("\n\n").map(|paragraph| {
        paragraph.lines().fold(String::new(), |line, next| {
            let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
            let spaced = is_ascii(line.chars().last()) && is_ascii(next.chars().next());
            format!("{line}{}{next}", if spaced { " " } else { "" })
        })
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
