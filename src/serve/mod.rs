//! The preview: shows a guide to browsers on this computer while it is being written, and again after every change.
//!
//! Pages are answered from memory as they would be published, but for one script (`page.rs`) that asks when there is another
//! guide. That question waits here until there is one; the policy of the pages allows for nothing more direct. PDFs are set when
//! somebody asks for one: nobody who writes waits for all of them after every change.

mod answer;
mod http;
mod page;
mod papers;
mod request;
mod watch;

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use crate::diagnostic::Words;
pub use answer::Shown;
use http::Question;
pub use page::{behind, findings, refused};
pub use papers::Papers;
use request::Asked;

/// Most questions that wait. Browsers hold six connections open to one host: with more, further pages would not load.
const WAITING: usize = 4;

/// Why there is no preview, or no longer.
#[derive(Debug)]
pub enum Error {
    /// The port cannot be had.
    Port {
        /// Its number.
        port: u16,
        /// What the system says.
        error: std::io::Error,
    },
    /// The system does not tell of changes.
    Watch {
        /// The folder.
        path: String,
        /// What the system says.
        error: notify::Error,
    },
}

impl Error {
    /// What it says to people.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Port { port, error } if error.kind() == ErrorKind::AddrInUse => Words::new(
                format!(
                    "ポート {port} はほかのプログラムが使っています。前のプレビューを終わらせるか、--port で別の番号を選んでください（`--port 0` なら空いている番号になります）"
                ),
                format!(
                    "port {port} is in use by another program; end an earlier preview, or choose another number with --port (`--port 0` takes one that is free)"
                ),
            ),
            Self::Port { port, error } => Words::new(
                format!(
                    "ポート {port} を使えません（{error}）。--port で1024以上の別の番号を選んでください"
                ),
                format!(
                    "port {port} cannot be used ({error}); choose another number from 1024 up with --port"
                ),
            ),
            Self::Watch { path, error } => Words::new(
                format!(
                    "`{path}` の変更を見張れません（{error}）。ほかに変更を見張るプログラムがあれば終わらせてください"
                ),
                format!(
                    "changes in `{path}` cannot be watched ({error}); end other programs that watch folders"
                ),
            ),
        }
    }
}

enum Event {
    Asked(Question),
    Changed,
}

/// A preview that listens, and watches a folder.
pub struct Preview {
    port: u16,
    events: Receiver<Event>,
}

impl Preview {
    /// Listens on this port of this computer alone (0: one that is free), and watches the guide in `dir`. From here on
    /// browsers get an answer, once [`Preview::run`] runs, and no change goes unseen.
    ///
    /// # Errors
    /// Where one of both is refused.
    pub fn open(port: u16, dir: &Path) -> Result<Self, Error> {
        let refused = |error| Error::Port { port, error };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
        let port = listener.local_addr().map_err(refused)?.port();
        let (sender, events) = mpsc::channel();
        let asker = sender.clone();
        // Where nobody takes events any more, the program ends.
        let tell = move || drop(sender.send(Event::Changed));
        watch::start(dir, tell).map_err(|error| Error::Watch {
            path: dir.display().to_string(),
            error,
        })?;
        http::listen(listener, move |question| {
            drop(asker.send(Event::Asked(question)));
        })
        .map_err(refused)?;
        Ok(Self { port, events })
    }

    /// Where browsers find it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Shows the guide until the program is ended. After a change in the folder, `again` makes the next guide, or nothing
    /// where it would be the same.
    pub fn run(&self, mut shown: Shown, again: &mut dyn FnMut() -> Option<Shown>) {
        let mut waiting = VecDeque::new();
        for event in &self.events {
            match event {
                Event::Asked(question) => self.answer(question, &shown, &mut waiting),
                Event::Changed => {
                    let Some(next) = again() else { continue };
                    let is_news = next.mark() != shown.mark();
                    shown = next;
                    if is_news {
                        for question in waiting.drain(..) {
                            question.answer(answer::changed());
                        }
                    }
                }
            }
        }
    }

    fn answer(&self, question: Question, shown: &Shown, waiting: &mut VecDeque<Question>) {
        let hosts: Vec<&str> = question.hosts.iter().map(String::as_str).collect();
        let asked = request::read(&question.method, &question.target, &hosts, self.port);
        if let Ok(Asked::File(path)) = &asked
            && let Some(set) = shown.paper(path)
        {
            // It may take seconds, in which pages are to be shown.
            thread::spawn(move || question.answer(set()));
            return;
        }
        let answer = match asked {
            Ok(asked) => answer::answer(shown, &asked, &question.target),
            Err(why) => Some(answer::refused(why)),
        };
        match answer {
            Some(answer) => question.answer(answer),
            None if question.method == "HEAD" => question.answer(answer::not_yet()),
            None => {
                waiting.push_back(question);
                // The newest is the one that somebody looks at; the oldest may be of a page that is long closed.
                if waiting.len() > WAITING
                    && let Some(oldest) = waiting.pop_front()
                {
                    oldest.answer(answer::not_yet());
                }
            }
        }
    }
}
