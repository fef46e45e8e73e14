//! `data/mailing.yaml`: where to post, what to enclose, what never, postage.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Amount, Dated, StatusRef, Text};

/// Something about the envelope in which a new residence card is asked for: destination, contents, postage.
///
/// 新しい在留カードを郵送で受け取るときの、封筒についての事実です。送り先、入れるもの、郵便料金などを書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mailing {
    /// What it is.
    ///
    /// 何についてかを書きます。
    pub name: Text,
    /// What sort of entry it is.
    ///
    /// どの種類の記録かを書きます。
    pub r#type: MailingType,
    /// What to do, by day of receipt of the application.
    ///
    /// することを書きます。申請が受け付けられた日で分けます。
    pub text: Dated<Text>,
    /// Whether it goes into the envelope, by day of receipt, like `text`.
    ///
    /// 封筒に入れるかどうかです。`text` と同じように、申請が受け付けられた日で分けます。
    pub enclosed: Option<Dated<Enclosed>>,
    /// The statuses of residence whose holders have it; left out: everybody has it.
    ///
    /// これを持っている人の在留資格です。書かなければ、だれにでもあるものです。
    pub statuses: Option<Vec<StatusRef>>,
    /// Does it go in once for each person, where several are sent together?
    ///
    /// 何人分かを一緒に送るときに、一人に一つずつ入れるものかどうかです。
    pub per_person: Option<bool>,
    /// Does it go in only where the procedure has a fee?
    ///
    /// 手数料のかかる手続のときだけ入れるものかどうかです。
    pub only_with_fee: Option<bool>,
    /// An address, where it is a destination.
    ///
    /// 送り先の住所です。
    pub address: Option<Address>,
    /// What it costs.
    ///
    /// 金額です。
    pub price: Option<Dated<Amount>>,
    /// What the price is made of.
    ///
    /// 金額の内訳です。
    pub parts: Option<Vec<Part>>,
}

/// What sort of entry it is.
///
/// 記録の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MailingType {
    /// Where to send it.
    ///
    /// 送り先です。
    Destination,
    /// What goes into the envelope.
    ///
    /// 封筒に入れるものです。
    Enclose,
    /// What never goes into it.
    ///
    /// 入れてはいけないものです。
    Never,
    /// The envelope itself.
    ///
    /// 封筒そのものです。
    Envelope,
    /// What sending costs.
    ///
    /// 郵便料金です。
    Postage,
    /// Copies to keep.
    ///
    /// 手元に残す写しです。
    Copy,
}

/// Whether something goes into the envelope.
///
/// 封筒に入れるかどうかを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Enclosed {
    /// It does.
    ///
    /// 入れます。
    Yes,
    /// It probably does; nobody could confirm it.
    ///
    /// たぶん入れます。だれも確かめられていません。
    Likely,
    /// It does not.
    ///
    /// 入れません。
    No,
}

/// A postal address in Japan, as it is written on an envelope.
///
/// 日本の住所です。封筒に書くとおりに書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Seven digits with a hyphen, in quotes.
    ///
    /// 郵便番号です。ハイフンを入れた7桁を、引用符で囲んで書きます。
    pub postal_code: String,
    /// The lines of the address, in Japanese.
    ///
    /// 住所です。1行ずつ、日本語で書きます。
    pub lines: Vec<String>,
    /// To whom, in Japanese.
    ///
    /// 宛名です。日本語で書きます。
    pub addressee: String,
}

/// A part of a price.
///
/// 金額の内訳の1つです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it pays for.
    ///
    /// 何の料金かを書きます。
    pub name: Text,
    /// How much.
    ///
    /// 金額です。
    pub price: Amount,
}
