//! `data/workbooks.yaml`: the blank workbooks, each with its sheets.

use schemars::JsonSchema;
use serde::Deserialize;

use super::types::{FormRef, ProcedureRef, SheetRef, Text};

/// A blank workbook to fill in before going online. Its first sheet says how to use it and that it is none of the agency's.
///
/// オンラインで申請する前に記入する、空のブックです。最初のシートは、使い方と、入管庁の様式ではないことの説明です。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workbook {
    /// What it is called.
    ///
    /// 名前です。
    pub name: Text,
    /// What it is for.
    ///
    /// 何のためのブックかを書きます。
    pub purpose: Text,
    /// The procedures for which it is: fields that only others have are left out, and rules seen on the screens of all of these are
    /// certain. Left out: any.
    ///
    /// どの手続のためのブックかです。ほかの手続だけの項目は入りません。書かなければ、どの手続の項目も入ります。
    pub procedures: Option<Vec<ProcedureRef>>,
    /// How to use it, step by step.
    ///
    /// 使い方を、順に書きます。
    pub steps: Vec<Text>,
    /// The sheets after the first, in order.
    ///
    /// 2枚目からのシートを、順に並べます。
    pub sheets: Vec<WorkbookSheet>,
}

/// A sheet of a workbook: one of these keys with what belongs to it, or the word.
///
/// ブックの1枚のシートです。どれか1つのキーとその内容、または決まった言葉を書きます。
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("x-type" = "choice"))]
pub enum WorkbookSheet {
    /// The table of a form.
    ///
    /// 表のシートです。
    Table(FormRef),
    /// The fields of these forms for one application, one below the other, in this order.
    ///
    /// これらの表の項目を、1件の申請について、上から順に縦に並べたシートです。
    Copy(Vec<FormRef>),
    /// What all letters of this workbook have in common: written once, it stands in each.
    ///
    /// このブックの書面に共通する項目のシートです。一度書くと、どの書面にも入ります。
    Answers,
    /// A letter: a sheet of sheets.yaml, to be filled in.
    ///
    /// 書面のシートです。sheets.yaml の用紙に記入します。
    Letter(SheetRef),
    /// The examples of all tables of this workbook.
    ///
    /// このブックの表の記入例をまとめたシートです。
    Examples,
}
