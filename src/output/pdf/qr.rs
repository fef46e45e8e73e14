//! The way from paper back to the page: its address as a QR code.

use std::collections::BTreeMap;

use qrcode::QrCode;
use qrcode::render::svg::Color;

use super::input::Files;

/// A code for each page of a language, where it is known where the guide is published.
pub(super) fn codes(base_url: &str, language: &str, titles: &BTreeMap<String, String>) -> Files {
    let code = |path: &String| {
        let address = format!("{base_url}{language}/{path}.html");
        // An address that is too long for a code has none.
        let code = QrCode::new(address).ok()?;
        // The white around it is the template's, which stands it on a page of its own colour.
        let svg = code.render::<Color<'_>>().quiet_zone(false).build();
        Some((format!("qr/{language}/{path}.svg"), svg.into_bytes()))
    };
    titles.keys().filter_map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_code_unless_its_address_is_too_long() {
        let titles = ["fees".to_owned(), "x".repeat(3000)].map(|path| (path, String::new()));
        let codes = codes("https://example.jp/", "ja", &titles.into());
        let paths: Vec<&String> = codes.keys().collect();
        assert_eq!(paths, ["qr/ja/fees.svg"]);
    }
}
