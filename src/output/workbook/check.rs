//! The rule of a field as a formula that says whether a cell keeps it. `src/model/field_rule.rs` says the same in Rust; the values
//! in `tests/forms/values.json` hold both to it.
//!
//! Nothing depends on the language of the office that opens the workbook: characters are looked up in a list of all that may be
//! used (`lists.rs`), where `LENB` and `ASC` would need a Japanese Excel. A formula of a check may have 255 characters.

use jiff::civil::Date;

use crate::model::field_rule::DAYS;
use crate::model::forms::{Characters, Field, FieldType, Format};

use super::lists;

/// A formula that is true where `cell`, such as `B4`, keeps the rule of a text field or of a choice from the list of this name;
/// nothing where any text does.
pub(super) fn formula(field: &Field, cell: &str, list: Option<&str>) -> Option<String> {
    match field.r#type {
        FieldType::Choice => list.map(|list| format!("SUMPRODUCT(--EXACT({cell},{list}))>0")),
        FieldType::Text | FieldType::LongText => Some(text(field, cell)),
        FieldType::Number => Some(number(field, cell)),
        FieldType::Day => {
            let (min, max) = days();
            Some(format!("AND(ISNUMBER({cell}),{cell}>={min},{cell}<={max})"))
        }
        FieldType::Reckoned => None,
    }
}

/// The first and the last day that is taken, as sheets count days.
pub(super) fn days() -> (i32, i32) {
    // Since March 1900 the first day of sheets comes out as this one.
    let zero = Date::constant(1899, 12, 30);
    let serial = |day: Date| (day - zero).get_days();
    (serial(DAYS.0), serial(DAYS.1))
}

/// The least and the greatest value of a number.
pub(super) fn bounds(field: &Field) -> (u64, u64) {
    // Sheets keep fifteen digits of a number.
    const GREATEST: u64 = 999_999_999_999_999;
    (
        field.min.as_ref().map_or(0, |min| min.0),
        field.max.as_ref().map_or(GREATEST, |max| max.0),
    )
}

fn number(field: &Field, cell: &str) -> String {
    let (min, max) = bounds(field);
    format!("AND(ISNUMBER({cell}),{cell}=INT({cell}),{cell}>={min},{cell}<={max})")
}

fn text(field: &Field, cell: &str) -> String {
    let only = |set| only(set, cell, field.lengths().1);
    match field.format {
        Some(Format::Mail) => all([
            Some(length(field, cell)),
            Some(only(Characters::HalfWidth)),
            Some(written(Format::Mail, cell)),
        ]),
        Some(format) => written(format, cell),
        None => all([Some(length(field, cell)), field.characters.map(only)]),
    }
}

fn all(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("AND({})", parts.join(","))
}

fn length(field: &Field, cell: &str) -> String {
    let (min, max) = field.lengths();
    match min {
        0 => format!("LEN({cell})<={max}"),
        _ if min == max => format!("LEN({cell})={max}"),
        _ => format!("LEN({cell})>={min},LEN({cell})<={max}"),
    }
}

/// Are the first so many characters of the kind?
fn only(set: Characters, cell: &str, count: u64) -> String {
    // LibreOffice finds no empty text in another one, Excel does: what is beyond the end is filled up with one of the kind.
    let filler = match set {
        Characters::FullWidth => "\"　\"",
        Characters::Digits => "0",
        Characters::HalfWidth | Characters::LatinCapitals | Characters::Jis => "\" \"",
    };
    among(
        lists::characters(set),
        &format!("MID({cell}&REPT({filler},{count}),ROW($1:${count}),1)"),
    )
}

fn among(list: &str, characters: &str) -> String {
    format!("SUMPRODUCT(--ISERROR(FIND({characters},{list})))=0")
}

fn written(format: Format, cell: &str) -> String {
    // What is left out of a day is the first.
    let day = format!(
        "LEFT({cell},4)>=\"1900\",ISNUMBER(DATEVALUE(LEFT({cell},4)&\"-\"&MID({cell}&\"01\",5,2)&\"-\"&MID({cell}&\"0101\",7,2)))"
    );
    let digits = |count| only(Characters::Digits, cell, count);
    match format {
        Format::Date => format!("AND(LEN({cell})=8,{},{day})", digits(8)),
        Format::PartialDate => format!(
            "AND(OR(LEN({cell})=4,LEN({cell})=6,LEN({cell})=8),{},{day})",
            digits(8)
        ),
        Format::YearMonth => format!("AND(OR(LEN({cell})=4,LEN({cell})=6),{},{day})", digits(6)),
        Format::ResidenceCard => {
            let capitals = among(
                lists::CAPITALS,
                &format!("MID(LEFT({cell},2)&RIGHT({cell},2),ROW($1:$4),1)"),
            );
            let number = among(
                lists::characters(Characters::Digits),
                &format!("MID({cell},ROW($3:$10),1)"),
            );
            format!("AND(LEN({cell})=12,{capitals},{number})")
        }
        Format::CorporateNumber => format!(
            "AND(LEN({cell})=13,{},VALUE(LEFT({cell},1))=9-MOD(SUMPRODUCT(VALUE(MID({cell},ROW($2:$13),1)),2-MOD(ROW($2:$13),2)),9))",
            digits(13)
        ),
        Format::Mail => format!(
            "LEN({cell})-LEN(SUBSTITUTE({cell},\"@\",\"\"))=1,FIND(\"@\",{cell})>1,FIND(\".\",{cell},FIND(\"@\",{cell}))>0"
        ),
        Format::SupportRegistration => {
            let digits = among(
                lists::characters(Characters::Digits),
                &format!("MID(LEFT({cell},2)&RIGHT({cell},6),ROW($1:$8),1)"),
            );
            format!("AND(LEN({cell})=10,MID({cell},3,2)=\"登-\",{digits})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_as_sheets_number_them() {
        // What Excel shows for these days when their format is taken away.
        assert_eq!(days(), (18_264, 73_050));
    }

    #[test]
    fn no_formula_is_longer_than_a_check_may_be() {
        for format in [
            Format::Date,
            Format::PartialDate,
            Format::YearMonth,
            Format::ResidenceCard,
            Format::CorporateNumber,
            Format::SupportRegistration,
        ] {
            let formula = written(format, "AZ1004");
            assert!(formula.len() < 255, "{}: {formula}", formula.len());
        }
    }
}
