//! Building: what is written, what is left alone, and that nothing but the input decides it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use crate::support::{Folder, Run, files, finish, fixtures, shipped, shipped_with_pdfs};

/// A small whole guide, with a second page that uses none of its facts.
fn guide() -> Folder {
    let folder = Folder::new();
    folder.lay(&fixtures().join("bad/guide"));
    folder.write(
        "content/ja/about.md",
        "---\ntitle: 案内\nsummary: 文だけ\n---\n文です。\n",
    );
    let hash = "---\ntitle: About\nsummary: Words only\ntranslated_from: \"HASH\"\n---\nWords.\n";
    folder.write(
        "content/en/about.md",
        hash.replace("HASH", &short_hash(&["案内", "文だけ", "文です。"])),
    );
    folder
}

/// What a translation names as its original.
fn short_hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
        hasher.update([0]);
    }
    hex(&hasher.finalize()[..4])
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[track_caller]
fn built(folder: &Folder, arguments: &[&str]) -> Run {
    let run = folder.run(&[&["build", "--format", "short"], arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    run
}

/// Refused with exit code 2, with a word of why, and everything as it was.
#[track_caller]
fn refused(folder: &Folder, out: &str, word: &str) {
    let before = folder.files("");
    let run = folder.run(&["build", "--out", out]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(2), ""),
        "{out}: {}",
        run.stderr
    );
    assert!(
        run.stderr.contains(word) && run.stderr.contains("--out"),
        "{}",
        run.stderr
    );
    assert!(folder.files("") == before, "something was touched");
}

/// Marks every file with a time long ago and gives what identifies it.
fn mark(folder: &Path) -> BTreeMap<String, Mark> {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in files(folder).keys() {
        let file = fs::File::options()
            .write(true)
            .open(folder.join(path))
            .expect("ours");
        file.set_modified(long_ago).expect("a time can be set");
    }
    marks(folder)
}

/// Time of the last change and, where there is one, the number of the file.
type Mark = (SystemTime, u64);

fn marks(folder: &Path) -> BTreeMap<String, Mark> {
    let mark = |path: &String| {
        let metadata = fs::metadata(folder.join(path)).expect("a file");
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&metadata);
        #[cfg(not(unix))]
        let number = 0;
        (metadata.modified().expect("a time"), number)
    };
    files(folder)
        .keys()
        .map(|path| (path.clone(), mark(path)))
        .collect()
}

/// The paths whose marks differ.
fn touched(before: &BTreeMap<String, Mark>, after: &BTreeMap<String, Mark>) -> Vec<String> {
    after
        .iter()
        .filter(|(path, mark)| before.get(*path) != Some(mark))
        .map(|(path, _)| path.clone())
        .collect()
}

#[test]
fn the_first_build_makes_every_page_in_every_language() {
    let files = shipped().files("public");
    for path in [
        "index.html",
        "build.json",
        "assets/site.css",
        "ja/fees.html",
        "en/fees.html",
        "ja/procedures/extension.html",
        "en/errors/e-01.html",
    ] {
        assert!(files.contains_key(path), "{path} is missing");
    }
    let pages = |language: &str| -> Vec<&str> {
        files
            .keys()
            .filter_map(|path| path.strip_prefix(language))
            .collect()
    };
    assert_eq!(pages("ja/"), pages("en/"));
    assert!(pages("ja/").len() > 60, "{}", pages("ja/").len());
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = guide();
    built(&folder, &[]);
    let out = folder.path().join("public");
    let before = mark(&out);
    let folder_before = fs::metadata(&out)
        .and_then(|metadata| metadata.modified())
        .expect("a time");
    let run = built(&folder, &[]);
    assert!(
        run.stdout.contains("(0 written, 0 removed)"),
        "{}",
        run.stdout
    );
    assert_eq!(touched(&before, &marks(&out)), Vec::<String>::new());
    assert_eq!(
        fs::metadata(&out)
            .and_then(|metadata| metadata.modified())
            .expect("a time"),
        folder_before
    );
}

#[test]
fn one_changed_fact_rewrites_only_the_pages_that_show_it() {
    let folder = guide();
    built(&folder, &[]);
    let out = folder.path().join("public");
    let before = mark(&out);
    folder.replace(
        "data/photo.yaml",
        "duration: 6 months",
        "duration: 7 months",
    );
    let run = built(&folder, &[]);
    assert_eq!(
        touched(&before, &marks(&out)),
        ["build.json", "en/index.html", "ja/index.html"]
    );
    assert!(
        run.stdout.contains("(3 written, 0 removed)"),
        "{}",
        run.stdout
    );
    assert!(folder.text("public/ja/index.html").contains("7か月"));
}

#[test]
fn pages_that_are_gone_are_removed_with_their_folders() {
    let folder = guide();
    for language in ["ja", "en"] {
        let about = folder.read(format!("content/{language}/about.md"));
        folder.write(format!("content/{language}/deep/down.md"), about);
    }
    built(&folder, &[]);
    assert!(folder.path().join("public/ja/deep/down.html").exists());
    for language in ["ja", "en"] {
        fs::remove_dir_all(folder.path().join("content").join(language).join("deep"))
            .expect("it was there");
    }
    let run = built(&folder, &[]);
    assert!(
        run.stdout.contains("(1 written, 2 removed)"),
        "{}",
        run.stdout
    );
    assert!(!folder.path().join("public/ja/deep").exists());
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_untouched() {
    let folder = guide();
    refused(
        folder.write("notes/letter.txt", "mine"),
        "notes",
        "letter.txt",
    );
    refused(folder.write("git/.git/HEAD", "mine"), "git", ".git/HEAD");
    built(&folder, &[]);
    refused(
        folder.write("public/ja/letter.txt", "mine"),
        "public",
        "ja/letter.txt",
    );
    refused(
        folder.write("other/build.json", "{}"),
        "other",
        "build.json",
    );
    refused(
        folder.write("broken/build.json", "{"),
        "broken",
        "build.json",
    );
    refused(folder.write("empty/build.json", ""), "empty", "build.json");
}

#[test]
fn the_guide_itself_is_refused_as_the_place_to_publish() {
    let folder = guide();
    for out in [".", "./", "data", "content/ja", "../".repeat(30).as_str()] {
        let before = folder.files("");
        let run = folder.run(&["build", "--out", out]);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{out}: {}",
            run.stderr
        );
        assert!(folder.files("") == before, "something was touched");
    }
}

#[test]
fn a_place_from_which_the_guide_is_read_is_refused() {
    for out in [
        "data/public",
        "content/public",
        "templates/public",
        "theme/css/public",
        "./theme/../theme/js/new/public",
    ] {
        let folder = guide();
        let before = folder.files("");
        let run = folder.run(&["build", "--out", out]);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{out}: {}",
            run.stderr
        );
        assert!(folder.files("") == before, "something was touched");
    }
}

#[test]
fn a_file_is_refused_as_the_place_to_publish() {
    let folder = guide();
    folder.write("file", "mine");
    refused(&folder, "file", "file");
    let run = folder.run(&["build", "--out", "file/public"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (Some(3), ""),
        "{}",
        run.stderr
    );
    assert_eq!(folder.text("file"), "mine");
}

#[test]
fn an_empty_folder_and_missing_folders_above_will_do() {
    let folder = guide();
    fs::create_dir(folder.path().join("empty")).expect("a folder can be made");
    for out in ["empty", "not/yet/there", "公開 する/手引き", "not/../still"] {
        built(&folder, &["--out", out]);
        let text = folder.text(format!("{out}/ja/index.html"));
        assert!(text.contains("6か月"), "{out}");
    }
    assert_eq!(folder.files("empty"), folder.files("not/yet/there"));
}

#[test]
fn nothing_is_left_beside_the_folder() {
    let folder = guide();
    let names = || -> Vec<String> {
        let entries = fs::read_dir(folder.path()).expect("ours");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    };
    built(&folder, &[]);
    folder.replace(
        "data/photo.yaml",
        "duration: 6 months",
        "duration: 7 months",
    );
    built(&folder, &[]);
    assert_eq!(
        names(),
        [
            "content",
            "data",
            "guide.yaml",
            "public",
            "templates",
            "theme"
        ]
    );
}

#[test]
fn a_run_that_was_cut_short_is_repaired_by_the_next() {
    let folder = guide();
    built(&folder, &[]);
    let good = folder.files("public");
    let (public, aside) = (
        folder.path().join("public"),
        folder.path().join(".public.madoguchi-old"),
    );
    fs::rename(&public, &aside).expect("ours");
    let run = built(&folder, &[]);
    assert!(
        run.stdout.contains("(0 written, 0 removed)"),
        "{}",
        run.stdout
    );
    assert!(folder.files("public") == good && !aside.exists());
    fs::create_dir(&aside).expect("a folder can be made");
    built(&folder, &[]);
    assert!(folder.files("public") == good && !aside.exists());
}

#[test]
fn builds_at_the_same_time_leave_a_whole_guide() {
    let folder = guide();
    built(&folder, &[]);
    folder.replace(
        "data/photo.yaml",
        "duration: 6 months",
        "duration: 7 months",
    );
    built(&folder, &["--out", "expected"]);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let run = folder.run(&["build"]);
                assert!(matches!(run.code, Some(0 | 3)), "{}", run.stderr);
            });
        }
    });
    assert!(folder.files("public") == folder.files("expected"));
    let hidden = fs::read_dir(folder.path())
        .expect("ours")
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0, "something was left behind");
}

#[test]
fn a_file_that_somebody_changed_or_removed_is_put_right() {
    let folder = guide();
    built(&folder, &[]);
    let good = folder.files("public");
    folder.write("public/ja/index.html", "<p>mine</p>");
    fs::remove_file(folder.path().join("public/en/index.html")).expect("it was there");
    let run = built(&folder, &[]);
    assert!(
        run.stdout.contains("(2 written, 0 removed)"),
        "{}",
        run.stdout
    );
    assert!(folder.files("public") == good);
}

#[test]
fn findings_leave_the_last_guide_as_it_was() {
    let folder = guide();
    built(&folder, &[]);
    let before = mark(&folder.path().join("public"));
    folder.replace("content/en/about.md", "Words.", "[Words](/nowhere.html).");
    assert_eq!(folder.run(&["build"]).code, Some(1));
    folder.replace("content/en/about.md", "[Words](/nowhere.html).", "Words.");
    folder.replace(
        "templates/site/page.html",
        "{{ page.body }}",
        "{{ page.boody.x }}",
    );
    assert_eq!(folder.run(&["build"]).code, Some(1));
    assert_eq!(
        touched(&before, &marks(&folder.path().join("public"))),
        Vec::<String>::new()
    );
    let run = folder.run(&["build", "--out", "elsewhere"]);
    assert_eq!(run.code, Some(1));
    assert!(!folder.path().join("elsewhere").exists());
}

#[test]
fn the_list_of_files_tells_the_truth() {
    let files = shipped_with_pdfs().files("public");
    let list: serde_json::Value = serde_json::from_slice(&files["build.json"]).expect("JSON");
    assert_eq!(list["madoguchi"], env!("CARGO_PKG_VERSION"));
    assert_eq!(
        (&list["edition"], &list["as_of"]),
        (&"2026-11-23".into(), &"2026-11-23".into())
    );
    let listed = list["files"].as_array().expect("a list");
    let paths: Vec<&str> = listed
        .iter()
        .filter_map(|file| file["path"].as_str())
        .collect();
    let there: Vec<&str> = files
        .keys()
        .map(String::as_str)
        .filter(|path| *path != "build.json")
        .collect();
    assert_eq!(paths, there);
    for file in listed {
        let bytes = &files[file["path"].as_str().expect("a path")];
        assert_eq!(file["bytes"], bytes.len(), "{}", file["path"]);
        assert_eq!(
            file["sha256"],
            hex(&Sha256::digest(bytes)),
            "{}",
            file["path"]
        );
    }
}

/// The files of this repository that make its guide, written from the last to the first.
fn repository() -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = ["guide.yaml", "data", "content", "templates", "theme"]
        .iter()
        .flat_map(|part| WalkDir::new(root.join(part)).sort_by_file_name())
        .map(|entry| entry.expect("a file"))
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    paths.reverse();
    let folder = Folder::new();
    for path in paths {
        folder.write(
            path.strip_prefix(root).expect("below"),
            fs::read(&path).expect("a file"),
        );
    }
    folder
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_is_around_it() {
    let folder = repository();
    let out = Folder::new();
    let out_path = out.path().join("ある 場所/public");
    let mut command = folder.command(&[
        "build",
        "--format",
        "json",
        "--out",
        &out_path.display().to_string(),
    ]);
    command
        .env("TZ", "America/Los_Angeles")
        .env("LANG", "ja_JP.UTF-8")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("HOME", "/nowhere")
        .env("COLUMNS", "20");
    let run = finish(command, Duration::from_mins(2));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    // The edition in the program, built in another place and environment.
    let (one, other) = (shipped_with_pdfs().files("public"), files(&out_path));
    let differing: Vec<&String> = one
        .iter()
        .filter(|(path, bytes)| other.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(
        differing.is_empty() && one.len() == other.len(),
        "{differing:?}"
    );
}

#[test]
fn no_page_knows_where_or_by_whom_it_was_made() {
    let folder = shipped_with_pdfs();
    let place = folder.path().display().to_string();
    for (path, bytes) in folder.files("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains(&place)
                && !text.contains(env!("CARGO_MANIFEST_DIR"))
                && !text.contains("/root/"),
            "{path}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_is_kept() {
    let folder = guide();
    fs::create_dir(folder.path().join("real")).expect("a folder can be made");
    std::os::unix::fs::symlink("real", folder.path().join("public")).expect("a link can be made");
    built(&folder, &[]);
    assert!(folder.path().join("public").is_symlink());
    assert!(folder.path().join("real/ja/index.html").exists());
    std::os::unix::fs::symlink("nowhere", folder.path().join("dangling"))
        .expect("a link can be made");
    let run = folder.run(&["build", "--out", "dangling"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn pages_can_be_read_by_everybody() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = guide();
    built(&folder, &[]);
    for entry in WalkDir::new(folder.path().join("public"))
        .into_iter()
        .filter_map(Result::ok)
    {
        let mode = entry.metadata().expect("a file").permissions().mode();
        let wanted = if entry.file_type().is_dir() {
            0o555
        } else {
            0o444
        };
        assert_eq!(mode & wanted, wanted, "{}", entry.path().display());
    }
}
