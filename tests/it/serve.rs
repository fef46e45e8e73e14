//! The preview: what it answers, to whom, and that it follows the files.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Folder, finish, fixtures, shipped};

/// Longest wait for anything: only so that a test fails instead of standing still.
const LIMIT: Duration = Duration::from_mins(1);

/// A small whole guide.
fn guide() -> Folder {
    let folder = Folder::new();
    folder.lay(&fixtures().join("bad/guide"));
    folder
}

/// A running preview, ended with the test.
struct Preview {
    child: Child,
    port: u16,
    said: Receiver<String>,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts `serve` in `folder` on a free port, and waits until it says where it is.
fn preview(folder: &Folder, arguments: &[&str]) -> Preview {
    let arguments = [&["serve", "--port", "0"], arguments].concat();
    let mut child = folder
        .command(&arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let stdout = lines(child.stdout.take().expect("a pipe"));
    let said = lines(child.stderr.take().expect("a pipe"));
    let address = stdout.recv_timeout(LIMIT);
    let mut preview = Preview {
        child,
        port: 0,
        said,
    };
    let address = address.expect("it says where it is");
    let port = address
        .strip_prefix("http://127.0.0.1:")
        .and_then(|rest| rest.strip_suffix('/'))
        .unwrap_or_else(|| panic!("an address: {address}"));
    preview.port = port.parse().expect("a number");
    preview
}

fn lines(pipe: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

/// An answer: status, head, body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    /// Sends bytes as they are; the connection stays open for what comes back.
    fn send(&self, request: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(LIMIT)).expect("a time-out");
        stream.write_all(request).expect("it takes requests");
        stream
    }

    fn request(&self, method: &str, target: &str, host: &str) -> TcpStream {
        let text =
            format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        self.send(text.as_bytes())
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn ask(&self, method: &str, target: &str) -> Answer {
        answer(self.request(method, target, &self.host()))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target)
    }

    /// Asks for what is answered when the guide is another one than that of `page`.
    fn wait_from(&self, page: &Answer) -> TcpStream {
        let (_, after) = page
            .body
            .split_once("/.preview/reload.js?")
            .expect("the script");
        let (mark, _) = after.split_once('"').expect("an attribute");
        self.request("GET", &format!("/.preview/later.js?{mark}"), &self.host())
    }

    /// The page once it has `word`: a file that is being written may be seen half, and its other half a moment later.
    #[track_caller]
    fn once(&self, target: &str, word: &str) -> Answer {
        let began = Instant::now();
        loop {
            let page = self.get(target);
            if page.body.contains(word) {
                return page;
            }
            assert!(began.elapsed() < LIMIT, "never {word}: {}", page.body);
            assert_eq!(answer(self.wait_from(&page)).body, NEWS);
        }
    }

    /// The first line on standard error that contains `word`.
    #[track_caller]
    fn said(&self, word: &str) -> String {
        let mut all = Vec::new();
        while let Ok(line) = self.said.recv_timeout(LIMIT) {
            if line.contains(word) {
                return line;
            }
            all.push(line);
        }
        panic!("it never says {word}: {all:?}");
    }
}

fn answer(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream
        .read_to_end(&mut bytes)
        .expect("an answer within the limit");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Answer {
        status: status.unwrap_or_else(|| panic!("a status: {head}")),
        head: head.to_ascii_lowercase(),
        body: body.to_owned(),
    }
}

const NEWS: &str = "dispatchEvent(new Event('madoguchi-changed'));\n";

#[test]
fn a_page_is_the_published_one_with_one_script_more() {
    let folder = Folder::new();
    let preview = preview(&folder, &[]);
    let published = shipped().files("public");
    for path in ["index.html", "ja/index.html", "en/fees.html"] {
        let page = preview.get(&format!("/{path}"));
        assert_eq!(page.status, 200);
        for header in [
            "content-type: text/html; charset=utf-8",
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(page.head.contains(header), "{header}: {}", page.head);
        }
        let (before, rest) = page
            .body
            .split_once("<script src=\"/.preview/")
            .expect("the script");
        let (_, after) = rest.split_once("</script>").expect("its end");
        let own = std::str::from_utf8(&published[path]).expect("UTF-8");
        assert_eq!(format!("{before}{after}"), own, "{path}");
    }
    let style = preview.get("/assets/site.css?x=1");
    assert_eq!(style.body.as_bytes(), published["assets/site.css"]);
    assert!(
        style.head.contains("content-type: text/css"),
        "{}",
        style.head
    );
    assert!(folder.files(".").is_empty(), "something was written");
}

#[test]
fn folders_lead_to_their_index() {
    let folder = Folder::new();
    let preview = preview(&folder, &[]);
    assert!(preview.get("/").body.contains("<main class=\"chooser\""));
    assert_eq!(preview.get("/ja/").body, preview.get("/ja/index.html").body);
    let procedures = preview.get("/ja/procedures?x");
    assert_eq!(procedures.status, 302);
    assert!(
        procedures.head.contains("location: /ja/procedures/\r\n"),
        "{}",
        procedures.head
    );
}

#[test]
fn what_is_not_there_is_not_found() {
    let folder = guide();
    folder.write("secret.txt", "secret");
    let preview = preview(&folder, &[]);
    for target in [
        "/nowhere",
        "/ja/nowhere.html",
        "/guide.yaml",
        "/data/photo.yaml",
        "/secret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/.git/config",
        "/.preview/",
        "/.preview/mod.rs",
        "/%2Fetc/passwd",
        "/C:/",
        "/build.json",
        "/ja/index.html/",
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 404, "{target}");
        assert!(!answer.body.contains("secret"), "{target}");
    }
    for target in [
        "/../secret.txt",
        "/ja/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/ja\\..\\index.html",
        "/%5c..",
        "/%00",
        "/a%00b",
        "/%",
        "/%zz",
        "/%c3%28",
        "x",
        "*",
        "http://guide.example/",
    ] {
        assert_eq!(preview.get(target).status, 400, "{target}");
    }
    assert_eq!(
        preview.get(&format!("/{}", "a".repeat(100_000))).status,
        414
    );
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn bytes_that_are_no_request_do_no_harm() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let host = preview.host();
    let mut streams = vec![
        preview.send(b"\x00\xff\r\n\r\n"),
        preview.send(b"GET\r\n\r\n"),
        preview.send(b"GET / HTTP/9.9\r\n\r\n"),
        preview.send(b"GET / HTTP/1.1\r\nno colon\r\n\r\n"),
        preview.send("GET /窓口 HTTP/1.1\r\n\r\n".as_bytes()),
    ];
    for stream in &mut streams {
        stream.shutdown(Shutdown::Write).expect("still open");
        let _ = stream.read_to_end(&mut Vec::new());
    }
    let long = format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99999999999\r\n\r\nx");
    let _unread = preview.send(long.as_bytes());
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn only_this_computer_is_answered_and_only_readers() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let port = preview.port;
    for host in [format!("localhost:{port}"), format!("[::1]:{port}")] {
        assert_eq!(
            answer(preview.request("GET", "/", &host)).status,
            200,
            "{host}"
        );
    }
    for host in [
        "localhost".to_owned(),
        "guide.example".to_owned(),
        format!("guide.example:{port}"),
        format!("127.0.0.1.guide.example:{port}"),
        format!("localhost:{}", port.wrapping_add(1)),
    ] {
        for target in ["/", "/.preview/reload.js", "/.preview/later.js"] {
            let answer = answer(preview.request("GET", target, &host));
            assert_eq!(answer.status, 403, "{host}{target}");
        }
    }
    assert_eq!(answer(preview.send(b"GET / HTTP/1.0\r\n\r\n")).status, 403);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = preview.ask(method, "/");
        assert_eq!(answer.status, 405, "{method}");
        assert!(
            answer.head.contains("allow: get, head\r\n"),
            "{}",
            answer.head
        );
    }
    let head = preview.ask("HEAD", "/ja/");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    let length = preview.get("/ja/").body.len();
    assert!(
        head.head.contains(&format!("content-length: {length}")),
        "{}",
        head.head
    );
}

#[test]
fn a_change_answers_those_who_wait() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let page = preview.get("/ja/");
    let waiting = preview.wait_from(&page);
    folder.replace("guide.yaml", "publisher: {ja: ", "publisher: {ja: 新しい");
    assert_eq!(answer(waiting).body, NEWS);
    preview.once("/ja/", "<p>新しい編集部</p>");
    // Of an older guide, there is news at once.
    let old = preview.get("/.preview/later.js?after=0123456789abcdef");
    assert_eq!(old.body, NEWS);
}

#[test]
fn a_file_that_is_saved_by_renaming_and_a_new_folder_are_seen() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let page = preview.get("/ja/");
    let waiting = preview.wait_from(&page);
    folder.write("theme/css/.draft", "main { color: red }");
    let path = |name: &str| folder.path().join("theme/css").join(name);
    std::fs::rename(path(".draft"), path("z-own.css")).expect("renamed");
    assert_eq!(answer(waiting).body, NEWS);
    assert!(preview.get("/assets/site.css").body.contains("color: red"));
    let waiting = preview.wait_from(&preview.get("/ja/"));
    folder.write("theme/js/new/deep/own.js", "'own'");
    assert_eq!(answer(waiting).body, NEWS);
    // The first answer may come between the folder and the file.
    let own = || preview.get("/assets/new/deep.js");
    let mut page = preview.get("/ja/");
    while own().body != "'own'\n" {
        answer(preview.wait_from(&page));
        page = preview.get("/ja/");
    }
    assert!(own().head.contains("content-type: text/javascript"));
}

#[test]
fn what_changes_nothing_is_no_news() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let page = preview.get("/ja/");
    let mut waiting = preview.wait_from(&page);
    let text = folder.read("data/photo.yaml");
    // In one step, so that no half of it is seen.
    let save = |bytes: &[u8]| {
        folder.write("draft", bytes);
        let to = folder.path().join("data/photo.yaml");
        std::fs::rename(folder.path().join("draft"), to).expect("renamed");
    };
    save(&text);
    save(&[text.as_slice(), b"\n# remark\n"].concat());
    folder.write("target/huge", "x");
    waiting
        .set_read_timeout(Some(Duration::from_secs(2)))
        .expect("a time-out");
    assert!(
        waiting.read(&mut [0; 1]).is_err(),
        "there was no news to tell"
    );
    assert_eq!(preview.get("/ja/").body, page.body);
}

#[test]
fn an_error_is_shown_in_place_of_pages_until_it_is_mended() {
    let folder = guide();
    let preview = preview(&folder, &["--lang", "ja"]);
    let page = preview.get("/ja/");
    let waiting = preview.wait_from(&page);
    folder.replace(
        "data/photo.yaml",
        "confidence: reported",
        "confidence: reportet",
    );
    assert_eq!(answer(waiting).body, NEWS);
    let fault = preview.once("/ja/", "reportet");
    assert_eq!(fault.status, 500);
    for words in [
        "<html lang=\"ja\">",
        "<code>data/photo.yaml:",
        "<mark>reportet</mark>",
        "<strong>直し方:</strong>",
    ] {
        assert!(fault.body.contains(words), "{words}: {}", fault.body);
    }
    assert!(preview.said("reportet").contains("reportet"));
    assert_eq!(preview.get("/assets/site.css").status, 200);
    let waiting = preview.wait_from(&fault);
    folder.replace(
        "data/photo.yaml",
        "confidence: reportet",
        "confidence: reported",
    );
    assert_eq!(answer(waiting).body, NEWS);
    assert_eq!(preview.once("/ja/", "写真").body, page.body);
    preview.said("エラー 0件");
}

#[test]
fn a_page_is_shown_before_it_is_translated_with_a_note() {
    let folder = guide();
    let preview = preview(&folder, &["--lang", "en"]);
    let page = preview.get("/ja/");
    let waiting = preview.wait_from(&page);
    let text = folder.text("content/ja/index.md");
    folder.write(
        "content/ja/index.md",
        text + "\n## 新しい節 {#new}\n\n新しい文。\n",
    );
    assert_eq!(answer(waiting).body, NEWS);
    let page = preview.once("/ja/", "新しい文。");
    assert_eq!(page.status, 200);
    let (_, note) = page
        .body
        .split_once("<details class=\"preview-note\" lang=\"en\">")
        .expect("a note");
    assert!(
        note.contains("A translation is behind its original"),
        "{note}"
    );
    assert!(
        note.contains("stale-translation") && note.contains("structure-differs"),
        "{note}"
    );
    preview.said("stale-translation");
    assert_eq!(folder.run(&["build"]).code, Some(1));
}

#[test]
fn a_guide_that_is_broken_from_the_start_is_shown_as_such() {
    let folder = guide();
    folder.replace("data/photo.yaml", "confidence: reported", "confidence: <b>");
    let preview = preview(&folder, &["--lang", "en", "--format", "short"]);
    preview.said("data/photo.yaml:");
    let fault = preview.get("/");
    assert_eq!(fault.status, 500);
    assert!(fault.body.contains("<html lang=\"en\">"), "{}", fault.body);
    assert!(!fault.body.contains("<b>"), "{}", fault.body);
    let waiting = preview.wait_from(&fault);
    folder.replace("data/photo.yaml", "confidence: <b>", "confidence: reported");
    assert_eq!(answer(waiting).body, NEWS);
    assert_eq!(preview.once("/ja/", "写真").status, 200);
}

#[test]
fn an_empty_folder_shows_the_edition_in_the_program_and_then_what_is_put_there() {
    let folder = Folder::new();
    let name = "手引き フォルダー";
    folder.write(format!("{name}/.keep"), "");
    let preview = preview(&folder, &["--guide", name, "--lang", "en"]);
    let page = preview.get("/en/");
    assert_eq!(page.status, 200);
    let waiting = preview.wait_from(&page);
    folder.write(
        format!("{name}/data/strings/own.yaml"),
        "own: {ja: 自分, en: own}\n",
    );
    assert_eq!(answer(waiting).body, NEWS);
    let fault = preview.once("/en/", "<code>guide.yaml</code>");
    assert_eq!(fault.status, 500);
    let waiting = preview.wait_from(&fault);
    folder.write(
        format!("{name}/guide.yaml"),
        "title: {ja: 株式会社の手引き, en: The guide of a company}\n",
    );
    assert_eq!(answer(waiting).body, NEWS);
    let page = preview.once("/en/", "The guide of a company");
    // Folders that are made anew are watched too.
    let waiting = preview.wait_from(&page);
    folder.write(format!("{name}/theme/css/own.css"), "main { color: green }");
    assert_eq!(answer(waiting).body, NEWS);
    let waiting = preview.wait_from(&preview.get("/en/"));
    folder.write(format!("{name}/theme/css/own.css"), "main { color: blue }");
    assert_eq!(answer(waiting).body, NEWS);
}

#[cfg(unix)]
#[test]
fn a_folder_that_goes_away_and_comes_back_is_followed() {
    let folder = Folder::new();
    folder.write("guide/guide.yaml", "title: {ja: 前, en: Before}\n");
    let (here, away) = (folder.path().join("guide"), folder.path().join("away"));
    let preview = preview(
        &folder,
        &["--guide", here.to_str().expect("UTF-8"), "--lang", "en"],
    );
    let page = preview.get("/en/");
    let waiting = preview.wait_from(&page);
    std::fs::rename(&here, &away).expect("moved away");
    assert_eq!(answer(waiting).body, NEWS);
    let fault = preview.once("/en/", "cannot be read as a folder");
    let waiting = preview.wait_from(&fault);
    std::fs::rename(&away, &here).expect("moved back");
    assert_eq!(answer(waiting).body, NEWS);
    let waiting = preview.wait_from(&preview.once("/en/", "Before"));
    folder.write("guide/guide.yaml", "title: {ja: 後, en: Afterwards}\n");
    assert_eq!(answer(waiting).body, NEWS);
    preview.once("/en/", "Afterwards");
}

#[test]
fn nobody_waits_for_a_slow_client() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let half = preview.send(b"GET / HTTP/1.1\r\nHost: ");
    let idle: Vec<TcpStream> = (0..40).map(|_| preview.send(b"")).collect();
    // Asks for much, one behind the other, and reads nothing of it.
    let host = preview.host();
    let ask = format!("GET /ja/ HTTP/1.1\r\nHost: {host}\r\n\r\n").repeat(200);
    let greedy: Vec<TcpStream> = (0..10).map(|_| preview.send(ask.as_bytes())).collect();
    for _ in 0..5 {
        assert_eq!(preview.get("/ja/").status, 200);
    }
    drop((half, idle, greedy));
    assert_eq!(preview.get("/ja/").status, 200);
}

#[test]
fn of_many_who_wait_the_newest_are_kept() {
    let folder = guide();
    let preview = preview(&folder, &[]);
    let page = preview.get("/ja/");
    let (sender, answers) = mpsc::channel();
    let wait = |name: &'static str| {
        let (sender, waiting) = (sender.clone(), preview.wait_from(&page));
        thread::spawn(move || sender.send((name, answer(waiting).body)));
    };
    let next = || answers.recv_timeout(LIMIT).expect("an answer");
    let ask_again = |name| (name, String::new());
    (0..8).for_each(|_| wait("early"));
    for _ in 0..4 {
        assert_eq!(next(), ask_again("early"));
    }
    wait("late");
    assert_eq!(next(), ask_again("early"));
    folder.replace("guide.yaml", "title: {ja: ", "title: {ja: 新しい");
    let mut kept: Vec<_> = (0..4).map(|_| next()).collect();
    kept.sort();
    let news = |name| (name, NEWS.to_owned());
    assert_eq!(
        kept,
        [news("early"), news("early"), news("early"), news("late")]
    );
}

#[test]
fn a_port_that_is_taken_is_said() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("it has one").port().to_string();
    let folder = guide();
    for (lang, word) in [("ja", "--port 0"), ("en", "is in use by another program")] {
        let command = folder.command(&["serve", "--port", &port, "--lang", lang]);
        let run = finish(command, LIMIT);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(3), ""),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.contains(word) && run.stderr.contains(&port),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn what_can_never_be_shown_ends_at_once() {
    let folder = guide();
    let ends = |arguments: &[&str]| {
        finish(
            folder.command(&[&["serve", "--port", "0"], arguments].concat()),
            LIMIT,
        )
    };
    let run = ends(&["--guide", "nowhere"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    assert!(run.stderr.contains("nowhere"), "{}", run.stderr);
    assert_eq!(ends(&["--as-of", "1999-01-01"]).code, Some(2));
    assert_eq!(ends(&["--port", "65536"]).code, Some(2));
    assert!(Path::new(folder.path()).join("guide.yaml").exists());
}

#[test]
fn a_workbook_is_made_when_somebody_asks_for_it() {
    let folder = Folder::new();
    for part in ["common", "workbook/valid"] {
        folder.lay(&fixtures().join("lint").join(part));
    }
    let preview = preview(&folder, &[]);
    let mut bytes = Vec::new();
    let mut stream = preview.request("GET", "/downloads/people.xlsx", &preview.host());
    stream.read_to_end(&mut bytes).expect("it answers");
    let head = String::from_utf8_lossy(&bytes).into_owned();
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    assert!(head.contains("spreadsheetml.sheet") && head.contains("\r\n\r\nPK"));
    let table = preview.get("/downloads/csv/people/person.csv");
    assert_eq!(
        (table.status, table.body.as_str()),
        (200, "\u{feff}氏名①\r\nperson.name\r\n")
    );
    assert_eq!(preview.get("/downloads/csv/people/other.csv").status, 404);
}

/// A small whole guide with one PDF.
#[cfg(feature = "pdf")]
fn guide_with_pdf() -> Folder {
    let folder = Folder::new();
    folder.lay(&fixtures().join("lint/pdf-template/common"));
    folder
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_is_set_when_somebody_asks_for_it() {
    let folder = guide_with_pdf();
    let preview = preview(&folder, &[]);
    let mut bytes = Vec::new();
    let mut stream = preview.request("GET", "/downloads/manual.pdf", &preview.host());
    stream.read_to_end(&mut bytes).expect("it answers");
    let head = String::from_utf8_lossy(&bytes).into_owned();
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    assert!(head.contains("application/pdf") && head.contains("%PDF-1."));
    assert_eq!(preview.get("/downloads/other.pdf").status, 404);
}

#[cfg(feature = "pdf")]
#[test]
fn what_is_wrong_with_a_pdf_is_a_page_that_comes_back_mended() {
    let folder = guide_with_pdf();
    let template = "templates/pdf/manual.typ";
    folder.replace(template, "words.t.menu", "words.t.menuu");
    let preview = preview(&folder, &[]);
    assert_eq!(preview.get("/ja/index.html").status, 200, "pages are shown");
    let page = preview.get("/downloads/manual.pdf");
    assert_eq!(page.status, 500);
    assert!(
        page.body.contains("menuu") && page.body.contains("manual.typ:5:10"),
        "{}",
        page.body
    );
    assert!(preview.said("pdf-template").contains("menuu"));
    let waiting = preview.wait_from(&page);
    folder.replace(template, "words.t.menuu", "words.t.menu");
    assert_eq!(answer(waiting).body, NEWS);
}
