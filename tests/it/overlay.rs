//! An organisation's folder over the edition in the program: what it may change, what it must say, what it cannot do.

use std::path::Path;

use madoguchi::diagnostic::Findings;
use madoguchi::source::node::Node;

use crate::support::{Folder, Piece, fixtures, is_page, pieces, shipped, words_of};

/// The `guide.yaml` of most tests.
const OURS: &str =
    "title: {ja: 当社の手引き, en: Our guide}\npublisher: {ja: 株式会社テスト, en: Test Ltd.}\n";

const REASON: &str = "reason: {ja: 当社のやり方です, en: Our way of doing it}";

/// An organisation's folder with these files beside its `guide.yaml`.
fn ours(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder.write("guide.yaml", OURS);
    for (path, text) in files {
        folder.write(path, text);
    }
    folder
}

/// Builds it into `public`.
#[track_caller]
fn built(folder: &Folder) {
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// The findings of a folder that has some, one a line.
#[track_caller]
fn refused(folder: &Folder) -> String {
    let run = folder.run(&["check", "--no-pdf", "--format", "short"]);
    assert_eq!(run.code, Some(1), "there are no errors: {}", run.stdout);
    run.stdout
}

#[track_caller]
fn says(text: &str, start: &str) {
    let head: String = text.chars().take(3_000).collect();
    assert!(
        text.lines().any(|line| line.starts_with(start)),
        "nothing begins with `{start}`:\n{head}"
    );
}

/// The hash that a translation of this page names.
fn hash_of(folder: &Folder, page: &str) -> String {
    let text = folder
        .run(&["check", "--no-pdf", "--format", "short"])
        .stdout;
    let line = text
        .lines()
        .find(|line| line.starts_with(page) && line.contains("stale-translation"));
    let line = line.unwrap_or_else(|| panic!("{page} names no stale hash:\n{text}"));
    line.rsplit("translated_from: ").next().unwrap_or_default()[..8].to_owned()
}

/// Writes a page in both languages, the translation with the right hash.
fn write_page(folder: &Folder, path: &str, ja: &str, en: &str) {
    let en_path = format!("content/en/{path}.md");
    folder.write(format!("content/ja/{path}.md"), ja);
    folder.write(
        &en_path,
        en.replacen("---\n", "---\ntranslated_from: \"00000000\"\n", 1),
    );
    let hash = hash_of(folder, &en_path);
    folder.replace(&en_path, "00000000", &hash);
}

#[test]
fn an_empty_folder_gives_the_edition_in_the_program() {
    let folder = Folder::new();
    folder
        .write("README.md", "ours")
        .write("notes/x.yaml", "a: [")
        .write(".git/config", "x")
        .write("data/.keep", "");
    built(&folder);
    assert!(folder.files("public") == shipped().files("public"));
}

#[test]
fn a_name_alone_is_enough() {
    let folder = ours(&[]);
    built(&folder);
    let (base, own) = (shipped().files("public"), folder.files("public"));
    assert_eq!(
        base.keys().collect::<Vec<_>>(),
        own.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in own.iter().filter(|(path, _)| is_page(path)) {
        let html = String::from_utf8_lossy(bytes);
        let (title, publisher) = if path.starts_with("en/") {
            ("Our guide", "Test Ltd.")
        } else {
            ("当社の手引き", "株式会社テスト")
        };
        assert!(html.contains(title), "{path}");
        assert!(html.contains(publisher) || path == "index.html", "{path}");
        assert!(html.contains("class=\"disclaimer\""), "{path}");
    }
}

#[test]
fn words_in_one_language_leave_the_others_as_they_were() {
    let folder = Folder::new();
    folder.write("guide.yaml", "title: {ja: 当社の手引き}\n");
    built(&folder);
    assert!(folder.text("public/ja/fees.html").contains("当社の手引き"));
    assert!(
        folder
            .text("public/en/fees.html")
            .contains("Guide to online residence applications")
    );
}

const LOOK: &str = "title: {ja: 当社の手引き}
look:
  light: {accent: \"#5A2D82\", link: \"#5a2d82\"}
  dark: {link: \"#d9b8ff\"}
  sizes: {text-size: 1.125rem}
";

#[test]
fn colours_and_sizes_end_the_style_sheet() {
    let folder = Folder::new();
    folder
        .write("guide.yaml", LOOK)
        .write("theme/css/ours.css", "p { margin: 0; }");
    built(&folder);
    let sheet = folder.text("public/assets/site.css");
    let ours = "p { margin: 0; }\n\
                @media screen{:root{--text-size:1.125rem;}}\n\
                @media screen and (prefers-color-scheme:light){:root{--accent:#5A2D82;--link:#5a2d82;}}\n\
                @media screen and (prefers-color-scheme:dark){:root{--link:#d9b8ff;}}\n";
    assert!(sheet.ends_with(ours), "{}", &sheet[sheet.len() - 400..]);
    let base = shipped().text("public/assets/site.css");
    assert!(
        sheet.starts_with(base.trim_end()),
        "what the theme says stays before it"
    );
    assert!(
        !base.contains("@media screen{"),
        "nothing is set, nothing is written"
    );
}

#[test]
fn what_the_documents_show_as_a_look_is_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in [
        "docs/reference/look.md",
        "content/ja/publish-your-own.md",
        "content/en/publish-your-own.md",
    ] {
        let text = std::fs::read_to_string(root.join(name)).expect("there");
        let examples = text
            .split("```")
            .filter(|block| block.contains("\nlook:\n"));
        let examples: Vec<&str> = examples
            .filter_map(|block| block.strip_prefix("yaml\n"))
            .collect();
        assert_eq!(examples.len(), 1, "{name}");
        let folder = Folder::new();
        folder.write("guide.yaml", examples.concat());
        built(&folder);
        assert!(
            folder
                .text("public/assets/site.css")
                .contains("--on-accent:#2b0b4a;"),
            "{name}"
        );
    }
}

#[test]
fn colours_that_cannot_be_read_or_that_hide_code_stop_the_build() {
    for (from, to, start) in [
        (
            "link: \"#5a2d82\"",
            "link: \"#a88fc0\"",
            "guide.yaml:3:36: error[look]: on a light screen, `link` (#a88fc0)",
        ),
        (
            "\"#d9b8ff\"",
            "\"#5a2d82\"",
            "guide.yaml:4:16: error[look]: on a dark screen, `link` (#5a2d82)",
        ),
        (
            "\"#d9b8ff\"",
            "\"#d9b8ff;}p{background:url(//x)}\"",
            "guide.yaml:4:16: error[wrong-type]",
        ),
        (
            "dark: {link",
            "dark: {\"link:#ff0000;--x\"",
            "guide.yaml:4:10: error[look]",
        ),
    ] {
        let folder = Folder::new();
        folder
            .write("guide.yaml", LOOK)
            .replace("guide.yaml", from, to);
        let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
        assert_eq!(run.code, Some(1), "{to}");
        says(&run.stderr, start);
        assert!(!folder.path().join("public").exists(), "{to}");
    }
}

#[test]
fn a_fact_is_changed_with_a_reason_that_readers_see() {
    let fee =
        format!("- id: re-entry-single\n  {REASON}\n  counter:\n    - value: {{yen: 4100}}\n");
    let folder = ours(&[("data/fees.yaml", &fee)]);
    built(&folder);
    let html = folder.text("public/ja/fees.html");
    let words = words_of(&html, "re-entry-single");
    assert!(
        words.contains("4,100円") && !words.contains("4,000円"),
        "{words}"
    );
    assert!(
        words.contains("3,500円"),
        "what was not changed stays: {words}"
    );
    assert!(
        words_of(&html, "re-entry-multiple").contains("7,000円"),
        "other records stay"
    );
    assert!(words_of(&html, "facts").contains("当社のやり方です"));
    assert!(words_of(&folder.text("public/en/fees.html"), "facts").contains("Our way of doing it"));
}

#[test]
fn records_of_every_kind_can_be_changed_alone() {
    let folder = ours(&[
        (
            "data/photo.yaml",
            &format!("- id: sharp\n  {REASON}\n  name: {{ja: くっきり}}\n"),
        ),
        (
            "data/system.yaml",
            &format!("- id: free\n  {REASON}\n  name: {{en: Costs nothing}}\n"),
        ),
        (
            "data/attachments.yaml",
            &format!("- id: resolution\n  {REASON}\n  value:\n    - value: {{dpi: 300}}\n"),
        ),
        (
            "data/screens.yaml",
            &format!(
                "- id: log-in\n  {REASON}\n  elements:\n    - {{id: password, help: {{ja: 社内の決まりで選びます。}}}}\n"
            ),
        ),
    ]);
    built(&folder);
    let photo = folder.text("public/ja/prepare/photo.html");
    assert!(words_of(&photo, "sharp").contains("くっきり"));
    assert!(words_of(&photo, "ratio").contains("4:3"));
    assert!(
        words_of(
            &folder.text("public/ja/prepare/pdf-files.html"),
            "resolution"
        )
        .contains("300")
    );
    assert!(words_of(&folder.text("public/ja/prepare/pdf-files.html"), "count").contains("20"));
}

#[test]
fn a_change_without_a_reason_is_a_finding() {
    let folder = ours(&[
        (
            "data/fees.yaml",
            "- id: re-entry-single\n  counter:\n    - value: {yen: 4100}\n",
        ),
        (
            "data/photo.yaml",
            "- id: sharp\n  name: {ja: くっきり}\n- id: ratio\n  hidden: true\n",
        ),
    ]);
    let text = refused(&folder);
    says(&text, "data/fees.yaml:1:3: error[overlay-reason]");
    says(&text, "data/photo.yaml:1:3: error[overlay-reason]");
    says(&text, "data/photo.yaml:3:3: error[overlay-reason]");
}

#[test]
fn an_empty_reason_is_none() {
    let fee = |reason: &str| {
        format!(
            "- id: re-entry-single\n  reason: {reason}\n  counter:\n    - value: {{yen: 4100}}\n"
        )
    };
    for reason in ["", "{}", "{ja: \"\", en: \"\"}", "{ja: 理由}"] {
        says(
            &refused(&ours(&[("data/fees.yaml", &fee(reason))])),
            "data/fees.yaml:2:",
        );
    }
}

#[test]
fn a_dated_list_is_replaced_whole() {
    let fee = format!(
        "- id: re-entry-single\n  {REASON}\n  counter:\n    - {{from: 2026-10-01, value: {{yen: 4100}}}}\n"
    );
    says(
        &refused(&ours(&[("data/fees.yaml", &fee)])),
        "data/fees.yaml:4:14: error[periods-gap]",
    );
    let fee = format!(
        "- id: re-entry-single\n  {REASON}\n  counter:\n    - {{id: tiered, value: {{yen: 4100}}}}\n"
    );
    let folder = ours(&[("data/fees.yaml", &fee)]);
    built(&folder);
    let words = words_of(&folder.text("public/ja/fees.html"), "re-entry-single");
    assert_eq!(words.matches("4,100円").count(), 1, "{words}");
    assert!(!words.contains("4,000円"), "{words}");
}

const DESK: &str = "- id: our-desk
  name: {ja: 総務課の窓口, en: General affairs desk}
  ask: [{ja: 会社のこと, en: Questions about the company}]
  phone: \"03-1234-5678\"
  have_ready: [{ja: 社員番号, en: Your staff number}]
  source: [our-rules]
  confidence: seen
";

const RULES: &str = "- id: our-rules
  publisher: {ja: 株式会社テスト, en: Test Ltd.}
  title: {ja: 社内規程, en: Our rules}
  source_date: \"2026-11\"
  read_on: 2026-11-20
  type: own
";

#[test]
fn a_new_record_stands_after_those_of_the_edition() {
    let folder = ours(&[("data/contacts.yaml", DESK), ("data/sources.yaml", RULES)]);
    built(&folder);
    let help = folder.text("public/ja/help.html");
    let desk = words_of(&help, "our-desk");
    assert!(
        desk.contains("総務課の窓口") && desk.contains("03-1234-5678"),
        "{desk}"
    );
    assert!(help.find("id=\"help-desk\"") < help.find("id=\"our-desk\""));
    assert!(folder.text("public/ja/sources.html").contains("社内規程"));
}

#[test]
fn a_new_record_is_held_to_the_same_rules() {
    let text = refused(&ours(&[(
        "data/contacts.yaml",
        &DESK
            .replace("  confidence: seen\n", "")
            .replace("  have", "  hvae"),
    )]));
    says(&text, "data/contacts.yaml:5:3: error[unknown-key]");
    says(&text, "data/contacts.yaml:1:3: error[missing-key]");
    let text = refused(&ours(&[(
        "data/contacts.yaml",
        &DESK.replace("  confidence: seen\n", ""),
    )]));
    says(&text, "data/contacts.yaml:1:7: error[fact-without-source]");
    says(&text, "data/contacts.yaml:6:12: error[dangling-reference]");
    let hidden = "- id: nothing\n  hidden: false\n";
    let text = refused(&ours(&[("data/contacts.yaml", hidden)]));
    assert!(text.contains("error[missing-key]"), "{text}");
}

#[test]
fn the_same_record_twice_is_a_finding() {
    let twice = format!(
        "- id: sharp\n  {REASON}\n  name: {{ja: 一}}\n- id: sharp\n  {REASON}\n  name: {{ja: 二}}\n"
    );
    says(
        &refused(&ours(&[("data/photo.yaml", &twice)])),
        "data/photo.yaml:4:7: error[duplicate-id]",
    );
    let twice = format!("{DESK}{DESK}");
    says(
        &refused(&ours(&[
            ("data/contacts.yaml", &twice),
            ("data/sources.yaml", RULES),
        ])),
        "data/contacts.yaml:8:7: error[duplicate-id]",
    );
}

#[test]
fn a_record_is_hidden_and_the_reason_stands_in_its_place() {
    let hide = format!("- id: sharp\n  hidden: true\n  {REASON}\n");
    let folder = ours(&[("data/photo.yaml", &hide)]);
    built(&folder);
    let html = folder.text("public/ja/prepare/photo.html");
    let words = words_of(&html, "sharp");
    assert!(words.contains("当社のやり方です"), "{words}");
    assert!(!html.contains("ピントが合い"), "its rule is gone");
    assert!(words_of(&html, "ratio").contains("4:3"), "others stay");
    let folder = ours(&[("data/photo.yaml", &hide.replace("true", "false"))]);
    built(&folder);
    let words = words_of(&folder.text("public/ja/prepare/photo.html"), "sharp");
    assert!(words.contains("ピントが合い"), "{words}");
}

#[test]
fn hiding_what_pages_still_name_is_a_finding() {
    let text = refused(&ours(&[(
        "data/photo.yaml",
        &format!("- id: age\n  hidden: true\n  {REASON}\n"),
    )]));
    assert!(
        text.contains("error[dangling-reference]") && text.contains("photo.age.value"),
        "{text}"
    );
}

#[test]
fn hiding_what_is_not_there_gets_a_suggestion() {
    let text = refused(&ours(&[(
        "data/fees.yaml",
        &format!("- id: extention\n  hidden: true\n  {REASON}\n"),
    )]));
    says(&text, "data/fees.yaml:1:7: error[overlay-unknown]");
    assert!(text.contains("did you mean `extension`?"), "{text}");
}

#[test]
fn a_file_of_an_unknown_kind_gets_a_suggestion() {
    let text = refused(&ours(&[("data/feees.yaml", "[]\n")]));
    says(&text, "data/feees.yaml:1:1: error[unknown-file]");
    assert!(text.contains("did you mean `fees.yaml`?"), "{text}");
}

#[test]
fn a_further_language_lacks_its_words() {
    let languages = "languages:\n  - {code: ja, name: 日本語}\n  - {code: en, name: English}\n  - {code: vi, name: Tiếng Việt}\n";
    let folder = ours(&[("guide.yaml", &format!("{OURS}{languages}"))]);
    let text = refused(&folder);
    let missing = |text: &str, start: &str| {
        text.lines()
            .filter(|line| line.starts_with(start) && line.contains("error[missing-language]"))
            .count()
    };
    assert!(
        missing(&text, "base:data/") > 500,
        "{}",
        missing(&text, "base:data/")
    );
    assert!(missing(&text, "base:data/strings/") > 50);
    assert!(missing(&text, "base:content/ja/") > 30);
    assert_eq!(missing(&text, "guide.yaml:"), 2, "title and publisher");
    assert!(text.contains("`vi`"));
    folder.write(
        "data/outages.yaml",
        format!("- id: \"2025-12-28\"\n  {REASON}\n  why: {{vi: Thay hệ thống mới.}}\n"),
    );
    let after = refused(&folder);
    assert!(
        !after
            .lines()
            .any(|line| line.contains("error[missing-language]")
                && line.contains("/outages.yaml:6:")),
        "`why` is there now"
    );
}

#[test]
fn a_guide_in_one_language_leaves_the_pages_of_the_others_out() {
    let folder = ours(&[(
        "guide.yaml",
        &format!("{OURS}languages: [{{code: ja, name: 日本語}}]\n"),
    )]);
    built(&folder);
    let files = folder.files("public");
    assert!(
        files.contains_key("ja/fees.html") && !files.keys().any(|path| path.starts_with("en/"))
    );
    assert!(!folder.text("public/ja/fees.html").contains("/en/"));
}

#[test]
fn a_third_language_is_data() {
    let folder = Folder::new();
    folder
        .lay(&fixtures().join("bad/guide"))
        .lay(&fixtures().join("overlay/vi"));
    write_words(&folder, |key, ja, en| {
        let vi = if key == "months" { "{n} tháng" } else { en };
        format!("ja: {}, en: {}, vi: {}", quoted(ja), quoted(en), quoted(vi))
    });
    built(&folder);
    let html = folder.text("public/vi/index.html");
    assert!(html.contains("<html lang=\"vi\">"), "{html}");
    assert!(
        html.contains("6 tháng") && html.contains("id=\"photo\""),
        "{html}"
    );
    assert!(folder.text("public/index.html").contains("vi/index.html"));
}

#[test]
fn a_page_of_its_own_stands_in_its_own_menu() {
    let menu =
        "menu:\n  - id: ours\n    name: {ja: 当社から, en: From us}\n    pages: [our-desk]\n";
    let folder = ours(&[("guide.yaml", &format!("{OURS}{menu}"))]);
    write_page(
        &folder,
        "our-desk",
        "---\ntitle: 総務課の案内\nsummary: 社内の窓口\n---\n更新は{{ fees.extension.online.stamps }}です。[手数料](/fees.html#extension)\n",
        "---\ntitle: Our desk\nsummary: The desk in our house\n---\nAn extension costs {{ fees.extension.online.stamps }}. [Fees](/fees.html#extension)\n",
    );
    built(&folder);
    let html = folder.text("public/ja/our-desk.html");
    assert!(
        html.contains("5,500円") && html.contains("href=\"../ja/fees.html#extension\""),
        "{html}"
    );
    let other = folder.text("public/en/prepare/photo.html");
    assert!(
        other.contains("From us") && other.contains("href=\"../../en/our-desk.html\""),
        "{other}"
    );
    assert!(other.contains("Prepare"), "the menu of the edition stays");
}

#[test]
fn a_page_of_the_edition_is_replaced_in_all_languages_or_not_at_all() {
    let folder = ours(&[(
        "content/ja/privacy.md",
        "---\ntitle: 個人情報\nsummary: 当社の扱い\n---\n当社は何も集めません。\n",
    )]);
    let text = refused(&folder);
    says(
        &text,
        "base:content/en/privacy.md:4:18: error[stale-translation]",
    );
    write_page(
        &folder,
        "privacy",
        "---\ntitle: 個人情報\nsummary: 当社の扱い\n---\n当社は何も集めません。\n",
        "---\ntitle: Privacy\nsummary: What we do\n---\nWe collect nothing.\n",
    );
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    if run.code == Some(0) {
        assert!(
            folder
                .text("public/en/privacy.html")
                .contains("We collect nothing.")
        );
    } else {
        assert!(
            run.stderr.contains("privacy.html") || run.stderr.contains("`privacy`"),
            "only links into the old page may fail: {}",
            run.stderr
        );
    }
}

#[test]
fn templates_and_theme_are_replaced_by_path() {
    let folder = ours(&[
        (
            "templates/site/root.html",
            "<!DOCTYPE html>\n<p>{{ guide.title }} <a href=\"/ja/index.html\">→</a></p>\n",
        ),
        ("theme/css/3-components.css", "table { color: navy }\n"),
        ("theme/css/ours.css", "p { margin: 0 }\n"),
        ("theme/css/tools/own.css", "h2 { margin: 0 }\n"),
        (
            "theme/icons/ours.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
    ]);
    built(&folder);
    assert_eq!(
        folder.text("public/index.html"),
        "<!DOCTYPE html>\n<p>当社の手引き <a href=\"ja/index.html\">→</a></p>\n"
    );
    let style = folder.text("public/assets/site.css");
    assert!(style.contains("table { color: navy }"), "replaced: {style}");
    assert!(!style.contains(".regimes"), "replaced whole");
    assert!(style.ends_with("p { margin: 0 }\n\n"), "joined, in order");
    assert_eq!(
        folder.text("public/assets/tools.css"),
        "h2 { margin: 0 }\n\n"
    );
    assert!(folder.files("public").contains_key("assets/ours.svg"));
    assert!(
        folder
            .text("public/ja/fees.html")
            .contains("class=\"site-header\""),
        "other templates stay"
    );
}

#[test]
fn a_fault_in_a_template_of_its_own_is_named_there() {
    let folder = ours(&[(
        "templates/site/record/photo.html",
        "<section id=\"{{ record.id }}\">\n{{ record.nme.x }}</section>\n",
    )]);
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    says(&run.stderr, "templates/site/record/photo.html:2:");
}

#[test]
fn facts_or_prose_without_a_guide_yaml_are_an_error() {
    for path in ["data/fees.yaml", "content/ja/fees.md"] {
        let folder = Folder::new();
        folder.write(path, "[]\n");
        for command in ["check", "build"] {
            let run = folder.run(&[command]);
            assert_eq!(
                (run.code, run.stdout.as_str()),
                (Some(2), ""),
                "{}",
                run.stderr
            );
            assert!(run.stderr.contains("guide.yaml"), "{}", run.stderr);
        }
        assert!(!folder.path().join("public").exists());
    }
}

#[test]
fn what_the_message_about_a_missing_guide_yaml_proposes_works() {
    let folder = Folder::new();
    folder.write("data/outages.yaml", "[]\n");
    assert_eq!(folder.run(&["check", "--no-pdf"]).code, Some(2));
    folder.write("guide.yaml", "title:\n");
    let told = folder.run(&["check", "--no-pdf", "--format", "short"]);
    folder.write("guide.yaml", OURS);
    assert_eq!(folder.run(&["check", "--no-pdf"]).code, Some(0));
    let message = Folder::new();
    message.write("data/outages.yaml", "[]\n");
    let text = message.run(&["check", "--no-pdf"]).stderr;
    assert!(
        told.code == Some(0) || !text.contains("an empty file with `title:` is enough"),
        "it does not: {}",
        told.stdout
    );
}

#[test]
fn rules_about_wording_hold_in_every_place() {
    let forbidden = [
        (
            "guide.yaml",
            "title: {ja: 必ず許可されます, en: x}\n",
            "guide.yaml:1:",
        ),
        (
            "guide.yaml",
            "publisher: {ja: 書類作成代行の会社, en: x}\n",
            "guide.yaml:1:",
        ),
        (
            "guide.yaml",
            "subtitle: {ja: あ, en: Your visa will be granted}\n",
            "guide.yaml:1:",
        ),
        (
            "data/strings/site.yaml",
            "menu: {ja: 申請書の作成代行, en: x}\n",
            "data/strings/site.yaml:1:",
        ),
        (
            "content/ja/fees.md",
            "---\ntitle: 書類作成代行\nsummary: x\n---\n",
            "content/ja/fees.md:2:",
        ),
    ];
    for (path, text, place) in forbidden {
        let found = refused(&ours(&[(path, text)]));
        let named = found
            .lines()
            .any(|line| line.starts_with(place) && line.contains("error[forbidden-wording]"));
        assert!(
            named,
            "{path} {text}: {}",
            found.chars().take(2_000).collect::<String>()
        );
    }
}

/// Words that come through the rules, and that would be a live element if anything printed them as they are.
fn hostile(name: &str) -> String {
    format!(
        "あ `<evil-{name} onclick=alert(1)>` <evil-{name} onclick=alert(1) \"> &lt;evil-{name} onclick=alert(1)&gt;"
    )
}

/// The same for places that are not Markdown.
fn hostile_plain(name: &str) -> String {
    format!("あ\"'><evil-{name} onclick=alert(1)></title></script>&lt;evil-{name}&gt;")
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

fn both(text: &str) -> String {
    format!("{{ja: {0}, en: {0}}}", quoted(text))
}

/// A word of the interface: its key, its Japanese, its English.
type Word = (String, String, String);

/// Every word of the interface by file.
fn words() -> Vec<(String, Vec<Word>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source =
        madoguchi::source::read(root, &mut Findings::default()).expect("the repository is a guide");
    let files = source
        .data
        .iter()
        .filter(|(name, _)| name.starts_with("strings/"));
    let word = |node: &Node, language| {
        node.scalar_at(language)
            .expect("words in both languages")
            .to_owned()
    };
    let words = |node: &Node| {
        node.entries()
            .iter()
            .map(|entry| {
                (
                    entry.key.clone(),
                    word(&entry.node, "ja"),
                    word(&entry.node, "en"),
                )
            })
            .collect()
    };
    files
        .map(|(name, node)| (format!("data/{name}.yaml"), words(node)))
        .collect()
}

/// Writes every word of the interface anew.
fn write_words(folder: &Folder, write: impl Fn(&str, &str, &str) -> String) {
    for (path, words) in words() {
        let lines = words
            .iter()
            .map(|(key, ja, en)| format!("{key}: {{{}}}\n", write(key, ja, en)));
        folder.write(path, lines.collect::<String>());
    }
}

/// An organisation that writes HTML into every place where it can write.
fn hostile_folder() -> Folder {
    let folder = Folder::new();
    let plain = |name: &str| both(&hostile_plain(name));
    let prose = |name: &str| both(&hostile(name));
    folder.write(
        "guide.yaml",
        format!(
            "title: {}\nsubtitle: {}\npublisher: {}\ndisclaimer: {}\nlanguages:\n  - {{code: ja, name: {2}}}\n  - {{code: en, name: {2}}}\n\
             menu:\n  - {{id: ours, name: {}, pages: [hostile]}}\n",
            plain("title"),
            plain("subtitle"),
            plain("publisher"),
            prose("disclaimer"),
            plain("menu"),
        )
        .replace(&format!("name: {}}}\n  - {{code: en", plain("publisher")), &format!("name: {}}}\n  - {{code: en", quoted(&hostile_plain("language"))))
        .replace(&format!("code: en, name: {}", plain("publisher")), &format!("code: en, name: {}", quoted(&hostile_plain("language")))),
    );
    let reason = format!("reason: {}", prose("reason"));
    folder.write(
        "data/photo.yaml",
        format!(
            "- id: sharp\n  {reason}\n  name: {}\n  note: {}\n  value:\n    - value: {{words: {}}}\n      note: {}\n  rule:\n    - value: {}\n",
            prose("name"),
            prose("note"),
            prose("limit"),
            prose("period-note"),
            prose("rule")
        ),
    );
    folder.write(
        "data/screens.yaml",
        format!(
            "- id: entry\n  {reason}\n  elements:\n    - {{id: photo, label: {}}}\n",
            plain("label")
        ),
    );
    let aliases = quoted(&hostile_plain("alias"));
    folder.write(
        "data/errors.yaml",
        format!("- id: e-01\n  {reason}\n  name: {}\n  message: {}\n  aliases: [{aliases}]\n  cause: {}\n  fix: [{}]\n", prose("error"), plain("message"), prose("cause"), prose("fix")),
    );
    folder.write(
        "data/glossary.yaml",
        format!("- id: passport\n  {reason}\n  term: {}\n  reading: {}\n  plain: {}\n  aliases: [{aliases}]\n", prose("term"), quoted(&hostile_plain("reading")), prose("meaning")),
    );
    folder.write(
        "data/sources.yaml",
        format!(
            "- id: article\n  {reason}\n  publisher: {}\n  title: {}\n  source_date: {}\n",
            prose("source"),
            prose("source-title"),
            quoted(&hostile_plain("source-date"))
        ),
    );
    folder.write(
        "data/outages.yaml",
        format!(
            "- id: \"2025-12-28\"\n  {reason}\n  why: {}\n  do: {}\n",
            prose("why"),
            prose("do")
        ),
    );
    folder.write(
        "data/procedures.yaml",
        format!("- id: coe\n  {reason}\n  name: {}\n", prose("procedure")),
    );
    folder.write(
        "data/contacts.yaml",
        format!(
            "- id: help-desk\n  {reason}\n  hours: {}\n  closed: {}\n",
            prose("hours"),
            prose("closed")
        ),
    );
    write_words(&folder, |key, ja, en| {
        // What is shown at the cells of workbooks has room for little.
        let is_at_cells = ["rule_", "list_pair", "workbook_error"];
        let evil = match is_at_cells.iter().any(|start| key.starts_with(start)) {
            true => "<b>".to_owned(),
            false => format!("<evil-word-{} onclick=alert(1)>", key.replace('_', "-")),
        };
        format!(
            "ja: {}, en: {}",
            quoted(&format!("{ja}{evil}")),
            quoted(&format!("{en}{evil}"))
        )
    });
    let page = format!(
        "---\ntitle: {}\nsummary: {}\n---\n{}\n\n## {} {{#place}}\n\n| {} |\n| --- |\n| \\<evil-cell> |\n\n```<evil-info onclick=alert(1)>\n<evil-code onclick=alert(1)>\n```\n\n\
         [{}](/fees.html \"<evil-link-title onclick=alert(1)>\")\n\n{{% include \"page.html\" %}} {{# gone #}} `{{{{ photo.age }}}}`\n\n> [!WARNING]\n> {}\n",
        quoted(&hostile_plain("page-title")),
        quoted(&hostile_plain("summary")),
        hostile("body"),
        hostile("heading"),
        hostile("head-cell"),
        hostile("link"),
        hostile("callout"),
    );
    write_page(&folder, "hostile", &page, &page);
    folder
}

#[test]
fn nothing_that_an_organisation_writes_is_live_html() {
    let folder = hostile_folder();
    built(&folder);
    let mut all = String::new();
    for (path, bytes) in folder
        .files("public")
        .into_iter()
        .filter(|(path, _)| is_page(path))
    {
        let html = String::from_utf8(bytes).expect("UTF-8");
        for piece in pieces(&html) {
            let Piece::Open(name, attributes) = piece else {
                continue;
            };
            assert!(!name.contains("evil"), "{path} has a live <{name}>");
            assert!(
                name != "script"
                    || attributes
                        .iter()
                        .any(|(name, value)| *name == "src" && !value.contains(':')),
                "{path}: {attributes:?}"
            );
            for (attribute, value) in attributes {
                let is_plain = |c: char| c.is_ascii_lowercase() || c == '-';
                assert!(
                    attribute.chars().all(is_plain) || (name, attribute) == ("svg", "viewBox"),
                    "{path}: <{name} {attribute}>"
                );
                assert!(
                    !attribute.starts_with("on") && attribute != "style",
                    "{path}: <{name} {attribute}={value}>"
                );
                let is_address = matches!(attribute, "href" | "src" | "action" | "formaction");
                let scheme = value
                    .split_once(':')
                    .map(|(scheme, _)| scheme)
                    .filter(|_| is_address && value != "data:,");
                assert!(
                    matches!(scheme, None | Some("https" | "mailto" | "tel")),
                    "{path}: {attribute}={value}"
                );
            }
        }
        all.push_str(&html);
    }
    let names = "title subtitle publisher disclaimer language menu reason name note limit period-note rule label error message alias cause fix term \
                 reading meaning source source-title source-date why do procedure hours closed page-title summary body heading head-cell code link \
                 link-title callout word-published-by word-date word-yen word-months word-menu word-label-gloss";
    for name in names.split_whitespace() {
        assert!(
            all.contains(&format!("&lt;evil-{name} onclick")),
            "<evil-{name}> is on no page: the test does not test it"
        );
    }
    assert!(
        all.contains("{% include &quot;page.html&quot; %}")
            && all.contains("<code>{{ photo.age }}</code>"),
        "prose is no template"
    );
}

#[test]
fn html_is_read_as_a_browser_reads_it() {
    let tags = |html: &'static str| -> Vec<Piece<'static>> {
        pieces(html)
            .into_iter()
            .filter(|piece| matches!(piece, Piece::Open(..)))
            .collect()
    };
    assert_eq!(tags("a &lt;b&gt; < c <1> </b>"), []);
    assert_eq!(
        tags("<b c=\"<d e=f>\">"),
        [Piece::Open("b", vec![("c", "<d e=f>")])]
    );
    assert_eq!(
        tags("<b c=d onclick=e(1) \"><i>"),
        [
            Piece::Open("b", vec![("c", "d"), ("onclick", "e(1)"), ("\"", "")]),
            Piece::Open("i", vec![])
        ]
    );
    assert_eq!(
        tags("<b\n/onclick='x' hidden>"),
        [Piece::Open("b", vec![("onclick", "x"), ("hidden", "")])]
    );
    assert_eq!(
        words_of("<p id=\"a\">b<br>c <i>d</i></p><p>e</p>", "a"),
        "b c d"
    );
}

#[test]
fn what_is_left_out_says_so_where_it_would_stand() {
    let hide = |id: &str, why: &str| {
        format!("- id: {id}\n  hidden: true\n  reason: {{ja: {why}, en: why}}\n")
    };
    let folder = ours(&[
        ("data/errors.yaml", &hide("e-09", "使いません。")),
        (
            "data/mailing.yaml",
            &hide("letter-pack", "簡易書留だけです。"),
        ),
        ("data/procedures.yaml", &hide("re-entry", "扱いません。")),
    ]);
    let run = folder.run(&["build", "--no-pdf"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for (page, id, why) in [
        ("receive/mail", "letter-pack", "簡易書留だけです。"),
        ("errors/index", "e-09", "使いません。"),
        ("errors/e-09", "e-09", "使いません。"),
        ("procedures/re-entry", "re-entry", "扱いません。"),
    ] {
        let html = folder.text(format!("public/ja/{page}.html"));
        let notice = html
            .split(&format!("id=\"{id}\">"))
            .nth(1)
            .unwrap_or_else(|| panic!("{page} has no #{id}"));
        let notice = notice.split("</p>").next().unwrap_or_default();
        assert!(
            notice.contains("省いています") && notice.contains(why),
            "{page}: {notice}"
        );
    }
}

#[test]
fn words_of_an_organisation_are_read_as_it_says() {
    let folder = ours(&[(
        "data/readings.yaml",
        "words:\n  水色工業: みずいろこうぎょう\n  人数: にんず\n",
    )]);
    built(&folder);
    let readings = folder.text("public/assets/readings/ja.js");
    assert!(readings.contains(r#"["水色工業","みずいろこうぎょう"]"#));
    assert!(readings.contains(r#"["人数","にんず"]"#) && !readings.contains("にんずう"));
    assert!(readings.contains(r#"["申請","しんせい"]"#));

    folder.write("data/readings.yaml", "words:\n  水色工業: ミズイロ\n");
    says(
        &refused(&folder),
        "data/readings.yaml:2:9: error[bad-reading]",
    );
}

/// A page that shows several kinds together must not count on any one record of them.
#[test]
fn the_page_of_fees_survives_what_is_left_out() {
    for (kind, id, lost, kept) in [
        (
            "payments",
            "online",
            "data-piece=\"pay-online-",
            "class=\"regimes\"",
        ),
        (
            "payments",
            "counter",
            "data-piece=\"pay-counter-",
            "class=\"regimes\"",
        ),
        ("fees", "change", "id=\"change\" class", "class=\"regimes\""),
        ("fees", "coe", "href=\"#coe\"", "data-piece=\"not-carried\""),
        ("tools", "fees", "id=\"tool-data\"", "class=\"regimes\""),
    ] {
        loses("fees", kind, id, lost, kept);
    }
}

/// The tool for deadlines shows what is left of the days.
#[test]
fn the_tool_for_deadlines_survives_what_is_left_out() {
    let cases = [
        (
            "deadlines",
            "my-number-card",
            "data-piece=\"day-my-number\"",
            "id=\"tool-data\"",
        ),
        (
            "deadlines",
            "month-count",
            "kannosrfp.com",
            "id=\"tool-data\"",
        ),
        (
            "tools",
            "deadlines",
            "id=\"tool-data\"",
            "id=\"extension-start\"",
        ),
    ];
    for (kind, id, lost, kept) in cases {
        loses("deadlines", kind, id, lost, kept);
    }
}

/// Where an organisation leaves this record out, a page is still made: without `lost`, and with `kept`.
#[track_caller]
fn loses(page: &str, kind: &str, id: &str, lost: &str, kept: &str) {
    let hide = format!("- id: {id}\n  hidden: true\n  {REASON}\n");
    let folder = ours(&[(&format!("data/{kind}.yaml"), &hide)]);
    built(&folder);
    for language in ["ja", "en"] {
        let html = folder.text(format!("public/{language}/{page}.html"));
        assert!(!html.contains(lost), "{kind}.{id}, {language}: {lost}");
        assert!(html.contains(kept), "{kind}.{id}, {language}: {kept}");
    }
}
