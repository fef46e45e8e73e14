//! What must be there in a value that stands alone.
//!
//! An organisation's record is laid over that of the base edition: mappings merge by key, lists of records by `id`. There
//! everything may be left out that the base has, at every depth to which layers merge. Everywhere else (a new record, a
//! dated value, a list without ids) a value is whole.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::settings::Language;
use crate::model::shape::{nullable, type_name};

/// Says what a whole value of a type must have.
pub(super) struct Whole<'a> {
    pub(super) raw: &'a Value,
    pub(super) languages: &'a [Language],
}

impl Whole<'_> {
    /// The schema of what must be there, as deep as layers merge; nothing where nothing must.
    pub(super) fn of(&self, raw: &Value) -> Option<Value> {
        let raw = self.resolve(raw);
        match raw["x-type"].as_str() {
            Some("text" | "label") => {
                let codes = self.languages.iter().map(|language| language.code.as_str());
                return Some(json!({"required": codes.collect::<Vec<_>>()}));
            }
            Some(_) => return None,
            None => {}
        }
        match type_name(raw) {
            "array" if self.merges(&raw["items"]) => {
                Some(json!({"items": self.of(&raw["items"])?}))
            }
            "object" if raw["properties"].is_object() => self.of_fields(raw),
            "object" => {
                Some(json!({"additionalProperties": self.of(&raw["additionalProperties"])?}))
            }
            _ => None,
        }
    }

    /// Do lists of such items merge by `id`? All others are replaced whole.
    pub(super) fn merges(&self, item: &Value) -> bool {
        self.resolve(item)["properties"].get("id").is_some()
    }

    /// Parts are named by patterns, not under `properties`: editors would propose each of those keys twice.
    fn of_fields(&self, raw: &Value) -> Option<Value> {
        let mut alike: BTreeMap<String, (Value, Vec<&str>)> = BTreeMap::new();
        for (name, field) in raw["properties"].as_object()? {
            if let Some(part) = self.of(field) {
                let (_, names) = alike.entry(part.to_string()).or_insert((part, Vec::new()));
                names.push(name);
            }
        }
        let parts: Map<String, Value> = alike
            .into_values()
            .map(|(part, names)| (format!("^({})$", names.join("|")), part))
            .collect();
        let mut whole = Map::new();
        if let Some(required) = raw.get("required") {
            whole.insert("required".to_owned(), required.clone());
        }
        if !parts.is_empty() {
            whole.insert("patternProperties".to_owned(), Value::Object(parts));
        }
        (!whole.is_empty()).then_some(Value::Object(whole))
    }

    /// The type that stands behind an optional one or a `$ref`.
    fn resolve<'b>(&'b self, raw: &'b Value) -> &'b Value {
        if let Some(inner) = nullable(raw) {
            return self.resolve(inner);
        }
        let target = raw["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
        target
            .and_then(|path| self.raw.pointer(path))
            .unwrap_or(raw)
    }
}
