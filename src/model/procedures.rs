//! `data/procedures.yaml`: the seven procedures.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, FeeRef, ProcedureRef, Text};

/// A procedure, such as the extension of a period of stay.
///
/// 手続です（在留期間の更新など）。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its number in the agency's list.
    ///
    /// 入管庁の一覧での番号です。
    pub number: Count,
    /// Its full name.
    ///
    /// 正式な名前です。
    pub name: Text,
    /// What people call it.
    ///
    /// ふだんの呼び方です。
    pub short: Text,
    /// What it is for.
    ///
    /// 何のための手続かを書きます。
    pub what: Text,
    /// `true` if it can be filed by itself.
    ///
    /// 単独で申請できるなら `true`、できなければ `false` です。
    pub alone: bool,
    /// With which it can only be filed together: ids of procedures.yaml.
    ///
    /// 同時にしか申請できないとき、その相手の手続です。procedures.yaml の id を並べます。
    pub together_with: Option<Vec<ProcedureRef>>,
    /// Who may file it.
    ///
    /// だれが申請できるかを書きます。
    pub who: Text,
    /// When to file it.
    ///
    /// いつ申請するかを書きます。
    pub when: Text,
    /// Whether a photo is needed.
    ///
    /// 写真が要るかどうかを書きます。
    pub photo: Text,
    /// What it costs: ids of fees.yaml.
    ///
    /// 手数料です。fees.yaml の id を並べます。
    pub fees: Vec<FeeRef>,
    /// How the result arrives.
    ///
    /// 結果がどう届くかを書きます。
    pub result: Text,
    /// What to attach.
    ///
    /// 添付する資料です。
    pub documents: Text,
}
