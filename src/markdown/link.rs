//! Which addresses may be linked.

/// Pages of this guide, places on the page, https and mail.
#[must_use]
pub fn is_safe_link(address: &str) -> bool {
    is_internal(address) || address.starts_with("mailto:") || is_web_address(address)
}

/// Does the address lead into this guide? `/fees.html#extension` counts from the root of the language.
#[must_use]
pub fn is_internal(address: &str) -> bool {
    let fine =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\\' | '"' | '<' | '>');
    (address.starts_with('#') || (address.starts_with('/') && !address.starts_with("//")))
        && address.chars().all(fine)
}

/// An address on the web: https, a host, nothing that could leave an attribute.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let fine = |c: char| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\')
    };
    text.strip_prefix("https://").is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        is_host(host.split(':').next().unwrap_or("")) && text.chars().all(fine)
    })
}

/// The name of a host: words of ASCII letters, digits and hyphens, joined by dots.
#[must_use]
pub fn is_host(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    text.contains('.') && text.split('.').all(is_word)
}
