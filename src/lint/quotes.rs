//! What stands between 「 and 」 is quoted, and quoted exactly: rules about our own words do not look at it.

/// `text` with what is quoted blanked out, byte for byte. `depth` carries open quotes from one piece to the next.
pub(super) fn blank(text: &str, depth: &mut usize) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '「' | '『' => *depth += 1,
            '」' | '』' => *depth = depth.saturating_sub(1),
            _ if *depth == 0 => {
                out.push(c);
                continue;
            }
            _ => {}
        }
        out.extend(std::iter::repeat_n(' ', c.len_utf8()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_blanked_byte_for_byte() {
        let mut depth = 0;
        assert_eq!(blank("a「b」c", &mut depth), "a       c");
        assert_eq!(blank("「x", &mut depth).trim(), "");
        assert_eq!(blank("y」z", &mut depth), "    z");
        assert_eq!(depth, 0);
    }
}
