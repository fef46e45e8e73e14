//! The colours of drawings, and numbers as SVG writes them.

/// A colour of the theme, named after its custom property in `theme/css/1-tokens.css`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    None,
    Text,
    Quiet,
    Line,
    Page,
    Panel,
    Link,
    Accent,
    OnAccent,
    Warn,
    WarnPage,
    Estimate,
    Good,
}

impl Colour {
    /// Its name in classes, and its value where no style sheet is at hand.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::None => ("", "none"),
            Self::Text => ("text", "#1a1a1a"),
            Self::Quiet => ("quiet", "#4d4d4d"),
            Self::Line => ("line", "#cccccc"),
            Self::Page => ("page", "#ffffff"),
            Self::Panel => ("panel", "#f2f2f2"),
            Self::Link => ("link", "#0055ad"),
            Self::Accent => ("accent", "#00428c"),
            Self::OnAccent => ("on-accent", "#ffffff"),
            Self::Warn => ("warn", "#a90000"),
            Self::WarnPage => ("warn-page", "#fdeeee"),
            Self::Estimate => ("estimate", "#604b00"),
            Self::Good => ("good", "#115a36"),
        }
    }
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    fill: Colour,
    stroke: Colour,
    width: f64,
    dashed: bool,
}

impl Paint {
    /// An area without an outline.
    pub(super) fn fill(fill: Colour) -> Self {
        Self {
            fill,
            stroke: Colour::None,
            width: 0.0,
            dashed: false,
        }
    }

    /// A line or an outline.
    pub(super) fn stroke(stroke: Colour) -> Self {
        Self {
            fill: Colour::None,
            stroke,
            width: 1.5,
            dashed: false,
        }
    }

    /// The same with this inside.
    pub(super) fn filled(self, fill: Colour) -> Self {
        Self { fill, ..self }
    }

    /// The same with this outline.
    pub(super) fn outlined(self, stroke: Colour) -> Self {
        Self {
            stroke,
            width: 1.5,
            ..self
        }
    }

    /// The same with a line as thick as this.
    pub(super) fn thick(self, width: f64) -> Self {
        Self { width, ..self }
    }

    /// The same with a dashed line.
    pub(super) fn dashed(self) -> Self {
        Self {
            dashed: true,
            ..self
        }
    }

    /// As attributes of an element, a space before each.
    pub(super) fn attributes(self) -> String {
        let (fill, fill_value) = self.fill.names();
        let (stroke, stroke_value) = self.stroke.names();
        let mut classes = Vec::new();
        let mut out = vec![format!(" fill=\"{fill_value}\"")];
        if self.fill != Colour::None {
            classes.push(format!("f-{fill}"));
        }
        if self.stroke != Colour::None {
            classes.push(format!("s-{stroke}"));
            let width = number(self.width);
            out.push(format!(
                " stroke=\"{stroke_value}\" stroke-width=\"{width}\""
            ));
        }
        if self.dashed {
            out.push(" stroke-dasharray=\"6 4\"".to_owned());
        }
        format!(" class=\"{}\"{}", classes.join(" "), out.concat())
    }
}

/// A number with at most one decimal.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // Never `-0`.
    format!("{}", rounded + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(12.345), "12.3");
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(0.1 + 0.2), "0.3");
    }

    #[test]
    fn paint_names_its_colours_and_holds_them() {
        assert_eq!(
            Paint::fill(Colour::Page)
                .outlined(Colour::Link)
                .attributes(),
            " class=\"f-page s-link\" fill=\"#ffffff\" stroke=\"#0055ad\" stroke-width=\"1.5\""
        );
        assert!(
            Paint::stroke(Colour::Quiet)
                .dashed()
                .attributes()
                .contains("stroke-dasharray")
        );
    }
}
