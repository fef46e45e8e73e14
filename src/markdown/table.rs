//! Tables. Every cell carries the heading of its column, because on narrow screens rows become cards.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::escape;

/// Tables with more columns than this become cards where there is no room.
const COLUMNS_ON_A_PHONE: usize = 2;

/// Where in a table the writer is.
#[derive(Debug, Default)]
pub(super) struct Tables {
    headings: Vec<String>,
    column: usize,
    in_heading: bool,
    in_head: bool,
}

impl Tables {
    /// An event as it is written: those of tables as HTML, all others as they are.
    pub(super) fn write<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        let html = match &event {
            Event::Start(Tag::Table(columns)) if columns.len() > COLUMNS_ON_A_PHONE => {
                "<table class=\"cards\">\n".to_owned()
            }
            Event::Start(Tag::Table(_)) => "<table>\n".to_owned(),
            Event::End(TagEnd::Table) => "</tbody>\n</table>\n".to_owned(),
            Event::Start(Tag::TableHead) => {
                *self = Self {
                    in_head: true,
                    ..Self::default()
                };
                "<thead>\n<tr>".to_owned()
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                "</tr>\n</thead>\n<tbody>\n".to_owned()
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                "<tr>".to_owned()
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
            Event::Start(Tag::TableCell) => self.open(),
            Event::End(TagEnd::TableCell) => self.close().to_owned(),
            other => {
                self.hear(other);
                return event;
            }
        };
        Event::Html(html.into())
    }

    fn open(&mut self) -> String {
        if self.in_head {
            self.in_heading = true;
            self.headings.push(String::new());
            return "<th scope=\"col\">".to_owned();
        }
        let heading = self.headings.get(self.column).map_or("", String::as_str);
        self.column += 1;
        format!("<td data-label=\"{}\">", heading.trim())
    }

    fn close(&mut self) -> &'static str {
        if self.in_head {
            self.in_heading = false;
            return "</th>";
        }
        "</td>"
    }

    /// Remembers the words of a heading.
    fn hear(&mut self, event: &Event<'_>) {
        let Some(heading) = self.headings.last_mut().filter(|_| self.in_heading) else {
            return;
        };
        match event {
            Event::Text(text) | Event::Code(text) => heading.push_str(&escape(text)),
            Event::Html(html) | Event::InlineHtml(html) => heading.push_str(&words(html)),
            _ => {}
        }
    }
}

/// The words of a piece of HTML, fit for an attribute.
fn words(html: &str) -> String {
    let mut inside = false;
    let text: String = html
        .chars()
        .filter(|character| {
            let was_inside = inside;
            match character {
                '<' => inside = true,
                '>' => inside = false,
                _ => {}
            }
            !(was_inside || inside)
        })
        .collect();
    text.replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use crate::markdown::{Links, parse, render};

    fn html(text: &str) -> String {
        let document = parse(text, 0);
        let mut reference = |path: &str, _: bool| format!("<b title=\"x\">{path}</b>");
        render(
            &document,
            &Links { language: "en" },
            &mut reference,
            &|class| class.to_owned(),
        )
    }

    #[test]
    fn every_cell_carries_the_heading_of_its_column() {
        let html = html(
            "| What | Day of `x` | \"A\" & {{ a.b }} |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n",
        );
        for part in [
            "<table class=\"cards\">",
            "<th scope=\"col\">What</th>",
            "<td data-label=\"What\">1</td><td data-label=\"Day of x\">2</td>",
            "<td data-label=\"&quot;A&quot; &amp; a.b\">6</td>",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
    }

    #[test]
    fn two_columns_fit_a_phone_as_they_are() {
        assert!(html("| A | B |\n| --- | --- |\n| 1 | 2 |\n").starts_with("<table>"));
    }
}
