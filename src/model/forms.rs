//! `data/forms/*.yaml`: the fields of the blank templates, one file a table. From one description of a field come the column of a
//! workbook with its check, note and input mode, the heading in the CSV file and the field guide.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{Confidence, Count, ScreenRef, SourceRef, Text};

/// A table to fill in before going online: one row for each person, contract and so on.
///
/// オンラインで申請する前に記入する表です。1人や1件を1行に書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// What it is called; also the name of its sheet in workbooks.
    ///
    /// 名前です。ブックの中のシートの名前にもなります。
    pub name: Text,
    /// What is written into it.
    ///
    /// 何を記入する表かを書きます。
    pub purpose: Text,
    /// What one row stands for.
    ///
    /// 1行に何を書くかです。
    pub row: Text,
    /// How many rows are prepared.
    ///
    /// 用意する行の数です。
    pub rows: Count,
    /// How many rows one application has, if more than one.
    ///
    /// 1件の申請で使う行の数です。1行なら書きません。
    pub per_application: Option<Count>,
    /// The fields that are described here.
    ///
    /// この表の項目を並べます。
    pub fields: Vec<Field>,
    /// Which columns the table has, where fields of other forms stand in it too: `form.field`, in order. Left out, the columns
    /// are the fields.
    ///
    /// ほかの表の項目も入る表で、列を順に並べます。`表.項目` と書きます。書かなければ、`fields` の順がそのまま列になります。
    pub columns: Option<Vec<String>>,
}

/// A field: what is written there, and how.
///
/// 項目の1つです。何をどう書くかを決めます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Lower-case ASCII words joined by `-`; unique in this form, never changes. It heads the column in CSV files.
    ///
    /// 半角の小文字・数字・ハイフンの名前です。この表の中で重ならないようにし、公開したら変えません。CSVの見出しにもなります。
    #[schemars(extend("x-type" = "id"))]
    pub id: String,
    /// What it is called.
    ///
    /// 項目の名前です。
    pub label: Text,
    /// The number of the item in the application form, for each procedure that has it. A field with numbers stands only in
    /// workbooks of these procedures.
    ///
    /// 申請書の項目の番号を、手続ごとに書きます。番号のある項目は、その手続のブックだけに入ります。
    pub items: Option<BTreeMap<String, String>>,
    /// The screens of the online system on which the rule was seen.
    ///
    /// この決まりを実際に見た画面を並べます。
    pub seen_on: Option<Vec<ScreenRef>>,
    /// What is written there.
    ///
    /// 何を書く欄かを、決まった言葉で書きます。
    pub r#type: FieldType,
    /// Least number of characters; of a number, its least value.
    ///
    /// 文字の数の下限です。数の欄では、値の下限です。
    pub min: Option<Count>,
    /// Greatest number of characters; of a number, its greatest value.
    ///
    /// 文字の数の上限です。数の欄では、値の上限です。
    pub max: Option<Count>,
    /// Which characters may be used. Left out: any.
    ///
    /// 使える文字です。書かなければ、どの文字でもかまいません。
    pub characters: Option<Characters>,
    /// How it is written.
    ///
    /// 書き方です。
    pub format: Option<Format>,
    /// What is chosen from: a list (`options.relationships`), all records of a file (`procedures`), or a list in a record
    /// (`statuses.specified-skilled-worker.fields`).
    ///
    /// 選択肢です。一覧（`options.relationships`）、1つのファイルの記録すべて（`procedures`）、記録の中の一覧（`statuses.specified-skilled-worker.fields`）のどれかを書きます。
    pub options: Option<String>,
    /// What the workbook works out by itself.
    ///
    /// ブックが自分で計算するものです。
    pub reckon: Option<Reckon>,
    /// The fields of this form from which it is worked out, in the order that belongs to it.
    ///
    /// 計算のもとになる、この表の項目です。決まった順に並べます。
    pub from: Option<Vec<String>>,
    /// `true` if every row needs it.
    ///
    /// どの行にも要る項目なら `true` です。
    pub required: Option<bool>,
    /// Needed only where other fields of this form have one of these options: names of fields, each with ids of options. All of
    /// them must hold.
    ///
    /// ほかの項目の答えによって要る項目です。項目の名前に、その選択肢の id を並べます。すべて当てはまるときに要ります。
    pub required_when: Option<BTreeMap<String, Vec<String>>>,
    /// What helps to fill it in.
    ///
    /// 書くときの助けになる文です。
    pub help: Option<Text>,
    /// What is said when the rule is broken, with the remedy; left out, it follows from the rule.
    ///
    /// 決まりに合わないときに出る、直し方の文です。書かなければ、決まりから作ります。
    pub message: Option<Text>,
    /// Examples as they are typed, one for each example row; of a choice, the id of the option. They name nobody real.
    ///
    /// 記入例を、例の行の順に並べます。選択肢の欄では、その id を書きます。実在の人や会社は書きません。
    pub examples: Option<Vec<String>>,
    /// How wide the column is, in half-width characters.
    ///
    /// 列の幅です。半角の文字の数で書きます。
    pub width: Count,
    /// Sources of this field, where they differ from those of the form.
    ///
    /// この項目の出典です。表全体の出典と違うときに書きます。
    pub source: Option<Vec<SourceRef>>,
    /// How sure its rule is, where it differs from the form.
    ///
    /// この項目の決まりの確かさです。表全体の確かさと違うときに書きます。
    pub confidence: Option<Confidence>,
}

/// What is written into a field.
///
/// 欄に書くものの種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// A line of text; digits with leading zeros too.
    ///
    /// 1行の文字です。先頭に0が付く番号も、これにします。
    Text,
    /// A longer text.
    ///
    /// 長い文です。
    LongText,
    /// One of several options.
    ///
    /// 選択肢から選びます。
    Choice,
    /// A whole number.
    ///
    /// 整数です。
    Number,
    /// A day of the calendar, as a sheet reckons with it.
    ///
    /// 日付です。表計算で計算できる形で入れます。
    Day,
    /// What the workbook works out by itself.
    ///
    /// ブックが自分で計算する欄です。
    Reckoned,
}

/// Which characters may be used.
///
/// 使える文字の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Characters {
    /// Full-width characters of JIS X 0208.
    ///
    /// 全角の文字です（JIS X 0208 の範囲）。
    FullWidth,
    /// Letters, digits and signs of ASCII.
    ///
    /// 半角の英数字と記号です。
    HalfWidth,
    /// Latin capitals and spaces.
    ///
    /// 半角の英大文字と空白です。
    LatinCapitals,
    /// Digits of ASCII.
    ///
    /// 半角の数字です。
    Digits,
    /// Full-width characters of JIS X 0208, and ASCII.
    ///
    /// JIS X 0208 の全角の文字か、半角の英数字と記号です。
    Jis,
}

/// How something is written.
///
/// 書き方の種類です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A day as eight digits: `19950401`.
    ///
    /// 8桁の日付です（`19950401`）。
    Date,
    /// The same, or its year and month, or its year alone.
    ///
    /// 8桁の日付です。分からないときは、年と月（6桁）か年（4桁）だけを書きます。
    PartialDate,
    /// Year and month as six digits, or the year alone.
    ///
    /// 年と月です（6桁）。月が分からないときは、年（4桁）だけを書きます。
    YearMonth,
    /// The number of a residence card: two capitals, eight digits, two capitals.
    ///
    /// 在留カード番号です（英大文字2、数字8、英大文字2）。
    ResidenceCard,
    /// The number of a corporation: thirteen digits, the first of which checks the others.
    ///
    /// 法人番号です（13桁。先頭の1桁で残りを確かめます）。
    CorporateNumber,
    /// A mail address.
    ///
    /// メールアドレスです。
    Mail,
    /// The registration number of a support organisation, such as `19登-000000`.
    ///
    /// 登録支援機関の登録番号です（`19登-000000` の形）。
    SupportRegistration,
}

/// What a workbook works out.
///
/// ブックが計算するものです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reckon {
    /// The first day for filing. From: day of expiry, length of the period of stay.
    ///
    /// 申請できる最初の日です。もとになる項目は、満了日、在留期間の長さの順です。
    First,
    /// The last day for filing online. From: the same.
    ///
    /// オンラインで申請できる最後の日です。もとになる項目は同じです。
    LastOnline,
    /// The day for the counter only. From: the same.
    ///
    /// 窓口だけの日です。もとになる項目は同じです。
    CounterOnly,
    /// The end of the special period. From: the same.
    ///
    /// 特例期間の終わりです。もとになる項目は同じです。
    SpecialUntil,
    /// How today stands to the day of expiry. From: the same, and the day of filing.
    ///
    /// 今日が満了日に対してどの段階かです。もとになる項目は同じで、その次に申請した日を書きます。
    Phase,
}
