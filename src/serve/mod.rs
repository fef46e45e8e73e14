//! The preview: shows a guide to browsers on this computer while it is being written, and again after every change.
//!
//! Pages are answered from memory as they would be published, but for one script ([`page`]) that asks when there is another
//! guide. That question waits here until there is one; the policy of the pages allows for nothing more direct.

mod answer;
mod page;
mod request;
mod watch;

use std::collections::VecDeque;
use std::io::{Cursor, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::diagnostic::Words;
use answer::Answer;
pub use answer::Shown;
pub use page::{findings, refused};

/// Most questions that wait. Browsers hold six connections open to one host: with more, further pages would not load.
const WAITING: usize = 4;
/// How long to wait for a request before looking up: only so that there is an end to it.
const LONG: Duration = Duration::from_hours(1);

/// Sent with everything: nothing is kept, guessed or lent to pages of others.
const HEADERS: [(&str, &str); 3] = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

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
    /// No more requests can be had.
    Server(std::io::Error),
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
            Self::Server(error) => Words::new(
                format!("プレビューを続けられません（{error}）。もう一度始めてください"),
                format!("the preview cannot go on ({error}); start it again"),
            ),
        }
    }
}

/// A preview that listens, and watches a folder.
pub struct Preview {
    server: Arc<Server>,
    port: u16,
    changed: Arc<AtomicBool>,
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
        let server = Server::from_listener(listener, None)
            .map_err(|error| refused(std::io::Error::other(error.to_string())))?;
        let (server, changed) = (Arc::new(server), Arc::new(AtomicBool::new(false)));
        let (waker, flag) = (Arc::clone(&server), Arc::clone(&changed));
        let tell = move || {
            flag.store(true, Ordering::SeqCst);
            waker.unblock();
        };
        watch::start(dir, tell).map_err(|error| Error::Watch {
            path: dir.display().to_string(),
            error,
        })?;
        Ok(Self {
            server,
            port,
            changed,
        })
    }

    /// Where browsers find it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Shows the guide until the program is ended. After a change in the folder, `again` makes the next guide, or nothing
    /// where it would be the same. Gives why it had to end.
    pub fn run(&self, mut shown: Shown, again: &mut dyn FnMut() -> Option<Shown>) -> Error {
        let mut waiting = VecDeque::new();
        loop {
            match self.server.recv_timeout(LONG) {
                Ok(Some(request)) => self.answer(request, &shown, &mut waiting),
                Ok(None) => {}
                Err(error) => return Error::Server(error),
            }
            if self.changed.swap(false, Ordering::SeqCst)
                && let Some(next) = again()
            {
                let is_news = next.mark() != shown.mark();
                shown = next;
                if is_news {
                    for request in waiting.drain(..) {
                        send(request, answer::changed());
                    }
                }
            }
        }
    }

    fn answer(&self, request: Request, shown: &Shown, waiting: &mut VecDeque<Request>) {
        let headers = request.headers().iter();
        let hosts: Vec<&str> = headers
            .filter(|header| header.field.equiv("Host"))
            .map(|header| header.value.as_str())
            .collect();
        let asked = request::read(request.method().as_str(), request.url(), &hosts, self.port);
        let answer = match asked {
            Ok(asked) => answer::answer(shown, &asked, request.url()),
            Err(why) => Some(answer::refused(why)),
        };
        match answer {
            Some(answer) => send(request, answer),
            None if *request.method() == Method::Head => send(request, answer::not_yet()),
            None => {
                waiting.push_back(request);
                // The newest is the one that somebody looks at; the oldest may be of a page that is long closed.
                if waiting.len() > WAITING
                    && let Some(oldest) = waiting.pop_front()
                {
                    send(oldest, answer::not_yet());
                }
            }
        }
    }
}

/// Answers from a thread of its own: a client that does not read, or asks again before it has read, holds up nobody else.
fn send(request: Request, answer: Answer) {
    let own = answer
        .header
        .iter()
        .map(|(name, value)| (*name, value.as_str()));
    let headers = HEADERS
        .into_iter()
        .chain([("Content-Type", answer.kind)])
        .chain(own)
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .collect();
    let length = answer.body.len();
    let status = StatusCode(answer.status);
    let response = Response::new(
        status,
        headers,
        Cursor::new(answer.body),
        Some(length),
        None,
    )
    .with_chunked_threshold(usize::MAX);
    // Where there is no thread to be had, the request is dropped, which answers it too.
    let _ = thread::Builder::new().spawn(move || {
        // Who went away needs no answer.
        let _ = request.respond(response);
    });
}
