//! What a value must look like, read once from the JSON Schema of its type.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// The form of a value.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Words in every language.
    Text,
    /// Words of the real system.
    Label,
    /// A single value.
    Scalar(ScalarShape),
    /// One word of a list.
    Word(Vec<String>),
    /// The id of a record of a kind; `*` is `kind.id` of any.
    Ref(String),
    /// A list.
    List(Box<Shape>),
    /// Named fields.
    Record(Vec<Field>),
    /// Free keys, all values alike.
    Map(Box<Shape>),
    /// One of several forms, told apart by a key; no shape: the bare word.
    Choice(Vec<(String, Option<Shape>)>),
    /// Periods, each with a value of this shape.
    Dated(Box<Shape>),
}

/// A field of a record.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its key.
    pub name: String,
    /// Its form.
    pub shape: Shape,
    /// Must it be there?
    pub required: bool,
}

/// The form of a single value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "named after the types in `types`, which say what they are"
)]
pub enum ScalarShape {
    Plain,
    Bool,
    Count,
    Yen,
    Size,
    Length,
    Duration,
    Date,
    Instant,
    Time,
    MonthDay,
    Phone,
    Mail,
    Url,
    Host,
    Ratio,
    Colour,
    Measure,
    Id,
}

impl Shape {
    /// The shape of a type.
    #[must_use]
    pub fn of<T: JsonSchema>() -> Self {
        let settings =
            SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
        Self::from_schema(&schema::<T>(settings))
    }

    fn from_schema(schema: &Value) -> Self {
        if let Some(inner) = nullable(schema) {
            return Self::from_schema(inner);
        }
        if let Some(kind) = schema["x-ref"].as_str() {
            return Self::Ref(kind.to_owned());
        }
        match schema["x-type"].as_str() {
            Some("text") => Self::Text,
            Some("label") => Self::Label,
            Some("choice") => Self::Choice(choices(schema)),
            Some("dated") => Self::Dated(Box::new(Self::from_schema(
                schema
                    .pointer("/items/properties/value")
                    .unwrap_or(&Value::Null),
            ))),
            Some(name) => Self::Scalar(scalar(name)),
            None => Self::from_plain_schema(schema),
        }
    }

    fn from_plain_schema(schema: &Value) -> Self {
        let words = words(schema);
        if !words.is_empty() {
            return Self::Word(words);
        }
        match type_name(schema) {
            "array" => Self::List(Box::new(Self::from_schema(&schema["items"]))),
            "object" if schema["properties"].is_object() => Self::Record(fields(schema)),
            "object" => Self::Map(Box::new(Self::from_schema(&schema["additionalProperties"]))),
            "boolean" => Self::Scalar(ScalarShape::Bool),
            "integer" => Self::Scalar(ScalarShape::Count),
            _ => Self::Scalar(ScalarShape::Plain),
        }
    }
}

/// The JSON Schema of a type, the types that it is made of under `$defs`.
#[must_use]
pub fn json_schema<T: JsonSchema>() -> Value {
    schema::<T>(SchemaSettings::draft2020_12())
}

fn schema<T: JsonSchema>(settings: SchemaSettings) -> Value {
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// The other half of `anyOf: [schema, null]`, which is how an optional field is written.
pub(crate) fn nullable(schema: &Value) -> Option<&Value> {
    schema["anyOf"]
        .as_array()?
        .iter()
        .find(|half| half["type"] != "null")
}

pub(crate) fn type_name(schema: &Value) -> &str {
    match &schema["type"] {
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .find(|name| *name != "null")
            .unwrap_or(""),
        name => name.as_str().unwrap_or(""),
    }
}

fn words(schema: &Value) -> Vec<String> {
    let mut words: Vec<&Value> = schema["enum"].as_array().into_iter().flatten().collect();
    words.extend(
        schema["oneOf"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|word| word.get("const")),
    );
    words
        .into_iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn choices(schema: &Value) -> Vec<(String, Option<Shape>)> {
    let mut choices = Vec::new();
    for option in schema["oneOf"].as_array().into_iter().flatten() {
        let bare = option
            .get("const")
            .into_iter()
            .chain(option["enum"].as_array().into_iter().flatten());
        choices.extend(
            bare.filter_map(Value::as_str)
                .map(|word| (word.to_owned(), None)),
        );
        for (tag, inner) in option["properties"].as_object().into_iter().flatten() {
            choices.push((tag.clone(), Some(Shape::from_schema(inner))));
        }
    }
    choices
}

fn fields(schema: &Value) -> Vec<Field> {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let properties = schema["properties"].as_object().into_iter().flatten();
    properties
        .map(|(name, inner)| Field {
            name: name.clone(),
            shape: Shape::from_schema(inner),
            required: required.contains(&name.as_str()),
        })
        .collect()
}

/// What `x-type` says.
pub(crate) fn scalar(name: &str) -> ScalarShape {
    match name {
        "count" => ScalarShape::Count,
        "yen" => ScalarShape::Yen,
        "size" => ScalarShape::Size,
        "length" => ScalarShape::Length,
        "duration" => ScalarShape::Duration,
        "date" => ScalarShape::Date,
        "instant" => ScalarShape::Instant,
        "time" => ScalarShape::Time,
        "month-day" => ScalarShape::MonthDay,
        "phone" => ScalarShape::Phone,
        "mail" => ScalarShape::Mail,
        "url" => ScalarShape::Url,
        "host" => ScalarShape::Host,
        "ratio" => ScalarShape::Ratio,
        "colour" => ScalarShape::Colour,
        "measure" => ScalarShape::Measure,
        "id" => ScalarShape::Id,
        _ => ScalarShape::Plain,
    }
}

/// The schema of a record: the fields of its kind and those that all records have.
pub(super) fn record_schema(own: Schema, common: Schema) -> Schema {
    let mut own = own.to_value();
    let common = common.to_value();
    for (key, more) in common.as_object().into_iter().flatten() {
        match (own.get_mut(key), more) {
            (Some(Value::Object(properties)), Value::Object(more)) => {
                properties.extend(more.clone());
            }
            (Some(Value::Array(required)), Value::Array(more)) => {
                required.extend(more.iter().cloned());
            }
            _ => {}
        }
    }
    Schema::try_from(own).unwrap_or_default()
}
