//! `look`: colours and sizes that `guide.yaml` sets have names that the theme knows, and can be read: WCAG 2.2 asks for a
//! contrast of 4.5:1 between text and what it stands on, and of 3:1 for what must be seen.

use std::collections::BTreeMap;

use super::Context;
use super::contrast::{contrast, far_enough, hex};
use crate::diagnostic::{Finding, Findings, with_suggestion};
use crate::model::look::{FILE, Measure, Rgb, Tokens, measure, rgb};
use crate::source::node::{Entry, Node};

/// What WCAG asks for between text and what it stands on.
const TEXT: f64 = 4.5;
/// What WCAG asks for between what must be seen and what is around it.
const MARK: f64 = 3.0;
/// What text stands on.
const PAGES: &[&str] = &[
    "page",
    "panel",
    "accent-page",
    "estimate-page",
    "warn-page",
    "good-page",
];

/// Which colours stand on which, and how far apart they must be.
const PAIRS: &[(&str, &[&str], f64)] = &[
    ("text", PAGES, TEXT),
    ("quiet", PAGES, TEXT),
    ("link", PAGES, TEXT),
    ("seen", PAGES, TEXT),
    ("accent", &["page", "panel", "accent-page"], TEXT),
    ("on-accent", &["accent"], TEXT),
    ("estimate", &["page", "panel", "estimate-page"], TEXT),
    ("warn", &["page", "panel", "warn-page"], TEXT),
    ("good", &["page", "panel", "good-page"], TEXT),
    ("edge", &["page", "panel"], MARK),
    ("focus", &["page", "panel"], MARK),
    ("focus-ring", &["focus"], MARK),
];

/// Of sizes, the least and the most, as parts of the theme's own: beyond them text and boxes no longer fit each other.
const LIMITS: &[(&str, f64, f64)] = &[
    ("text-size", 0.875, 1.5),
    ("text-scale", 0.75, 1.25),
    ("space", 0.5, 1.5),
    ("radius", 0.0, 3.0),
];

pub(super) fn check(context: &Context<'_>, findings: &mut Findings) {
    let guide = context.source.guide.as_ref();
    let Some(look) = guide.and_then(|guide| guide.get("look")) else {
        return;
    };
    let css = context
        .source
        .theme
        .get(FILE)
        .map(|bytes| String::from_utf8_lossy(bytes));
    let tokens = Tokens::read(css.as_deref().unwrap_or_default());
    for (scheme, theme) in [(LIGHT, &tokens.light), (DARK, &tokens.dark)] {
        let set = entries(look, scheme.key);
        names(set, theme, findings);
        let colours = Colours { set, theme };
        findings.extend(
            set.iter()
                .filter_map(|entry| too_near(scheme, entry, &colours)),
        );
    }
    let set = entries(look, "sizes");
    names(set, &tokens.sizes, findings);
    findings.extend(set.iter().filter_map(|entry| size(entry, &tokens.sizes)));
}

/// A choice of the reader.
#[derive(Clone, Copy)]
struct Scheme {
    key: &'static str,
    ja: &'static str,
    en: &'static str,
}

const LIGHT: Scheme = Scheme {
    key: "light",
    ja: "明るい画面",
    en: "on a light screen",
};
const DARK: Scheme = Scheme {
    key: "dark",
    ja: "暗い画面",
    en: "on a dark screen",
};

fn entries<'a>(look: &'a Node, key: &str) -> &'a [Entry] {
    look.get(key).map_or(&[], Node::entries)
}

/// Every name is one of the theme's.
fn names<T>(set: &[Entry], theme: &BTreeMap<String, T>, findings: &mut Findings) {
    let known = theme.keys().map(String::as_str);
    for entry in set.iter().filter(|entry| !theme.contains_key(&entry.key)) {
        let finding = Finding::error(
            "look",
            entry.key_place,
            format!("`{}` という名前はここにはありません", entry.key),
            format!("there is no `{}` here", entry.key),
        );
        findings.push(with_suggestion(finding, &entry.key, known.clone()));
    }
}

/// The colours of a scheme: those that the guide sets, else those of the theme.
struct Colours<'a> {
    set: &'a [Entry],
    theme: &'a BTreeMap<String, Rgb>,
}

impl Colours<'_> {
    fn own(&self, name: &str) -> Option<&Entry> {
        self.set.iter().find(|entry| entry.key == name)
    }

    fn get(&self, name: &str) -> Option<Rgb> {
        let own = self.own(name).and_then(|entry| rgb(entry.node.scalar()?));
        own.or_else(|| self.theme.get(name).copied())
    }

    /// The colours that one meets, and how far apart they must be. Where the guide sets both of a pair, it is held against
    /// the one in front.
    fn met_by(&self, name: &str) -> Vec<Met> {
        let pairs = PAIRS.iter().flat_map(|(front, pages, wanted)| {
            pages.iter().map(move |page| (*front, *page, *wanted))
        });
        let met = pairs.filter_map(|(front, page, wanted)| {
            let is_behind = page == name && self.own(front).is_none();
            let other = if front == name { page } else { front };
            let rgb = self.get(other).filter(|_| front == name || is_behind)?;
            Some(Met {
                name: other,
                rgb,
                wanted,
            })
        });
        met.collect()
    }
}

struct Met {
    name: &'static str,
    rgb: Rgb,
    wanted: f64,
}

/// What is said of a colour that is too near to others that it meets.
fn too_near(scheme: Scheme, entry: &Entry, colours: &Colours<'_>) -> Option<Finding> {
    let own = colours.get(&entry.key)?;
    let all = colours.met_by(&entry.key);
    let lack = |met: &&Met| contrast(own, met.rgb) / met.wanted;
    let mut near: Vec<&Met> = all.iter().filter(|met| lack(met) < 1.0).collect();
    near.sort_by(|a, b| lack(a).total_cmp(&lack(b)));
    let (worst, rest) = near.split_first()?;
    // Never rounded up: 4.499 is not 4.5.
    let measured = (contrast(own, worst.rgb) * 100.0).floor() / 100.0;
    let (a, b) = (
        format!("`{}` ({})", entry.key, hex(own)),
        format!("`{}` ({})", worst.name, hex(worst.rgb)),
    );
    let names: Vec<String> = rest.iter().map(|met| format!("`{}`", met.name)).collect();
    let also = |before: &str, between: &str, after: &str| {
        if names.is_empty() {
            String::new()
        } else {
            format!("{before}{}{after}", names.join(between))
        }
    };
    let Met { wanted, .. } = worst;
    let finding = Finding::error(
        "look",
        entry.node.place,
        format!(
            "{}で、{a} と {b} のコントラスト比は {measured}:1 で、{wanted}:1 に足りません{}",
            scheme.ja,
            also("（", "、", " とも足りません）")
        ),
        format!(
            "{}, {a} and {b} have a contrast of {measured}:1; {wanted}:1 is needed{}",
            scheme.en,
            also(" (too little with ", ", ", " as well)")
        ),
    );
    let other = colours.own(worst.name);
    // Where the guide sets both, neither need go all the way.
    let most = if other.is_some() { 50 } else { 100 };
    let others: Vec<(Rgb, f64)> = all.iter().map(|met| (met.rgb, met.wanted)).collect();
    let finding = match far_enough(own, &others, most).map(hex) {
        Some(better) => finding.remedy(
            format!("`\"{better}\"` のように、もっと離れた色にしてください"),
            format!("choose a colour that is further away, such as `\"{better}\"`"),
        ),
        None => finding.remedy(
            format!(
                "この色か `{}` を、互いにもっと離れた色にしてください",
                worst.name
            ),
            format!(
                "choose this colour or `{}` so that they are further apart",
                worst.name
            ),
        ),
    };
    Some(match other {
        Some(other) => finding.other(other.node.place, "もう一方の色", "the other colour"),
        None => finding,
    })
}

/// What is said of a size that is far from the theme's.
fn size(entry: &Entry, theme: &BTreeMap<String, Measure>) -> Option<Finding> {
    let (usual, unit) = theme.get(&entry.key)?;
    let (_, least, most) = LIMITS.iter().find(|(name, ..)| *name == entry.key)?;
    let (least, most) = (usual * least, usual * most);
    let (own, own_unit) = measure(entry.node.scalar()?)?;
    if own_unit == *unit && (least..=most).contains(&own) {
        return None;
    }
    let range = |to: &str| format!("`{least}{unit}`{to}`{most}{unit}`");
    let finding = Finding::error(
        "look",
        entry.node.place,
        format!("`{}` に書けるのは {} までです", entry.key, range(" から ")),
        format!("`{}` may be from {}", entry.key, range(" to ")),
    );
    Some(finding.remedy(
        format!("テーマの値は `{usual}{unit}` です。これに近い値を書いてください"),
        format!("the theme has `{usual}{unit}`: write a value near it"),
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Colours that nothing is read by: rules between things, never the only sign of anything.
    const SEEN_BY_NOBODY: &[&str] = &["line"];

    fn shipped() -> Tokens {
        let tokens = Tokens::read(include_str!("../../theme/css/1-tokens.css"));
        assert!(tokens.light.len() > 10, "the theme names no colours");
        tokens
    }

    #[test]
    fn the_colours_of_the_theme_can_be_read() {
        let tokens = shipped();
        for (scheme, theme) in [(LIGHT, &tokens.light), (DARK, &tokens.dark)] {
            let colours = Colours { set: &[], theme };
            for (name, pages, wanted) in PAIRS {
                for page in *pages {
                    let pair = colours.get(name).zip(colours.get(page));
                    let (front, back) =
                        pair.unwrap_or_else(|| panic!("the theme has no `{name}` or no `{page}`"));
                    let measured = contrast(front, back);
                    assert!(
                        measured >= *wanted,
                        "{}: {name} on {page}: {measured:.2}:1",
                        scheme.key
                    );
                }
            }
        }
    }

    #[test]
    fn everything_that_the_theme_lets_others_set_is_judged() {
        let tokens = shipped();
        let judged = |name: &str| {
            PAIRS
                .iter()
                .any(|(front, pages, _)| *front == name || pages.contains(&name))
        };
        for name in tokens.light.keys() {
            assert!(
                judged(name) != SEEN_BY_NOBODY.contains(&name.as_str()),
                "what does `{name}` stand on?"
            );
        }
        let limited: Vec<&str> = LIMITS.iter().map(|(name, ..)| *name).collect();
        for name in tokens.sizes.keys() {
            assert!(
                limited.contains(&name.as_str()),
                "between which sizes may `{name}` be?"
            );
        }
        assert_eq!(
            limited.len(),
            tokens.sizes.len(),
            "the theme no longer has one of {limited:?}"
        );
    }

    #[test]
    fn the_reference_names_everything_that_can_be_set_and_nothing_else() {
        let tokens = shipped();
        let text = include_str!("../../docs/reference/look.md");
        let row = |line: &'static str| line.strip_prefix("| `")?.split_once("` |");
        let rows: BTreeMap<&str, &str> = text.lines().filter_map(row).collect();
        let names = tokens.light.keys().chain(tokens.sizes.keys());
        let names: BTreeSet<&str> = names.map(String::as_str).collect();
        assert_eq!(rows.keys().copied().collect::<BTreeSet<_>>(), names);
        for (front, pages, wanted) in PAIRS {
            let said = rows.get(front).copied().unwrap_or_default();
            let surfaces: Vec<String> = pages.iter().map(|page| format!("`{page}`")).collect();
            let surfaces = if *pages == PAGES {
                "every surface".to_owned()
            } else {
                surfaces.join(", ")
            };
            let is_said =
                said.contains(&format!("{wanted}:1 ")) && said.ends_with(&format!(" {surfaces} |"));
            assert!(is_said, "`{front}`: {said}");
        }
    }
}
