//! Pictures are drawn from facts: they say what the facts say on the day, change with them, and leave out what is left out.

use std::path::Path;

use crate::support::{Folder, Piece, files, pieces, shipped, shipped_as_of};

const REASON: &str = "reason: {ja: 当社のやり方です, en: Our way of doing it}";

/// An organisation's guide with this in one file of its data, built.
#[track_caller]
fn with(kind: &str, records: &str) -> Folder {
    with_pages(kind, records, &[])
}

/// The same, with our pages that name values of these records laid over by such that do not, and without the checklist, which
/// names them too.
#[track_caller]
fn with_pages(kind: &str, records: &str, unnamed: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.write(
        "guide.yaml",
        "title: {ja: 当社の手引き, en: Our guide}\npublisher: {ja: 株式会社テスト, en: Test Ltd.}\n",
    );
    let path = format!("data/{kind}.yaml");
    folder.write(path, records.replace("REASON", REASON));
    for (path, page) in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        let page = String::from_utf8(page).expect("a page is text");
        let reworded = unnamed.iter().fold(page.clone(), |page, record| {
            page.replace(&format!("{{{{ {record}.value }}}}"), "X")
                .replace(&format!("{{{{ {record}.rule }}}}"), "X")
        });
        if reworded != page {
            folder.write(format!("content/{path}"), reworded);
        }
    }
    if !unnamed.is_empty() {
        let hidden = "- id: checklist\n  REASON\n  hidden: true\n";
        folder.write("data/sheets.yaml", hidden.replace("REASON", REASON));
    }
    restamp(&folder);
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    folder
}

/// Says of every translation that it was made from the original as it is.
fn restamp(folder: &Folder) {
    let check = folder
        .run(&["check", "--no-pdf", "--format", "short"])
        .stdout;
    for line in check
        .lines()
        .filter(|line| line.contains("stale-translation"))
    {
        let path = line.split(':').next().unwrap_or_default();
        let hash = line.rsplit("translated_from: ").next().unwrap_or_default();
        let page = folder.text(path);
        let (head, rest) = page.split_once("translated_from: ").expect("a translation");
        let (_, rest) = rest.split_once('\n').expect("front matter");
        folder.write(
            path,
            format!("{head}translated_from: \"{}\"\n{rest}", &hash[..8]),
        );
    }
}

/// The SVG of a picture.
#[track_caller]
fn svg(folder: &Folder, page: &str, id: &str) -> String {
    let html = folder.text(format!("public/{page}.html"));
    let (_, figure) = html
        .split_once(&format!("<figure class=\"drawing\" id=\"{id}\">"))
        .unwrap_or_else(|| panic!("{page} has no picture {id}"));
    let (figure, _) = figure.split_once("</figure>").expect("the figure ends");
    let (_, svg) = figure.split_once("<svg").unwrap_or_default();
    format!("<svg{svg}")
}

/// The words of an element of a picture: `text` for what is drawn, `desc` for those who do not see it.
fn words(svg: &str, element: &str) -> String {
    let mut inside = false;
    let mut words = String::new();
    for piece in pieces(svg) {
        match piece {
            Piece::Open(name, _) if name == element => inside = true,
            Piece::Close(name) if name == element => {
                inside = false;
                words.push('\n');
            }
            Piece::Text(text) if inside => words.push_str(text),
            _ => {}
        }
    }
    words
}

/// What a reader sees in a picture.
#[track_caller]
fn drawn(folder: &Folder, page: &str, id: &str) -> String {
    words(&svg(folder, page, id), "text")
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

/// Width and height of the rectangles of a picture.
fn rectangles(svg: &str) -> Vec<(f64, f64)> {
    let side = |attributes: &[(&str, &str)], name: &str| {
        let value = attributes.iter().find(|(key, _)| *key == name);
        value.and_then(|(_, value)| value.parse::<f64>().ok())
    };
    pieces(svg)
        .iter()
        .filter_map(|piece| match piece {
            Piece::Open("rect", attributes) => {
                Some((side(attributes, "width")?, side(attributes, "height")?))
            }
            _ => None,
        })
        .collect()
}

const PICTURES: [(&str, &str); 5] = [
    ("deadlines", "timeline"),
    ("prepare/photo", "photo-measures"),
    ("receive/mail", "envelope"),
    ("who/index", "who-may-file"),
    ("apply/after", "mail-order"),
];

#[test]
fn every_picture_says_all_its_words_to_those_who_do_not_see_it_too() {
    for (page, id) in PICTURES {
        for language in ["ja", "en"] {
            let svg = svg(shipped(), &format!("{language}/{page}"), id);
            let title = words(&svg, "title");
            assert!(title.trim().len() > 5, "{language} {id}: {title}");
            let desc = words(&svg, "desc").replace(char::is_whitespace, "");
            for line in words(&svg, "text").lines() {
                let line = line.replace(char::is_whitespace, "");
                // The sign of what is only likely stands beside its word.
                assert!(
                    line == "?" || desc.contains(&line),
                    "{language} {id}: {line}"
                );
            }
            assert!(svg.contains("role=\"img\"") && !svg.contains(" style="));
        }
    }
}

#[test]
fn the_time_line_has_its_days_in_order_with_the_limits_of_the_data() {
    says_in_order(
        &drawn(shipped(), "ja/deadlines", "timeline"),
        &[
            "準備",
            "満了日の3か月前",
            "オンライン",
            "満了日の前日",
            "オンラインで申請できる最後の日",
            "満了日\n",
            "窓口だけ",
            "待つ",
            "特例期間",
            "満了日から2か月",
            "終わり",
        ],
    );
    says_in_order(
        &drawn(shipped(), "en/deadlines", "timeline"),
        &[
            "3 months before expiry",
            "The day before expiry",
            "The day of expiry",
            "Counter only",
            "2 months after expiry",
        ],
    );
}

#[test]
fn the_time_line_follows_the_data() {
    let folder = with(
        "deadlines",
        "- id: extension-start\n  REASON\n  value: [{value: {duration: 5 months}}]\n\
         - id: last-day\n  REASON\n  value: [{value: {words: {ja: 満了日の2日前, en: two days before expiry}}}]\n",
    );
    let words = drawn(&folder, "ja/deadlines", "timeline");
    says_in_order(&words, &["満了日の5か月前", "満了日の2日前"]);
    assert!(!words.contains("前日"), "{words}");
    let words = drawn(&folder, "en/deadlines", "timeline");
    says_in_order(&words, &["5 months before", "Two days before"]);
}

#[test]
fn what_is_left_out_is_no_day_of_the_time_line() {
    let hidden = "- id: special-period\n  REASON\n  hidden: true\n";
    let folder = with_pages("deadlines", hidden, &["deadlines.special-period"]);
    for (language, nots) in [
        ("ja", ["特例期間", "2か月"]),
        ("en", ["special period", "2 months"]),
    ] {
        let words = drawn(&folder, &format!("{language}/deadlines"), "timeline");
        for not in nots {
            assert!(!words.contains(not), "{words}");
        }
    }
}

#[test]
fn an_organisation_adds_a_day_to_the_time_line() {
    let folder = with(
        "drawings",
        "- id: timeline\n  REASON\n  marks:\n    - id: to-us\n      label: {ja: 当社に知らせる日, en: The day to tell us}\n\
         \x20     text: {ja: 総務に書類を渡す, en: Hand the papers to us}\n      tone: prepare\n",
    );
    let words = drawn(&folder, "ja/deadlines", "timeline");
    assert!(
        words.contains("当社に知らせる日") && words.contains("満了日の3か月前"),
        "{words}"
    );
}

#[test]
fn the_photo_has_the_ratio_of_the_data() {
    let has_frame = |svg: &str, ratio: f64| {
        rectangles(svg)
            .iter()
            .any(|(width, height)| *height > 100.0 && (height / width - ratio).abs() < 0.01)
    };
    let picture = svg(shipped(), "ja/prepare/photo", "photo-measures");
    assert!(has_frame(&picture, 4.0 / 3.0), "{:?}", rectangles(&picture));
    says_in_order(&words(&picture, "text"), &["縦 4\n", "横 3\n"]);
    let wide = with(
        "photo",
        "- id: ratio\n  REASON\n  value: [{value: {ratio: \"5:8\"}}]\n",
    );
    let picture = svg(&wide, "en/prepare/photo", "photo-measures");
    let frame = rectangles(&picture);
    assert!(
        frame
            .iter()
            .any(|(width, height)| *width > 150.0 && (height / width - 0.625).abs() < 0.01),
        "{frame:?}"
    );
    let words = words(&picture, "text");
    says_in_order(&words, &["5 high\n", "8 wide\n"]);
    // The notes go below a photo that leaves no room beside it.
    assert!(words.contains("No hat"), "{words}");
}

#[test]
fn the_photo_says_the_limit_of_the_day_and_what_is_not_confirmed() {
    let article = shipped_as_of("2025-12-15");
    let before = drawn(&article, "ja/prepare/photo", "photo-measures");
    assert!(before.contains("写真だけの上限：50KB\n"), "{before}");
    let now = drawn(shipped(), "ja/prepare/photo", "photo-measures");
    assert!(now.contains("写真だけの上限：不明（未確認）"), "{now}");
    for words in [before, now] {
        says_in_order(&words, &["ピントが合い", "4:3", "6か月以内", "jpg、jpeg"]);
    }
    let folder = with(
        "photo",
        "- id: no-hat\n  REASON\n  confidence: unverified\n- id: sharp\n  REASON\n  hidden: true\n",
    );
    let words = drawn(&folder, "en/prepare/photo", "photo-measures");
    assert!(
        words
            .replace('\n', " ")
            .contains("straight ahead (not confirmed)"),
        "{words}"
    );
    assert!(!words.contains("focus"), "{words}");
}

#[test]
fn without_a_ratio_there_is_no_photo_and_the_page_says_so() {
    let hidden = "- id: ratio\n  REASON\n  hidden: true\n";
    let folder = with_pages("photo", hidden, &["photo.ratio"]);
    let html = folder.text("public/ja/prepare/photo.html");
    let (_, figure) = html
        .split_once("id=\"photo-measures\"")
        .expect("the anchor stays");
    let (figure, _) = figure.split_once("</figure>").expect("it ends");
    assert!(
        !figure.contains("<svg") && figure.contains("載せていません"),
        "{figure}"
    );
}

#[test]
fn the_envelope_shows_what_goes_in_for_each_day_of_receipt() {
    let article = shipped_as_of("2025-12-15");
    for folder in [&article, shipped()] {
        let words = drawn(folder, "ja/receive/mail", "envelope");
        says_in_order(
            &words,
            &[
                "2026年9月30日までに受け付けられた申請",
                "手数料納付書",
                "入れる",
                "2026年10月1日以後に受け付けられた申請",
                "在留カード",
                "見込み",
                "手数料納付書",
                "入れない",
                "見込み",
                "未確認",
                "〒135-0064",
                "東京都江東区青海2-7-11",
                "おだいば分室内",
                "宛先は、審査完了メールのものが優先",
                "どの申請でも入れないもの",
                "旅券",
                "マイナンバーカード",
            ],
        );
    }
    let english = svg(shipped(), "en/receive/mail", "envelope");
    assert!(english.contains("lang=\"ja\""), "the address is Japanese");
    says_in_order(
        &words(&english, "text"),
        &[
            "30 September 2026",
            "1 October 2026",
            "likely",
            "not this",
            "東京都江東区青海2-7-11",
        ],
    );
}

#[test]
fn the_envelope_follows_the_data() {
    let folder = with(
        "mailing",
        "- id: fee-form\n  REASON\n  hidden: true\n\
         - id: old-card\n  REASON\n  enclosed: [{until: 2026-09-30, value: \"no\"}, {from: 2026-10-01, value: \"yes\"}]\n\
         - id: odaiba\n  REASON\n  address: {postal_code: 100-0001, lines: [試験町1-2-3], addressee: 試験係}\n",
    );
    let words = drawn(&folder, "ja/receive/mail", "envelope");
    assert!(!words.contains("手数料納付書"), "{words}");
    says_in_order(
        &words,
        &[
            "9月30日まで",
            "在留カード",
            "入れない",
            "指定書",
            "10月1日以後",
            "在留カード",
            "入れる",
            "〒100-0001",
            "試験町1-2-3",
            "試験係",
        ],
    );
}

#[test]
fn filers_stand_under_the_way_they_log_in() {
    let words = drawn(shipped(), "ja/who/index", "who-may-file");
    says_in_order(
        &words,
        &[
            "利用者IDとパスワード",
            "所属機関の職員",
            "書類を書ける",
            "弁護士・行政書士",
            "公益法人の職員",
            "出すだけ（取次ぎ）",
            "登録支援機関の職員",
            "出すだけ（取次ぎ）",
            "特定技能：条件つき",
            "マイナンバーカード",
            "外国人本人",
            "確認が必要",
            "法定代理人",
            "確認が必要",
            "親族",
            "確認が必要",
        ],
    );
    let folder = with(
        "filers",
        "- id: applicant\n  REASON\n  log_in_with: password\n  ssw_may_file: \"yes\"\n- id: family\n  REASON\n  hidden: true\n",
    );
    let words = drawn(&folder, "ja/who/index", "who-may-file");
    says_in_order(
        &words,
        &[
            "外国人本人",
            "特定技能：出せる",
            "マイナンバーカード",
            "法定代理人",
        ],
    );
    assert!(!words.contains("親族"), "{words}");
}

#[test]
fn mails_stand_in_order_and_the_one_that_proves_is_marked() {
    let words = drawn(shipped(), "ja/apply/after", "mail-order");
    says_in_order(
        &words,
        &[
            "1\n",
            "申込みを受け取った",
            "2\n",
            "申請受付番号の知らせ",
            "申請中の証明になる",
            "外国人本人と利用者の両方",
            "3\n",
            "4\n",
            "5\n",
            "手数料の支払い",
            "2026年10月1日以後",
            "6\n",
            "在留カードなどを送った",
        ],
    );
    assert_eq!(words.matches("証明になる").count(), 1);
    let folder = with(
        "mails",
        "- id: received\n  REASON\n  number: 9\n  proves: true\n- id: more-documents\n  REASON\n  hidden: true\n\
         - id: payment\n  REASON\n  until: 2026-10-31\n",
    );
    let words = drawn(&folder, "en/apply/after", "mail-order");
    // Left out, or over on the day of the guide; numbers have no gap.
    says_in_order(
        &words,
        &[
            "1\n",
            "application number",
            "2\n",
            "examination",
            "3\n",
            "card",
            "4\n",
            "application arrived",
            "Proves",
        ],
    );
    assert!(
        !words.contains("Payment") && !words.contains("more documents"),
        "{words}"
    );
}

#[test]
fn hostile_words_come_out_as_words() {
    const HOSTILE: &str = r#"\</desc>\</svg>\<script>alert(1)\</script>" onload="alert(2)"#;
    let words = format!("{{ja: '{HOSTILE}', en: '{HOSTILE}'}}");
    let folder = with(
        "drawings",
        &format!(
            "- id: timeline\n  REASON\n  name: {words}\n  desc: {words}\n  caption: {words}\n  marks:\n    - id: expiry\n      label: {words}\n      text: {words}\n"
        ),
    );
    for language in ["ja", "en"] {
        let html = folder.text(format!("public/{language}/deadlines.html"));
        let plain = shipped().text(format!("public/{language}/deadlines.html"));
        let count = |html: &str, name: &str| {
            let elements = pieces(html);
            elements
                .iter()
                .filter(|piece| matches!(piece, Piece::Open(found, _) if *found == name))
                .count()
        };
        for element in ["script", "svg", "desc"] {
            assert_eq!(count(&html, element), count(&plain, element), "{element}");
        }
        let loads = |piece: &Piece<'_>| matches!(piece, Piece::Open(_, attributes) if attributes.iter().any(|(name, _)| *name == "onload"));
        assert!(!pieces(&html).iter().any(loads));
        let drawn = self::words(
            &svg(&folder, &format!("{language}/deadlines"), "timeline"),
            "text",
        );
        assert!(
            drawn.replace('\n', "").contains("&lt;script&gt;"),
            "{drawn}"
        );
    }
}

#[test]
fn the_facts_that_a_picture_draws_stand_at_the_foot_of_its_page() {
    let folder = with(
        "drawings",
        "- id: ours\n  type: mails\n  name: {ja: メール, en: Mails}\n  desc: {ja: 順に示します。, en: In order.}\n",
    );
    let page = |more: &str| {
        format!("---\ntitle: 社内\nsummary: 社内の頁\n{more}---\n{{{{ drawings.ours }}}}\n")
    };
    folder.write("content/ja/ours.md", page(""));
    folder.write(
        "content/en/ours.md",
        page("translated_from: \"00000000\"\n"),
    );
    restamp(&folder);
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let html = folder.text("public/ja/ours.html");
    let (_, foot) = html.split_once("id=\"facts\"").expect("the list of facts");
    assert!(foot.contains("手数料の支払いの案内"), "{foot}");
}
