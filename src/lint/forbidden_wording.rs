//! `forbidden-wording`: no promise of a result, no offer to write documents for pay (Article 19 of the 行政書士法, since
//! 2026-01-01 "under whatever name"), no appearance of being official. It cannot be switched off by an organisation.

use std::sync::LazyLock;

use regex::Regex;

use super::Context;
use super::words::own_words;
use crate::diagnostic::{Finding, Findings};

struct Wording {
    pattern: Regex,
    ja: &'static str,
    en: &'static str,
}

static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let documents = (
        "書類を作るのは、申請人、所属機関、行政書士または弁護士です。「取次ぎ」「提出」と書いてください",
        "documents are written by the applicant, the organisation of affiliation, a 行政書士 or a lawyer; write `hand in`",
    );
    let result = (
        "結果を約束しないでください。「審査されます」「結果が届きます」と書いてください",
        "promise no result; write `will be examined` or `the result arrives`",
    );
    let official = (
        "公式と思わせる言い方をしないでください",
        "do not make it sound official",
    );
    [
        (r"(?:書類|申請書)(?:の)?(?:作成)?(?:を)?代行|作成代行|書類作成サービス", documents),
        (r"(?i)(?:we|staff)\s+(?:will\s+)?(?:prepare|write|draw\s+up|fill\s+in)\s+(?:your|the|all)\s+(?:documents|application|papers|forms)|document\s+preparation\s+service", documents),
        (r"(?:必ず|確実に|100[%％パ])[^。]{0,10}許可|許可されます|許可が(?:出|下り|おり)ます|許可(?:を|は)(?:お約束|保証)", result),
        (r"(?i)(?-u:\b)(?:will|shall)\s+be\s+(?:approved|granted)(?-u:\b)|guaranteed?\s+(?:approval|visa|success)|100\s?%\s+(?:approval|success)", result),
        (r"入管(?:庁)?(?:の)?公認|(?:当|本)(?:サイト|ガイド)は(?:入管庁の)?公式", official),
        (r"(?i)officially\s+(?:approved|endorsed|certified)|(?:this|our)\s+(?:is\s+the\s+)?official\s+(?:guide|site|manual)", official),
    ]
    .into_iter()
    .filter_map(|(pattern, (ja, en))| Some(Wording { pattern: Regex::new(&with_gaps(pattern)).ok()?, ja, en }))
    .collect()
});

/// Lets spaces stand between Japanese letters: a line break in YAML leaves one, and nobody reads it.
fn with_gaps(pattern: &str) -> String {
    let mut out = String::new();
    let mut in_class = false;
    for c in pattern.chars() {
        out.push(c);
        match c {
            '[' => in_class = true,
            ']' => in_class = false,
            _ if !in_class && !c.is_ascii() => out.push_str(r"\s*"),
            _ => {}
        }
    }
    out
}

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    for passage in &context.passages {
        own_words(passage, |words, start, block| {
            for wording in WORDINGS.iter() {
                for found in wording.pattern.find_iter(words) {
                    let bytes = block.bytes(&(start + found.start()..start + found.end()));
                    let text = found.as_str();
                    findings.push(
                        Finding::error(
                            "forbidden-wording",
                            passage.place(context.files, &bytes),
                            format!("「{text}」とは書けません"),
                            format!("`{text}` must not be written"),
                        )
                        .remedy(wording.ja, wording.en),
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
    fn every_pattern_compiles() {
        assert_eq!(WORDINGS.len(), 6);
    }

    #[test]
    fn spaces_hide_nothing() {
        let is_found = |text: &str| WORDINGS.iter().any(|w| w.pattern.is_match(text));
        for text in [
            "許可 されます",
            "許可\u{3000}が 下り ます",
            "書類 の 作成 代行",
            "必ず 許可",
            "入管 公認",
        ] {
            assert!(is_found(text), "{text}");
        }
        for text in ["許可の後", "代行しません", "必ず確かめます。許可の後は"]
        {
            assert!(!is_found(text), "{text}");
        }
    }
}
