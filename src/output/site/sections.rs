//! The prose of a page in parts, so that a template can place something between them or list them.

use tera::Value as View;

use super::prose::html;
use crate::output::facts::map;

/// A heading of the second level as the Markdown writer makes it: with an id. Headings of records have none.
const HEADING: &str = "<h2 id=\"";

/// What stands before the first heading, and each heading with what follows it.
pub(super) fn cut(body: &str) -> (View, View) {
    let mut parts = body.split(HEADING);
    let lead = html(parts.next().unwrap_or(""));
    let sections: Vec<View> = parts.filter_map(section).collect();
    (lead, View::from(sections))
}

/// `rest` is what follows `<h2 id="`.
fn section(rest: &str) -> Option<View> {
    let (id, after) = rest.split_once("\">")?;
    let (title, _) = after.split_once("</h2>")?;
    Some(map([
        ("id", View::normal_string(id)),
        ("title", html(title)),
        ("html", html(&format!("{HEADING}{rest}"))),
    ]))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn prose_is_cut_before_its_headings() {
        let body = "<p>a</p>\n<h2 id=\"x\">X <b>y</b></h2>\n<p>b</p>\n<h2>of a record</h2>\n<h2 id=\"z\">Z</h2>\n";
        let (lead, sections) = cut(body);
        assert_eq!(lead.to_string(), "<p>a</p>\n");
        let sections = sections.as_array().expect("a list");
        let field = |index: usize, name: &str| {
            let field = sections[index].get_from_path(name);
            field.expect("the field is there").to_string()
        };
        assert_eq!(sections.len(), 2);
        assert_eq!(field(0, "id"), "x");
        assert_eq!(field(0, "title"), "X <b>y</b>");
        assert!(field(0, "html").starts_with("<h2 id=\"x\">"));
        assert!(field(0, "html").ends_with("<h2>of a record</h2>\n"));
        assert_eq!(field(1, "html"), "<h2 id=\"z\">Z</h2>\n");
    }
}
