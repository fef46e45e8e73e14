//! How wide words will be, and where their lines break. Nobody knows the reader's font here, so widths are those of wide
//! ones: lines end too early rather than too late.

/// The width of words in ems.
#[must_use]
pub(super) fn width(text: &str, bold: bool) -> f64 {
    text.chars().map(|c| char_width(c, bold)).sum()
}

fn char_width(c: char, bold: bool) -> f64 {
    let narrow = match c {
        _ if is_combining(c) => return 0.0,
        _ if !is_half(c) => return 1.0,
        'i' | 'j' | 'l' | '!' | '\'' | ',' | '.' | ':' | ';' | '|' | ' ' => 0.36,
        'f' | 'I' | 'r' | 't' | '(' | ')' | '[' | ']' | '"' | '-' | '/' => 0.46,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 0.57,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 1.0,
        'A'..='Z' | '&' | '+' | '<' | '=' | '>' => 0.78,
        _ => 0.63,
    };
    if bold { narrow * 1.1 } else { narrow }
}

/// Letters of narrow scripts, and half-width kana.
fn is_half(c: char) -> bool {
    matches!(u32::from(c), 0x0..=0x10FF | 0x1E00..=0x2027 | 0x202A..=0x203A | 0xFF61..=0xFFDC)
}

/// Marks over or under the letter before them, and what joins or parts letters without being seen.
fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x200B..=0x200F | 0x3099..=0x309A | 0xFE00..=0xFE0F)
}

/// Breaks words into lines of at most `most` ems. Japanese breaks between characters, but no line begins with a closing
/// bracket, a stop or a small kana, and none ends with an opening bracket; other words stay whole unless a line is too
/// short for one. A line that ends at a space keeps it, so that the lines together are the words again.
#[must_use]
pub(super) fn wrap(text: &str, bold: bool, most: f64) -> Vec<String> {
    let pieces = pieces(text, bold, most);
    let lines = fill(&pieces, bold, most);
    if lines.len() < 2 {
        return lines;
    }
    // A last line with next to nothing on it looks like a mistake: shorter lines of the same number are tried.
    let mut best = lines;
    let mut narrower = most;
    while last_width(&best, bold) < most / 3.0 && narrower > most / 2.0 {
        narrower -= 0.5;
        let tried = fill(&pieces, bold, narrower);
        if tried.len() > best.len() {
            break;
        }
        best = tried;
    }
    best
}

fn last_width(lines: &[String], bold: bool) -> f64 {
    lines.last().map_or(0.0, |line| width(line, bold))
}

fn fill(pieces: &[String], bold: bool, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            // The space at the end of a line is not seen.
            Some(line) if width(line, bold) + width(piece.trim_end(), bold) <= most => {
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}

/// What may not be broken: words with the space after them, characters with those that may not stand away from them.
fn pieces(text: &str, bold: bool, most: f64) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for word in text.split_whitespace() {
        if let Some(last) = pieces.last_mut() {
            last.push(' ');
            before = Some(' ');
        }
        for c in word.chars() {
            match pieces.last_mut() {
                Some(piece)
                    if before.is_some_and(|before| belongs(before, c))
                        && width(piece, bold) + char_width(c, bold) <= most =>
                {
                    piece.push(c);
                }
                _ => pieces.push(c.to_string()),
            }
            before = Some(c);
        }
    }
    pieces
}

/// May no line break stand between the two?
fn belongs(before: char, c: char) -> bool {
    if before == ' ' {
        return false;
    }
    is_combining(c)
        || NEVER_FIRST.contains(c)
        || NEVER_LAST.contains(before)
        || (is_half(before) && is_half(c))
}

const NEVER_FIRST: &str = "。、，．・：；？！ー々ゝゞヽヾ゛゜）〕］｝〉》」』】〜～…‥,.:;?!)]}%\
    ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
const NEVER_LAST: &str = "（〔［｛〈《「『【([{";

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, most: f64) -> Vec<String> {
        let lines = wrap(text, false, most);
        for line in &lines {
            assert!(width(line.trim_end(), false) <= most, "{line} is too long");
        }
        lines
    }

    #[test]
    fn full_width_is_one_em_and_half_width_less() {
        assert!((width("申込む", false) - 3.0).abs() < 1e-9);
        assert!((width("申込む", true) - 3.0).abs() < 1e-9);
        assert!(width("il", false) < width("mw", false));
        assert!(width("PDF", false) < width("PDF", true));
        assert!(width("ｶﾅ", false) < 2.0);
    }

    #[test]
    fn japanese_breaks_between_characters() {
        assert_eq!(lines("申請状況確認", 4.0), ["申請状況", "確認"]);
        assert_eq!(lines("申請状況確認", 6.0), ["申請状況確認"]);
    }

    #[test]
    fn stops_and_brackets_keep_their_place() {
        assert_eq!(lines("印を付けます。はい", 6.0), ["印を付けま", "す。はい"]);
        assert_eq!(
            lines("手続「申込」です", 3.0),
            ["手続", "「申", "込」で", "す"]
        );
        assert_eq!(lines("あいうえ（お）", 5.0), ["あいうえ", "（お）"]);
    }

    #[test]
    fn words_stay_whole_and_the_space_stays_with_the_line() {
        let text = "Confirmation by the applicant and the head of the organisation";
        let lines = lines(text, 14.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), text);
        for line in lines.iter().rev().skip(1) {
            assert!(line.ends_with(' '), "{line}");
        }
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        let lines = lines("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 5.0);
        assert!(lines.len() > 4);
        assert_eq!(lines.concat().len(), 40);
        assert_eq!(super::wrap("。。。。", false, 2.0), ["。。", "。。"]);
        assert_eq!(super::wrap("永", false, 0.5), ["永"]);
        assert!(super::wrap("", false, 5.0).is_empty());
    }

    #[test]
    fn the_last_line_is_not_left_with_a_single_character() {
        let lines = lines("申請人に申請の意思を確認しました。", 15.0);
        assert_eq!(lines, ["申請人に申請の意思を確認", "しました。"]);
    }
}
