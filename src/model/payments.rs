//! `data/payments.yaml`: how fees are paid.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Dated, Text, Yen};

/// How the fee is paid, for one way of filing.
///
/// 手数料の納め方です。申請の方法ごとに書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// For which way of filing.
    ///
    /// どの方法で申請したときかを書きます。
    pub name: Text,
    /// How it is paid, by day of receipt of the application.
    ///
    /// 納め方です。申請が受け付けられた日で分けます。
    pub how: Dated<Text>,
    /// What to beware of.
    ///
    /// 気を付けることです。
    pub caution: Option<Text>,
    /// The revenue stamps that there are, by what each is worth. Written once, wherever stamps are used.
    ///
    /// 収入印紙の額面です。収入印紙を使う方法が二つ以上あっても、一か所にだけ書きます。
    pub stamps: Option<Vec<Yen>>,
    /// Where revenue stamps are sold.
    ///
    /// 収入印紙を売っている所です。
    pub stamps_sold: Option<Text>,
}
