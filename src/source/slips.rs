//! Slips of the keyboard that YAML itself explains badly: a Japanese input method left on, a word processor's quotes, tabs.

use std::ops::Range;

use crate::diagnostic::{FileId, Finding, Findings, Place};

/// Finds them line by line. Where there are any, they explain what the parser would only call a syntax error.
pub(super) fn find(text: &str, file: FileId) -> Findings {
    let mut findings = Findings::default();
    let mut start = 0;
    let mut block = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let is_words = block.is_some_and(|outer| indent > outer || line.trim().is_empty());
        if !is_words {
            findings.extend(in_line(line.trim_end(), start, file));
            findings.extend(unquoted_reference(line, start, file));
            block = opens_block(line).then_some(indent);
        }
        start += line.len();
    }
    findings
}

fn unquoted_reference(line: &str, start: usize, file: FileId) -> Option<Finding> {
    let range = scan(line).reference?;
    let place = Place::new(file, start + range.start..start + range.end);
    Some(without_quotes(place))
}

/// The slip, where what YAML takes for a mapping that begins here is a reference.
pub(super) fn reference_at(text: &str, place: Place) -> Option<Finding> {
    let rest = text.get(place.start as usize..)?;
    rest.starts_with("{{").then(|| {
        let start = place.start as usize;
        without_quotes(Place::new(
            place.file,
            start..start + reference_length(rest),
        ))
    })
}

/// The length of the reference that begins a text, on its line.
fn reference_length(text: &str) -> usize {
    let line = text.lines().next().unwrap_or_default();
    line.find("}}").map_or(2, |end| end + 2)
}

fn without_quotes(place: Place) -> Finding {
    Finding::error(
        "unquoted-reference",
        place,
        "`{{ … }}` を含む文が引用符で囲まれていません",
        "a text with `{{ … }}` stands without quotes",
    )
    .remedy(
        "`\"… {{ … }} …\"` のように、文全体を引用符で囲んでください",
        "put the whole text in quotes: `\"… {{ … }} …\"`",
    )
}

/// The innermost bracket that a line opens and does not close.
pub(super) fn open_bracket(line: &str) -> Option<usize> {
    scan(line).open.last().copied()
}

/// What a line of YAML holds.
#[derive(Default)]
struct Scan {
    /// Brackets that are open at its end.
    open: Vec<usize>,
    /// The first reference that YAML takes for brackets.
    reference: Option<Range<usize>>,
}

/// Reads a line as YAML does: quotes and brackets mean something only where a value begins, or within brackets.
fn scan(line: &str) -> Scan {
    let mut scan = Scan::default();
    let mut quote = None;
    let mut begins = true;
    let mut before = ' ';
    let indent = line.len() - line.trim_start_matches(' ').len();
    for (at, c) in line.char_indices() {
        let last = std::mem::replace(&mut before, c);
        if let Some(open) = quote {
            if c == open && !(c == '"' && last == '\\') {
                quote = None;
            }
            continue;
        }
        let in_brackets = !scan.open.is_empty();
        match c {
            '#' if last == ' ' => break,
            '"' | '\'' if begins => quote = Some(c),
            '{' | '[' if begins || in_brackets => {
                let rest = line.get(at..).unwrap_or_default();
                if rest.starts_with("{{") && at > indent {
                    scan.reference = Some(at..at + reference_length(rest));
                    break;
                }
                scan.open.push(at);
            }
            '}' | ']' if in_brackets => {
                scan.open.pop();
            }
            _ => {}
        }
        let separates = match c {
            ' ' => begins || last == ':',
            '-' => begins,
            ',' | '{' | '[' => in_brackets || begins,
            _ => false,
        };
        begins = separates;
    }
    scan
}

/// Does a block of words (`|` or `>`) begin after this line?
fn opens_block(line: &str) -> bool {
    let mark = line.rsplit(": ").next().unwrap_or("").trim();
    mark.starts_with(['|', '>']) && mark.len() <= 3 && line.contains(": ")
}

fn in_line(line: &str, start: usize, file: FileId) -> Option<Finding> {
    let at =
        |offset: usize, length: usize| Place::new(file, start + offset..start + offset + length);
    let content = line.trim_start_matches([' ', '\t', '\u{3000}']);
    if content.is_empty() || content.starts_with('#') {
        return None;
    }
    let indent = &line[..line.len() - content.len()];
    if let Some(tab) = indent.find('\t') {
        return Some(
            Finding::error(
                "tab",
                at(tab, 1),
                "字下げにタブが使われています",
                "a tab is used for indentation",
            )
            .remedy(
                "タブを半角の空白に替えてください",
                "replace the tab by spaces",
            ),
        );
    }
    if let Some(space) = indent.find('\u{3000}') {
        return Some(
            Finding::error(
                "full-width-space",
                at(space, 3),
                "字下げに全角の空白があります",
                "a full-width space is used for indentation",
            )
            .remedy(
                "半角の空白に替えてください",
                "replace it by two ordinary spaces",
            ),
        );
    }
    after_key(line, content.trim_start_matches("- "), at)
}

/// What comes after the key of a line: its colon, its quotes.
fn after_key(line: &str, key: &str, at: impl Fn(usize, usize) -> Place) -> Option<Finding> {
    let word = key.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let offset = line.len() - word.len();
    if word.len() < key.len() && word.starts_with('：') {
        return Some(
            Finding::error(
                "full-width-colon",
                at(offset, 3),
                "キーの後のコロンが全角です",
                "the colon after the key is full-width",
            )
            .remedy(
                "半角のコロンと空白 `: ` を書いてください",
                "write an ordinary colon and a space: `: `",
            ),
        );
    }
    let value = word.strip_prefix(": ")?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|c| matches!(c, '“' | '”' | '‘' | '’' | '＂'))?;
    let offset = line.len() - value.len();
    Some(
        Finding::error(
            "curly-quote",
            at(offset, quote.len_utf8()),
            "引用符が全角または飾り付きです",
            "this is a curly or full-width quote",
        )
        .remedy("半角の `\"` で囲んでください", "use the plain quote `\"`"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;

    #[test]
    fn brackets_and_references_are_seen_where_yaml_sees_them() {
        let reference = |line: &str| scan(line).reference.map(|range| line[range].to_owned());
        for line in [
            "  ask: [{ja: 電話（{{ a.b }}）}]",
            "  ja: {{ a.b }}",
            "- {{ a.b }}と",
            "  {ja: \"あ\", en: call {{ a.b }}}",
        ] {
            assert_eq!(reference(line).as_deref(), Some("{{ a.b }}"), "{line}");
        }
        for line in [
            "  ja: 電話は{{ a.b }}",
            "  {ja: \"電話 {{ a.b }}\"}",
            "  - 'call {{ a.b }}'",
            "  {{ a.b }}です",
            "  a: b # {ja: {{ a.b }}}",
        ] {
            assert_eq!(reference(line), None, "{line}");
        }
        assert_eq!(open_bracket("  name: {ja: あ, en: [b]"), Some(8));
        assert_eq!(open_bracket("  name: あ {b"), None);
    }

    #[test]
    fn each_slip_is_named_at_its_place() {
        let text = "- id: a\n\tname: x\n　note: y\n  source：b\n  ja: “旅券”\n  # ：comment\n  en: a：b\n  w: >-\n    PDF：x\n";
        let mut files = Files::default();
        let file = files.add("a.yaml", text);
        let found: Vec<_> = find(text, file)
            .into_iter()
            .map(|finding| {
                (
                    finding.code,
                    files.position(finding.place).line,
                    files.position(finding.place).column,
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("tab", 2, 1),
                ("full-width-space", 3, 1),
                ("full-width-colon", 4, 9),
                ("curly-quote", 5, 7),
            ]
        );
    }
}
