//! The little of HTTP that a preview needs: one question a connection, one answer, and the connection is closed.
//!
//! Each connection has a thread that reads, waits and writes, with an end to all of it but the waiting; who is slow holds up
//! nobody else.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use super::answer::{self, Answer};
use super::request::Refused;

/// Longest head of a request that is read, in bytes.
const LONGEST: usize = 16 * 1024;
/// Most lines in it.
const LINES: usize = 100;
/// Most connections at a time; browsers open a handful.
const CONNECTIONS: usize = 256;
/// How long a client may pause while it sends or takes something.
const PAUSE: Duration = Duration::from_secs(10);
/// Most that is taken from a client that goes on sending after it was answered, in reads.
const LEFT: usize = 64;

/// Sent with everything: nothing is kept, guessed or lent to pages of others.
const HEADERS: &str = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n";

/// What a client asks.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) method: String,
    pub(super) target: String,
    /// Its `Host` headers.
    pub(super) hosts: Vec<String>,
    reply: Sender<Answer>,
}

impl Question {
    /// Answers it. Who went away needs no answer.
    pub(super) fn answer(self, answer: Answer) {
        let _ = self.reply.send(answer);
    }
}

/// Hands every question that comes to `asked`, from a thread of its own, until the program ends.
///
/// # Errors
/// Where there is no thread to be had.
pub(super) fn listen(
    listener: TcpListener,
    asked: impl Fn(Question) + Clone + Send + 'static,
) -> std::io::Result<()> {
    let here = Arc::new(());
    let accept = move || {
        for stream in listener.incoming() {
            // A connection that broke off, or one too many: the next may be better.
            let Ok(stream) = stream else {
                thread::sleep(Duration::from_millis(20));
                continue;
            };
            if Arc::strong_count(&here) > CONNECTIONS {
                continue;
            }
            let (asked, one) = (asked.clone(), Arc::clone(&here));
            let serve = move || {
                // Where the client is gone or too slow there is nobody to tell.
                let _ = converse(stream, &asked);
                drop(one);
            };
            let _ = thread::Builder::new().spawn(serve);
        }
    };
    thread::Builder::new().spawn(accept).map(drop)
}

/// Reads one question, waits for its answer, and writes it.
fn converse(mut stream: TcpStream, asked: &dyn Fn(Question)) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PAUSE))?;
    stream.set_write_timeout(Some(PAUSE))?;
    let (reply, answers) = mpsc::channel();
    let (answer, has_body) = match read(&mut stream, reply)? {
        Ok(question) => {
            let has_body = question.method != "HEAD";
            asked(question);
            let Ok(answer) = answers.recv() else {
                return Ok(());
            };
            (answer, has_body)
        }
        Err(why) => (answer::refused(why), true),
    };
    stream.write_all(&bytes(&answer, has_body))?;
    // Closed while the client still sends, the connection would be reset, and the answer with it.
    stream.shutdown(Shutdown::Write)?;
    let mut rest = [0; 4096];
    for _ in 0..LEFT {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}

fn read(
    stream: &mut TcpStream,
    reply: Sender<Answer>,
) -> std::io::Result<Result<Question, Refused>> {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let count = stream.read(&mut piece)?;
        head.extend(piece.iter().take(count));
        match parse(&head) {
            Ok(Some((method, target, hosts))) => {
                return Ok(Ok(Question {
                    method,
                    target,
                    hosts,
                    reply,
                }));
            }
            Ok(None) if count == 0 => return Ok(Err(Refused::Malformed)),
            Ok(None) if head.len() >= LONGEST => return Ok(Err(Refused::TooLong)),
            Ok(None) => {}
            Err(why) => return Ok(Err(why)),
        }
    }
}

/// Method, target and hosts, once the head is whole.
fn parse(head: &[u8]) -> Result<Option<(String, String, Vec<String>)>, Refused> {
    let mut lines = [httparse::EMPTY_HEADER; LINES];
    let mut request = httparse::Request::new(&mut lines);
    let status = request.parse(head).map_err(|_| Refused::Malformed)?;
    let (true, Some(method), Some(target)) = (status.is_complete(), request.method, request.path)
    else {
        return Ok(None);
    };
    let hosts = request
        .headers
        .iter()
        .filter(|line| line.name.eq_ignore_ascii_case("host"))
        .map(|line| String::from_utf8_lossy(line.value).into_owned());
    Ok(Some((
        method.to_owned(),
        target.to_owned(),
        hosts.collect(),
    )))
}

/// An answer as it is sent: in one piece, so that no part of it waits for the other.
fn bytes(answer: &Answer, has_body: bool) -> Vec<u8> {
    let own = answer
        .header
        .as_ref()
        .map_or(String::new(), |(name, value)| {
            format!("{name}: {value}\r\n")
        });
    let (status, reason) = (answer.status, reason(answer.status));
    let (kind, length) = (answer.kind, answer.body.len());
    let head = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{own}{HEADERS}\r\n"
    );
    let mut bytes = head.into_bytes();
    if has_body {
        bytes.extend(&answer.body);
    }
    bytes
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        414 => "URI Too Long",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        let whole = b"GET /ja/ HTTP/1.1\r\nhost: a\r\nX: y\r\nHost: b\r\n\r\nGET";
        let hosts = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(
            parse(whole),
            Ok(Some(("GET".to_owned(), "/ja/".to_owned(), hosts)))
        );
        for length in 0..whole.len() - 3 {
            assert_eq!(parse(&whole[..length]), Ok(None), "{length}");
        }
        for bytes in [
            &b"\x00"[..],
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        ] {
            assert_eq!(parse(bytes), Err(Refused::Malformed));
        }
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(LINES + 1));
        assert_eq!(parse(many.as_bytes()), Err(Refused::Malformed));
    }

    #[test]
    fn a_head_is_answered_without_a_body() {
        let answer = answer::refused(Refused::Method);
        let text = |has_body| String::from_utf8(bytes(&answer, has_body)).expect("UTF-8");
        assert!(
            text(true).starts_with("HTTP/1.1 405 Method Not Allowed\r\n"),
            "{}",
            text(true)
        );
        assert!(
            text(true).contains("\r\nAllow: GET, HEAD\r\n"),
            "{}",
            text(true)
        );
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        assert_eq!(text(true), text(false) + &body);
        assert!(text(false).ends_with("\r\n\r\n"));
    }
}
