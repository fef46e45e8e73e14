//! The files that pages load: style sheets, scripts and icons of the theme.

use std::collections::BTreeMap;

use crate::model::{Entry, tools};
use crate::output::Output;

/// What the pages of all tools share.
const SHARED: &str = "js/tool/";

/// Files of the theme that pages load. Those directly in `theme/css/` and `theme/js/` are joined, in the order of their
/// names, into `/assets/site.css` and `/assets/site.js`, which every page loads; those of a folder below them into a file
/// named after the folder, which the pages load that need it: `theme/css/fees/*.css` are `/assets/fees.css`. Icons stay as
/// they are. The scripts of tools are joined by `of_tools`.
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

/// The script of each tool, `/assets/<id>.js`: the rules that it uses, what all tools share, then its own. Their comments, which
/// hold the types, are more than a third of them, and stay in the theme.
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
            let code = without_comments(&String::from_utf8_lossy(bytes));
            join(
                &mut output,
                format!("assets/{}.js", tool.id),
                code.as_bytes(),
            );
        }
    }
    output
}

fn join(output: &mut Output, path: String, bytes: &[u8]) {
    let joined = output.entry(path).or_default();
    joined.extend(bytes);
    joined.push(b'\n');
}

/// A script without the lines that hold a comment and nothing else. A text over several lines, whose lines could look like
/// comments, may not stand in scripts of tools: a test sees to it.
fn without_comments(script: &str) -> String {
    let mut code = String::with_capacity(script.len());
    let mut is_within = false;
    for line in script.lines() {
        let words = line.trim();
        // A comment may stand before code in its line.
        let is_whole = words.find("*/").is_none_or(|end| end + 2 == words.len());
        is_within |= words.starts_with("/*") && is_whole;
        if !is_within && !words.starts_with("//") && !words.is_empty() {
            code.push_str(line.trim_end());
            code.push('\n');
        }
        is_within &= !words.ends_with("*/");
    }
    code
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn only_lines_of_comments_are_left_out() {
        let script = "// why\nconst a = 1; // kept\n\n/** @type {Day} */\nconst b = '/* x */';\n  /**\n   * more\n   */\n  const c = a / b * 2;\n/** @param {Day} day */ const d = 3;\nd();\n";
        assert_eq!(
            without_comments(script),
            "const a = 1; // kept\nconst b = '/* x */';\n  const c = a / b * 2;\n/** @param {Day} day */ const d = 3;\nd();\n"
        );
    }
}
