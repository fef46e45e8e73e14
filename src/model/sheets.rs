//! `data/sheets.yaml`: sheets to print: cover sheets, labels, checklists, letters.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{ContactRef, Count, FeeRef, ProcedureRef, Text};

/// A sheet to print and to fill in by hand. It is printed in Japanese, with the other languages of the guide as help.
///
/// 印刷して、手で書き込んで使う用紙です。日本語で印刷し、手引きのほかの言語を説明として添えます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it is called.
    ///
    /// 名前です。
    pub name: Text,
    /// What it is for, and when it is used.
    ///
    /// 何のために、いつ使うかを書きます。
    pub purpose: Text,
    /// A kind of records: the sheet is made once for each of them.
    ///
    /// 記録の種類です。書くと、その記録の1件ごとに用紙を作ります。
    pub for_each: Option<ForEach>,
    /// Does it fit only when printed at its real size? A bar of 100 mm to measure is printed on it then.
    ///
    /// 実際の大きさで印刷しないと役に立たない用紙かどうかです。`true` にすると、長さを確かめる100mmの線が入ります。
    pub real_size: Option<bool>,
    /// What is printed, page by page. Left out where `templates/pdf/sheet/<id>.typ` draws the sheet.
    ///
    /// 印刷する内容を、ページごとに書きます。`templates/pdf/sheet/<id>.typ` で描く用紙では書きません。
    pub pages: Option<Vec<SheetPage>>,
}

/// What a sheet is made for each of.
///
/// 何の1件ごとに用紙を作るかです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ForEach {
    /// Procedures.
    ///
    /// 手続です。
    Procedures,
}

/// A page of a sheet. Where there is no room left, it goes on on the next one.
///
/// 用紙の1ページです。入りきらないときは、次のページに続きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetPage {
    /// For a page that is cut apart: whose copy each piece is. The parts are printed once for each.
    ///
    /// 切り離して使うページで、それぞれをだれが持つかを並べます。内容は、その数だけ繰り返して印刷します。
    pub copies: Option<Vec<Text>>,
    /// What stands on it, from top to bottom.
    ///
    /// ページの内容を、上から順に並べます。
    pub parts: Vec<Part>,
}

/// A part of a sheet: one of these keys with what belongs to it, or one of these words.
///
/// 用紙の1つの部分です。どれか1つのキーとその内容、またはどれか1つの言葉を書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("x-type" = "choice"))]
pub enum Part {
    /// The title, large, in the middle. Where the sheet is made for each record of a kind, the name of the record follows.
    ///
    /// 中央に大きく入る題名です。記録ごとに作る用紙では、記録の名前が続きます。
    Title(Text),
    /// A heading.
    ///
    /// 見出しです。
    Heading(Text),
    /// A paragraph.
    ///
    /// 段落です。
    Text(Text),
    /// A line in the middle, such as 記.
    ///
    /// 中央に置く行です（「記」など）。
    Middle(Text),
    /// A line at the right, such as 敬具 or 以上.
    ///
    /// 右に寄せる行です（「敬具」「以上」など）。
    Right(Text),
    /// Sentences one below the other, numbered.
    ///
    /// 番号を付けて並べる文です。
    Steps(Vec<Text>),
    /// What must not be overlooked, in a frame.
    ///
    /// 見落としてはいけないことです。枠で囲みます。
    Notice(Notice),
    /// Things to tick.
    ///
    /// チェックを付ける項目です。
    Checks(Vec<Check>),
    /// Lines to write on, each with its name.
    ///
    /// 書き込む欄です。
    Fields(Vec<Blank>),
    /// Ruled space for a longer text.
    ///
    /// 長い文を書く、罫線の入った欄です。
    Lines(Lines),
    /// A table with empty rows.
    ///
    /// 書き込むための表です。
    Table(Grid),
    /// The day of the paper, to be written in, at the right.
    ///
    /// 書類の日付を書く欄です。右に寄せます。
    Date,
    /// The head of a letter: the address to which it goes, the day, the sender. The page is printed once for each destination of
    /// mailing.yaml and once with blank lines.
    ///
    /// 手紙の初めの、宛先、日付、差出人です。mailing.yaml の送り先ごとに1ページと、宛先が空欄の1ページを印刷します。
    Letterhead,
    /// To whom it goes: a line to write on, followed by these words, such as 出入国在留管理局長 殿.
    ///
    /// 宛名です。書き込む線のあとに、この言葉が続きます（「出入国在留管理局長 殿」など）。
    To(Text),
    /// Who sends it: `sender` of guide.yaml, or lines to write on.
    ///
    /// 差出人です。guide.yaml の `sender` が入ります。なければ書き込む線になります。
    Sender,
    /// What mailing.yaml says to enclose, to tick, by the day on which the application was received.
    ///
    /// mailing.yaml にある、封筒に入れるものです。申請の受付日で分け、チェックを付けられるようにします。
    Enclosures,
    /// What mailing.yaml says never to enclose, in a frame.
    ///
    /// mailing.yaml にある、封筒に入れてはいけないものです。枠で囲みます。
    NeverEnclosed,
    /// What holds for the procedure for which the sheet is made.
    ///
    /// 用紙を作る手続について、この項目の内容が入ります。
    Procedure(Vec<ProcedureField>),
    /// The mails of mails.yaml, to tick when they have come.
    ///
    /// mails.yaml にあるメールです。届いたらチェックを付けます。
    Mails,
    /// What these fees are, by the day of receipt, the channel and the period granted.
    ///
    /// 手数料です。受付日、申請の方法、許可された期間ごとの額が入ります。
    Fees(Vec<FeeRef>),
    /// All entries of errors.yaml with the first thing to do.
    ///
    /// errors.yaml のすべての項目と、最初にすることです。
    Errors,
    /// Desks that answer questions, with telephone and hours.
    ///
    /// 問い合わせ先です。電話番号と受付時間が入ります。
    Contacts(Vec<ContactRef>),
    /// What to have ready when calling these desks, to tick.
    ///
    /// 問い合わせる前に手元に置くものです。チェックを付けられるようにします。
    HaveReady(Vec<ContactRef>),
}

/// What must not be overlooked.
///
/// 見落としてはいけないことです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Its heading.
    ///
    /// 見出しです。
    pub title: Text,
    /// Its sentences.
    ///
    /// 文を並べます。
    pub items: Vec<Text>,
}

/// A thing to tick.
///
/// チェックを付ける項目です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What is ticked.
    ///
    /// 項目の文です。
    pub text: Text,
    /// Where the sheet is made for each procedure: only on the sheets of these.
    ///
    /// 手続ごとに作る用紙で、この項目を入れる手続です。書かなければ、どの手続にも入ります。
    pub only: Option<Vec<ProcedureRef>>,
}

/// A line to write on.
///
/// 書き込む欄の1つです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// What is written there.
    ///
    /// 何を書くかです。
    pub label: Text,
    /// How many lines, if more than one.
    ///
    /// 行の数です。1行なら書きません。
    pub lines: Option<Count>,
    /// `true`: half as wide as the page, beside the next one.
    ///
    /// `true` にすると、ページの半分の幅になり、次の欄と並びます。
    pub half: Option<bool>,
    /// Boxes to tick in place of a line, or before it where `lines` is given.
    ///
    /// 線の代わりに入るチェック欄です。`lines` も書くと、チェック欄の下に線が入ります。
    pub choices: Option<Vec<Text>>,
    /// Where the sheet is made for each procedure: only on the sheets of these.
    ///
    /// 手続ごとに作る用紙で、この欄を入れる手続です。書かなければ、どの手続にも入ります。
    pub only: Option<Vec<ProcedureRef>>,
    /// Which answer of the reader goes in, where the sheet is filled in on a page of the guide.
    ///
    /// 手引きのページで書き込むときに、どの答えが入るかです。
    pub fill: Option<Answer>,
}

/// An answer that is asked for once and goes into every sheet.
///
/// 一度答えると、どの用紙にも入る項目です。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The application number.
    ///
    /// 申請受付番号です。
    Number,
    /// The day of receipt.
    ///
    /// 申請受付日です。
    Received,
    /// The name of the applicant.
    ///
    /// 申請人の氏名です。
    Name,
    /// The nationality or region of the applicant.
    ///
    /// 申請人の国籍・地域です。
    Nationality,
    /// The date of birth of the applicant.
    ///
    /// 申請人の生年月日です。
    Birth,
    /// The name of the user of the system.
    ///
    /// システムの利用者の氏名です。
    User,
    /// The telephone of the user.
    ///
    /// システムの利用者の電話番号です。
    Phone,
    /// Where the new card is sent, and to whom.
    ///
    /// 新しいカードの返送先と宛名です。
    Return,
}

/// Ruled space for a longer text.
///
/// 長い文を書く欄です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// What is written there.
    ///
    /// 何を書くかです。
    pub label: Text,
    /// How many lines.
    ///
    /// 行の数です。
    pub count: Count,
}

/// A table with empty rows.
///
/// 書き込むための表です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// Its columns.
    ///
    /// 列です。
    pub columns: Vec<Column>,
    /// How many rows to write in.
    ///
    /// 書き込む行の数です。
    pub rows: Count,
}

/// A column of a table.
///
/// 表の列の1つです。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    ///
    /// 見出しです。
    pub label: Text,
    /// How wide it is, compared with the others.
    ///
    /// ほかの列と比べた幅です。
    pub share: Count,
}

/// What of a procedure is printed.
///
/// 手続の、どの項目を印刷するかです。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ProcedureField {
    /// What it is for.
    ///
    /// 何のための手続かです。
    What,
    /// Who may file it.
    ///
    /// だれが申請できるかです。
    Who,
    /// When to file it.
    ///
    /// いつ申請するかです。
    When,
    /// With which other procedures it is filed.
    ///
    /// どの手続と一緒に申請するかです。
    Together,
    /// Whether a photo is needed.
    ///
    /// 写真が要るかどうかです。
    Photo,
    /// What to attach.
    ///
    /// 添付する資料です。
    Documents,
    /// What it costs.
    ///
    /// 手数料です。
    Fees,
    /// How the result arrives.
    ///
    /// 結果がどう届くかです。
    Result,
}
