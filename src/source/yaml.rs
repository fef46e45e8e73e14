//! Reads one YAML text into a [`Node`], without guessing types, and says everything that is wrong with it.
//!
//! Anchors, aliases, tags and several documents in a file are refused: nobody who edits facts needs them, and they are
//! how a small file becomes a large one. Depth and length are bounded, so that hostile input ends soon.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScanError, Span};

use super::node::{Entry, Node, Value};
use super::{slips, syntax};
use crate::diagnostic::{FileId, Files, Finding, Findings, Place};

/// Deepest nesting that is read; the deepest data file has 7.
const MAX_DEPTH: usize = 32;
/// Longest scalar that is read, in bytes.
const MAX_SCALAR: usize = 64 * 1024;

/// Reads a file that [`Files`] holds. `None` where nothing could be read; the findings say why.
pub fn read(files: &Files, file: FileId, findings: &mut Findings) -> Option<Node> {
    read_text(files.text(file), file, findings)
}

/// Reads `text`, whose bytes stand at the beginning of `file`.
pub fn read_text(text: &str, file: FileId, findings: &mut Findings) -> Option<Node> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = Reader {
        parser,
        text,
        file,
        findings: Findings::default(),
    };
    let result = reader.document();
    let mut own = reader.findings;
    let node = result.unwrap_or_else(|stop| {
        if let Stop::Syntax(error) = stop {
            // Where a slip explains what the parser could not, it is said instead.
            let slips = slips::find(text, file);
            if slips.is_empty() {
                own.extend(syntax::explain(&error, text, file, &own));
            }
            own.extend(slips);
        }
        None
    });
    findings.extend(own);
    node
}

/// Why reading stopped.
enum Stop {
    /// The text is not YAML.
    Syntax(ScanError),
    /// A finding was made that leaves nothing to read.
    Refused,
}

struct Reader<'a> {
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    text: &'a str,
    file: FileId,
    findings: Findings,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Stop> {
        match self.parser.next() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(Stop::Syntax(error)),
            None => Err(Stop::Refused),
        }
    }

    /// The one document of the file; `None` where the file is empty.
    fn document(&mut self) -> Result<Option<Node>, Stop> {
        let mut document = None;
        let mut seen = false;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if seen => {
                    self.say(
                        &span,
                        "several-documents",
                        "1つのファイルに文書が2つあります",
                        "a second document starts here",
                    );
                    return Ok(document);
                }
                Event::DocumentStart(..) => {
                    let (event, span) = self.next()?;
                    document = Some(self.node(event, &span)?)
                        .filter(|node| !matches!(node.value, Value::Null | Value::Refused));
                    seen = true;
                }
                _ => return Ok(document),
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: &Span) -> Result<Node, Stop> {
        self.refuse_anchor_and_tag(&event, span);
        match event {
            Event::Scalar(text, style, ..) => {
                Ok(self.scalar(&text, style == granit_parser::ScalarStyle::Plain, span))
            }
            Event::SequenceStart(..) => self.list(span),
            Event::MappingStart(..) => match slips::reference_at(self.text, self.place(span)) {
                Some(slip) => {
                    // Nothing in there is YAML: what it looks like to YAML is of no interest.
                    let before = std::mem::take(&mut self.findings);
                    let place = self.map(span)?.place;
                    self.findings = before;
                    self.findings.push(slip);
                    Ok(refused(place))
                }
                None => self.map(span),
            },
            _ => Ok(refused(self.place(span))),
        }
    }

    fn scalar(&mut self, text: &str, plain: bool, span: &Span) -> Node {
        let place = self.place(span);
        if text.len() > MAX_SCALAR {
            let at = Place {
                end: place.start,
                ..place
            };
            self.findings.push(syntax::too_long(at, MAX_SCALAR));
            return refused(at);
        }
        if text.chars().any(is_control) {
            self.findings.push(control_character(place));
            return refused(place);
        }
        let value = if plain && matches!(text, "" | "~" | "null") {
            Value::Null
        } else {
            Value::Scalar(text.to_owned())
        };
        Node { value, place }
    }

    fn list(&mut self, start: &Span) -> Result<Node, Stop> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                return Ok(Node {
                    value: Value::List(items),
                    place: self.place(start),
                });
            }
            items.push(self.node(event, &span)?);
        }
    }

    fn map(&mut self, start: &Span) -> Result<Node, Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut first = BTreeMap::new();
        let mut has_bad_key = false;
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                let place = self.place(start);
                return Ok(match entries.first() {
                    // Nothing is left of it: that is no empty mapping.
                    None if has_bad_key => refused(place),
                    first => Node {
                        place: first.map_or(place, |first| first.key_place),
                        value: Value::Map(entries),
                    },
                });
            }
            let key = self.node(event, &span)?;
            let (event, span) = self.next()?;
            let node = self.node(event, &span)?;
            let Some(name) = key.scalar() else {
                has_bad_key = true;
                if !matches!(key.value, Value::Refused) {
                    self.findings.push(syntax::bad_key(key.place));
                }
                continue;
            };
            if let Some(first) = first.get(name) {
                self.findings.push(
                    Finding::error(
                        "duplicate-key",
                        key.place,
                        format!("キー `{name}` が2回書かれています"),
                        format!("the key `{name}` is written twice"),
                    )
                    .remedy("どちらか一方を消してください", "remove one of the two")
                    .other(*first, "1回目", "first written here"),
                );
                continue;
            }
            first.insert(name.to_owned(), key.place);
            entries.push(Entry {
                key: name.to_owned(),
                key_place: key.place,
                node,
            });
        }
    }

    fn refuse_anchor_and_tag(&mut self, event: &Event<'a>, span: &Span) {
        let (anchor, tag) = match event {
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let place = self.place(span);
                self.findings.push(syntax::anchor_or_alias(place));
                return;
            }
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => (*anchor != 0, tag.is_some()),
            _ => return,
        };
        let place = self.place(span);
        if anchor {
            let at = self.before(place, '&');
            self.findings.push(syntax::anchor_or_alias(at));
        }
        if tag {
            let at = self.before(place, '!');
            self.findings.push(syntax::tag(at));
        }
    }

    /// The word with this mark that stands right before a value, else the value.
    fn before(&self, value: Place, mark: char) -> Place {
        let mut end = value.start as usize;
        // An anchor and a tag may both stand there, in either order.
        for _ in 0..2 {
            let text = self.text.get(..end).unwrap_or_default().trim_end();
            let start = text
                .rfind([' ', '\n', '\t', ',', '[', '{'])
                .map_or(0, |at| at + 1);
            if text.get(start..).is_some_and(|word| word.starts_with(mark)) {
                return Place::new(self.file, start..text.len());
            }
            end = start;
        }
        value
    }

    fn say(&mut self, span: &Span, code: &'static str, ja: &str, en: &str) {
        let place = self.place(span);
        let remedy = ("`---` の行を消してください", "remove the line `---`");
        self.findings
            .push(Finding::error(code, place, ja, en).remedy(remedy.0, remedy.1));
    }

    fn place(&self, span: &Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        let end = range.end.min(self.text.len());
        // Plain scalars may carry the white space that follows them.
        let trimmed = self
            .text
            .get(range.start..end)
            .map_or(range.start, |slice| range.start + slice.trim_end().len());
        Place::new(self.file, range.start..trimmed.max(range.start))
    }
}

/// A character that no text needs and that could steer a terminal or hide words from a reader.
pub(super) fn is_control(c: char) -> bool {
    let hides = matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    hides || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// The finding for one.
pub(super) fn control_character(place: Place) -> Finding {
    Finding::error(
        "control-character",
        place,
        "見えない制御文字があります",
        "there is an invisible control character",
    )
    .remedy(
        "この文字を消して、UTF-8で保存し直してください",
        "delete it and save the file again as UTF-8",
    )
}

fn refused(place: Place) -> Node {
    Node {
        value: Value::Refused,
        place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> (Option<Node>, Vec<(&'static str, usize, usize)>) {
        let mut files = Files::default();
        let file = files.add("a.yaml", text);
        let mut findings = Findings::default();
        let node = read(&files, file, &mut findings);
        let list = findings.iter().map(|finding| {
            let at = files.position(finding.place);
            (finding.code, at.line, at.column)
        });
        (node, list.collect())
    }

    #[test]
    fn scalars_stay_as_written() {
        let (node, findings) = read_all("a: no\nb: 0570013904\nc: 1.10\nd: \"\"\ne:\n");
        let node = node.expect("readable");
        assert!(findings.is_empty());
        assert_eq!(node.scalar_at("a"), Some("no"));
        assert_eq!(node.scalar_at("b"), Some("0570013904"));
        assert_eq!(node.scalar_at("c"), Some("1.10"));
        assert_eq!(node.scalar_at("d"), Some(""));
        assert!(matches!(node.get("e").map(|e| &e.value), Some(Value::Null)));
    }

    #[test]
    fn every_duplicate_key_is_found_at_its_own_line() {
        let (_, findings) = read_all("a: 1\nb: 2\na: 3\nb: 4\n");
        assert_eq!(findings, [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]);
    }

    #[test]
    fn anchors_tags_and_second_documents_are_refused() {
        assert_eq!(
            read_all("a: &x 1\nb: *x\n").1,
            [("yaml-anchor", 1, 4), ("yaml-anchor", 2, 4)]
        );
        assert_eq!(read_all("a: !!int 1\n").1, [("yaml-tag", 1, 4)]);
        assert_eq!(
            read_all("- {a: !x &y b}\n").1,
            [("yaml-anchor", 1, 10), ("yaml-tag", 1, 7)]
        );
        assert_eq!(
            read_all("a: 1\n---\nb: 2\n").1,
            [("several-documents", 2, 1)]
        );
    }

    #[test]
    fn deep_and_long_input_ends_with_a_finding() {
        assert_eq!(read_all(&"[".repeat(10_000)).1[0].0, "yaml-syntax");
        let deep = (0..10_000).fold(String::new(), |text, n| text + &" ".repeat(n) + "a:\n");
        assert_eq!(read_all(&deep[..2_000_000]).1[0].0, "yaml-syntax");
        assert_eq!(
            read_all(&format!("a: {}", "x".repeat(5_000_000))).1,
            [("too-long", 1, 4)]
        );
    }
}
