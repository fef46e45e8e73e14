//! `data/drawings.yaml`: pictures that are drawn from facts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::fact::{Fact, Value};
use super::types::{RecordRef, Text};
use super::{Entry, Model, OfKind as _};

/// A picture that is drawn from facts.
///
/// 事実から描く図です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// What it shows.
    ///
    /// 何の図かを書きます。
    pub name: Text,
    /// What is drawn.
    ///
    /// どの図を描くかを書きます。
    pub r#type: DrawingType,
    /// What it shows, in a sentence, for people who do not see it. The words in the picture follow by themselves.
    ///
    /// 図が見えない人のための、1つの文の説明です。図の中の言葉は、この後に自動で続きます。
    pub desc: Text,
    /// What stands below it.
    ///
    /// 図の下に出る文です。
    pub caption: Option<Text>,
    /// The days of a time line, in order.
    ///
    /// 時間の線の上に置く日を、順に並べます。
    pub marks: Option<Vec<Mark>>,
    /// Words in the picture that the facts do not bring along.
    ///
    /// 事実のデータにはない、図の中だけの言葉です。
    pub notes: Option<Vec<Note>>,
}

/// What is drawn.
///
/// 図の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DrawingType {
    /// A time line, from its `marks`. Not to scale.
    ///
    /// `marks` から描く、時間の線です。長さの割合は実際とは違います。
    Timeline,
    /// The face photo, in the ratio of `photo.ratio`, with its `notes`.
    ///
    /// 顔写真です。縦と横の比は `photo.ratio` に従い、`notes` の言葉を添えます。
    Photo,
    /// The envelope, from `mailing.yaml`.
    ///
    /// `mailing.yaml` から描く封筒です。
    Envelope,
    /// Who may file, from `filers.yaml`.
    ///
    /// `filers.yaml` から描く、申請できる人の図です。
    Filers,
    /// The mails in their order, from `mails.yaml`.
    ///
    /// `mails.yaml` から描く、届く順のメールです。
    Mails,
    /// The questions of "Can I file online?" and where they end, from `questions.yaml` and `outcomes.yaml`.
    ///
    /// `questions.yaml` と `outcomes.yaml` から描く、「オンラインで申請できるか」の質問と結果の図です。
    Questions,
}

/// A day on a time line, and what holds from there on.
///
/// 時間の線の上の1日と、その日から先のことです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// The fact that it shows. A mark whose fact is left out is left out too.
    ///
    /// この日のもとになる記録です。その記録を載せないときは、この日も載りません。
    pub of: Option<RecordRef>,
    /// Which day it is; none where the line begins.
    ///
    /// 何の日かを書きます。線の始まりには書きません。
    pub label: Option<Text>,
    /// What holds from here on.
    ///
    /// この日から先のことを書きます。
    pub text: Text,
    /// What one can do from here on, in a word.
    ///
    /// この日から先にできることを、決まった言葉で書きます。
    pub tone: Tone,
}

/// What one can do in a stretch of a time line.
///
/// 時間の線の区間でできることを表す言葉です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Get ready.
    ///
    /// 準備します。
    Prepare,
    /// File online.
    ///
    /// オンラインで申請できます。
    Online,
    /// File at the counter only.
    ///
    /// 窓口でだけ申請できます。
    Counter,
    /// Wait for the result.
    ///
    /// 結果を待ちます。
    Wait,
    /// It is over.
    ///
    /// もうできません。
    Over,
}

/// Words in a picture.
///
/// 図の中の言葉です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Lower-case ASCII words joined by `-`; unique in this list, never changes.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この一覧の中で重ならないようにし、公開したら変えません。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// The fact that it is about; none: the whole picture. A note whose fact is left out is left out too.
    ///
    /// どの記録についての言葉かです。書かなければ、図の全体についての言葉です。その記録を載せないときは、この言葉も載りません。
    pub of: Option<RecordRef>,
    /// The words.
    ///
    /// 言葉です。
    pub text: Text,
    /// What a line leads to, in a photo.
    ///
    /// 写真の図で、線で指す所です。
    pub at: Option<Spot>,
}

/// A place in the photo.
///
/// 写真の中の場所です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Spot {
    /// The wall behind the person.
    ///
    /// 人の後ろの壁です。
    Background,
    /// The top of the head.
    ///
    /// 頭の上の端です。
    Head,
    /// The face.
    ///
    /// 顔です。
    Face,
    /// The shoulders.
    ///
    /// 肩です。
    Body,
}

/// The kind whose records are all in a picture, if it is drawn from a whole kind.
#[must_use]
pub fn kind_in(picture: &Entry) -> Option<&'static str> {
    let is_picture = picture.kind == Drawing::KIND;
    match &picture.field("type").filter(|_| is_picture)?.value {
        Value::Word(word) => match word.as_str() {
            "envelope" => Some("mailing"),
            "filers" => Some("filers"),
            "mails" => Some("mails"),
            "questions" => Some("questions"),
            _ => None,
        },
        _ => None,
    }
}

/// Is this mark or note left out, because an organisation leaves its fact out?
#[must_use]
pub fn is_left_out(item: &Fact, model: &Model) -> bool {
    match item.field("of").map(|of| &of.value) {
        Some(Value::Ref { id, .. }) => model.hidden(id).is_some(),
        _ => false,
    }
}
