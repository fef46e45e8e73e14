//! From text to tokens, in three passes: CommonMark, then bold next to Japanese brackets, then line breaks between
//! Japanese letters. CommonMark's rules for the last two are made for languages that put spaces between words.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::{Document, Token};

/// Parses `text`, which starts `offset` bytes into its file.
#[must_use]
pub fn parse(text: &str, offset: usize) -> Document {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM;
    let tokens = split_texts(Parser::new_ext(text, options).into_offset_iter(), text);
    let mut document = join_lines(pair_stars(tokens));
    for (_, range) in &mut document {
        *range = range.start + offset..range.end + offset;
    }
    document
}

/// Cuts texts into words, `**` and references. Code stays whole, and so does what the source writes otherwise (`&amp;`, `\*`):
/// those stars and braces are meant as such.
fn split_texts<'a>(
    events: impl Iterator<Item = (Event<'a>, Range<usize>)>,
    source: &str,
) -> Document {
    let mut document = Document::new();
    let mut in_code = false;
    // The parser cuts texts at every special character: what stands side by side is read together.
    let mut run = 0..0;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        let is_words = matches!(&event, Event::Text(text) if !in_code && source.get(range.clone()) == Some(&**text));
        if is_words && run.end == range.start && !run.is_empty() {
            run.end = range.end;
            continue;
        }
        split_text(
            source.get(run.clone()).unwrap_or(""),
            run.start,
            &mut document,
        );
        run = if is_words {
            range.clone()
        } else {
            range.end..range.end
        };
        if !is_words {
            document.push((Token::Markdown(event.into_static()), range));
        }
    }
    split_text(
        source.get(run.clone()).unwrap_or(""),
        run.start,
        &mut document,
    );
    document
}

fn split_text(text: &str, start: usize, document: &mut Document) {
    let mut rest = text;
    let mut at = start;
    while !rest.is_empty() {
        let (length, token) = if let Some((length, path)) = reference(rest) {
            (length, Token::Reference(path.to_owned()))
        } else {
            let length = if rest.starts_with("**") {
                2
            } else {
                next_special(rest)
            };
            (
                length,
                Token::Markdown(Event::Text(CowStr::from(rest[..length].to_owned()))),
            )
        };
        document.push((token, at..at + length));
        at += length;
        rest = &rest[length..];
    }
}

/// Longest reference that is looked for, in bytes: without a bound a page of braces would take for ever.
const MAX_REFERENCE: usize = 200;

/// The length of `{{ path }}` at the beginning of a text, and the path.
fn reference(text: &str) -> Option<(usize, &str)> {
    let inner = text.strip_prefix("{{")?;
    let near = inner.get(..inner.floor_char_boundary(MAX_REFERENCE))?;
    let end = near.find("}}")?;
    let path = inner[..end].trim();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (!path.is_empty() && path.chars().all(allowed)).then_some((end + 4, path))
}

/// Where the next `**` or reference begins.
fn next_special(text: &str) -> usize {
    let mut from = text.chars().next().map_or(0, char::len_utf8);
    while let Some(found) = text[from..].find(['*', '{']) {
        let at = from + found;
        if text[at..].starts_with("**") || reference(&text[at..]).is_some() {
            return at;
        }
        from = at + 1;
    }
    text.len()
}

/// `**「…」**です` is not bold in CommonMark; here the stars that it leaves over make pairs within their paragraph.
fn pair_stars(tokens: Document) -> Document {
    let is_stars =
        |token: &Token| matches!(token, Token::Markdown(Event::Text(text)) if &**text == "**");
    let mut document: Document = Vec::with_capacity(tokens.len());
    let mut open: Vec<Option<usize>> = vec![None];
    for (token, range) in tokens {
        match &token {
            Token::Markdown(Event::Start(_)) => open.push(None),
            Token::Markdown(Event::End(_)) => {
                open.pop();
            }
            _ => {}
        }
        let pending = open.last().copied().flatten();
        match (is_stars(&token), pending) {
            (true, Some(start)) if start + 1 < document.len() => {
                if let Some((first, _)) = document.get_mut(start) {
                    *first = Token::Markdown(Event::Start(Tag::Strong));
                }
                document.push((Token::Markdown(Event::End(TagEnd::Strong)), range));
                set_last(&mut open, None);
            }
            (true, _) => {
                set_last(&mut open, Some(document.len()));
                document.push((token, range));
            }
            (false, _) => document.push((token, range)),
        }
    }
    document
}

fn set_last(open: &mut [Option<usize>], value: Option<usize>) {
    if let Some(last) = open.last_mut() {
        *last = value;
    }
}

/// A line break between two Japanese letters would show as a gap: it goes.
fn join_lines(tokens: Document) -> Document {
    let mut after = None;
    let mut follows: Vec<Option<char>> = tokens
        .iter()
        .rev()
        .map(|(token, _)| {
            let follows = after;
            after = edges(token).map_or(after, |(first, _)| Some(first));
            follows
        })
        .collect();
    let mut before = None;
    let mut document = Vec::with_capacity(tokens.len());
    for (token, range) in tokens {
        let follows = follows.pop().flatten();
        before = edges(&token).map_or(before, |(_, last)| Some(last));
        let is_gap = before.is_some_and(is_wide) && follows.is_some_and(is_wide);
        if !(is_gap && token == Token::Markdown(Event::SoftBreak)) {
            document.push((token, range));
        }
    }
    document
}

/// The first and the last character of what is read aloud.
fn edges(token: &Token) -> Option<(char, char)> {
    match token {
        Token::Markdown(Event::Text(text) | Event::Code(text)) => {
            Some((text.chars().next()?, text.chars().next_back()?))
        }
        // What a reference turns into is not known here: among Japanese letters it is set without a gap.
        Token::Reference(_) => Some(('　', '　')),
        Token::Markdown(_) => None,
    }
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::super::{Links, render};
    use super::*;

    fn html(text: &str) -> String {
        render(
            &parse(text, 0),
            &Links { language: "ja" },
            &mut |path, _| format!("<{path}>"),
            &|_| "注意".to_owned(),
        )
    }

    #[test]
    fn bold_next_to_japanese_brackets_is_bold() {
        assert_eq!(
            html("これは**「重要」**です。"),
            "<p>これは<strong>「重要」</strong>です。</p>\n"
        );
        assert_eq!(
            html("**注意：**次の"),
            "<p><strong>注意：</strong>次の</p>\n"
        );
        assert_eq!(
            html("**[写し](/a.html)（紙）**を"),
            "<p><strong><a href=\"/ja/a.html\">写し</a>（紙）</strong>を</p>\n"
        );
    }

    #[test]
    fn escaped_and_lonely_stars_and_code_stay() {
        assert_eq!(html(r"\*\*字\*\*"), "<p>**字**</p>\n");
        assert_eq!(html("2**3"), "<p>2**3</p>\n");
        assert_eq!(html("`**「a」**`"), "<p><code>**「a」**</code></p>\n");
    }

    #[test]
    fn line_breaks_between_japanese_letters_leave_no_gap() {
        assert_eq!(html("窓口に\n行かず"), "<p>窓口に行かず</p>\n");
        assert_eq!(html("a word\nand"), "<p>a word\nand</p>\n");
        assert_eq!(html("窓口\nA"), "<p>窓口\nA</p>\n");
    }

    #[test]
    fn references_are_found_in_words_only() {
        assert_eq!(
            html("手数料は{{ fees.extension.online }}です"),
            "<p>手数料は<fees.extension.online>です</p>\n"
        );
        assert_eq!(html("`{{ a.b }}`"), "<p><code>{{ a.b }}</code></p>\n");
        assert_eq!(html("{{ a b }}"), "<p>{{ a b }}</p>\n");
        assert_eq!(
            html(r"A&amp;B {{ a.b }} \* c"),
            "<p>A&amp;B <a.b> * c</p>\n"
        );
        assert_eq!(
            html("{{ filers.x.log_in }} {{ a.b_c_d }}"),
            "<p><filers.x.log_in> <a.b_c_d></p>\n"
        );
    }

    #[test]
    fn html_and_dangerous_links_come_out_as_text() {
        assert_eq!(html("a <b>b</b>"), "<p>a &lt;b&gt;b&lt;/b&gt;</p>\n");
        assert_eq!(
            html("<script>x</script>\n"),
            "&lt;script&gt;x&lt;/script&gt;\n"
        );
        assert_eq!(html("[x](javascript:alert)"), "<p>x</p>\n");
        assert_eq!(html("![x](https://a.example/b.png)"), "<p>x</p>\n");
    }

    #[test]
    fn places_count_from_the_beginning_of_the_file() {
        let document = parse("手数料 {{ a.b }}", 100);
        let place = document
            .iter()
            .find(|(token, _)| matches!(token, Token::Reference(_)))
            .map(|(_, range)| range.clone());
        assert_eq!(place, Some(110..119));
    }
}
