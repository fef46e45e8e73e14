//! What the tests share: a temporary folder with the files of a guide, and a run of the program in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use walkdir::WalkDir;

/// The folder of all fixtures.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Should the expected outputs be written anew?
pub(crate) fn update_fixtures() -> bool {
    std::env::var_os("UPDATE_FIXTURES").is_some_and(|value| value == "1")
}

/// A temporary folder. It is gone when the test ends.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Copies every file below `from` into it; nothing where `from` does not exist.
    pub(crate) fn lay(&self, from: &Path) -> &Self {
        for entry in WalkDir::new(from).into_iter().filter_map(Result::ok) {
            if entry.file_type().is_file() {
                let path = entry
                    .path()
                    .strip_prefix(from)
                    .expect("a path below its own folder");
                self.write(path, fs::read(entry.path()).expect("a fixture can be read"));
            }
        }
        self
    }

    /// Writes one file, with the folders above it.
    pub(crate) fn write(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
        self
    }

    /// The bytes of one file.
    pub(crate) fn read(&self, path: impl AsRef<Path>) -> Vec<u8> {
        let path = self.path().join(path);
        fs::read(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
    }

    /// Runs the program here, with nothing in its environment.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        finish(self.command(arguments), Duration::from_mins(2))
    }

    /// The program, about to be run here, with nothing in its environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        command.args(arguments).current_dir(self.path()).env_clear();
        // Without it a program does not even start on Windows.
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        command
    }

    /// Replaces the first `from` in a file, which must be there.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from}:\n{text}");
        self.write(path, text.replacen(from, to, 1))
    }

    /// A file as text.
    #[track_caller]
    pub(crate) fn text(&self, path: impl AsRef<Path>) -> String {
        String::from_utf8(self.read(path)).expect("the file is UTF-8")
    }

    /// Every file below a folder in it, by path from there.
    pub(crate) fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path().join(below))
    }
}

/// Every file below a folder, by path from there.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(|entry| entry.expect("a folder can be read"))
    {
        if !entry.file_type().is_dir() {
            let path = entry
                .path()
                .strip_prefix(folder)
                .expect("a path below its own folder");
            let path = path
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/");
            files.insert(path, fs::read(entry.path()).expect("a file can be read"));
        }
    }
    files
}

/// Runs a command to its end; one that takes longer than `limit` is stopped, and the test fails.
#[track_caller]
pub(crate) fn finish(mut command: Command, limit: Duration) -> Run {
    let began = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let stdout = read_aside(child.stdout.take().expect("a pipe"));
    let stderr = read_aside(child.stderr.take().expect("a pipe"));
    let next = |pipe: &Receiver<String>| pipe.recv_timeout(limit.saturating_sub(began.elapsed()));
    let (Ok(stdout), Ok(stderr)) = (next(&stdout), next(&stderr)) else {
        let _ = child.kill();
        let _ = child.wait();
        panic!("{command:?} did not end within {limit:?}");
    };
    let status = child.wait().expect("the program ends");
    Run {
        code: status.code(),
        stdout,
        stderr,
    }
}

fn read_aside(mut pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        let _ = sender.send(String::from_utf8(bytes).expect("the program writes UTF-8"));
    });
    receiver
}

/// The pages of the edition in the program, built once for all tests that only look at them; as seen on the edition's own
/// day. Without its PDFs, which take seconds.
pub(crate) fn shipped() -> &'static Folder {
    static SHIPPED: LazyLock<Folder> = LazyLock::new(|| build_shipped(&["--no-pdf"]));
    &SHIPPED
}

/// The same with its PDFs.
pub(crate) fn shipped_with_pdfs() -> &'static Folder {
    static SHIPPED: LazyLock<Folder> = LazyLock::new(|| build_shipped(&[]));
    &SHIPPED
}

/// The pages of the edition in the program as seen on another day.
#[track_caller]
pub(crate) fn shipped_as_of(day: &str) -> Folder {
    build_shipped(&["--no-pdf", "--as-of", day])
}

/// Builds the edition in the program into `public` of a new folder.
#[track_caller]
fn build_shipped(arguments: &[&str]) -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("guide")).expect("a folder can be made");
    let run = folder.run(
        &[
            &["build", "--guide", "guide", "--format", "short"],
            arguments,
        ]
        .concat(),
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    folder
}

/// How a run ended and what it said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// Is the file with this path a page?
pub(crate) fn is_page(path: &str) -> bool {
    has_suffix(path, "html")
}

/// Does the name of the file with this path end in a dot and `suffix`?
pub(crate) fn has_suffix(path: &str, suffix: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == suffix)
}

/// A piece of HTML as a browser reads it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// `<name attribute="value">`.
    Open(&'a str, Vec<(&'a str, &'a str)>),
    /// `</name>`.
    Close(&'a str),
    /// What stands between tags, as written.
    Text(&'a str),
}

/// Cuts HTML into pieces, as a browser would: what is no tag to a browser is text.
pub(crate) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let next = tag[1..].chars().next().unwrap_or(' ');
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        rest = match next {
            '!' | '?' => &tag[end..],
            '/' => {
                pieces.push(Piece::Close(tag[2..end].trim_end_matches('>').trim()));
                &tag[end..]
            }
            c if c.is_ascii_alphabetic() => {
                let (open, after) = open_tag(&tag[1..]);
                pieces.push(open);
                after
            }
            _ => {
                pieces.push(Piece::Text("<"));
                &tag[1..]
            }
        };
    }
    pieces.push(Piece::Text(rest));
    pieces
}

fn open_tag(tag: &str) -> (Piece<'_>, &str) {
    let name_end = tag
        .find(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(name_end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (
                Piece::Open(name, attributes),
                rest.get(1..).unwrap_or_default(),
            );
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
            .unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end.max(1).min(rest.len()));
        let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
            attributes.push((attribute, ""));
            rest = after;
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = quote.map_or(value, |_| &value[1..]);
        let end = inner
            .find(|c: char| quote.map_or(c.is_whitespace() || c == '>', |quote| c == quote))
            .unwrap_or(inner.len());
        attributes.push((attribute, &inner[..end]));
        rest = &inner[(end + usize::from(quote.is_some())).min(inner.len())..];
    }
}

/// Elements that stand within a line.
const INLINE: [&str; 8] = ["a", "abbr", "code", "em", "i", "span", "strong", "time"];

/// The words of the element with this id, with single spaces; fails where there is none.
#[track_caller]
pub(crate) fn words_of(html: &str, id: &str) -> String {
    let pieces = pieces(html);
    let has_id = |piece: &Piece<'_>| matches!(piece, Piece::Open(_, attributes) if attributes.contains(&("id", id)));
    let start = pieces
        .iter()
        .position(has_id)
        .unwrap_or_else(|| panic!("there is no #{id}"));
    let mut depth = 0;
    let mut words = String::new();
    for piece in &pieces[start..] {
        match piece {
            Piece::Open(
                "br" | "hr" | "img" | "input" | "link" | "meta" | "wbr" | "circle" | "path"
                | "rect",
                _,
            ) => {
                words.push(' ');
            }
            Piece::Open(..) => depth += 1,
            Piece::Close(_) => depth -= 1,
            Piece::Text(text) => words.push_str(text),
        }
        if matches!(piece, Piece::Open(name, _) | Piece::Close(name) if !INLINE.contains(name)) {
            words.push(' ');
        }
        if depth == 0 {
            break;
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
