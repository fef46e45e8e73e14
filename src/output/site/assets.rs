//! The files that pages load: style sheets, scripts and icons of the theme.

use std::collections::BTreeMap;

use crate::model::{Entry, tools};
use crate::output::Output;

/// What the pages of all tools share.
const SHARED: &str = "js/tool/";

/// Files of the theme that pages load. Those directly in `theme/css/` and `theme/js/` are joined, in the order of their
/// names, into `/assets/site.css` and `/assets/site.js`, which every page loads; those of a folder below them into a file
/// named after the folder, which the pages load that need it: `theme/css/fees/*.css` are `/assets/fees.css`. Icons stay as
/// they are. The scripts of tools are joined by [`of_tools`].
#[must_use]
pub fn assets(theme: &BTreeMap<String, Vec<u8>>) -> Output {
    let mut output = Output::new();
    for (path, bytes) in theme {
        if path.starts_with(tools::RULES) || path.starts_with(SHARED) {
            continue;
        }
        let Some((suffix @ ("css" | "js" | "icons"), name)) = path.split_once('/') else {
            continue;
        };
        if suffix == "icons" {
            output.insert(format!("assets/{name}"), bytes.clone());
        } else if name.ends_with(&format!(".{suffix}")) {
            let folder = name.rsplit_once('/').map_or("site", |(folder, _)| folder);
            join(&mut output, format!("assets/{folder}.{suffix}"), bytes);
        }
    }
    output
}

/// The script of each tool, `/assets/<id>.js`: the rules that it uses, what all tools share, then its own.
pub(super) fn of_tools(tools: &[Entry], theme: &BTreeMap<String, Vec<u8>>) -> Output {
    let mut output = Output::new();
    for tool in tools {
        let rules = tools::rules(tool).filter_map(|(name, _)| theme.get(&tools::rule_file(name)));
        let below = |folder: String| {
            let files = theme.range(folder.clone()..);
            let files = files.take_while(move |(path, _)| path.starts_with(&folder));
            files.map(|(_, bytes)| bytes)
        };
        let own = below(format!("js/{}/", tool.id));
        for bytes in rules.chain(below(SHARED.to_owned())).chain(own) {
            join(&mut output, format!("assets/{}.js", tool.id), bytes);
        }
    }
    output
}

fn join(output: &mut Output, path: String, bytes: &[u8]) {
    let joined = output.entry(path).or_default();
    joined.extend(bytes);
    joined.push(b'\n');
}
