//! The input mode of cells: Japanese or half-width letters, switched when a cell is chosen. The crate that writes workbooks does not
//! know `imeMode`, an attribute of a check, so it is put in afterwards. Desktop Excel on Windows follows it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Modes of a sheet by the range of their check, as `B4:B103`.
pub(super) type Modes = BTreeMap<String, &'static str>;

/// Kana and kanji.
pub(super) const JAPANESE: &str = "hiragana";
/// Half-width letters; cannot be switched.
pub(super) const NONE: &str = "disabled";

/// The workbook with the modes of its sheets, in their order.
///
/// # Errors
/// Where the workbook is no zip file of sheets.
pub(super) fn set(workbook: &[u8], sheets: &[Modes]) -> zip::result::ZipResult<Vec<u8>> {
    let mut old = ZipArchive::new(Cursor::new(workbook))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    for at in 0..old.len() {
        let mut file = old.by_index(at)?;
        let name = file.name()?.into_owned();
        let modes = sheet_number(&name).and_then(|number| sheets.get(number - 1));
        let Some(modes) = modes.filter(|modes| !modes.is_empty()) else {
            new.raw_copy_file(file)?;
            continue;
        };
        let mut xml = String::new();
        file.read_to_string(&mut xml)?;
        let modified = file.last_modified().unwrap_or_default();
        let options = SimpleFileOptions::default().last_modified_time(modified);
        new.start_file(name, options)?;
        new.write_all(with_modes(&xml, modes).as_bytes())?;
    }
    Ok(new.finish()?.into_inner())
}

fn sheet_number(path: &str) -> Option<usize> {
    let number = path
        .strip_prefix("xl/worksheets/sheet")?
        .strip_suffix(".xml")?;
    number.parse().ok().filter(|number| *number > 0)
}

fn with_modes(xml: &str, modes: &Modes) -> String {
    const OPEN: &str = "<dataValidation ";
    let mut parts = xml.split(OPEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += OPEN;
        if let Some(mode) = range(part).and_then(|range| modes.get(range)) {
            out += "imeMode=\"";
            out += mode;
            out += "\" ";
        }
        out += part;
    }
    out
}

/// The range of the check whose attributes these are. No `"` stands in the value of an attribute.
fn range(attributes: &str) -> Option<&str> {
    let (_, after) = attributes.split_once(" sqref=\"")?;
    after.split_once('"').map(|(range, _)| range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_checks_of_the_ranges_get_their_mode() {
        let xml = "<a sqref=\"B4\"/><dataValidation type=\"list\" prompt=\"sqref\" sqref=\"A4:A9\"><dataValidation allowBlank=\"1\" sqref=\"B4\">";
        let modes = Modes::from([("B4".to_owned(), NONE)]);
        let wanted = "<a sqref=\"B4\"/><dataValidation type=\"list\" prompt=\"sqref\" sqref=\"A4:A9\"><dataValidation imeMode=\"disabled\" allowBlank=\"1\" sqref=\"B4\">";
        assert_eq!(with_modes(xml, &modes), wanted);
    }
}
