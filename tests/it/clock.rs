//! What pages carry for the reader's clock: outages that are not over, opening hours, the day of the edition. What a browser
//! makes of it is tested in `tests/browser/clock.test.mjs`.

use std::collections::BTreeMap;

use crate::support::{Folder, is_page, shipped, shipped_as_of};

/// What stands between a tag that begins with `start` and the next `end`.
#[track_caller]
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html
        .split_once(start)
        .unwrap_or_else(|| panic!("there is no {start}"));
    rest.split_once(end).expect("it ends").0
}

/// The notices of a page.
#[track_caller]
fn notices(folder: &Folder, page: &str) -> String {
    let html = folder.text(format!("public/{page}"));
    part(&html, "<div class=\"notices\"", "<div class=\"layout\">").to_owned()
}

/// Words without tags.
fn words(html: &str) -> String {
    let texts = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let words = texts.collect::<String>();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn outages_that_are_over_on_the_day_of_the_guide_are_in_no_notice() {
    for (path, bytes) in shipped().files("public") {
        let html = String::from_utf8_lossy(&bytes);
        assert!(
            !html.contains("data-outage=") && !html.contains("class=\"notice outage\""),
            "{path} speaks of an outage that is over"
        );
    }
    let state = shipped().text("public/ja/outages.html");
    let state = words(part(&state, "<div class=\"outage-state\"", "</div>"));
    assert!(
        state.contains("2026年11月23日の時点で把握している、これからの停止はありません"),
        "{state}"
    );
}

#[test]
fn an_outage_to_come_stands_on_every_page_with_its_dates_and_hidden_from_scripts() {
    let folder = shipped_as_of("2025-12-15");
    let pages: Vec<String> = folder.files("public").into_keys().collect();
    let pages = pages
        .iter()
        .filter(|path| is_page(path) && path.contains('/'));
    for path in pages {
        let notices = notices(&folder, path);
        let section = part(&notices, "<section class=\"notice outage\"", ">");
        assert!(
            section.ends_with(" hidden") && section.contains("data-warning-hours=\"72\""),
            "{path}: {section}"
        );
        let dated = words(part(&notices, "<noscript>", "</noscript>"));
        let wanted = if path.starts_with("ja/") {
            "2025年12月28日（日）23:30から2026年1月5日（月）09:00まで（日本時間）使えません。"
        } else {
            "from Sunday 28 December 2025, 23:30 (Japan time) to Monday 5 January 2026, 09:00 (Japan time)."
        };
        assert!(dated.contains(wanted), "{path}: {dated}");
        for now in ["今は", "until", "now"] {
            assert!(!dated.contains(now), "{path} speaks of now: {dated}");
        }
    }
}

#[test]
fn an_outage_is_there_on_the_day_of_its_end_and_not_on_the_next() {
    for (day, is_there) in [("2026-01-05", true), ("2026-01-06", false)] {
        let folder = shipped_as_of(day);
        let notices = notices(&folder, "en/fees.html");
        assert_eq!(
            notices.contains("data-outage=\"2025-12-28\""),
            is_there,
            "{day}"
        );
        assert_eq!(notices.contains("<noscript>"), is_there, "{day}");
    }
}

#[test]
fn a_copy_knows_its_edition_and_not_the_day_on_which_it_was_made() {
    let folder = shipped_as_of("2025-12-15");
    for folder in [shipped(), &folder] {
        let notices = notices(folder, "ja/fees.html");
        let section = part(&notices, "<section class=\"notice old-copy\"", ">");
        assert!(
            section.contains("data-edition=\"2026-11-23\" data-old-after-days=\"180\" hidden"),
            "{section}"
        );
    }
}

#[test]
fn an_organisation_sets_how_long_ahead_pages_warn() {
    let folder = Folder::new();
    folder.write("guide.yaml", "outage_warning_hours: 24\n");
    let run = folder.run(&[
        "build",
        "--no-pdf",
        "--as-of",
        "2025-12-15",
        "--format",
        "short",
    ]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(notices(&folder, "ja/index.html").contains("data-warning-hours=\"24\""));
}

const DESK: &str = r#"- id: our-desk
  name: {ja: 総務課の窓口, en: General affairs}
  ask: [{ja: 社内のこと, en: Matters of the company}]
  have_ready: [{ja: 社員番号, en: Your staff number}]
  open:
    - {days: [sat], from: "10:00", until: "12:00"}
  closed_each_year: [{from: "08-13", until: "08-15"}]
  source: [article]
  confidence: seen
"#;

#[test]
fn a_desk_carries_its_hours_and_closed_days() {
    let folder = Folder::new();
    folder
        .write("guide.yaml", "outage_warning_hours: 72\n")
        .write("data/contacts.yaml", DESK);
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let html = folder.text("public/en/help.html");
    let desk = |id: &str| {
        part(
            &html,
            &format!("<section class=\"record\" id=\"{id}\">"),
            "</section>",
        )
    };
    let ours = part(desk("our-desk"), "<p class=\"desk-state\"", ">");
    assert!(
        ours.contains("data-openings=\"sat 10:00 12:00;\""),
        "{ours}"
    );
    assert!(
        ours.contains("data-closed-each-year=\"08-13/08-15 \""),
        "{ours}"
    );
    assert!(
        !ours.contains("data-holidays") && !ours.contains("data-unknown"),
        "it is open on holidays: {ours}"
    );
    let help = part(desk("help-desk"), "<p class=\"desk-state\"", ">");
    assert!(
        help.contains("data-closed-each-year=\"12-29/01-03 \""),
        "{help}"
    );
    let centre = part(desk("information-centre"), "<p class=\"desk-state\"", ">");
    assert!(
        centre.contains("data-unknown-each-year=\"12-29/01-03 \""),
        "{centre}"
    );
    assert!(
        !desk("bureau").contains("desk-state"),
        "its hours are not known"
    );
}

/// A year that has one holiday in the data counts as known: it must have all of them. The law names sixteen.
#[test]
fn the_holidays_of_a_year_are_all_there_or_none() {
    let html = shipped().text("public/ja/help.html");
    let mut years: BTreeMap<&str, usize> = BTreeMap::new();
    for day in part(&html, "data-holidays=\"", "\"").split_whitespace() {
        *years.entry(&day[..4]).or_default() += 1;
    }
    assert!(
        !years.is_empty() && years.values().all(|days| *days >= 16),
        "{years:?}"
    );
}
