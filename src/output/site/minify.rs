//! Smaller HTML by minify-html, behind the feature `minify`. It may take white space, never a word and never a space that
//! readers see: where the visible text would change, the page stays as it is.

use minify_html::Cfg;

/// The page in fewer bytes.
pub(super) fn minify(html: &str) -> String {
    let config = Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        allow_noncompliant_unquoted_attribute_values: false,
        allow_optimal_entities: false,
        allow_removing_spaces_between_attributes: false,
        minify_doctype: false,
        ..Cfg::new()
    };
    let smaller = String::from_utf8(minify_html::minify(html.as_bytes(), &config));
    match smaller {
        Ok(smaller) if words(&smaller) == words(html) => smaller,
        _ => html.to_owned(),
    }
}

/// What stands between the tags, with white space as a browser shows it: one space for any run within a line of words.
/// Elements that begin a line of their own end the run; between all others a space is seen.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        push_words(&mut words, text);
        let Some(close) = tag.find('>') else { break };
        let name = tag.get(1..close).unwrap_or("").trim_start_matches('/');
        let name = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or("");
        if !INLINE.contains(&name) {
            words.truncate(words.trim_end().len());
            words.push('\n');
        }
        rest = tag.get(close + 1..).unwrap_or("");
    }
    push_words(&mut words, rest);
    words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn push_words(words: &mut String, text: &str) {
    for c in text.chars() {
        let is_space = c.is_ascii_whitespace();
        if !(is_space && words.ends_with([' ', '\n'])) {
            words.push(if is_space { ' ' } else { c });
        }
    }
}

/// Elements that stand within a line of words.
const INLINE: [&str; 11] = [
    "a", "abbr", "b", "code", "em", "i", "rt", "ruby", "span", "strong", "time",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_that_readers_see_is_never_lost() {
        let html = "<nav><a href=\"/a\">一</a> <a href=\"/b\">二</a></nav>\n<div>See <b>A</b> <i>B</i></div>";
        assert_eq!(words(html), "一 二\nSee A B");
        assert_eq!(words(&minify(html)), words(html));
    }

    #[test]
    fn white_space_between_blocks_goes() {
        let html = "<ul>\n  <li>一</li>\n  <li>二</li>\n</ul>\n";
        let smaller = minify(html);
        assert!(smaller.len() < html.len(), "{smaller}");
        assert_eq!(words(&smaller), "一\n二");
    }
}
