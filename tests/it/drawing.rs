//! Drawings: they hold the words and numbers of their facts, say what nobody saw, and let nobody's words become code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use madoguchi::diagnostic::Findings;
use madoguchi::guide::Guide;
use madoguchi::model::screens::{Element, Screen};
use madoguchi::model::{self, Model};
use madoguchi::output::drawing::{Drawing, all};
use madoguchi::source;

use crate::support::{Folder, Piece, pieces};

const LANGUAGES: [&str; 2] = ["ja", "en"];

fn shipped() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut findings = Findings::default();
    let source = source::read(root, &mut findings).expect("the repository is a guide");
    model::read(&source, &mut findings).expect("guide.yaml is usable")
}

fn drawings(model: &Model, language: &str) -> BTreeMap<String, Drawing> {
    all(&Guide::new(model, model.settings.edition.0), language)
}

/// The words of every text element, lines joined, and its attributes.
fn texts(svg: &str) -> Vec<(String, Vec<(&str, &str)>)> {
    let mut texts = Vec::new();
    let mut open = false;
    for piece in pieces(svg) {
        match piece {
            Piece::Open("text", attributes) => {
                open = true;
                texts.push((String::new(), attributes));
            }
            Piece::Close("text") => open = false,
            Piece::Text(words) if open => {
                let (text, _) = texts.last_mut().expect("an open text");
                text.push_str(words);
            }
            _ => {}
        }
    }
    texts
}

fn holds(svg: &str, words: &str) -> bool {
    texts(svg).iter().any(|(text, _)| text == words)
}

/// What stands between the tags of the first element of this name.
fn between<'a>(svg: &'a str, name: &str) -> &'a str {
    let (_, rest) = svg.split_once(&format!("<{name} ")).expect("the element");
    let (_, rest) = rest.split_once('>').expect("its end");
    rest.split_once(&format!("</{name}>")).expect("closed").0
}

#[test]
fn every_screen_is_drawn_with_its_words_and_a_number_where_the_reader_acts() {
    let model = shipped();
    let (ja, en) = (drawings(&model, "ja"), drawings(&model, "en"));
    let screens = model.typed::<Screen>();
    assert!(screens.len() > 10);
    for screen in &screens {
        let path = format!("screens.{}", screen.common.id);
        let (ja, en) = (&ja[&path].svg, &en[&path].svg);
        for Element { label, .. } in &screen.fact.elements {
            assert!(holds(ja, &label.0["ja"]), "{path}: {}", label.0["ja"]);
            assert!(holds(en, &label.0["ja"]), "{path}: {}", label.0["ja"]);
            assert!(holds(en, &label.0["en"]), "{path}: {}", label.0["en"]);
            // Numbered or not, its name is in the words for those who do not see it.
            assert!(between(ja, "desc").contains(&label.0["ja"]), "{path}");
            assert!(between(en, "desc").contains(&label.0["en"]), "{path}");
        }
        let acts = screen.fact.elements.iter().filter(|element| element.act);
        let acts = acts.count();
        for svg in [ja, en] {
            assert_eq!(svg.matches("<circle ").count(), acts, "{path}");
            let numbers = (1..=acts).map(|number| number.to_string());
            assert!(numbers.clone().all(|number| holds(svg, &number)), "{path}");
            assert!(!holds(svg, &(acts + 1).to_string()), "{path}");
        }
    }
}

#[test]
fn a_screen_that_nobody_saw_says_so_and_has_no_window() {
    let model = shipped();
    for (language, words) in LANGUAGES
        .iter()
        .zip(["画面は未確認です。", "Screen not seen."])
    {
        let drawings = drawings(&model, language);
        for screen in model.typed::<Screen>() {
            let svg = &drawings[&format!("screens.{}", screen.common.id)].svg;
            let seen = screen.fact.seen;
            assert_eq!(holds(svg, words), !seen, "{}", screen.common.id);
            assert_eq!(between(svg, "desc").contains(words), !seen);
            assert_eq!(svg.contains("stroke-dasharray"), !seen);
        }
    }
}

#[test]
fn ids_are_unique_and_the_same_in_every_language() {
    let model = shipped();
    let of = |language| {
        let mut ids = BTreeSet::new();
        for (path, drawing) in drawings(&model, language) {
            let mut own = BTreeSet::new();
            for piece in pieces(&drawing.svg) {
                let Piece::Open(_, attributes) = piece else {
                    continue;
                };
                for (name, value) in attributes {
                    assert_ne!(name, "style", "{path}");
                    if name == "id" {
                        assert!(ids.insert(value.to_owned()), "{value} stands twice");
                        own.insert(value.to_owned());
                    }
                    if name == "aria-labelledby" {
                        own.extend(value.split(' ').map(str::to_owned));
                    }
                }
            }
            assert!(own.len() >= 2 && own.is_subset(&ids), "{path}: {own:?}");
        }
        ids
    };
    assert_eq!(of("ja"), of("en"));
}

/// The values of the custom properties in the first rule of a style sheet.
fn properties(css: &str) -> BTreeMap<&str, &str> {
    let (rule, _) = css.split_once('}').expect("a rule");
    let lines = rule
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--"));
    let values = lines.filter_map(|line| line.split_once(';')?.0.split_once(": "));
    values.collect()
}

#[test]
fn colours_are_those_of_the_theme_with_and_without_its_style_sheet() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("theme/css");
    let read = |name| std::fs::read_to_string(theme.join(name)).expect("a style sheet");
    let (tokens, rules) = (read("1-tokens.css"), read("4-drawings.css"));
    let tokens = properties(&tokens);
    let model = shipped();
    let mut seen = BTreeSet::new();
    for (path, drawing) in drawings(&model, "en") {
        for piece in pieces(&drawing.svg) {
            let Piece::Open(_, attributes) = piece else {
                continue;
            };
            let attributes: BTreeMap<_, _> = attributes.into_iter().collect();
            for class in attributes.get("class").unwrap_or(&"").split(' ') {
                let (property, name) = match class.split_once('-') {
                    Some(("f", name)) => ("fill", name),
                    Some(("s", name)) => ("stroke", name),
                    _ => continue,
                };
                assert_eq!(attributes[property], tokens[name], "{path}: {class}");
                let rule = format!(".{class} {{ {property}: var(--{name}); }}");
                assert!(rules.contains(&rule), "{path}: no rule {rule}");
                seen.insert(class.to_owned());
            }
        }
    }
    assert!(seen.contains("f-on-accent") && seen.contains("s-quiet"));
}

#[test]
fn japanese_is_marked_in_other_languages_only() {
    let model = shipped();
    let svg = &drawings(&model, "en")["screens.confirm"].svg;
    let marked = |svg: &str, words: &str| {
        let texts = texts(svg);
        let (_, attributes) = texts
            .iter()
            .find(|(text, _)| text == words)
            .expect("the words are there");
        attributes.contains(&("lang", "ja"))
    };
    assert!(marked(svg, "申込む"));
    assert!(!marked(svg, "File the application"));
    let svg = &drawings(&model, "ja")["screens.confirm"].svg;
    assert!(!marked(svg, "申込む"));
}

#[test]
fn a_label_that_looks_like_code_is_drawn_as_words() {
    let folder = Folder::new();
    folder.write("guide.yaml", "title: {ja: 当社の手引き, en: Our guide}\n");
    folder.write(
        "data/screens.yaml",
        "- id: confirm\n  reason: {ja: 当社のやり方です, en: Our way}\n  \
         name: {ja: '</title><script>alert(1)</script>', en: '</desc><script>alert(2)</script>'}\n  elements:\n    \
         - {id: submit, label: {ja: '\"><script>alert(3)</script>', en: '\" onload=\"alert(4)'}}\n",
    );
    let run = folder.run(&["build", "--no-pdf", "--format", "short"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for language in LANGUAGES {
        let html = folder.text(format!("public/{language}/apply/single.html"));
        let (_, figure) = html
            .split_once("aria-labelledby=\"drawing-screens-confirm-title")
            .expect("the drawing");
        let (svg, _) = figure.split_once("</svg>").expect("its end");
        let svg = format!("<svg {svg}");
        let shown = texts(&svg);
        let shown = shown.iter().any(|(text, _)| {
            text.replace(' ', "") == "&quot;&gt;&lt;script&gt;alert(3)&lt;/script&gt;"
        });
        assert!(shown, "{svg}");
        for piece in pieces(&html) {
            if let Piece::Open(name, attributes) = piece {
                assert!(attributes.iter().all(|(name, _)| *name != "onload"));
                let ours = attributes.iter().any(|(name, _)| *name == "src");
                assert!(name != "script" || ours, "a script came through");
            }
        }
    }
}
