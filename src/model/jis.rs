//! Which characters JIS X 0208 has: those that the online system is said to take.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use encoding_rs::EUC_JP;

/// Signs of which Windows types another character than the standard names; both are meant.
const AS_WINDOWS_TYPES_THEM: &str = "～－∥￠￡￢〜−‖¢£¬";

/// All full-width characters of JIS X 0208, in its order, and those that Windows types in place of some of them.
pub static FULL_WIDTH: LazyLock<String> = LazyLock::new(|| {
    // Rows 9 to 15 hold what makers of computers added (①, ㈱, Ⅲ), and rows from 85 on (髙) too.
    let rows = (1..=8_u8).chain(16..=84);
    let codes = rows.flat_map(|row| (1..=94_u8).map(move |cell| [0xa0 + row, 0xa0 + cell]));
    let mut characters: String = codes
        .filter_map(|code| {
            let text = EUC_JP.decode_without_bom_handling_and_without_replacement(&code);
            text.map(std::borrow::Cow::into_owned)
        })
        .collect();
    let more: Vec<char> = AS_WINDOWS_TYPES_THEM
        .chars()
        .filter(|c| !characters.contains(*c))
        .collect();
    characters.extend(more);
    characters
});

/// The same, to look one up.
static SET: LazyLock<BTreeSet<char>> = LazyLock::new(|| FULL_WIDTH.chars().collect());

/// Is it one of them?
#[must_use]
pub fn is_full_width(c: char) -> bool {
    SET.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_as_the_standard_counts() {
        // 524 signs, kana and letters and 6,355 kanji; six signs once more as Windows types them.
        assert_eq!(FULL_WIDTH.chars().count(), 524 + 6355 + 6);
    }

    #[test]
    fn what_makers_added_is_not_among_them() {
        for c in "亜腕弌熙あヴＡ１－−～〜　々".chars() {
            assert!(is_full_width(c), "{c}");
        }
        for c in "①㈱Ⅲ髙﨑ｱA1é🙂".chars() {
            assert!(!is_full_width(c), "{c}");
        }
    }
}
