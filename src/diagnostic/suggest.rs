//! "Did you mean …?"

use super::Finding;

/// The candidate nearest to `word`, if one is near enough to be meant.
#[must_use]
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = match word.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Adds "did you mean", or else all that is possible.
#[must_use]
pub fn with_suggestion<'a>(
    finding: Finding,
    word: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Finding {
    match did_you_mean(word, candidates.clone()) {
        Some(near) => finding.remedy(
            format!("`{near}` のことですか"),
            format!("did you mean `{near}`?"),
        ),
        None => {
            let all = candidates
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(", ");
            finding.remedy(format!("書けるもの: {all}"), format!("possible: {all}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_is_near() {
        assert_eq!(did_you_mean("sorce", ["source", "note"]), Some("source"));
        assert_eq!(did_you_mean("colour", ["source", "note"]), None);
        assert_eq!(did_you_mean("jp", ["ja", "en"]), Some("ja"));
    }
}
