//! Whatever an editor or a disk can do to the files of a guide: every run says what is wrong and in which file, ends soon,
//! never panics, and leaves the last good guide as it was.
//!
//! `tests/fixtures/bad/guide` is a whole guide that is small; every test spoils something in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::support::{Folder, Run, finish, fixtures};

/// A bound against hanging only: what is measured here is a debug build beside other tests.
const LIMIT: Duration = Duration::from_secs(10);

const GUIDE: &str = "guide.yaml";
const PHOTO: &str = "data/photo.yaml";
const WORDS: &str = "data/strings/site.yaml";
const PAGE: &str = "content/ja/index.md";
const TEMPLATE: &str = "templates/site/page.html";

/// The files of the small guide, built.
fn good() -> &'static BTreeMap<String, Vec<u8>> {
    static GOOD: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
        let folder = Folder::new();
        folder.lay(&fixtures().join("bad/guide"));
        let run = build(&folder);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        folder.files("public")
    });
    &GOOD
}

/// The small guide, with what was built from it in `public`.
fn guide() -> Folder {
    let folder = Folder::new();
    folder.lay(&fixtures().join("bad/guide"));
    for (path, bytes) in good() {
        folder.write(format!("public/{path}"), bytes);
    }
    folder
}

#[track_caller]
fn build(folder: &Folder) -> Run {
    finish(folder.command(&["build", "--format", "short"]), LIMIT)
}

/// Builds, whatever comes of it: soon, without a panic, and with the last good guide in place where there are findings.
#[track_caller]
fn ends_well(folder: &Folder) -> Run {
    let run = build(folder);
    assert!(!run.stderr.contains("panicked"), "{}", head(&run.stderr));
    assert!(
        matches!(run.code, Some(0 | 1)),
        "ends with {:?}: {}",
        run.code,
        head(&run.stderr)
    );
    if run.code == Some(1) {
        assert!(run.stdout.is_empty(), "{}", head(&run.stdout));
        assert!(!run.stderr.trim().is_empty(), "it fails without a word");
        assert!(
            folder.files("public") == *good(),
            "the last good guide was touched"
        );
    }
    run
}

/// Builds what cannot be built, and gives what was said.
#[track_caller]
fn refused(folder: &Folder) -> String {
    let run = ends_well(folder);
    assert_eq!(run.code, Some(1), "it was built");
    run.stderr
}

/// One of the findings begins like this.
#[track_caller]
fn says(text: &str, start: &str) {
    assert!(
        text.lines().any(|line| line.starts_with(start)),
        "nothing begins with `{start}`:\n{}",
        head(text)
    );
}

fn head(text: &str) -> String {
    text.chars().take(3_000).collect()
}

/// The small guide with one place of one file changed.
#[track_caller]
fn changed(path: &str, from: &str, to: &str) -> Folder {
    let folder = guide();
    folder.replace(path, from, to);
    folder
}

/// The small guide with one file written anew.
fn written(path: &str, bytes: impl AsRef<[u8]>) -> Folder {
    let folder = guide();
    folder.write(path, bytes);
    folder
}

/// The small guide with the same text at the end of the page in both languages, marked as looked at.
fn with_prose(prose: &str) -> Folder {
    let folder = guide();
    let original = folder.text(PAGE) + "\n" + prose + "\n";
    let (front, body) = original
        .trim_start_matches("---\n")
        .split_once("---\n")
        .expect("front matter");
    let mut hasher = Sha256::new();
    let values = front
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(_, value)| value);
    for part in values.chain([body]) {
        hasher.update(part.trim());
        hasher.update([0]);
    }
    let hash = hasher
        .finalize()
        .iter()
        .take(4)
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
    let translation = folder.text("content/en/index.md") + "\n" + prose + "\n";
    let (before, after) = translation
        .split_once("translated_from: ")
        .expect("it names its original");
    folder.write(
        "content/en/index.md",
        format!("{before}translated_from: \"{hash}\"{}", &after[8..]),
    );
    folder.write(PAGE, &original);
    folder
}

/// Every text file of the small guide, changed in the same way.
fn rewritten(change: impl Fn(&str) -> String) -> Folder {
    let folder = guide();
    for (path, bytes) in folder.files("") {
        if !path.starts_with("public/") && !path.starts_with("theme/") {
            folder.write(
                &path,
                change(&String::from_utf8(bytes).expect("the fixture is UTF-8")),
            );
        }
    }
    folder
}

#[test]
fn slips_of_the_keyboard_are_named_at_their_place() {
    let place = |path, from, to, place: &str| {
        says(
            &refused(&changed(path, from, to)),
            &format!("{path}:{place}"),
        );
    };
    place(
        PHOTO,
        "  name: {ja: 撮",
        "\tname: {ja: 撮",
        "2:1: error[tab]",
    );
    place(
        PHOTO,
        "  name: {ja: 撮",
        "　name: {ja: 撮",
        "2:1: error[full-width-space]",
    );
    place(
        PHOTO,
        "  name: {ja: 撮",
        "  name：{ja: 撮",
        "2:7: error[full-width-colon]",
    );
    place(
        PHOTO,
        "age\n  name: {ja: 撮影の時期, en: How recent}",
        "age\n  note: “a: b”",
        "2:9: error[curly-quote]",
    );
    place(
        PHOTO,
        "age\n  name: {ja: 撮影の時期, en: How recent}",
        "age\n  note: ＂a: b＂",
        "2:9: error[curly-quote]",
    );
    place(
        PHOTO,
        "confidence: reported",
        "confidence: “reported”",
        "11:15: error[unknown-word]",
    );
    place(
        PHOTO,
        "撮影の",
        "撮影の\0",
        "2:17: error[control-character]",
    );
    place(GUIDE, "  - {code: en", "\t- {code: en", "9:1: error[tab]");
    place(
        GUIDE,
        "title: {",
        "title：{",
        "3:6: error[full-width-colon]",
    );
    place(
        GUIDE,
        "edition: 2026",
        "edition: ‘2026",
        "10:10: error[bad-date]",
    );
    place(PAGE, "title: は", "\ttitle: は", "2:1: error[tab]");
    place(
        PAGE,
        "title: は",
        "title：は",
        "2:6: error[full-width-colon]",
    );
    place(PAGE, "title: は", "title: “は: ", "2:8: error[curly-quote]");
    place(
        WORDS,
        "months: {",
        "months： {",
        "1:7: error[full-width-colon]",
    );
}

#[test]
fn what_is_words_is_no_slip() {
    let words = |ja: &str| {
        format!("    - value:\n        ja: >-\n          {ja}\n        en: It must be upright.\n")
    };
    for ja in [
        "決まりです。\n          PDF：資料です。",
        "　字下げをした文です。",
        "決まりです。\n          note: “注”です。",
    ] {
        let folder = changed(
            PHOTO,
            "    - value: {ja: 縦長にします。, en: It must be upright.}\n",
            &words(ja),
        );
        let run = folder.run(&["check", "--format", "short"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{ja}");
    }
}

#[test]
fn a_byte_order_mark_is_read_over() {
    let folder = rewritten(|text| format!("\u{feff}{text}"));
    assert_eq!(build(&folder).stderr, "");
    assert!(folder.files("public") == *good(), "the guide is another");
}

#[test]
fn line_ends_of_other_systems_change_nothing() {
    for line_end in ["\r\n", "\r"] {
        let folder = rewritten(|text| text.replace('\n', line_end));
        assert_eq!(build(&folder).stderr, "");
        assert!(folder.files("public") == *good(), "the guide is another");
    }
}

#[test]
fn findings_stand_at_the_same_place_whatever_the_line_ends() {
    let spoiled = |line_end: &str| {
        let folder = changed(PHOTO, "    - value: {ja: 縦長", "    - valeu: {ja: 縦長");
        folder.replace(PAGE, "写真は{{ photo.age", "写真は{{ photo.agee");
        for path in [PHOTO, PAGE] {
            let text = folder.text(path).replace('\n', line_end);
            folder.write(path, text);
        }
        refused(&folder)
    };
    let wanted = spoiled("\n");
    says(&wanted, "data/photo.yaml:17:7: error[unknown-key]");
    says(
        &wanted,
        "content/ja/index.md:5:4: error[dangling-reference]",
    );
    assert_eq!(spoiled("\r\n"), wanted);
    assert_eq!(spoiled("\r"), wanted);
}

#[test]
fn text_in_another_encoding_is_named_where_it_begins() {
    let shift_jis = b"- id: age\n  name: {ja: \x8e\x42\x89\x65, en: x}\n";
    says(
        &refused(&written(PHOTO, shift_jis)),
        "data/photo.yaml:2:14: error[not-utf-8]",
    );
    let utf_16: Vec<u8> = "\u{feff}- id: age\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    says(
        &refused(&written(PHOTO, utf_16)),
        "data/photo.yaml:1:1: error[not-utf-8]",
    );
    says(
        &refused(&written(GUIDE, b"base: none\ntitle: {ja: \xff}\n")),
        "guide.yaml:2:13: error[not-utf-8]",
    );
    says(
        &refused(&written(PAGE, b"---\ntitle: a\nsummary: b\n---\n\xe6\x97")),
        "content/ja/index.md:5:1: error[not-utf-8]",
    );
    says(
        &refused(&written(TEMPLATE, b"<p>\xc3</p>")),
        "templates/site/page.html:1:4: error[not-utf-8]",
    );
}

#[test]
fn control_characters_reach_no_page_and_no_terminal() {
    says(
        &refused(&with_prose("a\0b")),
        "content/ja/index.md:11:2: error[control-character]",
    );
    says(
        &refused(&with_prose("a\u{8}b")),
        "content/ja/index.md:11:2: error[control-character]",
    );
    let escaped = changed(
        PHOTO,
        "{ja: 縦長にします。",
        r#"{ja: "縦長\x00に\x08します。""#,
    );
    says(
        &refused(&escaped),
        "data/photo.yaml:17:19: error[control-character]",
    );
    let text = refused(&changed(PHOTO, "- id: age\n", "- \"\\e[31mid\": age\n"));
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn duplicate_keys_are_named_at_the_second() {
    for (path, from, to, place) in [
        (
            PHOTO,
            "  source: [leaflet]\n",
            "  source: [leaflet]\n  name: {ja: a, en: b}\n",
            "11:3",
        ),
        (PHOTO, "en: How recent}", "en: How recent, ja: a}", "2:37"),
        (GUIDE, "edition: ", "base: none\nedition: ", "10:1"),
        (PAGE, "summary: ", "title: また\nsummary: ", "3:1"),
        (WORDS, "date: ", "months: {ja: a, en: b}\ndate: ", "2:1"),
    ] {
        says(
            &refused(&changed(path, from, to)),
            &format!("{path}:{place}: error[duplicate-key]"),
        );
    }
}

#[test]
fn anchors_and_aliases_are_refused_before_they_grow() {
    let mut bomb = "- a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let _ = writeln!(
            bomb,
            "  a{level}: &a{level} [{}]",
            vec![format!("*a{}", level - 1); 10].join(", ")
        );
    }
    says(
        &refused(&written(PHOTO, bomb)),
        "data/photo.yaml:1:7: error[yaml-anchor]",
    );
    let merge = "- &base {id: age}\n- <<: *base\n  id: ratio\n";
    says(
        &refused(&written(PHOTO, merge)),
        "data/photo.yaml:2:7: error[yaml-anchor]",
    );
    says(
        &refused(&changed(PAGE, "title: はじめに", "title: &x はじめに")),
        "content/ja/index.md:2:8: error[yaml-anchor]",
    );
    says(
        &refused(&changed(GUIDE, "en: The editors", "en: *x")),
        "guide.yaml:5:26: error[yaml-anchor]",
    );
}

#[test]
fn a_second_document_is_refused() {
    let text =
        fs::read_to_string(fixtures().join("bad/guide").join(PHOTO)).expect("the fixture is there");
    says(
        &refused(&written(PHOTO, format!("{text}---\n- id: b\n"))),
        "data/photo.yaml:20:1: error[several-documents]",
    );
    says(
        &refused(&changed(GUIDE, "edition: ", "---\nedition: ")),
        "guide.yaml:10:1: error[several-documents]",
    );
}

#[test]
fn values_of_megabytes_are_refused() {
    let long = "x".repeat(5_000_000);
    let lines = "    words words\n".repeat(300_000);
    for (value, place) in [
        (long.clone(), "3:7"),
        (format!("\"{long}\""), "3:7"),
        (format!("|\n    {long}"), "4:5"),
        (format!("|\n{lines}"), "4:5"),
    ] {
        let text = format!("months: {{ja: a, en: b}}\ndate:\n  ja: {value}\n  en: b\n");
        says(
            &refused(&written(WORDS, text)),
            &format!("data/strings/site.yaml:{place}: error[too-long]"),
        );
    }
    says(
        &refused(&written(WORDS, format!("? {long}\n: x\n"))),
        "data/strings/site.yaml:1:3: error[too-long]",
    );
    says(
        &refused(&changed(PAGE, "はじめに", &long)),
        "content/ja/index.md:2:8: error[too-long]",
    );
}

#[test]
fn files_of_gigabytes_are_not_even_opened() {
    for path in [PHOTO, PAGE, TEMPLATE] {
        let folder = guide();
        let file = fs::File::options()
            .write(true)
            .open(folder.path().join(path));
        file.and_then(|file| file.set_len(8 << 30))
            .expect("a file can be made long");
        says(&refused(&folder), &format!("{path}:1:1: error[too-large]"));
    }
}

#[test]
fn ten_thousand_levels_of_yaml_are_refused() {
    let block: String = (0..3_000).fold(String::new(), |text, level| {
        text + &" ".repeat(level) + "a:\n"
    });
    let hostile = [
        "[".repeat(10_000),
        "{a: ".repeat(10_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        "[{a: ".repeat(5_000),
        block,
    ];
    for text in &hostile {
        says(&refused(&written(PHOTO, text)), "data/photo.yaml:");
        says(&refused(&written(WORDS, text)), "data/strings/site.yaml:");
        says(&refused(&written(GUIDE, text)), "guide.yaml:");
        says(
            &refused(&written(PAGE, format!("---\n{text}\n---\n"))),
            "content/ja/index.md:",
        );
    }
}

#[test]
fn ten_thousand_levels_of_markdown_end() {
    let list: String = (0..1_000).fold(String::new(), |text, level| {
        text + &" ".repeat(2 * level) + "- x\n"
    });
    for prose in [
        ">".repeat(10_000) + "x",
        "> ".repeat(10_000) + "x",
        "- ".repeat(10_000) + "x",
        "1. ".repeat(10_000) + "x",
        "> - ".repeat(5_000) + "x",
        list,
        "[".repeat(50_000),
        "![".repeat(50_000),
        "[a](".repeat(50_000),
        "[".repeat(10_000) + "a" + &"](/index.html)".repeat(10_000),
        "<a ".repeat(50_000),
        "x <!-- ".repeat(50_000),
        "*".repeat(50_000),
        "*a ".repeat(50_000),
        "**「a ".repeat(50_000),
        "a**b_c ".repeat(20_000),
        (1..700).fold(String::new(), |text, length| {
            text + &"`".repeat(length) + " "
        }),
        "&".repeat(50_000),
        "|a".repeat(5_000) + "|\n" + &"|-".repeat(5_000) + "|\n",
        "|a".repeat(300) + "|\n" + &"|-".repeat(300) + "|\n" + &"|a\n".repeat(300),
        "字\n".repeat(50_000),
    ] {
        let run = ends_well(&with_prose(&prose));
        assert!(
            run.code == Some(0) || run.stderr.contains("index.md:"),
            "{}",
            head(&run.stderr)
        );
    }
}

#[test]
fn lines_without_words_are_read_in_time() {
    for line in [
        "<b>\n",
        "[](/index.html)\n",
        "![](/a.png)\n",
        "`a`{{ photo.age.value }}\n",
    ] {
        ends_well(&with_prose(&format!("x\n{}", line.repeat(20_000))));
    }
}

#[test]
fn an_empty_file_is_named() {
    for text in [
        "",
        "\n\n",
        "# nothing but a comment\n",
        "---\n",
        "\u{feff}",
        "~\n",
    ] {
        says(&refused(&written(PHOTO, text)), "data/photo.yaml:1:");
        says(&refused(&written(WORDS, text)), "data/strings/site.yaml:1:");
        says(
            &refused(&written(PAGE, text)),
            "content/ja/index.md:1:1: error[front-matter]",
        );
    }
}

#[test]
fn an_empty_guide_yaml_is_no_wish_for_the_edition_in_the_program() {
    for text in ["", "# nothing but a comment\n"] {
        says(
            &refused(&written(GUIDE, text)),
            "guide.yaml:1:1: error[empty-file]",
        );
    }
}

#[test]
fn a_guide_yaml_that_cannot_be_read_as_yaml_is_the_only_thing_spoken_of() {
    for (from, to) in [
        ("base: none", "base: [none"),
        ("title: {", "title：{"),
        ("title: {ja", "title: {\0ja"),
    ] {
        let text = refused(&changed(GUIDE, from, to));
        let others: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("guide.yaml:"))
            .collect();
        assert!(others.is_empty(), "{}", head(&others.join("\n")));
    }
}

#[test]
fn a_folder_in_place_of_a_file_is_named() {
    for path in [PHOTO, WORDS, PAGE] {
        let folder = guide();
        fs::remove_file(folder.path().join(path)).expect("it was there");
        fs::create_dir(folder.path().join(path)).expect("a folder can be made");
        says(&refused(&folder), &format!("{path}:1:1: error[not-a-file]"));
    }
}

#[test]
fn a_file_in_place_of_a_folder_is_named() {
    for path in ["data", "content", "templates", "theme"] {
        let folder = guide();
        fs::remove_dir_all(folder.path().join(path)).expect("it was there");
        folder.write(path, "words");
        says(&refused(&folder), &format!("{path}:1:1: error["));
    }
}

#[test]
fn pages_outside_of_a_language_are_named() {
    let page = "---\ntitle: a\nsummary: b\n---\nc\n";
    for path in [
        "content/stray.md",
        "content/fr/stray.md",
        "content/JA/stray.md",
    ] {
        let run = written(path, page).run(&["check", "--format", "short"]);
        says(&run.stdout, &format!("{path}:1:1: "));
    }
}

#[test]
fn names_of_pages_that_make_no_address_are_named() {
    for name in [
        "a b",
        "a#b",
        "a?b",
        "a\"><evil onclick=alert(1)>",
        "手数料",
        "a%2fb",
        "A",
    ] {
        let folder = guide();
        let page = format!(
            "---\ntitle: a\nsummary: b\ntranslated_from: {}\n---\nc\n",
            "c2b4e2a0"
        );
        for language in ["ja", "en"] {
            folder.write(format!("content/{language}/{name}.md"), &page);
        }
        says(
            &refused(&folder),
            &format!("content/ja/{name}.md:1:1: error[bad-id]"),
        );
    }
}

#[test]
fn findings_by_the_ten_thousand_are_all_said() {
    let many = |line: fn(usize) -> String, count| (0..count).map(line).collect::<String>();
    let unknown = |n| format!("  k{n}: x\n");
    let same = |_| "k: {ja: a, en: b}\n".to_owned();
    let records = |n| format!("- {{id: A{n}}}\n");
    for (path, text, count) in [
        (PHOTO, many(unknown, 20_000), 20_000),
        (WORDS, many(same, 20_000), 19_999),
        (PHOTO, many(records, 10_000), 30_000),
    ] {
        let folder = guide();
        let start = if text.starts_with("  k0") {
            "- id: a\n"
        } else {
            ""
        };
        folder.write(path, format!("{start}{text}"));
        let lines = refused(&folder)
            .lines()
            .filter(|line| line.starts_with(path))
            .count();
        assert!(lines >= count, "{lines} of {count}");
        for format in ["json", "github"] {
            let run = finish(folder.command(&["check", "--format", format]), LIMIT);
            assert_eq!(run.code, Some(1), "{format}");
        }
    }
}

#[test]
fn findings_by_the_thousand_can_be_read_by_people() {
    let folder = written(
        PHOTO,
        (0..2_000).fold(String::new(), |text, n| text + &format!("- {{id: A{n}}}\n")),
    );
    let run = finish(folder.command(&["check"]), LIMIT);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("errors, "), "there is a summary");
}

#[test]
fn tens_of_thousands_of_words_are_read_in_time() {
    let words = (0..50_000).fold(String::new(), |text, n| {
        text + &format!("k{n}: {{ja: あ, en: a}}\n")
    });
    let folder = guide();
    let own = folder.text(WORDS);
    folder.write(WORDS, own + &words);
    let run = finish(folder.command(&["check", "--format", "short"]), LIMIT);
    assert_eq!((run.code, head(&run.stdout)), (Some(0), String::new()));
}

#[test]
fn references_that_are_none_are_named() {
    for (prose, place) in [
        ("a {{ {{ }} }}", "11:3: error[bad-reference]"),
        ("a {{ photo.age", "11:1: error[bad-reference]"),
        ("a }} b", "11:1: error[bad-reference]"),
        ("a {{}} b", "11:1: error[bad-reference]"),
        ("a {{ photo．age }}", "11:1: error[bad-reference]"),
        ("a {{ photo.age | safe }}", "11:1: error[bad-reference]"),
        ("a {{ photo.agee }}", "11:3: error[dangling-reference]"),
        (
            "a {{ photo.age.value.old.old.old }}",
            "11:3: error[dangling-reference]",
        ),
        ("a {{ photo..age }}", "11:3: error[dangling-reference]"),
        ("a {{ . }}", "11:3: error[dangling-reference]"),
        ("a {{ constructor }}", "11:3: error[dangling-reference]"),
        ("[a]({{photo.age}})", "11:1: error[unsafe-link]"),
    ] {
        let text = refused(&with_prose(prose));
        let code = place.split_once(": ").expect("place and code").1;
        assert!(text.contains(code), "{prose}: {text}");
        says(&text, "content/ja/index.md:11:");
    }
}

#[test]
fn a_hundred_thousand_braces_end() {
    for prose in [
        "{{".repeat(100_000),
        "{{ ".repeat(100_000),
        "{".repeat(200_000),
        "{{ a".repeat(50_000),
        "}}".repeat(100_000),
    ] {
        says(&refused(&with_prose(&prose)), "content/ja/index.md:11:");
    }
}

#[test]
fn references_that_multiply_are_refused() {
    let record = |id: &str, words: &str| {
        format!(
            "- id: {id}\n  name: {{ja: あ, en: b}}\n  rule:\n    - value: {{ja: \"{words}\", en: \"{words}\"}}\n  source: [leaflet]\n  confidence: reported\n"
        )
    };
    let circle = record("own-tail", &"{{ photo.own-tail.rule }}".repeat(30));
    let laughs = (1..6).fold(record("laugh-0", "は"), |text, level| {
        text + &record(
            &format!("laugh-{level}"),
            &format!("{{{{ photo.laugh-{}.rule }}}}", level - 1).repeat(100),
        )
    });
    for text in [circle, laughs] {
        let folder = guide();
        let own = folder.text(PHOTO);
        folder.write(PHOTO, own + &text);
        says(&refused(&folder), "data/photo.yaml:");
    }
}

#[test]
fn links_that_leave_by_a_back_door_are_named() {
    let links = [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](<java script:alert(1)>)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](http://www.example.jp/)",
        "[a](//evil.example/)",
        "[a](/\\evil.example/)",
        "[a](\\\\\\\\evil.example/)",
        "[a](https:evil.example)",
        "[a](https://www.example.jp@evil.example/)",
        "[a](https://evil.example/\"onclick=\"x)",
        "[a](../guide.yaml)",
        "[a](index.html)",
        "<javascript:alert(1)>",
        "[a]",
    ];
    let text = refused(&with_prose(
        &(links.join("\n\n") + "\n\n[a]: javascript:alert(1)"),
    ));
    for (number, link) in links.iter().enumerate() {
        let line = 11 + 2 * number;
        let named = |code: &str| {
            text.lines().any(|found| {
                found.starts_with(&format!("content/ja/index.md:{line}:")) && found.contains(code)
            })
        };
        assert!(
            named("error[unsafe-link]") || named("error[broken-link]"),
            "{link} on line {line}:\n{text}"
        );
    }
}

#[test]
fn addresses_among_the_facts_are_https_only() {
    for address in [
        "javascript:alert(1)",
        "data:,x",
        "//evil.example/",
        "http://www.example.jp/",
        "https://a.jp/\\\"x",
        "https://a.jp/<x>",
    ] {
        let text = refused(&changed(
            "data/sources.yaml",
            "https://www.example.jp/leaflet",
            &format!("\"{address}\""),
        ));
        says(&text, "data/sources.yaml:4:8: error[unsafe-link]");
        for key in ["base_url", "report_url"] {
            let text = refused(&changed(
                GUIDE,
                "edition: ",
                &format!("{key}: \"{address}\"\nedition: "),
            ));
            says(
                &text,
                &format!("guide.yaml:10:{}: error[unsafe-link]", key.len() + 3),
            );
        }
    }
}

#[test]
fn html_is_refused_in_prose_and_in_words() {
    let script = "<script>alert(1)</script>";
    for html in [
        script,
        "a <b>c</b>",
        "<img src=x onerror=alert(1)>",
        "<!-- a -->",
        "![a](https://evil.example/a.png)",
        "<?php x ?>",
    ] {
        says(&refused(&with_prose(html)), "content/ja/index.md:11:");
    }
    says(
        &refused(&changed(PHOTO, "縦長にします。", script)),
        "data/photo.yaml:17:19: error[raw-html]",
    );
    says(
        &refused(&changed(GUIDE, "入管庁のものではありません。", script)),
        "guide.yaml:6:18: error[raw-html]",
    );
}

#[test]
fn attributes_of_headings_reach_no_page() {
    let folder = with_prose("## a {#b onclick=alert(1) style=color:red .c}");
    let run = ends_well(&folder);
    let html = folder.text("public/ja/index.html");
    assert!(
        run.code == Some(1) || !(html.contains("onclick") || html.contains("style=")),
        "{html}"
    );
}

#[test]
fn settings_out_of_bounds_are_named() {
    let languages = "languages:\n  - {code: ja, name: 日本語}\n  - {code: en, name: English}\n";
    for (from, to) in [
        ("recheck_after_days: 180", "recheck_after_days: 4294967295"),
        ("recheck_after_days: 180", "recheck_after_days: 99999999999"),
        ("recheck_after_days: 180", "recheck_after_days: -1"),
        ("edition: 2026-11-23", "edition: 2026-02-30"),
        ("edition: 2026-11-23", "edition: \"-000001-01-01\""),
        ("edition: 2026-11-23", "edition: 2020-01-01"),
        (languages, "languages: []\n"),
        ("{code: en,", "{code: ../../../en,"),
        ("{code: en,", "{code: ja,"),
        ("base: none", "base: some"),
    ] {
        let folder = changed(GUIDE, from, to);
        if to == "languages: []\n" {
            folder.replace(GUIDE, "    pages: [index]", "    pages: []");
        }
        says(&refused(&folder), "guide.yaml:");
    }
}

#[test]
fn days_at_the_end_of_the_calendar_are_read() {
    let folder = changed(PHOTO, "until: 2026-01-04", "until: 9999-12-31");
    says(
        &refused(&folder),
        "data/photo.yaml:5:23: error[periods-overlap]",
    );
    for (from, to) in [
        ("edition: 2026-11-23", "edition: 9999-12-31"),
        ("covers_from: 2025-04-01", "covers_from: 0001-01-01"),
    ] {
        assert_eq!(build(&changed(GUIDE, from, to)).code, Some(0), "{to}");
    }
}

#[test]
fn front_matter_of_any_kind_is_named() {
    for (text, place) in [
        ("title: a\nsummary: b\n", "1:1: error[front-matter]"),
        ("---\ntitle: a\nsummary: b\n", "1:1: error[front-matter]"),
        ("---\n---\nwords\n", "1:1: error["),
        ("---\n- a\n---\n", "2:1: error[wrong-type]"),
        (
            "---\ntitle: [a]\nsummary: b\n---\n",
            "2:8: error[wrong-type]",
        ),
        ("---\ntitle:\nsummary: b\n---\n", "2:1: error[empty-value]"),
        (
            "---\ntitle: a\nsummary: b\nscript: c\n---\n",
            "4:1: error[unknown-key]",
        ),
        (
            "---\ntitle: a\nsummary: b\nrecord: ../../etc/passwd\n---\n",
            "4:9: error[dangling-reference]",
        ),
        ("---\ntitle: {{ photo.age }}\nsummary: b\n---\n", "2:"),
        ("---\ntitle: \"a\nsummary: b\n---\n", "2:"),
    ] {
        says(&refused(&written(PAGE, text)), &format!("{PAGE}:{place}"));
    }
}

#[test]
fn templates_that_never_end_are_refused() {
    for text in [
        "{% if true %}".repeat(10_000),
        format!("{{{{ {} }}}}", "(".repeat(10_000)),
        format!("{{{{ {}1 }}}}", "- ".repeat(10_000)),
        "{{ page.".to_owned(),
    ] {
        let said = refused(&written(TEMPLATE, &text));
        assert!(
            said.contains("templates/site/page.html:"),
            "{}: {}",
            head(&text),
            head(&said)
        );
    }
}

#[test]
fn templates_that_ask_for_what_is_not_there_are_refused() {
    for text in [
        "{{ page.nothing.at.all }}",
        "{{ 1 / 0 }}",
        "{{ page.title.x }}",
    ] {
        let said = refused(&changed(TEMPLATE, "{{ page.body }}", text));
        says(&said, "templates/site/page.html:4:");
    }
}

#[test]
fn templates_that_contain_themselves_are_named() {
    for text in ["{% include \"page.html\" %}", "{% extends \"page.html\" %}"] {
        says(
            &refused(&written(TEMPLATE, text)),
            "templates/site/page.html:",
        );
    }
}

#[cfg(unix)]
mod disk {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    use std::os::unix::process::CommandExt as _;
    use std::path::Path;
    use std::process::Command;

    use super::*;

    /// What a file outside says; no message may show it.
    const SECRET: &str = "[ひみつ";

    fn remove(path: &Path) {
        let _ = fs::remove_file(path);
        let _ = fs::remove_dir_all(path);
    }

    #[test]
    fn a_named_pipe_is_not_waited_for() {
        for path in [PHOTO, PAGE, TEMPLATE, "theme/css/own/small.css"] {
            let folder = guide();
            let pipe = folder.path().join(path);
            remove(&pipe);
            assert!(
                Command::new("mkfifo")
                    .arg(&pipe)
                    .status()
                    .expect("mkfifo is there")
                    .success()
            );
            says(&refused(&folder), &format!("{path}:1:1: error[not-a-file]"));
        }
    }

    #[test]
    fn links_are_not_followed() {
        let outside = Folder::new();
        outside.write("secret.yaml", SECRET);
        let file = outside.path().join("secret.yaml");
        for path in [
            PHOTO,
            "data/strings",
            PAGE,
            "content/ja",
            TEMPLATE,
            "data",
            "content",
            "theme",
        ] {
            for target in [
                &file,
                outside.path(),
                Path::new("."),
                Path::new("nowhere"),
                Path::new("/dev/zero"),
                &Path::new("..").join(path),
            ] {
                let folder = guide();
                remove(&folder.path().join(path));
                symlink(target, folder.path().join(path)).expect("a link can be made");
                let text = refused(&folder);
                says(&text, &format!("{path}:1:1: error[not-a-file]"));
                assert!(
                    !text.contains("secret.yaml") && !text.contains(SECRET),
                    "{path} → {}: {text}",
                    target.display()
                );
            }
        }
    }

    /// Runs as somebody who is not the administrator: permissions do not bind that one.
    fn as_anybody(arguments: &[&str], folder: &Path) -> Run {
        let program = Folder::new();
        allow(&program, "", 0o755);
        let copy = program.path().join("madoguchi");
        // Not `fs::copy`: another test that starts a program just then would hold this one open for writing.
        let copied = Command::new("cp")
            .arg(env!("CARGO_BIN_EXE_madoguchi"))
            .arg(&copy)
            .status();
        assert!(copied.expect("cp is there").success());
        let mut command = Command::new(copy);
        command.args(arguments).current_dir(folder).env_clear();
        if fs::metadata(program.path()).is_ok_and(|metadata| metadata.uid() == 0) {
            command.uid(65_534).gid(65_534);
        }
        finish(command, LIMIT)
    }

    fn allow(folder: &Folder, path: &str, mode: u32) {
        fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode))
            .expect("ours");
    }

    #[test]
    fn what_may_not_be_read_is_named() {
        for path in [PHOTO, "data", PAGE, "content/ja", TEMPLATE] {
            let folder = guide();
            allow(&folder, "", 0o755);
            allow(&folder, path, 0o000);
            let run = as_anybody(&["build", "--format", "short"], folder.path());
            allow(&folder, path, 0o755);
            assert_eq!(run.code, Some(1), "{}", run.stderr);
            says(&run.stderr, &format!("{path}:1:1: error[unreadable]"));
            assert!(
                folder.files("public") == *good(),
                "the last good guide was touched"
            );
        }
    }

    #[test]
    fn a_guide_yaml_that_cannot_be_read_is_named() {
        let outside = Folder::new();
        outside.write("guide.yaml", SECRET);
        let spoil: [fn(&Path, &Path); 4] = [
            |path, _| fs::create_dir(path).expect("a folder can be made"),
            |path, outside| symlink(outside, path).expect("a link can be made"),
            |path, _| {
                assert!(
                    Command::new("mkfifo")
                        .arg(path)
                        .status()
                        .is_ok_and(|status| status.success())
                );
            },
            |path, _| {
                fs::write(path, "base: none\n").expect("a file can be written");
                fs::set_permissions(path, fs::Permissions::from_mode(0o000)).expect("ours");
            },
        ];
        for (spoil, code) in
            spoil
                .into_iter()
                .zip(["not-a-file", "not-a-file", "not-a-file", "unreadable"])
        {
            let folder = guide();
            allow(&folder, "", 0o755);
            remove(&folder.path().join(GUIDE));
            spoil(&folder.path().join(GUIDE), &outside.path().join(GUIDE));
            let run = as_anybody(&["build", "--format", "short"], folder.path());
            assert_eq!(run.code, Some(1), "{}", run.stderr);
            says(&run.stderr, &format!("guide.yaml:1:1: error[{code}]"));
            assert!(
                folder.files("public") == *good(),
                "the last good guide was touched"
            );
        }
    }

    #[test]
    fn a_folder_that_may_not_be_read_or_written_ends_with_3() {
        let folder = guide();
        allow(&folder, "", 0o000);
        let guide = folder.path().display().to_string();
        let closed = as_anybody(&["check", "--guide", &guide], Path::new("/"));
        allow(&folder, "", 0o755);
        assert_eq!(closed.code, Some(3), "{}", closed.stderr);
        folder.replace("theme/css/own/small.css", "1rem", "2rem");
        let run = as_anybody(&["build", "--format", "short"], folder.path());
        assert_eq!(run.code, Some(3), "{}", run.stderr);
        assert!(
            run.stderr.contains(&folder.path().display().to_string()),
            "{}",
            run.stderr
        );
        assert!(
            folder.files("public") == *good(),
            "the last good guide was touched"
        );
        assert_eq!(
            fs::read_dir(folder.path()).expect("ours").count(),
            6,
            "something was left behind"
        );
    }
}
