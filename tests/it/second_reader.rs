//! A second YAML reader, the maintained successor of `serde_yaml`, agrees with ours on every shipped file.

use std::fs;
use std::path::{Path, PathBuf};

use madoguchi::diagnostic::{Files, Findings};
use madoguchi::source::node::{Node, Value};
use madoguchi::source::yaml;
use walkdir::WalkDir;

fn shipped() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = WalkDir::new(root.join("data"))
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| entry.path().to_owned());
    data.chain([root.join("guide.yaml")])
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect()
}

#[test]
fn a_second_yaml_reader_reads_every_shipped_file_alike() {
    let paths = shipped();
    assert!(paths.len() > 20);
    for path in paths {
        let text = fs::read_to_string(&path).expect("readable");
        let theirs: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
        let mut files = Files::default();
        let file = files.add(path.display().to_string(), text);
        let ours = yaml::read(&files, file, &mut Findings::default()).expect("YAML");
        same(&ours, &theirs, &path.display().to_string());
    }
}

/// Theirs guesses numbers and booleans; ours keeps what was written.
fn same(ours: &Node, theirs: &serde_yaml::Value, at: &str) {
    match (&ours.value, theirs) {
        (Value::Null, serde_yaml::Value::Null) => {}
        (Value::Scalar(text), serde_yaml::Value::String(other)) => assert_eq!(text, other, "{at}"),
        (Value::Scalar(text), serde_yaml::Value::Bool(other)) => {
            assert_eq!(*text, other.to_string(), "{at}");
        }
        (Value::Scalar(text), serde_yaml::Value::Number(other)) => {
            assert_eq!(*text, other.to_string(), "{at}");
        }
        (Value::List(items), serde_yaml::Value::Sequence(others)) => {
            assert_eq!(items.len(), others.len(), "{at}");
            for (index, (item, other)) in items.iter().zip(others).enumerate() {
                same(item, other, &format!("{at}[{index}]"));
            }
        }
        (Value::Map(entries), serde_yaml::Value::Mapping(others)) => {
            assert_eq!(entries.len(), others.len(), "{at}");
            for (entry, (key, other)) in entries.iter().zip(others) {
                assert_eq!(Some(entry.key.as_str()), key.as_str(), "{at}");
                same(&entry.node, other, &format!("{at}.{}", entry.key));
            }
        }
        (ours, theirs) => panic!("{at}: {ours:?} / {theirs:?}"),
    }
}
