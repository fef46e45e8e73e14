//! Sheets of an organisation's own: data alone makes one; what it lacks is said.

use crate::support::Folder;

const NAME: &str =
    "  name: {ja: 社内メモ, en: Our memo}\n  purpose: {ja: 社内で使います, en: For ourselves}\n";

/// An organisation's folder with one sheet; `rest` is what it has besides its name.
fn with_sheet(rest: &str) -> Folder {
    let folder = Folder::new();
    let guide = "title: {ja: 当社の手引き, en: Our guide}\npublisher: {ja: 株式会社テスト, en: Test Ltd.}\nsender:\n  name: 株式会社テスト\n  postal_code: \"000-0000\"\n  lines: [架空県架空市１－２－３]\n";
    folder.write("guide.yaml", guide);
    folder.write("data/sheets.yaml", format!("- id: our-memo\n{NAME}{rest}"));
    folder
}

#[test]
fn data_alone_makes_a_sheet() {
    let parts = "  pages:\n    - parts:\n        - title: {ja: 社内メモ, en: Our memo}\n        - sender\n        - checks:\n            - text: {ja: 確かめた, en: Checked}\n";
    let folder = with_sheet(parts);
    let run = folder.run(&["build", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let pdf = folder.read("public/downloads/our-memo.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
}

#[test]
fn a_sheet_with_neither_pages_nor_template_is_refused() {
    let run = with_sheet("").run(&["build", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("sheet/our-memo.typ"), "{}", run.stderr);
}

#[test]
fn what_holds_for_a_procedure_stands_only_on_sheets_of_procedures() {
    let folder = with_sheet("  pages:\n    - parts:\n        - procedure: [who]\n");
    let run = folder.run(&["build", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("for_each"), "{}", run.stderr);
}
