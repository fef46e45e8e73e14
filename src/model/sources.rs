//! `data/sources.yaml`: every source that a fact names.

use jiff::civil;
use schemars::JsonSchema;
use serde::Deserialize;

use super::fact::Value;
use super::types::{Date, Text, Url};
use super::{Entry, Record};

/// Where facts come from.
///
/// 事実の出典です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    ///
    /// 公開した人や組織です。
    pub publisher: Text,
    /// What it is called.
    ///
    /// 題名です。
    pub title: Text,
    /// Where it can be read.
    ///
    /// 読める場所のアドレスです。
    pub url: Option<Url>,
    /// What time it speaks of: a year, a month or a day, in quotes.
    ///
    /// いつのことを述べているかです。年、月、日のどれかまでを、引用符で囲んで書きます。
    pub source_date: String,
    /// The day on which a copy was read.
    ///
    /// 写しを読んだ日です。
    pub read_on: Date,
    /// What sort of source it is.
    ///
    /// 出典の種類です。
    pub r#type: SourceType,
}

/// What sort of source it is.
///
/// 出典の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceType {
    /// The Immigration Services Agency.
    ///
    /// 出入国在留管理庁です。
    Agency,
    /// A law or an ordinance.
    ///
    /// 法令です。
    Law,
    /// Japan Post.
    ///
    /// 日本郵便です。
    Post,
    /// News.
    ///
    /// 報道です。
    Press,
    /// A lawyer or 行政書士.
    ///
    /// 弁護士や行政書士です。
    Practitioner,
    /// A maker of software.
    ///
    /// ソフトウェアの会社です。
    Vendor,
    /// A public repository of code.
    ///
    /// 公開されているプログラムです。
    Repository,
    /// An article or report on the web, such as the one that this guide started from.
    ///
    /// ウェブの記事や報告です。この手引きのもとになった記事も、これに入ります。
    Article,
    /// Our own weighing of several sources.
    ///
    /// いくつかの出典を見比べて、自分たちで出した結論です。
    Own,
}

/// The day on which a person saw the fact, else the newest day on which one of its sources was read.
#[must_use]
pub fn last_seen(entry: &Entry, sources: &[Record<Source>]) -> Option<civil::Date> {
    if let Some(confirmed) = entry.date("confirmed_on") {
        return Some(confirmed);
    }
    let Value::List(named) = &entry.field("source")?.value else {
        return None;
    };
    named
        .iter()
        .filter_map(|name| match &name.value {
            Value::Ref { id, .. } => sources
                .iter()
                .find(|source| source.common.id == *id)
                .map(|source| source.fact.read_on.0),
            _ => None,
        })
        .max()
}
