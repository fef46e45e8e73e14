//! The colours and sizes that the theme names in `css/1-tokens.css`, and how such values are read.

use std::collections::BTreeMap;

/// Where a theme names its colours and sizes.
pub const FILE: &str = "css/1-tokens.css";

/// Red, green and blue, 0 to 255.
pub type Rgb = [u8; 3];

/// A number with its unit: `rem`, or none for a factor.
pub type Measure = (f64, &'static str);

/// What a theme lets others set, by name without the `--`: the colours and sizes in its first rule for `:root`, and how
/// those colours are on a dark screen.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Tokens {
    /// Colours on a light screen.
    pub light: BTreeMap<String, Rgb>,
    /// Colours on a dark screen; those that the theme does not set again are as on a light one.
    pub dark: BTreeMap<String, Rgb>,
    /// Sizes of text and distances.
    pub sizes: BTreeMap<String, Measure>,
}

impl Tokens {
    /// Reads a style sheet.
    #[must_use]
    pub fn read(css: &str) -> Self {
        let css = without_comments(css);
        let mut tokens = Self::default();
        let mut first = None;
        for (rules, declaration) in declarations(&css) {
            let Some((name, value)) = property(declaration) else {
                continue;
            };
            match (rules.as_slice(), value) {
                ([(rule, ":root")], value) if *first.get_or_insert(*rule) == *rule => {
                    tokens.add(name, value);
                }
                ([(_, media), (_, ":root")], Value::Colour(colour)) if is_dark(media) => {
                    tokens.dark.insert(name, colour);
                }
                _ => {}
            }
        }
        tokens
            .dark
            .retain(|name, _| tokens.light.contains_key(name));
        tokens
    }

    fn add(&mut self, name: String, value: Value) {
        match value {
            Value::Colour(colour) => {
                self.dark.entry(name.clone()).or_insert(colour);
                self.light.insert(name, colour);
            }
            Value::Size(size) => {
                self.sizes.insert(name, size);
            }
        }
    }
}

/// Every declaration with the heads of the rules around it, each with its number in the file, outermost first.
fn declarations(css: &str) -> Vec<(Vec<(usize, &str)>, &str)> {
    let mut found = Vec::new();
    let mut rules = Vec::new();
    let mut count = 0;
    let mut start = 0;
    for (at, mark) in css.match_indices(['{', '}', ';']) {
        let part = css.get(start..at).unwrap_or_default().trim();
        start = at + 1;
        if mark == "{" {
            count += 1;
            rules.push((count, part));
            continue;
        }
        found.push((rules.clone(), part));
        if mark == "}" {
            rules.pop();
        }
    }
    found
}

#[derive(Clone, Copy)]
enum Value {
    Colour(Rgb),
    Size(Measure),
}

/// `--name: value`, where the value is a colour or a size of its own.
fn property(declaration: &str) -> Option<(String, Value)> {
    let (name, value) = declaration.strip_prefix("--")?.split_once(':')?;
    let value = value.trim();
    let colour = rgb(value).map(Value::Colour);
    let value = colour.or_else(|| measure(value).map(Value::Size))?;
    Some((name.trim().to_owned(), value))
}

fn is_dark(media: &str) -> bool {
    let condition: String = media.chars().filter(|c| !c.is_whitespace()).collect();
    condition == "@media(prefers-color-scheme:dark)"
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once("*/").map_or("", |(_, after)| after)
    })
}

/// `#rrggbb` and nothing else.
#[must_use]
pub fn rgb(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    is_hex.then_some([red, green, blue])
}

/// `1.25rem` or `1.2`, with at most two digits before the point and four after it; `.5rem` only in a style sheet's short way.
#[must_use]
pub fn measure(text: &str) -> Option<Measure> {
    let number = text.strip_suffix("rem");
    let unit = if number.is_some() { "rem" } else { "" };
    let number = number.unwrap_or(text);
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let is_digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_plain = is_digits(whole, 0, 2) && is_digits(part, 1, 4);
    Some((number.parse().ok()?, unit)).filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_sizes_are_read_strictly() {
        assert_eq!(rgb("#0017c1"), Some([0, 0x17, 0xc1]));
        assert_eq!(measure("1.0625rem"), Some((1.0625, "rem")));
        assert_eq!(measure(".5rem"), Some((0.5, "rem")));
        assert_eq!(measure("1.2"), Some((1.2, "")));
        let bad = "#fff 0017c1 #0017c #0017c1; #0017c1} #+17c1a #00\u{ff11}7c1 red";
        for bad in bad.split(' ') {
            assert_eq!(rgb(bad), None, "{bad}");
        }
        let bad = "1px rem . 1. -1rem +1rem 1e3rem 1rem;x 1rem} 100rem 1.00001 \u{ff11}rem inf nan";
        for bad in bad.split(' ') {
            assert_eq!(measure(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_a_theme_lets_others_set_is_read_from_its_style_sheet() {
        let css = "/* --no: #000000; { */ p { --own: #444444 }
            :root { color-scheme: light; --text: #111111; --line: #222222; --space: 1rem; --scale: 1;
              --wide: calc(2 * var(--space)); --last: #333333 }
            @media (prefers-color-scheme: dark) { :root { --text: #eeeeee; --lost: #555555 } }
            @media print { :root { --text: #000000 } } :root { --later: #666666; --leading: 1.7 }";
        let tokens = Tokens::read(css);
        let reds = |colours: &BTreeMap<String, Rgb>| {
            let shown = colours
                .iter()
                .map(|(name, [red, ..])| format!("{name} {red:x}"));
            shown.collect::<Vec<_>>()
        };
        assert_eq!(reds(&tokens.light), ["last 33", "line 22", "text 11"]);
        assert_eq!(reds(&tokens.dark), ["last 33", "line 22", "text ee"]);
        let sizes = [("scale", (1.0, "")), ("space", (1.0, "rem"))];
        let wanted: BTreeMap<_, _> = sizes.map(|(name, size)| (name.to_owned(), size)).into();
        assert_eq!(tokens.sizes, wanted);
    }
}
