//! `typed-figure`: amounts, sizes, telephone numbers, full dates and addresses come from the data.

use std::sync::LazyLock;

use regex::{Match, Regex};

use super::Context;
use super::context::Nature;
use super::words::own_words;
use crate::diagnostic::{Finding, Findings};

/// What counts as typed by hand: pattern, Japanese and English name.
static FIGURES: LazyLock<Vec<(Regex, &str, &str)>> = LazyLock::new(|| {
    let digit = "[0-9０-９]";
    let digits = format!("{digit}(?:[0-9０-９,，.]*{digit})?");
    let months =
        "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    let hyphen = "[-‐－−]";
    let patterns = [
        (
            format!(
                r"{digits}\s*[万千]?(?:円|(?i:yen|jpy))|[¥￥]\s*{digits}|(?i:jpy|yen)\s*{digits}"
            ),
            "金額",
            "an amount",
        ),
        (
            format!(r"{digits}\s*(?:(?i:[kmg]i?b|megabytes?|kilobytes?)|キロバイト|メガバイト)"),
            "ファイルの大きさ",
            "a file size",
        ),
        (
            format!(
                r"(?:\+81[- ]?|[0０]){digit}{{1,4}}(?:{hyphen}|[ (（]){digit}{{1,4}}(?:{hyphen}|[ )）]){digit}{{3,4}}|[0０]{digit}{{3}}{hyphen}{digit}{{6}}"
            ),
            "電話番号",
            "a telephone number",
        ),
        (
            format!(
                r"(?:{digit}{{4}}|令和\s*(?:{digit}+|元))\s*年\s*{digit}{{1,2}}\s*月\s*{digit}{{1,2}}\s*日"
            ),
            "日付",
            "a date",
        ),
        (
            format!(r"[12]{digit}{{3}}[-/.]{digit}{{1,2}}[-/.]{digit}{{1,2}}"),
            "日付",
            "a date",
        ),
        (
            format!(
                r"{digit}{{1,2}}(?:st|nd|rd|th)?\s+{months}\s+{digit}{{4}}|{months}\s+{digit}{{1,2}}(?:st|nd|rd|th)?,?\s+{digit}{{4}}"
            ),
            "日付",
            "a date",
        ),
        (
            r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+".to_owned(),
            "メールアドレス",
            "a mail address",
        ),
        (
            format!(r"〒\s*{digit}{{3}}(?:{hyphen}{digit}{{4}})?"),
            "郵便番号",
            "a postal code",
        ),
    ];
    patterns
        .into_iter()
        .filter_map(|(pattern, ja, en)| Some((Regex::new(&pattern).ok()?, ja, en)))
        .collect()
});

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        own_words(passage, |words, start, block| {
            for (figure, ja, en) in figures(words) {
                let bytes = block.bytes(&(start + figure.start()..start + figure.end()));
                let text = figure.as_str();
                let finding = Finding::error(
                    "typed-figure",
                    passage.place(context.files, &bytes),
                    format!("{ja}「{text}」が手で書かれています"),
                    format!("`{text}` is {en} typed by hand"),
                );
                findings.push(match passage.nature {
                    Nature::Plain => finding.remedy(
                        "題・要約・画面の言葉では参照を使えません。省くか、数字を使わずに言い換えてください",
                        "titles, summaries and words of the interface take no references: leave it out, or say it in words",
                    ),
                    _ => finding.remedy(
                        "データに書き、`{{ … }}` で参照してください",
                        "put it into the data and refer to it with `{{ … }}`",
                    ),
                });
            }
        });
    }
}

/// Every figure in a run of words, with its Japanese and English name.
fn figures(words: &str) -> impl Iterator<Item = (Match<'_>, &'static str, &'static str)> {
    FIGURES.iter().flat_map(move |(pattern, ja, en)| {
        let found = pattern.find_iter(words);
        let whole = found.filter(move |figure| stands_alone(words, figure));
        whole.map(|figure| (figure, *ja, *en))
    })
}

/// Is it not a part of a longer number or word? `\b` cannot say that: to it, the Japanese letters around are of the same word.
fn stands_alone(words: &str, figure: &Match<'_>) -> bool {
    let is_part =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '０'..='９'));
    let text = figure.as_str();
    let before = words.get(..figure.start()).unwrap_or_default();
    let after = words.get(figure.end()..).unwrap_or_default();
    !(is_part(text.chars().next()) && is_part(before.chars().next_back())
        || is_part(text.chars().next_back()) && is_part(after.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        figures(text).map(|(figure, ..)| figure.as_str()).collect()
    }

    #[test]
    fn every_pattern_compiles_and_finds_its_own() {
        assert_eq!(FIGURES.len(), 8);
        for text in [
            "1,234円",
            "５５００円",
            "2万円",
            "1234 yen",
            "¥1234",
            "25MB",
            "50 kb",
            "050-1234-5678",
            "０５０－１２３４－５６７８",
            "0570-123456",
            "2026年1月5日",
            "令和8年1月5日",
            "２０２６年１月５日",
            "2026-01-05",
            "5 January 2026",
            "January 5, 2026",
            "a@b.jp",
            "〒135-0064",
        ] {
            assert_eq!(found(text), [text]);
            assert_eq!(found(&format!("写真は{text}まで")), [text]);
        }
    }

    #[test]
    fn punctuation_is_no_part_of_a_figure() {
        assert_eq!(found("not ¥6500, nor a@b.jp."), ["¥6500", "a@b.jp"]);
        assert_eq!(found("受付は2026/10/1です"), ["2026/10/1"]);
    }

    #[test]
    fn what_is_no_figure_is_left_alone() {
        for text in [
            "2026年1月",
            "3か月",
            "20ファイル",
            "4:3",
            "E-04",
            "A4",
            "in January 2026",
            "1級",
            "0から始まる",
            "12026-10-011",
            "5 KBytes",
            "x2026-10-01",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
