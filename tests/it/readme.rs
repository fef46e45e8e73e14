//! What the documents tell people to type is accepted by the program.

use std::fs;
use std::path::Path;

use clap::Parser as _;
use madoguchi::cli::Cli;

#[test]
fn every_command_in_the_documents_is_one_that_the_program_takes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut commands = 0;
    for name in [
        "README.md",
        "README.ja.md",
        "content/ja/publish-your-own.md",
        "content/en/publish-your-own.md",
    ] {
        let text = fs::read_to_string(root.join(name)).expect("there");
        for line in text
            .lines()
            .map(|line| line.trim().replace("cargo run --release --", "madoguchi"))
        {
            let Some(arguments) = line
                .strip_prefix("madoguchi ")
                .filter(|_| !line.contains('`'))
            else {
                continue;
            };
            let words = arguments
                .split('#')
                .next()
                .unwrap_or_default()
                .split_whitespace();
            let parsed = Cli::try_parse_from(["madoguchi"].into_iter().chain(words));
            let fault = parsed
                .err()
                .map_or(String::new(), |error| error.to_string());
            assert!(fault.is_empty(), "{name}: {line}\n{fault}");
            commands += 1;
        }
    }
    assert!(commands >= 6, "only {commands} commands were found");
}

#[test]
fn both_readmes_name_both_commands() {
    for name in ["README.md", "README.ja.md"] {
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("there");
        for command in ["\nmake\n", "\nmake test\n"] {
            assert!(text.contains(command), "{name} lacks `{}`", command.trim());
        }
    }
}
