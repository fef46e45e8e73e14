//! `typed-figure`: amounts, sizes, telephone numbers, full dates and hosts of the system come from the data.

use std::sync::LazyLock;

use regex::Regex;

use super::Context;
use super::words::own_words;
use crate::diagnostic::{Finding, Findings};

/// What counts as typed by hand: pattern, Japanese and English name.
static FIGURES: LazyLock<Vec<(Regex, &str, &str)>> = LazyLock::new(|| {
    let digits = "[0-9０-９][0-9０-９,，.]*";
    let months =
        "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    let patterns = [
        (format!(r"{digits}\s*(?:円|yen\b|JPY\b)|[¥￥]\s*{digits}|(?:JPY|yen)\s+{digits}|{digits}万円"), "金額", "an amount"),
        (format!(r"{digits}\s*(?i:[kmg]i?b\b|キロバイト|メガバイト|megabytes?|kilobytes?)"), "ファイルの大きさ", "a file size"),
        (r"(?:\+81[- ]?|\b0)[0-9]{1,4}[-‐－ (][0-9]{1,4}[-‐－ )][0-9]{3,4}\b|\b0[0-9]{3}-[0-9]{6}\b".to_owned(), "電話番号", "a telephone number"),
        (r"(?:[0-9]{4}|令和\s*(?:[0-9]+|元))\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日".to_owned(), "日付", "a date"),
        (r"\b[12][0-9]{3}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\b".to_owned(), "日付", "a date"),
        (format!(r"\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+{months}\s+[0-9]{{4}}|{months}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}}"), "日付", "a date"),
        (r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+".to_owned(), "メールアドレス", "a mail address"),
        (r"〒\s*[0-9]{3}".to_owned(), "郵便番号", "a postal code"),
    ];
    patterns
        .into_iter()
        .filter_map(|(pattern, ja, en)| Some((Regex::new(&pattern).ok()?, ja, en)))
        .collect()
});

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        own_words(passage, |words, range| {
            for (pattern, ja, en) in FIGURES.iter() {
                for figure in pattern.find_iter(words) {
                    let place = passage.place(
                        context.files,
                        &(range.start + figure.start()..range.start + figure.end()),
                    );
                    let text = figure.as_str();
                    findings.push(
                        Finding::error(
                            "typed-figure",
                            place,
                            format!("{ja}「{text}」が手で書かれています"),
                            format!("`{text}` is {en} typed by hand"),
                        )
                        .remedy(
                            "データに書き、`{{ … }}` で参照してください",
                            "put it into the data and refer to it with `{{ … }}`",
                        ),
                    );
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles_and_finds_its_own() {
        assert_eq!(FIGURES.len(), 8);
        let found = |text: &str| FIGURES.iter().any(|(pattern, ..)| pattern.is_match(text));
        for text in [
            "5,500円",
            "５５００円",
            "5500 yen",
            "¥5500",
            "25MB",
            "50 kb",
            "050-1234-5678",
            "0570-123456",
            "2026年1月5日",
            "令和8年1月5日",
            "2026-01-05",
            "5 January 2026",
            "January 5, 2026",
            "a@b.jp",
            "〒135",
        ] {
            assert!(found(text), "{text}");
        }
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
        ] {
            assert!(!found(text), "{text}");
        }
    }
}
