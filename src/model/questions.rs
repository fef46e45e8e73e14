//! `data/questions.yaml`: the questions of "Can I file online?", and what conditions on their answers may name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::fact::{Fact, Value};
use super::types::Text;
use super::{Entry, Model, OfKind as _};

/// A question that leads to whether somebody can file online. They are asked in the order of the file.
///
/// オンラインで申請できるかを見るための質問です。ファイルの順に聞きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What it is about, in a word or two: stands beside the answer.
    ///
    /// 何についての質問かを表す、短い言葉です。答えの横に出ます。
    pub name: Text,
    /// The question itself.
    ///
    /// 質問の文です。
    pub ask: Text,
    /// What helps to answer it.
    ///
    /// 答えるときの助けになる文です。
    pub hint: Option<Text>,
    /// What is answered.
    ///
    /// 何を答える質問かを、決まった言葉で書きます。
    pub answer: AnswerType,
    /// Which records are the answers: the name of their file.
    ///
    /// 答えになる記録です。そのファイルの名前を書きます。
    pub records: Option<AnswerRecords>,
    /// Answers besides those records.
    ///
    /// 記録のほかの答えを並べます。
    pub options: Option<Vec<AnswerOption>>,
    /// "I do not know" in words that fit the question; its id is `unknown`.
    ///
    /// 質問に合わせた「分からない」の言葉です。id は `unknown` です。
    pub unknown: Text,
    /// Asked only under these answers: names of questions or derived values, each with the values of which one must hold. All
    /// names must hold.
    ///
    /// この答えのときだけ聞きます。質問か、答えから導く値の名前に、当てはまる値を並べます。名前はすべて当てはまる必要があります。
    pub when: Option<BTreeMap<String, Vec<String>>>,
    /// The same condition in words.
    ///
    /// その条件を言葉で書きます。
    pub asked_if: Option<Text>,
}

/// What is answered.
///
/// 答えの種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AnswerType {
    /// One of several answers.
    ///
    /// いくつかのうちの1つを選びます。
    Choice,
    /// A day.
    ///
    /// 日付を答えます。
    Day,
}

/// Records that are answers.
///
/// 答えになる記録の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AnswerRecords {
    /// The kinds of filer.
    ///
    /// 申請できる人の種類です。
    Filers,
    /// The procedures.
    ///
    /// 手続です。
    Procedures,
    /// The statuses of residence.
    ///
    /// 在留資格です。
    Statuses,
}

/// An answer that is no record.
///
/// 記録ではない答えです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// The answer in words.
    ///
    /// 答えの言葉です。
    pub name: Text,
    /// Offered only under these answers, as in the `when` of a question.
    ///
    /// この答えのときだけ選べます。書き方は質問の `when` と同じです。
    pub when: Option<BTreeMap<String, Vec<String>>>,
}

/// What the rules make of the answers (`theme/js/rules/eligibility.js`), for conditions to name.
pub struct Derived {
    /// Its name in conditions.
    pub name: &'static str,
    /// What it can be; none: the id of a procedure.
    pub values: &'static [&'static str],
    /// The questions from whose answers it is made.
    pub from: &'static [&'static str],
}

/// All derived values.
pub const DERIVED: &[Derived] = &[
    // The procedure that decides: what is filed, or with what it is filed together.
    derived("main", &[], &["procedure", "together"]),
    derived("online-held", ONLINE, &["status"]),
    derived("online-sought", ONLINE, &["new-status"]),
    derived("ssw", &["yes", "no"], &["status", "new-status"]),
    derived(
        "ssw-filing",
        &["yes", "conditions", "confirm"],
        &["filer", "status", "new-status"],
    ),
    derived(
        "phase",
        &["early", "open", "last", "over", "unsure"],
        &["period", "expiry", "planned"],
    ),
    derived("event-phase", &["open", "over"], &["event", "planned"]),
    derived("planned-day", &["past", "ahead"], &["planned"]),
    // Is something not known on which the result depends?
    derived("missing", &["yes", "no"], &[]),
];

const ONLINE: &[&str] = &["yes", "no", "partly"];

const fn derived(
    name: &'static str,
    values: &'static [&'static str],
    from: &'static [&'static str],
) -> Derived {
    Derived { name, values, from }
}

/// The answer "I do not know", which every question has.
pub const UNKNOWN: &str = "unknown";

/// What may be named under `key` in a condition: the answers to that question, or the values that are derived under that name;
/// none where there is neither. Of a day only that it is not known.
#[must_use]
pub fn values<'a>(model: &'a Model, key: &str) -> Option<Vec<&'a str>> {
    if let Some(derived) = DERIVED.iter().find(|derived| derived.name == key) {
        return Some(if derived.values.is_empty() {
            ids(model, "procedures")
        } else {
            derived.values.to_vec()
        });
    }
    let question = model.of(Question::KIND).iter().find(|it| it.id == key)?;
    let records = match question.field("records").map(|it| &it.value) {
        Some(Value::Word(kind)) => ids(model, kind),
        _ => Vec::new(),
    };
    let options = options(question).iter().filter_map(option_id);
    Some(
        records
            .into_iter()
            .chain(options)
            .chain([UNKNOWN])
            .collect(),
    )
}

/// The options of a question, besides the records.
#[must_use]
pub fn options(question: &Entry) -> &[Fact] {
    match question.field("options").map(|it| &it.value) {
        Some(Value::List(options)) => options,
        _ => &[],
    }
}

/// The last question, in the order of the file, that has to be answered before a condition can be told.
#[must_use]
pub fn decided_by<'a>(model: &'a Model, condition: Option<&Fact>) -> Option<&'a Entry> {
    let Some(Value::Map(keys)) = condition.map(|it| &it.value) else {
        return None;
    };
    let needs = |question: &&Entry| {
        keys.iter().any(|(key, _)| {
            let derived = DERIVED.iter().find(|derived| derived.name == key);
            question.id == *key || derived.is_some_and(|it| it.from.contains(&question.id.as_str()))
        })
    };
    model.of(Question::KIND).iter().rfind(needs)
}

fn ids<'a>(model: &'a Model, kind: &str) -> Vec<&'a str> {
    model.of(kind).iter().map(|it| it.id.as_str()).collect()
}

/// The id of an option.
#[must_use]
pub fn option_id(option: &Fact) -> Option<&str> {
    match &option.field("id")?.value {
        Value::Plain(id) => Some(id),
        _ => None,
    }
}
