//! The types of values that name a record: each says of which kind (`x-ref`), so that a lint finds those that name none.

use schemars::JsonSchema;
use serde::Deserialize;

/// Declares types that name a record of one kind.
macro_rules! reference {
    ($($(#[$doc:meta])* $name:ident => $kind:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(extend("x-ref" = $kind))]
        pub struct $name(pub String);
    )+};
}

reference! {
    /// The id of a source (sources.yaml).
    ///
    /// 出典の id です（sources.yaml）。
    SourceRef => "sources",
    /// The id of a procedure (procedures.yaml).
    ///
    /// 手続の id です（procedures.yaml）。
    ProcedureRef => "procedures",
    /// The id of a status of residence (statuses.yaml).
    ///
    /// 在留資格の id です（statuses.yaml）。
    StatusRef => "statuses",
    /// The id of a fee (fees.yaml).
    ///
    /// 手数料の id です（fees.yaml）。
    FeeRef => "fees",
    /// The id of a contact (contacts.yaml).
    ///
    /// 問い合わせ先の id です（contacts.yaml）。
    ContactRef => "contacts",
    /// The id of a screen (screens.yaml).
    ///
    /// 画面の id です（screens.yaml）。
    ScreenRef => "screens",
    /// The id of a form (forms/*.yaml).
    ///
    /// 表の id です（forms/*.yaml）。
    FormRef => "forms",
    /// The id of a list to choose from (options/*.yaml).
    ///
    /// 選択肢の一覧の id です（options/*.yaml）。
    OptionsRef => "options",
    /// The id of a sheet (sheets.yaml).
    ///
    /// 用紙の id です（sheets.yaml）。
    SheetRef => "sheets",
    /// The path of any record: its file and its id, such as `fees.extension`.
    ///
    /// どれかの記録です。`fees.extension` のように、ファイルの名前と id を点でつないで書きます。
    RecordRef => "*",
}
