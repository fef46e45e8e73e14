//! What is expected where something else was written, and how to write it.

use crate::diagnostic::{Finding, Findings};
use crate::source::node::{Node, Value};

/// A form that a value must have.
pub(super) struct Wanted {
    ja: &'static str,
    en: &'static str,
    remedy: fn(&Node) -> (String, String),
}

impl Wanted {
    pub(super) const SINGLE: Self = Self {
        ja: "ここには値を1つだけ書きます",
        en: "a single value is expected here",
        remedy: |_| {
            both(
                "括弧や `- ` を付けずに、値を1つだけ書いてください",
                "write one value, without brackets or `- `",
            )
        },
    };
    pub(super) const ID: Self = Self {
        ja: "ここには id を1つだけ書きます",
        en: "a single id is expected here",
        remedy: |_| {
            both(
                "`help-desk` のように、id を1つだけ書いてください",
                "write one id, such as `help-desk`",
            )
        },
    };
    pub(super) const WORD: Self = Self {
        ja: "ここには語を1つだけ書きます",
        en: "a single word is expected here",
        remedy: |_| {
            both(
                "括弧や `- ` を付けずに、語を1つだけ書いてください",
                "write one word, without brackets or `- `",
            )
        },
    };
    pub(super) const LIST: Self = Self {
        ja: "ここには一覧を書きます",
        en: "a list is expected here",
        remedy: |node| match node.scalar().map(short) {
            Some(text) => (
                format!("1つだけでも、角括弧で囲んで `[{text}]` と書いてください"),
                format!("write `[{text}]`, in brackets even if it is the only one"),
            ),
            None => both(
                "各項目を `- ` で始めてください",
                "begin every item with `- `",
            ),
        },
    };
    pub(super) const KEYS: Self = Self {
        ja: "ここには `キー: 値` の並びを書きます",
        en: "keys with values are expected here",
        remedy: |_| {
            both(
                "1行に1つずつ、`id: …` のようにキー、半角のコロン、空白、値の順に書いてください",
                "write one on each line: key, colon, space and value, like `id: …`",
            )
        },
    };
    pub(super) const WORDS: Self = Self {
        ja: "ここには言語ごとの文を書きます",
        en: "words in each language are expected here",
        remedy: |node| {
            let text = node.scalar().map_or_else(|| "…".to_owned(), short);
            (
                format!("`{{ja: {text}, en: …}}` のように書いてください"),
                format!("write it like `{{ja: {text}, en: …}}`"),
            )
        },
    };
    pub(super) const TEXT: Self = Self {
        ja: "ここには文を1つ書きます",
        en: "a text is expected here",
        remedy: |_| {
            both(
                "括弧や `- ` で始まる文は、`\"[例] …\"` のように全体を引用符で囲んでください",
                "put a text that begins with a bracket or `- ` in quotes, like `\"[example] …\"`",
            )
        },
    };
    pub(super) const PERIODS: Self = Self {
        ja: "ここには期間の一覧を書きます",
        en: "a list of periods is expected here",
        remedy: |_| {
            both(
                "期間が1つでも、`- value: …` のように `- ` で始めてください（始まりと終わりは `from: …` と `until: …`）",
                "begin every period with `- `, even the only one: `- value: …` (with `from: …` and `until: …` where it begins and ends)",
            )
        },
    };
    pub(super) const ONE_KEY: Self = Self {
        ja: "ここに書けるキーは1つだけです",
        en: "exactly one key is expected here",
        remedy: |node| match with_comma(node) {
            Some((key, number)) => (
                format!("数字に `,` を入れずに `{key}: {number}` と書いてください"),
                format!("write `{key}: {number}`, without the comma"),
            ),
            None => both(
                "キーと値を1組だけ書いてください",
                "write one key and its value",
            ),
        },
    };
}

/// Says that something else is expected here.
pub(super) fn wrong_type<T>(node: &Node, wanted: &Wanted, findings: &mut Findings) -> Option<T> {
    // What is wrong with a value that could not be read was said where it was read.
    if !matches!(node.value, Value::Refused) {
        let (ja, en) = (wanted.remedy)(node);
        let finding = Finding::error("wrong-type", node.place, wanted.ja, wanted.en);
        findings.push(finding.remedy(ja, en));
    }
    None
}

fn both(ja: &str, en: &str) -> (String, String) {
    (ja.to_owned(), en.to_owned())
}

/// The beginning of a text, to be shown in a message.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// `{count: 1,000}` is two keys to YAML: `count` and `000`.
fn with_comma(node: &Node) -> Option<(&str, String)> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = node.entries().split_first()?;
    let mut number = first
        .node
        .scalar()
        .filter(|text| is_digits(text))?
        .to_owned();
    for entry in rest {
        let is_rest = matches!(entry.node.value, Value::Null) && is_digits(&entry.key);
        number.push_str(is_rest.then_some(entry.key.as_str())?);
    }
    (!rest.is_empty()).then_some((first.key.as_str(), number))
}
