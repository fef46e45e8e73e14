//! The steps of the walk-through on its pages, and the start page.

use crate::support::shipped;

/// The steps as a page shows them, if it does.
fn spine(html: &str) -> Option<&str> {
    let (_, rest) = html.split_once("<nav class=\"spine\"")?;
    rest.split_once("</nav>").map(|(spine, _)| spine)
}

#[test]
fn a_page_of_the_walk_through_shows_all_steps_and_opens_its_own() {
    let html = shipped().text("public/ja/prepare/photo.html");
    let spine = spine(&html).expect("the page has steps");
    assert_eq!(spine.matches("<span class=\"number\">").count(), 8);
    assert!(spine.contains("段階 4/8"), "{spine}");
    assert_eq!(spine.matches("aria-current=\"step\"").count(), 1);
    assert_eq!(spine.matches("<details open>").count(), 1);
    assert_eq!(spine.matches("aria-current=\"page\"").count(), 1);
    let (_, current) = spine.split_once("aria-current=\"step\"").expect("one");
    for words in [
        "写真・資料",
        "一人ずつ申請する",
        "または",
        "まとめて申請する",
    ] {
        assert!(current.contains(words), "{words} is not in\n{current}");
    }
}

#[test]
fn a_page_of_several_steps_names_the_first_and_the_last() {
    let html = shipped().text("public/en/apply/single.html");
    let spine = spine(&html).expect("the page has steps");
    assert!(spine.contains("Step 2 – 5 of 8"), "{spine}");
    assert_eq!(spine.matches("aria-current=\"step\"").count(), 4);
    let (_, next) = html
        .split_once("<nav class=\"next-step\"")
        .expect("it leads on");
    assert!(next.contains("steps.html#prepare-log-in") && next.contains("steps.html#wait"));
}

#[test]
fn pages_beside_the_way_show_no_steps() {
    for path in ["index", "glossary", "errors/e-01", "procedures/extension"] {
        let html = shipped().text(format!("public/ja/{path}.html"));
        assert_eq!(spine(&html), None, "{path}");
    }
}

#[test]
fn the_start_page_has_its_doors_and_the_three_newest_changes() {
    let html = shipped().text("public/en/index.html");
    let (_, doors) = html
        .split_once("<section class=\"doors\">")
        .expect("the doors");
    let (doors, rest) = doors.split_once("</section>").expect("their end");
    assert_eq!(doors.matches("<h3").count(), 3);
    let (_, news) = rest.split_once("id=\"newest-changes\"").expect("the news");
    let (news, _) = news.split_once("</section>").expect("their end");
    let days: Vec<&str> = news
        .split("<time datetime=\"")
        .skip(1)
        .map(|day| &day[..10])
        .collect();
    assert_eq!(days[0], "2026-10-01", "{days:?}");
    assert_eq!(news.matches("class=\"title\"").count(), 3);
}
