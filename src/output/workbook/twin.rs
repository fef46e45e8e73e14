//! The twin of a table for programs that read no workbooks: a CSV file with two rows of headings, the labels and the ids.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use encoding_rs::SHIFT_JIS;

use super::words::Words;
use crate::diagnostic::{Finding, Place};
use crate::model::settings::CsvEncoding;
use crate::model::tables::Column;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The bytes of the twin; a finding for each cell that the encoding cannot write.
pub(super) fn make(
    words: &Words<'_>,
    columns: &[&Column<'_>],
    encoding: CsvEncoding,
    name: &str,
) -> (Vec<u8>, Vec<Finding>) {
    let labels = columns.iter().map(|column| {
        let labels = words.of(column.fact, "label");
        (
            labels.into_iter().next().unwrap_or_default(),
            column.fact.place,
        )
    });
    let labels: Vec<(String, Place)> = labels.collect();
    let headings = labels.iter().map(|(label, _)| neutral(label));
    let ids = columns.iter().map(|column| column.path());
    let text = written(&[headings.collect(), ids.collect()]);
    match encoding {
        CsvEncoding::Utf8 => (
            (BYTE_ORDER_MARK.to_owned() + &text).into_bytes(),
            Vec::new(),
        ),
        CsvEncoding::Cp932 => {
            let faults = (0..).zip(&labels).filter_map(|(at, (label, place))| {
                unwritable(label).map(|c| finding(c, &super::lists::cell(0, at), name, *place))
            });
            let faults = faults.collect();
            (SHIFT_JIS.encode(&text).0.into_owned(), faults)
        }
    }
}

/// A cell that no sheet takes for a formula.
fn neutral(cell: &str) -> String {
    let is_formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']);
    match is_formula {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// Rows with line ends as Windows writes them.
fn written(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    for row in rows {
        // Rows are equally long, and memory takes all of them.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The first character that CP932 has not.
fn unwritable(text: &str) -> Option<char> {
    text.chars()
        .find(|c| SHIFT_JIS.encode(c.encode_utf8(&mut [0; 4])).2)
}

fn finding(c: char, cell: &str, name: &str, place: Place) -> Finding {
    Finding::error(
        "workbook",
        place,
        format!("`{c}` はCP932では書けません（`{name}` の {cell}）"),
        format!("`{c}` cannot be written in CP932 (`{name}`, cell {cell})"),
    )
    .remedy(
        "別の文字にするか、guide.yaml の `csv_encoding` を `utf-8` にしてください",
        "use another character, or set `csv_encoding` in guide.yaml to `utf-8`",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_takes_no_heading_for_a_formula() {
        for cell in ["=1+1", "+81", "-1", "@SUM(A1)", " =1", "＝１", "\t=1"] {
            assert_eq!(neutral(cell), format!("'{cell}"));
        }
        assert_eq!(neutral("国籍・地域"), "国籍・地域");
    }

    #[test]
    fn rows_are_quoted_where_they_must_be() {
        let row = ["a", "b,c", "d\"e", "f\ng"].map(str::to_owned).to_vec();
        assert_eq!(written(&[row]), "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n");
    }

    #[test]
    fn what_cp932_has_not_is_found() {
        assert_eq!(unwritable("髙①㈱〜"), Some('〜'));
        assert_eq!(unwritable("髙①㈱～－"), None);
        assert_eq!(unwritable("Côte"), Some('ô'));
    }
}
