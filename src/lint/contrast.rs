//! How far colours are apart, as WCAG 2.2 reckons it.

use crate::model::look::Rgb;

const BLACK: Rgb = [0; 3];
const WHITE: Rgb = [u8::MAX; 3];

/// The contrast of two colours, from 1 to 21.
pub(super) fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of WCAG 2.2, from 0 (black) to 1 (white).
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The first colour on the way from `colour` to black or to white that is far enough from all of `others`, if there is one
/// within `most` parts in a hundred of the way.
pub(super) fn far_enough(colour: Rgb, others: &[(Rgb, f64)], most: u16) -> Option<Rgb> {
    let step = |percent: u16, end: Rgb| {
        let mut mixed = colour;
        for (part, end) in mixed.iter_mut().zip(end) {
            let sum = u16::from(*part) * (100 - percent) + u16::from(end) * percent;
            *part = u8::try_from(sum / 100).unwrap_or(end);
        }
        mixed
    };
    let steps = (0..=most).flat_map(|percent| [step(percent, BLACK), step(percent, WHITE)]);
    let is_far = |mixed: &Rgb| {
        others
            .iter()
            .all(|(other, least)| contrast(*mixed, *other) >= *least)
    };
    steps.into_iter().find(is_far)
}

/// `#rrggbb`.
pub(super) fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        // Values that the checkers of WebAIM and of browsers give.
        let rounded = |a, b| (contrast(a, b) * 100.0).floor() / 100.0;
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((rounded([0x77; 3], WHITE) - 4.47).abs() < 1e-9);
        assert!((rounded(WHITE, [0x76; 3]) - 4.54).abs() < 1e-9);
        assert!((rounded([255, 0, 0], WHITE) - 3.99).abs() < 1e-9);
    }

    #[test]
    fn a_better_colour_is_near_and_good_enough() {
        assert_eq!(far_enough([0x77; 3], &[(WHITE, 4.5)], 100), Some([0x75; 3]));
        assert_eq!(
            far_enough([0x55; 3], &[(BLACK, 4.5)], 100).map(|[red, ..]| red >= 0x74),
            Some(true)
        );
        assert_eq!(
            far_enough([0x77; 3], &[(WHITE, 4.5), (BLACK, 4.7)], 100),
            None
        );
    }
}
