//! The command line: exit codes, which stream says what, in which language.

use std::process::Stdio;
use std::time::Duration;

use crate::support::{Folder, Run, finish, fixtures};

/// A small whole guide.
fn guide() -> Folder {
    let folder = Folder::new();
    folder.lay(&fixtures().join("bad/guide"));
    folder
}

/// The same with one error, in `data/photo.yaml`.
fn guide_with_an_error() -> Folder {
    let folder = guide();
    folder.replace(
        "data/photo.yaml",
        "confidence: reported",
        "confidence: reportet",
    );
    folder
}

fn run_in(folder: &Folder, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
    let mut command = folder.command(arguments);
    command.envs(environment.iter().copied());
    finish(command, Duration::from_mins(1))
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|c| ('ぁ'..='ヿ').contains(&c))
}

#[test]
fn help_is_a_result() {
    let folder = Folder::new();
    for arguments in [
        &["--help"][..],
        &["help"],
        &["-h"],
        &["build", "--help"],
        &["check", "--help"],
        &["help", "build"],
    ] {
        let run = folder.run(arguments);
        assert_eq!(
            (run.code, run.stderr.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
        assert!(run.stdout.contains("Usage: madoguchi"), "{}", run.stdout);
    }
    let help = folder.run(&["--help"]).stdout;
    assert!(help.contains("build") && help.contains("check"), "{help}");
    assert!(
        help.contains("Exit codes: 0 done, 1 the input has errors, 2 usage or configuration"),
        "{help}"
    );
}

#[test]
fn the_version_is_a_result() {
    let folder = Folder::new();
    for argument in ["--version", "-V"] {
        let run = folder.run(&[argument]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        let first = run.stdout.lines().next();
        assert_eq!(
            first,
            Some(concat!("madoguchi ", env!("CARGO_PKG_VERSION")))
        );
    }
}

#[test]
fn what_cannot_be_understood_ends_with_2() {
    let folder = guide();
    for (arguments, word) in [
        (&[][..], "Usage"),
        (&["biuld"], "build"),
        (&["build", "--gide", "."], "--guide"),
        (&["build", "--guide"], "--guide"),
        (&["build", "here"], "here"),
        (&["check", "--out", "public"], "--out"),
        (&["check", "--lang", "fr"], "ja"),
        (&["check", "--format", "xml"], "json"),
    ] {
        let run = folder.run(arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(run.stderr.contains(word), "{}", run.stderr);
    }
}

#[test]
fn days_in_another_form_end_with_2() {
    let folder = guide();
    for day in [
        "2026-1-5",
        "2026/01/05",
        "20260105",
        "２０２６-01-05",
        "2026-02-30",
        "5.1.2026",
        "today",
        "",
        "20260105T0",
        "2026-01-05T00:00",
        "令和8年1月5日",
    ] {
        let run = folder.run(&["check", "--as-of", day]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{day}");
        assert!(
            run.stderr.contains("2026-11-23"),
            "an example is given: {}",
            run.stderr
        );
    }
}

#[test]
fn a_day_before_the_facts_ends_with_2() {
    let folder = guide();
    for command in ["check", "build"] {
        let run = folder.run(&[command, "--as-of", "2025-03-31"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(
            run.stderr.contains("2025-03-31") && run.stderr.contains("2025-04-01"),
            "{}",
            run.stderr
        );
        assert_eq!(
            folder.run(&[command, "--as-of", "2025-04-01"]).code,
            Some(0)
        );
    }
}

#[test]
fn check_prints_findings_as_its_result() {
    let run = guide().run(&["check"]);
    assert_eq!(
        run,
        Run {
            code: Some(0),
            stdout: "0 errors, 0 warnings\n".to_owned(),
            stderr: String::new()
        }
    );
    let run = guide_with_an_error().run(&["check"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    assert!(
        run.stdout.contains("error[unknown-word]") && run.stdout.ends_with("1 error, 0 warnings\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn check_writes_no_file() {
    let folder = guide();
    let before = folder.files("");
    assert_eq!(folder.run(&["check"]).code, Some(0));
    assert!(folder.files("") == before);
}

#[test]
fn warnings_alone_stop_nothing() {
    let folder = guide();
    let run = folder.run(&["check", "--as-of", "2029-01-01"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.contains("warning[overdue-recheck]")
            && run.stdout.ends_with("0 errors, 2 warnings\n"),
        "{}",
        run.stdout
    );
    let run = folder.run(&["build", "--as-of", "2029-01-01"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr.contains("warning[overdue-recheck]"),
        "{}",
        run.stderr
    );
    assert!(!run.stdout.contains("warning"), "{}", run.stdout);
}

#[test]
fn build_prints_one_line_and_everything_else_aside() {
    let folder = guide();
    let run = folder.run(&["build"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let files = folder.files("public").len();
    assert_eq!(
        run.stdout,
        format!("{files} files ({files} written, 0 removed); open public/index.html\n")
    );
    let run = guide_with_an_error().run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("error[unknown-word]"), "{}", run.stderr);
}

#[test]
fn json_is_one_document_and_nothing_else() {
    for (folder, errors) in [(guide(), 0), (guide_with_an_error(), 1)] {
        let run = folder.run(&["check", "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(
            (&document["version"], &document["errors"]),
            (&1.into(), &errors.into())
        );
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn messages_follow_the_option_then_the_locale() {
    let folder = guide_with_an_error();
    for (option, environment, japanese) in [
        (Some("ja"), &[][..], true),
        (None, &[("LANG", "ja_JP.UTF-8")], true),
        (None, &[("LANG", "ja")], true),
        (
            None,
            &[("LC_MESSAGES", "ja_JP.UTF-8"), ("LANG", "en_US.UTF-8")],
            true,
        ),
        (
            None,
            &[("LC_ALL", "ja_JP.eucJP"), ("LANG", "de_DE.UTF-8")],
            true,
        ),
        (None, &[("LC_ALL", ""), ("LANG", "ja_JP.UTF-8")], true),
        (None, &[], false),
        (None, &[("LANG", "C.UTF-8")], false),
        (None, &[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")], false),
        (Some("en"), &[("LANG", "ja_JP.UTF-8")], false),
    ] {
        let arguments: Vec<&str> = ["check"]
            .into_iter()
            .chain(option.into_iter().flat_map(|lang| ["--lang", lang]))
            .collect();
        let run = run_in(&folder, &arguments, environment);
        assert_eq!(run.code, Some(1));
        assert_eq!(
            run.stdout.contains("エラー 1件"),
            japanese,
            "{arguments:?} {environment:?}: {}",
            run.stdout
        );
        assert_eq!(
            run.stdout.contains("1 error"),
            !japanese,
            "{arguments:?} {environment:?}: {}",
            run.stdout
        );
    }
    assert!(is_japanese(&guide().run(&["build", "--lang", "ja"]).stdout));
}

#[test]
fn what_stops_a_run_is_said_in_japanese_too() {
    let folder = guide();
    folder
        .write("other/notes.txt", "mine")
        .write("no-guide/data/photo.yaml", "[]")
        .write("file", "");
    for (arguments, code, word) in [
        (&["check", "--guide", "nowhere"][..], 3, "nowhere"),
        (&["check", "--guide", "file"], 3, "file"),
        (&["check", "--guide", "no-guide"], 2, "no-guide"),
        (&["check", "--as-of", "2020-01-01"], 2, "2020-01-01"),
        (&["build", "--out", "other"], 2, "notes.txt"),
        (&["build", "--out", "file"], 2, "file"),
        (&["build", "--out", "file/public"], 3, "file"),
    ] {
        let run = folder.run(&[arguments, &["--lang", "ja"]].concat());
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(code), ""),
            "{arguments:?}: {}",
            run.stderr
        );
        assert!(run.stderr.contains(word), "{}", run.stderr);
        assert!(is_japanese(&run.stderr), "{}", run.stderr);
        let run = folder.run(arguments);
        assert!(
            run.stderr.contains(word) && !is_japanese(&run.stderr),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn folders_with_any_name_are_named_as_they_were_given() {
    let folder = Folder::new();
    for name in ["手引き の写し", "it's \"a\" guide", "-guide"] {
        folder.write(format!("{name}/guide.yaml"), "base: none\ntitel: x\n");
        let run = folder.run(&["check", "--format", "short", &format!("--guide={name}")]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert!(
            run.stdout
                .contains(&format!("{name}/guide.yaml:2:1: error[unknown-key]")),
            "{}",
            run.stdout
        );
    }
}

/// Runs with a standard output that nobody reads any more.
fn run_into_closed_pipe(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String) {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = folder
        .command(arguments)
        .stdout(writer)
        .stderr(Stdio::piped())
        .output()
        .expect("the program starts");
    (
        output.status.code(),
        String::from_utf8(output.stderr).expect("UTF-8"),
    )
}

#[test]
fn a_reader_who_went_away_is_no_failure() {
    let good = guide();
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["check"],
        &["check", "--format", "json"],
        &["build"],
    ] {
        assert_eq!(
            run_into_closed_pipe(&good, arguments),
            (Some(0), String::new()),
            "{arguments:?}"
        );
    }
    assert!(good.files("public").contains_key("build.json"));
    assert_eq!(
        run_into_closed_pipe(&guide_with_an_error(), &["check"]),
        (Some(1), String::new())
    );
}

#[test]
fn a_closed_standard_error_is_no_failure_either() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let folder = guide_with_an_error();
    let output = folder
        .command(&["build"])
        .stderr(writer)
        .output()
        .expect("the program starts");
    assert_eq!((output.status.code(), output.stdout), (Some(1), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_the_disk_refuses_ends_with_3() {
    for arguments in [&["check", "--format", "json"][..], &["check"], &["--help"]] {
        let full = std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .expect("Linux has it");
        let folder = guide();
        let output = folder
            .command(arguments)
            .stdout(full)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "it is not said");
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf_8_are_no_fault_of_the_program() {
    use std::os::unix::ffi::OsStrExt as _;
    let name = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    let folder = guide();
    let mut command = folder.command(&["check", "--no-pdf", "--guide"]);
    command.arg(name);
    assert_eq!(finish(command, Duration::from_mins(1)).code, Some(3));
    std::fs::create_dir(folder.path().join(name)).expect("a folder can be made");
    let mut command = folder.command(&["check", "--no-pdf", "--guide"]);
    command.arg(name);
    let run = finish(command, Duration::from_mins(1));
    assert!(
        matches!(run.code, Some(0 | 1)) && !run.stderr.contains("panicked"),
        "{}",
        run.stderr
    );
    std::fs::write(folder.path().join("data").join(name), "x").expect("a file can be made");
    let run = folder.run(&["check", "--no-pdf"]);
    assert!(
        matches!(run.code, Some(0 | 1)) && !run.stderr.contains("panicked"),
        "{}",
        run.stderr
    );
}
