//! Schemas of single values: their type in JSON, a pattern, and what an editor says where the value does not fit.

use serde_json::{Value, json};

use super::set;
use crate::model::pattern::pattern;
use crate::model::scalar::how_to_write;
use crate::model::shape::ScalarShape;

/// The schema of a single value of this kind.
pub(super) fn schema(kind: ScalarShape) -> Value {
    let mut schema = match kind {
        ScalarShape::Plain => return json!({"type": ["string", "number"]}),
        ScalarShape::Bool => json!({"type": "boolean"}),
        ScalarShape::Count | ScalarShape::Yen => json!({"type": "integer", "minimum": 0}),
        // What is all digits is a number to YAML where it stands without quotes.
        ScalarShape::Id | ScalarShape::Phone => json!({"type": ["string", "integer"]}),
        ScalarShape::Measure => json!({"type": ["string", "number"]}),
        _ => json!({"type": "string"}),
    };
    if let Some(pattern) = pattern(kind) {
        set(&mut schema, "pattern", pattern);
    }
    let (ja, en) = how_to_write(kind);
    set(&mut schema, "errorMessage", format!("{ja} / {en}"));
    schema
}
