//! How cells look. What is needed, what is not and what is worked out differ in lightness, pattern and slant, so that they stay
//! apart in grey.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern, FormatUnderline};

use crate::guide::Need;

const INK: Color = Color::RGB(0x1a_1a1c);
const SOFT: Color = Color::RGB(0x62_6264);
const DARK: Color = Color::RGB(0x1f_3a7a);
const MIDDLE: Color = Color::RGB(0xa9_bbe4);
const LIGHT: Color = Color::RGB(0xf2_f2f2);
const TINT: Color = Color::RGB(0xff_f8d6);
const MISSING: Color = Color::RGB(0xff_e08a);
const BROKEN: Color = Color::RGB(0xf7_b2ab);
const BROKEN_INK: Color = Color::RGB(0x7a_0000);
const LINE: Color = Color::RGB(0x76_7676);

/// The usual font of Japanese workbooks.
const FONT: &str = "游ゴシック";
/// Charset 128 is Japanese, family 3 is modern: what replaces the font where it is missing.
const CHARSET: u8 = 128;
const FAMILY: u8 = 3;

/// How a cell looks, and how large its type is, compared with the usual.
#[derive(Debug, Clone)]
pub(super) struct Style {
    pub(super) format: Format,
    pub(super) size: f64,
}

impl From<Format> for Style {
    fn from(format: Format) -> Self {
        Self { format, size: 1.0 }
    }
}

impl Style {
    /// The same with another format of the same size of type.
    pub(super) fn with(self, change: impl FnOnce(Format) -> Format) -> Self {
        Self {
            format: change(self.format),
            ..self
        }
    }
}

/// Text that stays as it was typed: leading zeros, no dates made of it.
pub(super) const AS_TYPED: &str = "@";
const DAY: &str = "yyyy/mm/dd";

/// The font of everything.
pub(super) fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_charset(CHARSET)
        .set_font_family(FAMILY)
        .set_font_size(11)
        .set_font_color(INK)
}

fn wrapped() -> Format {
    base().set_text_wrap().set_align(FormatAlign::Top)
}

/// Words of ours, in lines as long as the cell.
pub(super) fn words() -> Style {
    wrapped().into()
}

/// The title of a sheet.
pub(super) fn title() -> Style {
    Style {
        format: wrapped().set_bold().set_font_size(16),
        size: 1.5,
    }
}

/// A heading.
pub(super) fn heading() -> Style {
    let format = wrapped().set_bold().set_font_size(12);
    Style {
        format: format
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE),
        size: 1.1,
    }
}

/// What must not be overlooked.
pub(super) fn notice() -> Style {
    framed().with(|format| format.set_background_color(TINT))
}

/// What helps, and is not part of the paper.
pub(super) fn help() -> Style {
    small(SOFT)
}

/// The same in the colour of all other words.
pub(super) fn fine_print() -> Style {
    small(INK)
}

fn small(ink: Color) -> Style {
    Style {
        format: wrapped().set_font_size(9).set_font_color(ink),
        size: 9.0 / 11.0,
    }
}

/// A heading of a column in the first language, or what stands for it in a legend.
pub(super) fn label(need: Need) -> Style {
    label_format(need).into()
}

fn label_format(need: Need) -> Format {
    let format = wrapped()
        .set_bold()
        .set_align(FormatAlign::Left)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE);
    match need {
        Need::Required => format
            .set_background_color(DARK)
            .set_font_color(Color::White),
        Need::Conditional => format
            .set_pattern(FormatPattern::LightUp)
            .set_background_color(Color::White)
            .set_foreground_color(MIDDLE),
        Need::Optional => format,
        Need::Reckoned => format.set_background_color(LIGHT).set_italic(),
    }
}

/// The same in another language.
pub(super) fn other_label(need: Need) -> Style {
    label_format(need).unset_bold().set_font_size(10).into()
}

/// The rule of a column, below its heading.
pub(super) fn rule(need: Need) -> Style {
    fine_print().with(|format| {
        let format = format
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_border_bottom(FormatBorder::Medium);
        match need {
            Need::Reckoned => format.set_background_color(LIGHT).set_italic(),
            _ => format,
        }
    })
}

/// A cell to type in.
pub(super) fn input() -> Format {
    wrapped().set_num_format(AS_TYPED).set_unlocked()
}

/// A cell for a number.
pub(super) fn number() -> Format {
    base()
        .set_align(FormatAlign::Top)
        .set_num_format("#,##0")
        .set_unlocked()
}

/// A cell for a day.
pub(super) fn day() -> Format {
    base()
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Left)
        .set_num_format(DAY)
        .set_unlocked()
}

/// A cell that is worked out. It is not locked, because sheets do not sort rows with locked cells: its check refuses what is typed.
pub(super) fn reckoned() -> Format {
    day().set_italic().set_font_color(SOFT)
}

/// A cell to write in, with its frame.
pub(super) fn blank() -> Format {
    tinted(input())
}

/// A cell of a letter to write in: [`to_fill_in`] lies over it until something stands there, so that nothing is tinted on paper.
pub(super) fn line() -> Format {
    input()
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
}

/// What is still to be written.
pub(super) fn to_fill_in() -> Format {
    Format::new().set_background_color(TINT)
}

/// The same for what is no text.
pub(super) fn tinted(format: Format) -> Format {
    format
        .set_background_color(TINT)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
}

/// A cell with words and a frame.
pub(super) fn framed() -> Style {
    let format = wrapped().set_border(FormatBorder::Thin);
    format.set_border_color(LINE).into()
}

/// Needed, and left empty. Only what this changes is set: it lies over the format of the cell.
pub(super) fn missing() -> Format {
    Format::new()
        .set_pattern(FormatPattern::Gray125)
        .set_background_color(MISSING)
        .set_foreground_color(LINE)
}

/// What does not fit the rule.
pub(super) fn broken() -> Format {
    broken_on(Format::new())
}

fn broken_on(format: Format) -> Format {
    format
        .set_background_color(BROKEN)
        .set_font_color(BROKEN_INK)
        .set_bold()
        .set_underline(FormatUnderline::Single)
}

/// The same in a legend.
pub(super) fn broken_sample() -> Style {
    broken_on(wrapped()).into()
}
