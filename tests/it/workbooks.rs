//! Workbooks and the fields in them: what fields take, equal bytes, what an organisation changes, what it cannot do. What stands in
//! the finished files is read back by other programs in `tests/workbooks/`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use madoguchi::diagnostic::Findings;
use madoguchi::model::forms::{Field, FieldType};
use madoguchi::model::tables::{choices, tables};
use madoguchi::model::{self, Model};
use madoguchi::source;
use serde_json::Value;
use zip::ZipArchive;

use crate::support::{Folder, has_suffix, shipped};

const OURS: &str =
    "title: {ja: 当社の手引き, en: Our guide}\npublisher: {ja: 株式会社テスト, en: Test Ltd.}\n";

/// A form of two fields, and a workbook with it. `field` is what the second field has besides its id, `rest` what the form has
/// besides its fields.
fn with_form(field: &str, rest: &str) -> Folder {
    let folder = Folder::new();
    folder.write("guide.yaml", OURS);
    folder.write(
        "data/forms/pets.yaml",
        format!(
            "- id: pets\n  name: {{ja: ペット, en: Pets}}\n  purpose: {{ja: ペットを書きます。, en: For pets.}}\n  row: {{ja: 1匹, en: a pet}}\n  {rest}\n  fields:\n    - {{id: tag, label: {{ja: 番号札, en: Tag}}, type: text, max: 5, required: true, width: 10}}\n    - {{id: name, {field}, width: 20}}\n"
        ),
    );
    folder.write(
        "data/workbooks.yaml",
        "- id: our-pets\n  name: {ja: ペットの表, en: Our pets}\n  purpose: {ja: ペットを書きます。, en: For pets.}\n  steps: [{ja: 書きます。, en: Write.}]\n  sheets: [{table: pets}, examples]\n",
    );
    folder
}

#[track_caller]
fn build(folder: &Folder) {
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// The text of a part of a workbook.
#[track_caller]
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("a workbook is a zip file");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect("the part is there");
    part.read_to_string(&mut text).expect("it is UTF-8");
    text
}

fn model_of_the_repository() -> Model {
    let mut findings = Findings::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = source::read(root, &mut findings).expect("the repository is a guide");
    model::read(&source, &mut findings).expect("guide.yaml is usable")
}

/// A value as it is typed: a text, or one that is repeated.
fn typed(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => {
            let times = value["times"].as_u64().expect("how often");
            let text = value["repeat"].as_str().expect("what is repeated");
            text.repeat(usize::try_from(times).expect("not so often"))
        }
    }
}

/// What two fields must share to have one rule.
fn rule(field: &Field) -> String {
    let Field {
        r#type,
        characters,
        format,
        ..
    } = field;
    format!("{type:?} {characters:?} {format:?} {:?}", field.lengths())
}

#[test]
fn fields_take_and_refuse_the_values_that_their_formulas_do() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/values.json");
    let text = fs::read_to_string(path).expect("the values are there");
    let values: BTreeMap<String, Value> = serde_json::from_str(&text).expect("JSON");
    let model = model_of_the_repository();
    let tables = tables(&model);
    let columns: BTreeMap<String, Field> = tables
        .values()
        .flat_map(|table| table.columns.iter().map(|it| (it.path(), it.field.clone())))
        .collect();
    let mut tested = Vec::new();
    let mut wrong = Vec::new();
    for (path, values) in values.iter().filter(|(path, _)| !path.starts_with('_')) {
        let field = columns
            .get(path)
            .unwrap_or_else(|| panic!("there is no field {path}"));
        tested.push(rule(field));
        for (key, wanted) in [("takes", true), ("refuses", false)] {
            let values = values[key].as_array().expect("a list");
            assert!(!values.is_empty(), "{path} {key} nothing");
            let values = values.iter().map(typed);
            let others = values.filter(|value| field.takes(value, &[]) != wanted);
            wrong.extend(others.map(|value| format!("{path} {key} {value:?}")));
        }
    }
    assert!(wrong.is_empty(), "not so: {wrong:#?}");
    let is_typed =
        |field: &&Field| !matches!(field.r#type, FieldType::Choice | FieldType::Reckoned);
    let untested: Vec<&String> = columns
        .iter()
        .filter(|(_, field)| is_typed(field) && !tested.contains(&rule(field)))
        .map(|(path, _)| path)
        .collect();
    assert!(
        untested.is_empty(),
        "no values for the rule of {untested:?}"
    );
}

#[test]
fn every_option_is_taken_and_nothing_near_it() {
    let model = model_of_the_repository();
    for table in tables(&model).values() {
        for column in table
            .columns
            .iter()
            .filter(|it| it.field.r#type == FieldType::Choice)
        {
            let path = column
                .field
                .options
                .as_deref()
                .expect("a choice has a list");
            let options = choices(&model, path).unwrap_or_else(|| panic!("{path} is no list"));
            let ids: Vec<String> = options.iter().map(|it| it.id.to_owned()).collect();
            assert!(ids.iter().all(|id| column.field.takes(id, &ids)), "{path}");
            let near = format!("{} ", ids.first().expect("there is an option"));
            assert!(!column.field.takes(&near, &ids), "{path}");
        }
    }
}

#[test]
fn the_list_of_relatives_begins_with_japan_and_goes_on_as_that_of_applicants() {
    let model = model_of_the_repository();
    let ids = |path| {
        let choices = choices(&model, path).expect("a list");
        choices
            .iter()
            .map(|it| it.id.to_owned())
            .collect::<Vec<_>>()
    };
    let (all, with_japan) = (
        ids("options.nationalities"),
        ids("options.nationalities-and-japan"),
    );
    assert_eq!(all.len(), 197);
    assert_eq!(with_japan.first().map(String::as_str), Some("jpn"));
    assert_eq!(with_japan[1..], all);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("guide")).expect("a folder can be made");
    let again = folder.run(&["build", "--guide", "guide", "--no-pdf"]);
    assert_eq!(again.code, Some(0), "{}", again.stderr);
    let (once, twice) = (
        shipped().files("public/downloads"),
        folder.files("public/downloads"),
    );
    let books = once.keys().filter(|path| has_suffix(path, "xlsx")).count();
    assert!(books >= 9, "{:?}", once.keys());
    assert!(once == twice, "a workbook or a table differs");
}

#[test]
fn an_organisation_has_workbooks_of_its_own() {
    let folder = with_form(
        "label: {ja: \"=cmd|' /C calc'!A0\", en: Name & title}, type: text, characters: full-width, max: 10, examples: [ポチ]",
        "rows: 12",
    );
    build(&folder);
    let book = folder.read("public/downloads/our-pets.xlsx");
    let sheet = part(&book, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("sqref=\"B4:B15\""), "{sheet}");
    assert!(sheet.contains("imeMode=\"hiragana\""), "{sheet}");
    assert!(sheet.contains("<sheetProtection"), "{sheet}");
    let strings = part(&book, "xl/sharedStrings.xml");
    assert!(
        strings.contains("=cmd|' /C calc'!A0") && strings.contains("Name &amp; title"),
        "{strings}"
    );
    assert!(!sheet.contains("<f>cmd"), "a label is never a formula");
    let twin = folder.text("public/downloads/csv/our-pets/pets.csv");
    assert_eq!(
        twin,
        "\u{feff}番号札,'=cmd|' /C calc'!A0\r\npets.tag,pets.name\r\n"
    );
    let core = part(&book, "docProps/core.xml");
    assert!(
        core.contains("株式会社テスト") && core.contains("2026-11-23T00:00:00Z"),
        "{core}"
    );
}

#[test]
fn csv_can_be_written_for_older_programs() {
    let folder = with_form(
        "label: {ja: 髙い①名, en: Name}, type: text, max: 10",
        "rows: 12",
    );
    folder.write("guide.yaml", format!("{OURS}csv_encoding: cp932\n"));
    build(&folder);
    let twin = folder.read("public/downloads/csv/our-pets/pets.csv");
    // 番号札,髙い①名
    assert!(
        twin.starts_with(b"\x94\xd4\x8d\x86\x8eD,\xfb\xfc\x82\xa2\x87@\x96\xbc\r\n"),
        "{twin:x?}"
    );
}

#[test]
fn what_cp932_cannot_write_is_said_with_its_cell() {
    let folder = with_form(
        "label: {ja: 名é, en: Name}, type: text, max: 10",
        "rows: 12",
    );
    folder.write("guide.yaml", format!("{OURS}csv_encoding: cp932\n"));
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    let wanted = "data/forms/pets.yaml:8:8: error[workbook]: `é` cannot be written in CP932 (`downloads/csv/our-pets/pets.csv`, cell B1)";
    assert!(run.stderr.contains(wanted), "{}", run.stderr);
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_table_without_end_is_refused_before_it_is_made() {
    let folder = with_form("label: {ja: 名, en: Name}, type: text", "rows: 4000000000");
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("data/forms/pets.yaml:5:9: error[form]"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_field_of_the_edition_is_changed_in_one_place() {
    let folder = Folder::new();
    folder.write("guide.yaml", OURS);
    folder.write(
        "data/forms/workers.yaml",
        "- id: workers\n  reason: {ja: 部署の名前が長いため, en: our departments have long names}\n  fields:\n    - id: department\n      label: {ja: 部門名, en: Division}\n",
    );
    build(&folder);
    let strings = part(
        &folder.read("public/downloads/worker-list.xlsx"),
        "xl/sharedStrings.xml",
    );
    assert!(strings.contains("部門名") && strings.contains("Division"));
    let twin = folder.text("public/downloads/csv/worker-list/workers.csv");
    assert!(
        twin.contains("部門名") && twin.contains("workers.department"),
        "{twin}"
    );
}
