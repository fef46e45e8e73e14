//! From tokens to HTML. Raw HTML comes out as text, unsafe links as their words, pictures as their description.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Tag, TagEnd, html};

use super::table::Tables;
use super::{Document, Token, is_alone, is_internal, is_safe_link, mark_japanese};

/// How links of the text are made into links of the site.
#[derive(Debug, Clone, Copy)]
pub struct Links<'a> {
    /// The language whose root `/` means.
    pub language: &'a str,
}

/// Renders a text. `reference` gives the HTML of a reference (alone in its paragraph or not), `callout` the heading of a
/// call-out by its class.
#[must_use]
pub fn render(
    document: &Document,
    links: &Links<'_>,
    reference: &mut dyn FnMut(&str, bool) -> String,
    callout: &dyn Fn(&str) -> String,
) -> String {
    let mut events = Vec::with_capacity(document.len());
    let mut links_open: Vec<bool> = Vec::new();
    let mut tables = Tables::default();
    let mut at = 0;
    while let Some((token, _)) = document.get(at) {
        if let Some(path) = alone(document, at) {
            events.push(Event::Html(reference(path, true).into()));
            at += 3;
            continue;
        }
        at += 1;
        match token {
            Token::Reference(path) => {
                let html = Event::InlineHtml(reference(path, false).into());
                events.push(tables.write(html));
            }
            Token::Markdown(event) => {
                let event = safe(event, links, &mut links_open, callout);
                events.extend(event.map(|event| tables.write(event)));
            }
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}

/// Renders a text that is a single paragraph, without its `<p>`.
#[must_use]
pub fn render_inline(
    document: &Document,
    links: &Links<'_>,
    reference: &mut dyn FnMut(&str, bool) -> String,
) -> String {
    let mut inline = |path: &str, _: bool| reference(path, false);
    let is_paragraph = |token: &Token| {
        matches!(
            token,
            Token::Markdown(Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph))
        )
    };
    let marks = document
        .iter()
        .filter(|(token, _)| is_paragraph(token))
        .count();
    if marks > 2 {
        return render(document, links, &mut inline, &|_| String::new());
    }
    let inner: Vec<(Token, Range<usize>)> = document
        .iter()
        .filter(|(token, _)| !is_paragraph(token))
        .cloned()
        .collect();
    render(&inner, links, &mut inline, &|_| String::new())
}

/// The reference that fills the paragraph beginning here.
fn alone(document: &Document, at: usize) -> Option<&str> {
    match document.get(at + 1)? {
        (Token::Reference(path), _) if is_alone(document, at + 1) => Some(path),
        _ => None,
    }
}

fn safe<'a>(
    event: &'a Event<'static>,
    links: &Links<'_>,
    links_open: &mut Vec<bool>,
    callout: &dyn Fn(&str) -> String,
) -> Option<Event<'a>> {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(CowStr::Borrowed(html))),
        Event::Start(Tag::HtmlBlock | Tag::Image { .. })
        | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => None,
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            links_open.push(is_safe_link(dest_url));
            is_safe_link(dest_url).then(|| {
                let dest_url = match dest_url.strip_prefix('/') {
                    Some(rest) if is_internal(dest_url) => {
                        format!("/{}/{rest}", links.language).into()
                    }
                    _ => dest_url.clone(),
                };
                Event::Start(Tag::Link {
                    link_type: *link_type,
                    dest_url,
                    title: title.clone(),
                    id: id.clone(),
                })
            })
        }
        Event::End(TagEnd::Link) => links_open.pop().unwrap_or(false).then(|| event.clone()),
        // Only the id of a heading is ours to set.
        Event::Start(Tag::Heading { level, id, .. }) => Some(Event::Start(Tag::Heading {
            level: *level,
            id: id.clone(),
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::Start(Tag::BlockQuote(Some(kind))) => {
            let class = class(*kind);
            let heading = escape(&callout(class));
            Some(Event::Html(
                format!(
                    "<div class=\"callout {class}\" role=\"note\">\n<p class=\"callout-label\">{heading}</p>\n"
                )
                .into(),
            ))
        }
        Event::End(TagEnd::BlockQuote(Some(_))) => Some(Event::Html("</div>\n".into())),
        Event::HardBreak => Some(Event::InlineHtml("<br>\n".into())),
        Event::Text(text) => Some(Event::InlineHtml(
            mark_japanese(text, links.language).into(),
        )),
        other => Some(other.clone()),
    }
}

fn class(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

/// Escapes a text for HTML, attributes included.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
