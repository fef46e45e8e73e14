//! `data/tools.yaml`: the tools that work in the reader's browser.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Entry;
use super::fact::{Fact, Value};
use super::types::{Limit, Text};

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

fn kinds<'a>(tool: &'a Entry, field: &str) -> &'a [(String, Fact)] {
    match tool.field(field).map(|kinds| &kinds.value) {
        Some(Value::Map(kinds)) if tool.kind == "tools" => kinds,
        _ => &[],
    }
}
