//! What a request gets. Pure: looked up among the files that were made, never on the disk.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::page;
use super::papers::Papers;
use super::request::{Asked, Refused};
use crate::diagnostic::MessageLang;
use crate::output::Output;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// A guide as it is shown.
pub struct Shown {
    files: Output,
    papers: Option<Papers>,
    fault: Option<String>,
    note: Option<String>,
    lang: MessageLang,
    mark: String,
}

impl Shown {
    /// `files` are all there are. What the preview itself has to say, it says in `lang`.
    #[must_use]
    pub fn new(files: Output, lang: MessageLang) -> Self {
        let shown = Self {
            files,
            papers: None,
            fault: None,
            note: None,
            lang,
            mark: String::new(),
        };
        shown.marked()
    }

    /// `page` stands for every page: the guide could not be made. `files` are then only what that page needs.
    #[must_use]
    pub fn with_fault(mut self, page: String) -> Self {
        self.fault = Some(page);
        self.marked()
    }

    /// Besides its files the guide has PDFs.
    #[must_use]
    pub fn with_papers(mut self, papers: Papers) -> Self {
        self.papers = Some(papers);
        self.marked()
    }

    /// `note`, which is HTML, stands at the end of every page.
    #[must_use]
    pub fn with_note(mut self, note: String) -> Self {
        self.note = Some(note);
        self.marked()
    }

    fn marked(mut self) -> Self {
        let mut hasher = DefaultHasher::new();
        // A page that says what is wrong with a PDF shows itself again when its template is mended.
        let papers = self.papers.as_ref().map(Papers::templates);
        (&self.files, papers, &self.fault, &self.note).hash(&mut hasher);
        self.mark = format!("{:016x}", hasher.finish());
        self
    }

    /// The PDF at a path, to be set by whoever has the time for it; nothing where there is none.
    pub(super) fn paper(&self, path: &str) -> Option<impl FnOnce() -> Answer + Send + use<>> {
        let papers = self.papers.clone().filter(|papers| papers.offers(path))?;
        let (path, mark) = (path.to_owned(), self.mark.clone());
        Some(move || match papers.set(&path) {
            Ok(bytes) => Answer::new(200, kind(&path), bytes),
            Err(fault) => Answer::new(500, HTML, page::dressed(&fault, &mark, None)),
        })
    }

    /// A page as browsers get it.
    fn dressed(&self, html: &str) -> String {
        page::dressed(html, &self.mark, self.note.as_deref())
    }

    /// Tells this guide from any other, of an earlier run too.
    pub(super) fn mark(&self) -> &str {
        &self.mark
    }
}

/// An answer, but for the headers that all have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) body: Vec<u8>,
    /// A header of its own.
    pub(super) header: Option<(&'static str, String)>,
}

impl Answer {
    fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            kind,
            body: body.into(),
            header: None,
        }
    }
}

/// What `asked` gets; nothing yet where it waits for another guide. `target` is the address as it was written.
pub(super) fn answer(shown: &Shown, asked: &Asked, target: &str) -> Option<Answer> {
    Some(match asked {
        Asked::File(path) => file(shown, path, target),
        Asked::Script => Answer::new(200, SCRIPT, page::SCRIPT),
        Asked::Style => Answer::new(200, STYLE, page::STYLE),
        Asked::Later(mark) if *mark == shown.mark => return None,
        Asked::Later(_) => changed(),
    })
}

/// Tells a page that there is another guide.
pub(super) fn changed() -> Answer {
    Answer::new(200, SCRIPT, page::CHANGED)
}

/// Tells a page to ask once more.
pub(super) fn not_yet() -> Answer {
    Answer::new(200, SCRIPT, "")
}

/// What a request gets that is refused.
pub(super) fn refused(why: Refused) -> Answer {
    let (status, text) = match why {
        Refused::Host => (
            403,
            "this preview answers to 127.0.0.1 and localhost only\n",
        ),
        Refused::Method => (405, "this preview can only be read\n"),
        Refused::TooLong => (414, "the address is too long\n"),
        Refused::Malformed => (400, "the address means nothing\n"),
    };
    let mut answer = Answer::new(status, PLAIN, text);
    if why == Refused::Method {
        answer.header = Some(("Allow", "GET, HEAD".to_owned()));
    }
    answer
}

fn file(shown: &Shown, path: &str, target: &str) -> Answer {
    let is_folder = path.is_empty() || path.ends_with('/');
    let path = if is_folder {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if let Some(bytes) = shown.files.get(&path) {
        let kind = kind(&path);
        return match std::str::from_utf8(bytes) {
            Ok(html) if kind == HTML => Answer::new(200, kind, shown.dressed(html)),
            _ => Answer::new(200, kind, bytes.clone()),
        };
    }
    if let Some(fault) = &shown.fault {
        return Answer::new(500, HTML, shown.dressed(fault));
    }
    if shown.files.contains_key(&format!("{path}/index.html")) {
        let path = target.split('?').next().unwrap_or_default();
        let mut answer = Answer::new(302, PLAIN, "");
        answer.header = Some(("Location", format!("{path}/")));
        return answer;
    }
    Answer::new(404, HTML, missing(shown, &path))
}

/// The guide's own page for what is not there, in the language of the address, else one of ours.
fn missing(shown: &Shown, path: &str) -> String {
    let language = path.split('/').next().unwrap_or_default();
    let own = shown.files.get(&format!("{language}/404.html"));
    let html = match own.and_then(|bytes| std::str::from_utf8(bytes).ok()) {
        // Its links lead up from the folder of the language; here it may stand for a page further below.
        Some(html) => html.replace("=\"../", "=\"/"),
        None => page::missing(shown.lang),
    };
    shown.dressed(&html)
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, suffix)| suffix) {
        "html" => HTML,
        "css" => STYLE,
        "js" => SCRIPT,
        "txt" => PLAIN,
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(fault: Option<&str>) -> Shown {
        let files = [
            "index.html",
            "ja/index.html",
            "ja/404.html",
            "assets/site.css",
            "assets/a.pdf",
        ];
        let text = "<head></head><a href=\"../assets/x\">";
        let files = files.map(|path| (path.to_owned(), text.as_bytes().to_vec()));
        {
            let shown = Shown::new(files.into(), MessageLang::En);
            match fault {
                Some(fault) => shown.with_fault(fault.to_owned()),
                None => shown,
            }
        }
    }

    fn get(shown: &Shown, path: &str) -> Answer {
        let target = format!("/{path}?q");
        answer(shown, &Asked::File(path.to_owned()), &target).expect("a file is not waited for")
    }

    fn text(answer: &Answer) -> &str {
        std::str::from_utf8(&answer.body).expect("UTF-8")
    }

    #[test]
    fn folders_show_their_index() {
        let shown = shown(None);
        for path in ["", "index.html", "ja/", "ja/index.html"] {
            let answer = get(&shown, path);
            assert_eq!((answer.status, answer.kind), (200, HTML), "{path}");
            let script = format!(
                "<script src=\"/.preview/reload.js?after={}\" defer></script></head>",
                shown.mark()
            );
            assert!(text(&answer).contains(&script), "{}", text(&answer));
        }
        let answer = get(&shown, "ja");
        assert_eq!(
            (answer.status, answer.header),
            (302, Some(("Location", "/ja/".to_owned())))
        );
    }

    #[test]
    fn what_is_no_page_stays_as_it_is() {
        let shown = shown(None);
        assert_eq!(get(&shown, "assets/a.pdf").kind, "application/pdf");
        let answer = get(&shown, "assets/site.css");
        assert_eq!(
            (answer.status, answer.kind, &answer.body),
            (200, STYLE, &shown.files["assets/site.css"])
        );
    }

    #[test]
    fn what_is_not_there_is_said_with_links_that_work_everywhere() {
        let shown = shown(None);
        let answer = get(&shown, "ja/a/b/c.html");
        assert_eq!(answer.status, 404);
        assert!(
            text(&answer).contains("href=\"/assets/x\""),
            "{}",
            text(&answer)
        );
        for path in ["nowhere", "/etc/passwd", "en/x.html", "assets/"] {
            let answer = get(&shown, path);
            assert_eq!(answer.status, 404, "{path}");
            assert!(text(&answer).contains("There is no such page"), "{path}");
        }
    }

    #[test]
    fn a_fault_stands_for_every_page_and_keeps_the_style() {
        let shown = shown(Some("<p>fault</p>"));
        assert_eq!(get(&shown, "assets/site.css").status, 200);
        let answer = get(&shown, "ja/fees.html");
        assert_eq!(answer.status, 500);
        assert!(text(&answer).starts_with("<p>fault</p>"));
        assert!(text(&answer).contains("reload.js?after="));
    }

    #[test]
    fn only_another_guide_is_news() {
        let (good, bad) = (shown(None), shown(Some("fault")));
        assert_eq!(good.mark(), shown(None).mark());
        let later = |shown, mark: &str| answer(shown, &Asked::Later(mark.to_owned()), "");
        assert_eq!(later(&good, good.mark()), None);
        assert_eq!(later(&good, bad.mark()), Some(changed()));
        assert_eq!(later(&good, ""), Some(changed()));
    }
}
