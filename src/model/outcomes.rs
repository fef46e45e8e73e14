//! `data/outcomes.yaml`: what answers mean for filing online, why, and what to do instead.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{ContactRef, Text};

/// What some answers mean for filing online. Of all that hold, the gravest decides: not online, not now, to be confirmed, yes.
///
/// 答えが、オンラインの申請にとって何を意味するかです。当てはまるものがいくつもあるときは、いちばん重いものが結果になります。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// When it holds, in a few words.
    ///
    /// どんなときかを、短い言葉で書きます。
    pub name: Text,
    /// What it means, in a word.
    ///
    /// 何を意味するかを、決まった言葉で書きます。
    pub result: Verdict,
    /// When it holds: names of questions (questions.yaml) or derived values, each with the values of which one must hold. All names
    /// must hold.
    ///
    /// 当てはまる条件です。質問（questions.yaml）か、答えから導く値の名前に、値を並べます。名前はすべて当てはまる必要があります。
    pub when: BTreeMap<String, Vec<String>>,
    /// Why, in a sentence or two.
    ///
    /// その理由を、1つか2つの文で書きます。
    pub why: Text,
    /// What to do instead or before; needed for everything but `yes`.
    ///
    /// 代わりに、または先にすることです。`yes` のほかでは、必ず書きます。
    pub instead: Option<Vec<Text>>,
    /// Whom to ask: ids of contacts.yaml.
    ///
    /// 聞く先です。contacts.yaml の id を並べます。
    pub ask: Option<Vec<ContactRef>>,
    /// `true` where no further question is needed.
    ///
    /// これで結果が決まり、あとの質問が要らないなら `true` です。
    pub ends: Option<bool>,
}

/// What answers mean for filing online.
///
/// オンラインで申請できるかを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing speaks against filing online.
    ///
    /// オンラインの申請を妨げるものは、見つかりません。
    Yes,
    /// To be confirmed with the agency first.
    ///
    /// 先に入管庁に確かめることがあります。
    Confirm,
    /// Not now; later, or after something was done.
    ///
    /// 今はできません。あとで、または何かをしてからできます。
    NotNow,
    /// Not online.
    ///
    /// オンラインではできません。
    NotOnline,
}
