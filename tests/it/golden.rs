//! Two days that stay the same for ever: 2025-12-15, the world of the article that this guide started from, and
//! 2026-11-23, the day of the edition. What is asserted are values in the records that own them, not whole pages.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use regex::Regex;

use crate::support::{Folder, Piece, is_page, pieces, shipped, shipped_as_of, words_of};

/// The edition as seen on the day of the article.
fn article() -> &'static Folder {
    static ARTICLE: LazyLock<Folder> = LazyLock::new(|| shipped_as_of("2025-12-15"));
    &ARTICLE
}

/// The words of a record on a page.
#[track_caller]
fn record(folder: &Folder, page: &str, id: &str) -> String {
    words_of(&folder.text(format!("public/{page}")), id)
}

/// The first value that a record shows: the one of the day. What held before and what comes is folded away below it.
#[track_caller]
fn value(folder: &Folder, page: &str, id: &str) -> String {
    let html = folder.text(format!("public/{page}"));
    let pieces = pieces(&html);
    let has = |piece: &Piece<'_>, name: &str, word: &str| {
        matches!(piece, Piece::Open(_, attributes)
            if attributes.iter().any(|(n, value)| *n == name && value.split(' ').any(|part| part == word)))
    };
    let start = pieces
        .iter()
        .position(|piece| has(piece, "id", id))
        .expect("the record is on the page");
    let value = pieces[start..]
        .iter()
        .position(|piece| has(piece, "class", "value"))
        .expect("the record has a value");
    let words = pieces[start + value..]
        .iter()
        .take_while(|piece| !matches!(piece, Piece::Close("span")));
    words
        .filter_map(|piece| {
            if let Piece::Text(text) = piece {
                Some(*text)
            } else {
                None
            }
        })
        .collect()
}

/// All of it is said, in this order.
#[track_caller]
fn says_in_order(words: &str, parts: &[&str]) {
    let mut rest = words;
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("`{part}` does not follow:\n{words}")
        };
        rest = after;
    }
}

#[test]
fn a_fee_has_two_answers_by_the_day_of_receipt_on_either_day() {
    for folder in [article(), shipped()] {
        for id in ["extension", "change"] {
            let ja = record(folder, "ja/fees.html", id);
            says_in_order(
                &ja,
                &[
                    "オンライン",
                    "2025年4月1日",
                    "2026年9月30日",
                    "5,500円",
                    "2026年10月1日",
                    "65,000円",
                ],
            );
            says_in_order(
                &ja,
                &[
                    "窓口",
                    "2025年4月1日",
                    "2026年9月30日",
                    "6,000円",
                    "2026年10月1日",
                    "75,000円",
                ],
            );
            says_in_order(
                &ja,
                &[
                    "3か月を超え6か月以下",
                    "15,000円",
                    "1年",
                    "27,000円",
                    "3年以上5年未満",
                    "56,000円",
                    "5年以上",
                    "65,000円",
                ],
            );
            let en = record(folder, "en/fees.html", id);
            says_in_order(
                &en,
                &[
                    "1 April 2025",
                    "30 September 2026",
                    "5,500 yen",
                    "1 October 2026",
                    "65,000 yen",
                ],
            );
            assert!(en.contains("15,000") && en.contains("27,000"), "{en}");
        }
    }
}

#[test]
fn no_sum_is_shown_for_what_nobody_knows_before_the_decision() {
    // 27,000 + 330 and the like: fee and charge of the payment service stand side by side, never added up.
    for page in ["ja/fees.html", "en/fees.html"] {
        let html = shipped().text(format!("public/{page}"));
        for sum in [
            "10,330", "15,330", "21,330", "27,330", "42,330", "56,550", "65,550", "3,720", "6,720",
        ] {
            assert!(!html.contains(sum), "{page} shows {sum}");
        }
    }
}

#[test]
fn re_entry_is_by_kind_of_permit_on_either_day() {
    for folder in [article(), shipped()] {
        for (id, online, counter) in [
            ("re-entry-single", "3,500", "4,000"),
            ("re-entry-multiple", "6,500", "7,000"),
        ] {
            let ja = record(folder, "ja/fees.html", id);
            says_in_order(
                &ja,
                &[
                    "オンライン",
                    "窓口",
                    "2026年9月30日までに受付",
                    &format!("{online}円"),
                    &format!("{counter}円"),
                    "2026年10月1日以後に受付",
                    &format!("{online}円"),
                    &format!("{counter}円"),
                ],
            );
            assert!(record(folder, "en/fees.html", id).contains(&format!("{online} yen")));
        }
    }
}

#[test]
fn the_article_saw_the_old_system() {
    for (page, id, ja, en) in [
        ("prepare/account.html", "user-id", "1年", "1 year"),
        ("prepare/account.html", "password", "1年", "1 year"),
        ("prepare/photo.html", "file-size", "50KB", "50KB"),
        ("prepare/photo.html", "ratio", "4:3", "4:3"),
        ("prepare/pdf-files.html", "total-size", "10MB", "10MB"),
        ("prepare/pdf-files.html", "count", "1", "1"),
        (
            "prepare/browser.html",
            "host",
            "www.ras-immi.moj.go.jp",
            "www.ras-immi.moj.go.jp",
        ),
    ] {
        assert_eq!(
            value(article(), &format!("ja/{page}"), id),
            ja,
            "{page}#{id}"
        );
        assert_eq!(
            value(article(), &format!("en/{page}"), id),
            en,
            "{page}#{id}"
        );
    }
}

#[test]
fn the_edition_sees_the_new_system() {
    for (page, id, ja, en) in [
        ("prepare/account.html", "user-id", "3年", "3 years"),
        ("prepare/account.html", "password", "不明", "not known"),
        ("prepare/photo.html", "file-size", "不明", "not known"),
        ("prepare/photo.html", "ratio", "4:3", "4:3"),
        ("prepare/pdf-files.html", "total-size", "25MB", "25MB"),
        ("prepare/pdf-files.html", "count", "20", "20"),
        (
            "prepare/browser.html",
            "host",
            "www.rasens-immi.moj.go.jp",
            "www.rasens-immi.moj.go.jp",
        ),
    ] {
        assert_eq!(
            value(shipped(), &format!("ja/{page}"), id),
            ja,
            "{page}#{id}"
        );
        assert_eq!(
            value(shipped(), &format!("en/{page}"), id),
            en,
            "{page}#{id}"
        );
    }
}

#[test]
fn what_held_before_and_what_comes_stand_beside_it() {
    says_in_order(
        &record(article(), "ja/prepare/account.html", "user-id"),
        &["1年", "2026年1月4日", "2026年1月5日", "3年"],
    );
    says_in_order(
        &record(shipped(), "ja/prepare/account.html", "user-id"),
        &["3年", "2026年1月5日", "2026年1月4日", "1年"],
    );
    says_in_order(
        &record(article(), "ja/prepare/pdf-files.html", "total-size"),
        &["10MB", "2026年1月4日", "2026年1月5日", "25MB"],
    );
    says_in_order(
        &record(shipped(), "en/prepare/pdf-files.html", "total-size"),
        &["25MB", "5 January 2026", "4 January 2026", "10MB"],
    );
}

#[test]
fn the_outage_is_ahead_of_the_article_and_behind_the_edition() {
    for folder in [article(), shipped()] {
        says_in_order(
            &record(folder, "ja/outages.html", "2025-12-28"),
            &["2025年12月28日（日）23:30", "2026年1月5日（月）09:00"],
        );
        let en = record(folder, "en/outages.html", "2025-12-28");
        says_in_order(
            &en,
            &[
                "28 December 2025, 23:30 (Japan time)",
                "5 January 2026, 09:00 (Japan time)",
            ],
        );
        let html = folder.text("public/ja/outages.html");
        assert!(
            html.contains("datetime=\"2025-12-28T23:30:00+09:00\"")
                && html.contains("datetime=\"2026-01-05T09:00:00+09:00\"")
        );
    }
    assert!(record(article(), "ja/outages.html", "2025-12-28").contains("予定"));
    assert!(!record(shipped(), "ja/outages.html", "2025-12-28").contains("予定"));
    assert!(record(article(), "en/outages.html", "2025-12-28").contains("planned"));
    assert!(!record(shipped(), "en/outages.html", "2025-12-28").contains("planned"));
}

#[test]
fn values_change_on_the_very_day() {
    let before = shipped_as_of("2026-01-04");
    let after = shipped_as_of("2026-01-05");
    assert_eq!(value(&before, "ja/prepare/account.html", "user-id"), "1年");
    assert_eq!(value(&after, "ja/prepare/account.html", "user-id"), "3年");
    assert_eq!(
        value(&before, "ja/prepare/pdf-files.html", "total-size"),
        "10MB"
    );
    assert_eq!(
        value(&after, "ja/prepare/pdf-files.html", "total-size"),
        "25MB"
    );
}

#[test]
fn the_words_of_the_pages_follow_the_day_too() {
    let section = |folder: &Folder| {
        let html = folder.text("public/ja/prepare/pdf-files.html");
        html.split_once("id=\"add-up\"")
            .expect("the section is there")
            .1
            .to_owned()
    };
    assert!(section(article()).contains("10MB"));
    assert!(section(shipped()).contains("25MB") && !section(shipped()).contains("10MBまで"));
}

#[test]
fn pages_say_from_which_day_they_are_seen() {
    assert!(
        article()
            .text("public/ja/fees.html")
            .contains("2025年12月15日")
    );
    assert!(
        article()
            .text("public/en/fees.html")
            .contains("15 December 2025")
    );
    assert!(
        shipped()
            .text("public/ja/fees.html")
            .contains("2026年11月23日")
    );
}

#[test]
fn both_days_have_the_same_pages_and_anchors() {
    let anchor = Regex::new(r#" id="([^"]+)""#).expect("a pattern");
    let (then, now) = (article().files("public"), shipped().files("public"));
    assert_eq!(
        then.keys().collect::<Vec<_>>(),
        now.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in then.iter().filter(|(path, _)| is_page(path)) {
        let anchors = |bytes: &[u8]| -> Vec<String> {
            let html = String::from_utf8_lossy(bytes);
            let mut ids: Vec<String> = anchor
                .captures_iter(&html)
                .map(|found| found[1].to_owned())
                .collect();
            ids.sort();
            ids
        };
        assert_eq!(anchors(bytes), anchors(&now[path]), "{path}");
    }
}

#[test]
fn languages_have_the_same_anchors() {
    let anchor = Regex::new(r#" id="([^"]+)""#).expect("a pattern");
    let files = shipped().files("public");
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("ja/")) {
        let other = &files[&path.replacen("ja/", "en/", 1)];
        // In any order: the manuals begin with that in the language of the page.
        let anchors = |bytes: &[u8]| -> BTreeSet<String> {
            anchor
                .captures_iter(&String::from_utf8_lossy(bytes))
                .map(|found| found[1].to_owned())
                .collect()
        };
        assert_eq!(anchors(bytes), anchors(other), "{path}");
    }
}

#[test]
fn the_facts_have_a_first_day() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("guide")).expect("a folder can be made");
    let run = folder.run(&[
        "build",
        "--no-pdf",
        "--guide",
        "guide",
        "--as-of",
        "2025-03-31",
    ]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("2025-04-01"), "{}", run.stderr);
    assert!(!folder.path().join("public").exists());
    assert_eq!(
        folder
            .run(&[
                "check",
                "--no-pdf",
                "--guide",
                "guide",
                "--as-of",
                "2025-04-01"
            ])
            .code,
        Some(0)
    );
}

#[test]
fn every_day_of_the_guide_has_a_value_for_every_fact() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("guide")).expect("a folder can be made");
    for day in [
        "2025-09-29",
        "2025-12-28",
        "2025-12-31",
        "2026-01-01",
        "2026-09-30",
        "2026-10-01",
        "2027-01-01",
        "2030-01-01",
    ] {
        let run = folder.run(&[
            "check", "--no-pdf", "--guide", "guide", "--format", "short", "--as-of", day,
        ]);
        assert_eq!(run.code, Some(0), "{day}: {}", run.stdout);
    }
}

#[test]
fn sources_of_a_single_period_stand_behind_the_fact_too() {
    // The amount by stamp has sources of its own, the agency's leaflet among them.
    let html = shipped().text("public/en/fees.html");
    let facts = html.split("id=\"facts\"").nth(1).expect("the facts used");
    let row = facts
        .split("<tr>")
        .find(|row| row.contains("Extension of period of stay"))
        .expect("the fee has a row");
    assert!(
        row.contains("https://www.moj.go.jp/isa/content/001431802.pdf"),
        "{row}"
    );
}
