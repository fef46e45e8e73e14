//! `data/fees.yaml`: fees by procedure, channel and day of receipt.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Amount, Dated, ProcedureRef, Text};

/// A fee: what is paid for one thing, at the counter and online.
///
/// 手数料です。窓口とオンラインの金額を書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// For which procedure: an id of procedures.yaml.
    ///
    /// どの手続の手数料かを、procedures.yaml の id で書きます。
    pub procedure: ProcedureRef,
    /// What is paid for.
    ///
    /// 何に対して払うかを書きます。
    pub name: Text,
    /// At the counter, by the day on which the application was received.
    ///
    /// 窓口で申請したときの金額です。申請が受け付けられた日で分けます。
    pub counter: Dated<Amount>,
    /// Online, by the day on which the application was received.
    ///
    /// オンラインで申請したときの金額です。申請が受け付けられた日で分けます。
    pub online: Dated<Amount>,
    /// What the payment service adds.
    ///
    /// 支払いのときに加わる、決済の手数料です。
    pub processing: Option<Dated<Amount>>,
    /// Which day decides which amount is paid.
    ///
    /// どの日を見て金額が決まるかを書きます。
    pub counted_by: Text,
}
