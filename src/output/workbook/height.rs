//! How high rows must be for their words. Sheets make room for wrapped words by themselves only where nobody looks at a preview, and
//! never for cells that are joined.

/// Points of a line of the usual size, 11 points.
pub(super) const LINE: f64 = 18.75;
/// The greatest height of a row.
const HIGHEST: f64 = 409.0;
/// What the ends of lines lose, because words are not cut.
const RAGGED: f64 = 1.05;

/// The height of a row in points: of each cell its words, the width of its column in half-width characters, and the size of
/// its type compared with the usual.
pub(super) fn row<'t>(cells: impl IntoIterator<Item = (&'t str, f64, f64)>) -> f64 {
    let heights = cells
        .into_iter()
        .map(|(text, width, size)| lines(text, width, size) * size);
    let lines = heights.fold(1.0, f64::max);
    (lines * LINE).min(HIGHEST)
}

/// How many lines a text takes in a column.
fn lines(text: &str, width: f64, size: f64) -> f64 {
    let room = (width - 1.0).max(1.0);
    let lines = text.split('\n').map(|line| {
        let needed = columns(line) * size;
        if needed <= room {
            1.0
        } else {
            (needed * RAGGED / room).ceil()
        }
    });
    lines.sum()
}

/// How wide a line is in half-width characters.
fn columns(line: &str) -> f64 {
    line.chars()
        .map(|c| if c.is_ascii() { 0.92 } else { 1.9 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cell_that_needs_most_decides() {
        let is = |cells: &[(&str, f64, f64)], height: f64| {
            let found = row(cells.iter().copied());
            assert!((found - height).abs() < 0.01, "{cells:?}: {found}");
        };
        is(&[("申請人", 20.0, 1.0), ("", 5.0, 1.0)], LINE);
        // Six kanji are 11.4 half-width characters wide; six have room in a line.
        is(&[("申請人の氏名", 7.0, 1.0), ("a", 7.0, 1.0)], 2.0 * LINE);
        is(&[("a\nb", 20.0, 1.0)], 2.0 * LINE);
        is(&[("あ".repeat(9000).as_str(), 20.0, 1.0)], HIGHEST);
    }
}
