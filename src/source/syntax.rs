//! What is said of YAML that cannot be read, in words for people who write facts, not parsers.

use granit_parser::{ErrorKind, ScanError};

use super::slips;
use crate::diagnostic::{FileId, Finding, Findings, Place};

/// How many lines above an error a bracket is looked for that was left open.
const LINES_ABOVE: usize = 5;

/// A message with its remedy, each in Japanese and English.
type Said = [&'static str; 4];

const QUOTES: [&str; 2] = [
    "文全体を引用符で囲んでください: `\"…\"`（文の中の `\"` は `\\\"` と書きます）",
    "put the whole text in quotes: `\"…\"` (a `\"` inside is written `\\\"`)",
];

const UNCLOSED_QUOTE: Said = [
    "引用符が閉じられていません",
    "this quote is not closed",
    "文の終わりに、始めと同じ引用符を書いてください（文の中の `\"` は `\\\"` と書きます）",
    "write the same quote at the end of the text (a `\"` inside is written `\\\"`)",
];

/// Explains why a text is not YAML, unless `said` has found fault with that very line.
pub(super) fn explain(
    error: &ScanError,
    text: &str,
    file: FileId,
    said: &Findings,
) -> Option<Finding> {
    let at = error.marker().byte_offset().unwrap_or(text.len());
    let at = text.floor_char_boundary(at.min(text.len()));
    let line_start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let is_on_line =
        |finding: &Finding| (line_start..=at).contains(&(finding.place.start as usize));
    if said.iter().any(is_on_line) {
        return None;
    }
    let (start, [ja, en, remedy_ja, remedy_en]) = open_bracket(error.kind(), text, at)
        .unwrap_or_else(|| (at, explanation(error.kind(), text, line_start, at)));
    let finding = Finding::error(
        "yaml-syntax",
        Place::new(file, start..start),
        ja,
        format!("{en} ({})", error.info()),
    );
    Some(finding.remedy(remedy_ja, remedy_en))
}

fn explanation(kind: &ErrorKind, text: &str, line_start: usize, at: usize) -> Said {
    let before = text.get(line_start..at).unwrap_or_default();
    let value = value_at(text, line_start, at);
    match kind {
        ErrorKind::UnclosedQuotedScalar => UNCLOSED_QUOTE,
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => said(
            "引用符を閉じた後に文字があります",
            "there is more after the closing quote",
            QUOTES,
        ),
        _ if value.starts_with(['*', '&', '!', '@', '%', '`', '|', '>']) => said(
            "`*`・`&`・`!`・`@`・`%`・`|`・`>`・バッククォートで始まる文は、引用符で囲まないと読めません",
            "a text that begins with `*`, `&`, `!`, `@`, `%`, `|`, `>` or a backquote is only read in quotes",
            QUOTES,
        ),
        ErrorKind::MappingValueNotAllowed if before.contains(": ") => said(
            "`: ` を含む文は、引用符で囲まないと読めません",
            "a text that contains `: ` is only read in quotes",
            QUOTES,
        ),
        _ if before.trim_end().ends_with([']', '}']) => said(
            "括弧の後に文字があります。`[` や `{` で始まる文は、引用符で囲まないと読めません",
            "there is more after the closing bracket: a text that begins with `[` or `{` is only read in quotes",
            QUOTES,
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => [
            "この行に `キー: 値` の `: ` がありません",
            "there is no `: ` in this line, as in `key: value`",
            "キーの後に、半角のコロンと空白 `: ` を書いてください",
            "write a colon and a space after the key: `: `",
        ],
        ErrorKind::RecursionLimitExceeded => [
            "入れ子が深すぎます",
            "this is nested too deeply",
            "余分な `[`・`{`・`- ` を消してください",
            "remove the `[`, `{` and `- ` that are too many",
        ],
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidIndentation
        | ErrorKind::MappingValueNotAllowed => [
            "この行の字下げが、前の行と合いません",
            "the indentation of this line does not fit the lines before",
            "同じ記録のキーは、前の行のキーと同じ桁から書いてください",
            "begin the keys of a record in the same column as the key in the line before",
        ],
        _ => [
            "YAMLとして読めません",
            "this is not readable as YAML",
            "この行と前の行で、字下げ、`: ` の後の空白、閉じる引用符、閉じる `}` と `]` を確かめてください。記号を含む文は引用符で囲んでください",
            "check this line and the one before: the indentation, the space after `:`, closing quotes, closing `}` and `]`; put a text with such marks in quotes",
        ],
    }
}

fn said(ja: &'static str, en: &'static str, [remedy_ja, remedy_en]: [&'static str; 2]) -> Said {
    [ja, en, remedy_ja, remedy_en]
}

/// The value in whose middle the error stands, from its beginning.
fn value_at(text: &str, line_start: usize, at: usize) -> &str {
    let end = text.ceil_char_boundary(at.saturating_add(1).min(text.len()));
    let before = text.get(line_start..end).unwrap_or_default();
    let after = |mark: &str| before.rfind(mark).map_or(0, |found| found + mark.len());
    let marks = [": ", "- ", ", ", "{", "["];
    let start = marks.into_iter().map(after).max().unwrap_or(0);
    text.get(line_start + start..)
        .unwrap_or_default()
        .trim_start_matches(' ')
}

/// The bracket that was left open, where that is what the error comes from.
fn open_bracket(kind: &ErrorKind, text: &str, at: usize) -> Option<(usize, Said)> {
    let is_about_brackets = matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::UnexpectedEof
    );
    let end = text
        .get(at..)?
        .find('\n')
        .map_or(text.len(), |newline| at + newline);
    let mut end = end;
    for _ in 0..=LINES_ABOVE {
        let start = text
            .get(..end)?
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let open = slips::open_bracket(text.get(start..end)?);
        if let Some(offset) = open.filter(|offset| is_about_brackets && start + offset < at) {
            let said = match text.get(start + offset..) {
                Some(rest) if rest.lines().next().is_some_and(|line| line.contains(" #")) => [
                    "この括弧が閉じられていません。空白の後の `#` から行の終わりまでは、注記として読み飛ばされます",
                    "this bracket is not closed: from a `#` after a space to the end of the line all is a remark",
                    "`#` で始まる値は引用符で囲んでください: `\"#0017c1\"`",
                    "put a value that begins with `#` in quotes: `\"#0017c1\"`",
                ],
                Some(rest) if rest.starts_with('[') => [
                    "この `[` が閉じられていません",
                    "this `[` is not closed",
                    "`]` で閉じてください（`[` で始まる文なら、全体を引用符で囲んでください）",
                    "close it with `]` (if a text begins with `[`, put all of it in quotes)",
                ],
                _ => [
                    "この `{` が閉じられていません",
                    "this `{` is not closed",
                    "`}` で閉じてください（`{` で始まる文なら、全体を引用符で囲んでください）",
                    "close it with `}` (if a text begins with `{`, put all of it in quotes)",
                ],
            };
            return Some((start + offset, said));
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// A value that is too long.
pub(super) fn too_long(place: Place, most: usize) -> Finding {
    let kib = most / 1024;
    Finding::error(
        "too-long",
        place,
        format!("値が長すぎます（{kib} KiBまで）"),
        format!("this value is longer than {kib} KiB"),
    )
    .remedy(
        "長い文は content/ のMarkdownに書いてください",
        "write long texts in Markdown, under content/",
    )
}

/// A key that is a list or a mapping.
pub(super) fn bad_key(place: Place) -> Finding {
    Finding::error(
        "bad-key",
        place,
        "キーが語ではありません",
        "this key is not a word",
    )
    .remedy(
        "`:` の前には語を1つだけ書いてください。括弧で始まる文なら、全体を引用符で囲んでください",
        "write a single word before `:`; if this is a text that begins with a bracket, put all of it in quotes",
    )
}

/// A word with `&` before a value, or one with `*` in place of a value.
pub(super) fn anchor_or_alias(place: Place) -> Finding {
    Finding::error(
        "yaml-anchor",
        place,
        "YAMLのアンカー（`&` で始まる語）と別名（`*` で始まる語）は使えません",
        "YAML anchors (words with `&`) and aliases (words with `*`) are not read",
    )
    .remedy(
        "文の初めの `&` や `*` なら、文全体を引用符で囲んでください: `\"…\"`。そうでなければ、指している値をそのまま書いてください",
        "if the text itself begins with `&` or `*`, put it in quotes: `\"…\"`; else write out the value that is meant",
    )
}

/// A word with `!` before a value.
pub(super) fn tag(place: Place) -> Finding {
    Finding::error(
        "yaml-tag",
        place,
        "YAMLのタグ（`!` で始まる語）は使えません",
        "YAML tags (words with `!`) are not read",
    )
    .remedy(
        "文の初めの `!` なら、文全体を引用符で囲んでください: `\"!…\"`。そうでなければ、この語を消してください",
        "if the text itself begins with `!`, put all of it in quotes: `\"!…\"`; else delete this word",
    )
}
