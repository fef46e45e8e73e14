//! `data/tools.yaml`: the tools that work in the reader's browser.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Entry;
use super::fact::{Fact, Value};
use super::types::{Limit, Text};
use crate::diagnostic::Place;

/// A tool that answers in the reader's own browser, and what its scripts are given of the facts.
///
/// 読む人のブラウザの中で答える道具と、その道具が読む事実です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// What it is called.
    ///
    /// 名前です。
    pub name: Text,
    /// What it answers.
    ///
    /// 何に答えるかを書きます。
    pub purpose: Text,
    /// The rules that it uses: names of files in `theme/js/rules/`, without suffix.
    ///
    /// 使う規則です。`theme/js/rules/` のファイルの名前を、拡張子なしで並べます。
    pub rules: Vec<String>,
    /// What its scripts are given: for each file of `data/` the fields of its records, besides `id` and `confidence`.
    ///
    /// 道具に渡す事実です。`data/` のファイルごとに、記録のキーを並べます。`id` と `confidence` は、書かなくても渡ります。
    pub reads: BTreeMap<String, Vec<String>>,
    /// What the tool itself holds to, such as how many rows it takes. Facts of the system do not stand here.
    ///
    /// 一度に読む行数など、道具の都合で決めている値です。システムについての事実は、ここには書きません。
    pub limits: Option<BTreeMap<String, Limit>>,
    /// Which of these fields are given in every language, whatever the page's is: what people paste may be in any.
    ///
    /// そのうち、ページの言語にかかわらず、全部の言語で渡すキーです。貼り付けられる文は、どの言語か分からないためです。
    pub in_all_languages: Option<BTreeMap<String, Vec<String>>>,
}

/// What a tool reads: names of kinds, each with the list of fields.
#[must_use]
pub fn reads(tool: &Entry) -> &[(String, Fact)] {
    kinds(tool, "reads")
}

/// What of it a tool reads in every language.
#[must_use]
pub fn in_all_languages(tool: &Entry) -> &[(String, Fact)] {
    kinds(tool, "in_all_languages")
}

/// The rules of all tools, of which each takes some: a folder of the theme.
pub const RULES: &str = "js/rules/";

/// The file of a rule, from the folder of the theme.
#[must_use]
pub fn rule_file(name: &str) -> String {
    format!("{RULES}{name}.js")
}

/// The names of the rules that a tool uses, where they stand.
pub fn rules(tool: &Entry) -> impl Iterator<Item = (&str, Place)> {
    let names = match tool.field("rules").map(|rules| &rules.value) {
        Some(Value::List(names)) if tool.kind == "tools" => names.as_slice(),
        _ => &[],
    };
    names.iter().filter_map(|name| match &name.value {
        Value::Plain(text) => Some((text.as_str(), name.place)),
        _ => None,
    })
}

fn kinds<'a>(tool: &'a Entry, field: &str) -> &'a [(String, Fact)] {
    match tool.field(field).map(|kinds| &kinds.value) {
        Some(Value::Map(kinds)) if tool.kind == "tools" => kinds,
        _ => &[],
    }
}
