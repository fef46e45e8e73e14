//! `data/filers.yaml`: the seven kinds of filer.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Count, Text};

/// A kind of filer: who may file online.
///
/// 申請できる人の種類です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filer {
    /// Its number in the agency's list.
    ///
    /// 入管庁の一覧での番号です。
    pub number: Count,
    /// Its name.
    ///
    /// 名前です。
    pub name: Text,
    /// Who belongs to it.
    ///
    /// どんな人がこれに当たるかを書きます。
    pub who: Text,
    /// What must be true before they may file.
    ///
    /// 申請する前に、満たしておく条件です。
    pub condition: Text,
    /// How they log in.
    ///
    /// ログインの方法です。
    pub log_in: Text,
    /// How they log in, in a word.
    ///
    /// ログインの方法を、決まった言葉で書きます。
    pub log_in_with: LogIn,
    /// What they must hand in to be registered.
    ///
    /// 登録のために提出するものを並べます。
    pub hands_in: Vec<Text>,
    /// `true` if they may write documents, `false` if they only hand in what others wrote.
    ///
    /// 書類を作ってよい人なら `true`、ほかの人が作ったものを出すだけなら `false` です。
    pub writes: bool,
    /// Who writes the documents, and who only hands them in.
    ///
    /// 書類を作るのがだれで、取り次ぐだけなのがだれかを書きます。
    pub prepares: Option<Text>,
    /// What to beware of.
    ///
    /// 気を付けることです。
    pub caution: Option<Text>,
    /// Filing for specified skilled workers.
    ///
    /// 特定技能の人の申請について書きます。
    pub ssw: Text,
    /// Whether they may file for specified skilled workers, in a word.
    ///
    /// 特定技能の人の申請ができるかどうかを、決まった言葉で書きます。
    pub ssw_may_file: MayFile,
}

/// How somebody logs in.
///
/// ログインの方法を表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogIn {
    /// With a user ID and a password.
    ///
    /// 利用者IDとパスワードを使います。
    Password,
    /// With a My Number card.
    ///
    /// マイナンバーカードを使います。
    MyNumberCard,
}

/// Whether somebody may file.
///
/// 申請できるかどうかを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MayFile {
    /// They may.
    ///
    /// 申請できます。
    Yes,
    /// Under conditions, which the words name.
    ///
    /// 条件があります。条件は文のほうに書きます。
    Conditions,
    /// Not known: to be confirmed with the agency.
    ///
    /// 分かっていません。入管庁に確かめることになります。
    Confirm,
}
