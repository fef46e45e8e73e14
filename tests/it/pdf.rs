//! PDFs: when they are set and when not, and how pages offer them. What stands in them is looked at elsewhere.

use std::fs;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::support::{Folder, fixtures, has_suffix, shipped, shipped_with_pdfs};

const TEMPLATE: &str = "templates/pdf/manual.typ";
const PDF: &str = "public/downloads/manual.pdf";
const PICTURE: &str = "public/downloads/pictures/manual.png";

/// A small whole guide with one PDF, built.
fn built() -> Folder {
    let folder = Folder::new();
    folder.lay(&fixtures().join("lint/pdf-template/common"));
    build(&folder, &[]);
    folder
}

/// Builds it again; gives how many files were written.
#[track_caller]
fn build(folder: &Folder, arguments: &[&str]) -> String {
    let run = folder.run(&[&["build", "--format", "short"], arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let (_, rest) = run.stdout.split_once('(').expect("a count");
    rest.split(')').next().unwrap_or_default().to_owned()
}

fn sum(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Puts a mark into the PDF, and into `build.json` as if the program had written it so: gone, it was set again.
fn mark(folder: &Folder) -> Vec<u8> {
    let pdf = folder.read(PDF);
    let marked = [pdf.as_slice(), b"% marked\n"].concat();
    folder
        .write(PDF, &marked)
        .replace("public/build.json", &sum(&pdf), &sum(&marked));
    marked
}

/// `build.json`.
fn list(folder: &Folder) -> Value {
    serde_json::from_slice(&folder.read("public/build.json")).expect("JSON")
}

#[test]
fn what_did_not_change_is_not_set_again() {
    let folder = built();
    let marked = mark(&folder);
    build(&folder, &[]);
    assert_eq!(build(&folder, &[]), "0 written, 0 removed");
    assert!(folder.read(PDF) == marked, "it was set again");
    folder.write("theme/css/ours.css", "p { margin: 0 }");
    assert_eq!(build(&folder, &[]), "2 written, 0 removed");
    assert!(
        folder.read(PDF) == marked,
        "a style of pages had it set again"
    );
}

#[test]
fn what_changed_is_set_again() {
    type Change = fn(&Folder) -> &Folder;
    let changes: [(&str, Change); 4] = [
        ("the template", |folder| {
            folder.replace(TEMPLATE, "\n", "\n\n")
        }),
        ("a fact", |folder| {
            folder.replace("data/sources.yaml", "ちらし", "チラシ")
        }),
        ("the day of the edition", |folder| {
            folder.replace("guide.yaml", "edition: 2026-11-23", "edition: 2026-11-24")
        }),
        ("a font", |folder| {
            let font = concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/theme/fonts/NotoSansJP-Bold.ttf"
            );
            folder.write(
                "theme/fonts/other.ttf",
                fs::read(font).expect("the font is there"),
            )
        }),
    ];
    for (name, change) in changes {
        let folder = built();
        let marked = mark(&folder);
        change(&folder);
        build(&folder, &[]);
        assert!(folder.read(PDF) != marked, "{name} changed nothing");
    }
}

#[test]
fn a_pdf_that_somebody_changed_or_removed_is_put_right() {
    let folder = built();
    let good = folder.files("public");
    folder.write(PDF, "mine");
    assert_eq!(build(&folder, &[]), "1 written, 0 removed");
    fs::remove_file(folder.path().join(PICTURE)).expect("it was there");
    assert_eq!(build(&folder, &[]), "1 written, 0 removed");
    assert!(folder.files("public") == good);
}

#[test]
fn a_guide_of_an_earlier_program_is_built_over() {
    let folder = built();
    let good = folder.files("public");
    let mut list = list(&folder);
    let documents = list.as_object_mut().expect("a mapping").remove("documents");
    assert!(documents.is_some());
    folder.write("public/build.json", list.to_string());
    assert_eq!(build(&folder, &[]), "1 written, 0 removed");
    assert!(folder.files("public") == good);
}

#[test]
fn without_pdfs_pages_say_so_and_no_link_is_broken() {
    let files = shipped().files("public");
    assert!(!files.keys().any(|path| has_suffix(path, "pdf")));
    for (language, words) in [
        ("ja", "PDFを付けずに作られています"),
        ("en", "was made without its PDFs"),
    ] {
        let page = shipped().text(format!("public/{language}/downloads.html"));
        let links = page.split("href=\"../downloads/").skip(1);
        let mut files = links.filter_map(|link| link.split('"').next());
        assert!(page.contains(words), "{page}");
        assert!(!files.any(|file| has_suffix(file, "pdf")), "{page}");
        assert!(page.contains("id=\"manual-ja\""), "{page}");
        let page = shipped_with_pdfs().text(format!("public/{language}/downloads.html"));
        assert!(!page.contains(words));
    }
    let folder = built();
    assert!(folder.path().join(PDF).exists());
    assert_eq!(build(&folder, &["--no-pdf"]), "1 written, 2 removed");
    assert!(!folder.path().join("public/downloads").exists());
}

#[test]
fn check_finds_what_shows_on_paper_alone() {
    let folder = built();
    folder.replace(TEMPLATE, "words.t.menu", "words.t.menuu");
    for (arguments, code) in [
        (&["check"][..], 1),
        (&["build"], 1),
        (&["check", "--no-pdf"], 0),
        (&["build", "--no-pdf", "--out", "pages"], 0),
    ] {
        assert_eq!(folder.run(arguments).code, Some(code), "{arguments:?}");
    }
    assert!(folder.path().join(PDF).exists(), "the last guide stands");
}

#[test]
fn a_fault_that_stops_many_documents_is_said_once() {
    let folder = built();
    let more = (1..=6).fold(String::new(), |text, n| {
        text + &format!(
            "- {{id: more-{n}, name: {{ja: 冊子{n}, en: Booklet}}, purpose: {{ja: 読みます。, en: To be read.}}, languages: [ja]}}\n"
        )
    });
    let own = folder.text("data/manuals.yaml");
    folder.write("data/manuals.yaml", own + &more).replace(
        TEMPLATE,
        "words.t.menu",
        "words.t.menuu",
    );
    for (lang, words) in [
        ("en", "(`manual.pdf` and 6 more)"),
        ("ja", "（`manual.pdf` ほか6件）"),
    ] {
        let said = folder
            .run(&["check", "--format", "short", "--lang", lang])
            .stdout;
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn every_pdf_is_offered_with_what_tells_it_from_others() {
    let folder = shipped_with_pdfs();
    let documents = list(folder)["documents"]
        .as_array()
        .expect("a list")
        .clone();
    assert!(documents.len() >= 3);
    let pages =
        ["ja", "en"].map(|language| folder.text(format!("public/{language}/downloads.html")));
    for document in &documents {
        let text = |key: &str| document[key].as_str().expect("a text").to_owned();
        let (path, picture) = (text("path"), text("picture"));
        let pdf = folder.read(format!("public/{path}"));
        let png = folder.read(format!("public/{picture}"));
        assert!(png.len() <= 6 * 1024, "{picture}: {} bytes", png.len());
        for (page, count) in pages.iter().zip(["ページ", " page"]) {
            for part in [
                format!("href=\"../{path}\" type=\"application/pdf\""),
                format!("<img src=\"../{picture}\" width=\""),
                format!("{}{count}", document["pages"]),
                sum(&pdf),
            ] {
                assert!(page.contains(&part), "{path}: no {part}");
            }
        }
    }
}

#[test]
fn the_manual_in_the_language_of_the_page_comes_first() {
    let first = |language: &str| {
        let page = shipped().text(format!("public/{language}/downloads.html"));
        let manuals = ["manual-ja", "manual-en", "manual-ja-en"];
        let at = |id: &&str| page.find(&format!("id=\"{id}\"")).expect("it is there");
        manuals.into_iter().min_by_key(at)
    };
    assert_eq!(first("ja"), Some("manual-ja"));
    assert_eq!(first("en"), Some("manual-en"));
}
