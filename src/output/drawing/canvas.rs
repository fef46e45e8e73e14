//! A small builder of SVG. Everything that is drawn passes here: numbers are short, words are escaped, colours have names.
//!
//! Drawings are 360 units wide, so that words of 16 units can still be read on a small phone. Points are `(x, y)`, in
//! units from the upper left corner.

use super::Drawing;
pub(super) use super::paint::{Colour, Paint, number};
pub(super) use super::words::{Anchor, Words};
use crate::markdown::{escape, japanese_runs};

/// The width of every drawing.
pub(super) const WIDTH: f64 = 360.0;

/// A place: from the left, from the top.
pub(super) type Point = (f64, f64);

/// A drawing in the making.
#[derive(Debug)]
pub(super) struct Canvas<'a> {
    language: &'a str,
    body: String,
}

impl<'a> Canvas<'a> {
    /// An empty one, for a page in this language.
    pub(super) fn new(language: &'a str) -> Self {
        Self {
            language,
            body: String::new(),
        }
    }

    /// Puts what is on another canvas over what is on this one.
    pub(super) fn add(&mut self, over: &Canvas<'_>) {
        self.put(&over.body);
    }

    fn put(&mut self, element: &str) {
        self.body.push_str(element);
    }

    /// A rectangle with rounded corners, from its upper left corner.
    pub(super) fn rect(&mut self, at: Point, size: (f64, f64), radius: f64, paint: Paint) {
        self.put(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{}/>",
            number(at.0),
            number(at.1),
            number(size.0),
            number(size.1),
            number(radius),
            paint.attributes()
        ));
    }

    /// A line.
    pub(super) fn line(&mut self, from: Point, to: Point, paint: Paint) {
        self.path(&format!("M{} L{}", point(from), point(to)), paint);
    }

    /// A circle.
    pub(super) fn circle(&mut self, centre: Point, radius: f64, paint: Paint) {
        self.put(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(centre.0),
            number(centre.1),
            number(radius),
            paint.attributes()
        ));
    }

    /// A closed shape through points.
    pub(super) fn shape(&mut self, points: &[Point], paint: Paint) {
        let points: Vec<String> = points.iter().map(|at| point(*at)).collect();
        self.path(&format!("M{}Z", points.join(" L")), paint);
    }

    /// Any path, in SVG's words; only what this program writes itself may stand in it.
    pub(super) fn path(&mut self, data: &str, paint: Paint) {
        self.put(&format!(
            "<path d=\"{}\"{}/>",
            escape(data),
            paint.attributes()
        ));
    }

    /// A line with a head at its end.
    pub(super) fn arrow(&mut self, from: Point, to: Point, colour: Colour) {
        const HEAD: f64 = 9.0;
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let length = across.hypot(down).max(1.0);
        let (x, y) = (across / length, down / length);
        let neck = (to.0 - x * HEAD, to.1 - y * HEAD);
        let side = |way: f64| (neck.0 - y * way, neck.1 + x * way);
        self.line(from, neck, Paint::stroke(colour).thick(2.0));
        self.shape(
            &[to, side(HEAD / 2.0), side(-HEAD / 2.0)],
            Paint::fill(colour),
        );
    }

    /// Words below a point, in as many lines as they need where there is this much room across. Gives their height.
    pub(super) fn text(&mut self, at: Point, room: f64, words: &Words<'_>) -> f64 {
        let language = match words.language() {
            language if language == self.language => String::new(),
            language => format!(" lang=\"{}\"", escape(language)),
        };
        self.put(&format!("<text{}{language}>", words.attributes()));
        let mut baseline = at.1 + words.baseline();
        for line in words.lines(room) {
            let (x, y) = (number(at.0), number(baseline));
            let line = marked(&line, words.language());
            self.put(&format!("<tspan x=\"{x}\" y=\"{y}\">{line}</tspan>"));
            baseline += words.line_height();
        }
        self.put("</text>");
        words.height(room)
    }

    /// The finished drawing of the record with this path. `height` is in units; title and description are for those who
    /// do not see it.
    pub(super) fn finish(self, path: &str, height: f64, title: &str, description: &str) -> Drawing {
        let id = format!("drawing-{}", path.replace('.', "-"));
        let height = number(height.ceil());
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {height}\" width=\"{0}\" height=\"{height}\" role=\"img\" \
             lang=\"{}\" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{}</svg>",
            number(WIDTH),
            escape(self.language),
            escape(title),
            escape(description),
            self.body
        );
        Drawing { svg }
    }
}

/// Words with what is Japanese in them marked as such.
fn marked(text: &str, language: &str) -> String {
    japanese_runs(text, language)
        .into_iter()
        .map(|(run, is_japanese)| match is_japanese {
            true => format!("<tspan lang=\"ja\">{}</tspan>", escape(run)),
            false => escape(run),
        })
        .collect()
}

fn point(at: Point) -> String {
    format!("{} {}", number(at.0), number(at.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_broken_and_marked() {
        let mut canvas = Canvas::new("en");
        let words = Words::new("press 申込む & \"go\"", "en");
        let height = canvas.text((10.0, 20.0), 300.0, &words);
        assert!((height - 24.0).abs() < 1e-9);
        let svg = canvas.finish("screens.x", 99.5, "a < b", "c & d").svg;
        let line = "<tspan x=\"10\" y=\"38.1\">press <tspan lang=\"ja\">申込む</tspan> &amp; &quot;go&quot;</tspan></text>";
        assert!(svg.contains(line), "{svg}");
        assert!(svg.contains("viewBox=\"0 0 360 100\""), "{svg}");
        assert!(svg.contains("<title id=\"drawing-screens-x-title\">a &lt; b</title>"));
        assert!(svg.contains("<desc id=\"drawing-screens-x-desc\">c &amp; d</desc>"));
    }

    #[test]
    fn an_arrow_ends_where_it_should() {
        let mut canvas = Canvas::new("en");
        canvas.arrow((0.0, 0.0), (20.0, 0.0), Colour::Text);
        assert!(canvas.body.contains("d=\"M0 0 L11 0\""), "{}", canvas.body);
        let head = "d=\"M20 0 L11 4.5 L11 -4.5Z\"";
        assert!(canvas.body.contains(head), "{}", canvas.body);
    }
}
