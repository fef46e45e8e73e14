//! Japanese words inside a text of another language, marked as such, so that they are read aloud and set as Japanese.

use super::escape;

/// `text` as HTML in `language`, with runs of Japanese in `<span lang="ja">`.
#[must_use]
pub fn mark_japanese(text: &str, language: &str) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    for (run, is_japanese) in japanese_runs(text, language) {
        if is_japanese {
            out.push_str("<span lang=\"ja\">");
            out.push_str(&escape(run));
            out.push_str("</span>");
        } else {
            out.push_str(&escape(run));
        }
    }
    out
}

/// A text of `language`, cut where Japanese begins and ends: each run, and whether it is Japanese inside another language.
/// The runs together are the text.
#[must_use]
pub fn japanese_runs<'t>(text: &'t str, language: &str) -> Vec<(&'t str, bool)> {
    // Chinese shares the characters: nobody could tell the two apart here.
    if language.starts_with("ja") || language.starts_with("zh") || !text.chars().any(is_letter) {
        return vec![(text, false)];
    }
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_letter) {
        // Brackets and stops that open or close the run belong to it.
        let start = rest
            .get(..start)
            .map_or(start, |before| before.trim_end_matches(is_mark).len());
        let (before, run) = rest.split_at(start);
        let end = run
            .find(|c| !is_letter(c) && !is_mark(c))
            .unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        runs.push((before, false));
        runs.push((run, true));
        rest = after;
    }
    runs.push((rest, false));
    runs
}

/// Kana and kanji.
fn is_letter(c: char) -> bool {
    matches!(u32::from(c), 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x2_0000..=0x3_FFFF)
}

/// Full-width stops and brackets.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x3000..=0x3004 | 0x3008..=0x303F | 0xFF00..=0xFF65)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_japanese_are_marked_with_their_brackets() {
        assert_eq!(
            mark_japanese("a gyoseishoshi (行政書士) & b", "en"),
            "a gyoseishoshi (<span lang=\"ja\">行政書士</span>) &amp; b"
        );
        assert_eq!(
            mark_japanese("press 「申込む」.", "en"),
            "press <span lang=\"ja\">「申込む」</span>."
        );
        assert_eq!(mark_japanese("旅券", "ja"), "旅券");
        assert_eq!(mark_japanese("no “letters”", "en"), "no “letters”");
    }
}
