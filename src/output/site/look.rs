//! The colours and sizes that `guide.yaml` sets, as the end of the style sheet.

use std::fmt::Write as _;

use crate::model::look::{measure, rgb};
use crate::model::scalar::is_id;
use crate::model::settings::Look;

/// The rules for what is set; nothing where nothing is. They hold for screens: paper keeps the theme's black on white.
pub(super) fn css(look: &Look) -> String {
    let light = declarations(
        look.light
            .iter()
            .flatten()
            .map(|(name, colour)| (name, &colour.0)),
    );
    let dark = declarations(
        look.dark
            .iter()
            .flatten()
            .map(|(name, colour)| (name, &colour.0)),
    );
    let sizes = declarations(
        look.sizes
            .iter()
            .flatten()
            .map(|(name, size)| (name, &size.0)),
    );
    let rule = |condition: &str, declarations: &str| {
        if declarations.is_empty() {
            return String::new();
        }
        format!("@media screen{condition}{{:root{{{declarations}}}}}\n")
    };
    [
        rule("", &sizes),
        rule(" and (prefers-color-scheme:light)", &light),
        rule(" and (prefers-color-scheme:dark)", &dark),
    ]
    .concat()
}

/// `--name:value;` for each. The model has refused all else already: nothing of a stranger's can end a declaration.
fn declarations<'a>(set: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let mut css = String::new();
    for (name, value) in set {
        if is_id(name) && (rgb(value).is_some() || measure(value).is_some()) {
            let _ = write!(css, "--{name}:{value};");
        }
    }
    css
}
