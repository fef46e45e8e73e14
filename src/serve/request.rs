//! What a request may ask for. Pure: text in, a decision out; nothing here knows which files there are.

/// Longest address that is looked at, in bytes; those of the guide are far shorter.
const LONGEST: usize = 2048;

/// Where the files of the preview itself are. No page of a guide begins with a dot.
pub(super) const OWN: &str = "/.preview/";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A file of the guide, by its path: `ja/fees.html`; ends in `/`, or is empty, for a folder.
    File(String),
    /// The script that every page gets.
    Script,
    /// The style of what the preview itself has to say.
    Style,
    /// The script that is answered only when the guide is no longer the one with this mark.
    Later(String),
}

/// Why a request gets nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// The name under which this computer was asked is not one of a preview: a page elsewhere may have rebound its name.
    Host,
    /// The preview can only be read.
    Method,
    /// The address is too long.
    TooLong,
    /// The address means nothing.
    Malformed,
}

/// Reads a request: its method, its target, its `Host` headers, and the port that listens.
pub(super) fn read(
    method: &str,
    target: &str,
    hosts: &[&str],
    port: u16,
) -> Result<Asked, Refused> {
    match hosts {
        [host] if is_ours(host, port) => {}
        _ => return Err(Refused::Host),
    }
    if !matches!(method, "GET" | "HEAD") {
        return Err(Refused::Method);
    }
    if target.len() > LONGEST {
        return Err(Refused::TooLong);
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match path.strip_prefix(OWN) {
        Some("reload.js") => Ok(Asked::Script),
        Some("page.css") => Ok(Asked::Style),
        Some("later.js") => Ok(Asked::Later(
            query.strip_prefix("after=").unwrap_or_default().to_owned(),
        )),
        _ => decode(path).map(Asked::File).ok_or(Refused::Malformed),
    }
}

/// Is it a name by which only this computer knows itself, with the right port?
fn is_ours(host: &str, port: u16) -> bool {
    let (name, given) = match host.rsplit_once(':') {
        Some((name, given)) if !given.contains(']') => (name, given.parse().ok()),
        _ => (host, Some(80)),
    };
    let is_loopback =
        name == "127.0.0.1" || name == "[::1]" || name.eq_ignore_ascii_case("localhost");
    is_loopback && given == Some(port)
}

/// The path without its first `/`, decoded once; nothing where it cannot be one of ours.
fn decode(path: &str) -> Option<String> {
    let mut rest = path.strip_prefix('/')?.bytes();
    let mut bytes = Vec::with_capacity(path.len());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            byte => byte,
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    let harmless = path.chars().all(|c| !c.is_control() && c != '\\');
    let stays = path
        .split('/')
        .all(|segment| segment != "." && segment != "..");
    (harmless && stays).then_some(path)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(target: &str) -> Result<Asked, Refused> {
        read("GET", target, &["127.0.0.1:8017"], 8017)
    }

    fn is_file(target: &str, path: &str) -> bool {
        get(target) == Ok(Asked::File(path.to_owned()))
    }

    #[test]
    fn paths_are_decoded_once() {
        assert!(is_file("/", ""));
        assert!(is_file("/ja/", "ja/"));
        assert!(is_file("/ja/fees.html?x=1", "ja/fees.html"));
        assert!(is_file("/%E7%AA%93%e5%8f%a3.html", "窓口.html"));
        assert!(is_file("/%2541", "%41"));
        assert!(is_file("//etc/passwd", "/etc/passwd"));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for target in [
            "",
            "ja",
            "*",
            "http://127.0.0.1:8017/",
            "/%",
            "/%4",
            "/%zz",
            "/%+1",
            "/%ff",
            "/%00",
            "/a%0d%0aB",
            "/a\\b",
            "/%5c",
            "/..",
            "/../x",
            "/ja/../../x",
            "/%2e%2e/x",
            "/ja/%2E%2E%2Fx",
            "/.",
            "/./x",
        ] {
            assert_eq!(get(target), Err(Refused::Malformed), "{target}");
        }
        assert_eq!(
            get(&format!("/{}", "a".repeat(LONGEST))),
            Err(Refused::TooLong)
        );
        assert!(get(&format!("/{}", "a".repeat(LONGEST - 1))).is_ok());
    }

    #[test]
    fn the_preview_has_files_of_its_own() {
        assert_eq!(get("/.preview/reload.js?after=1"), Ok(Asked::Script));
        assert_eq!(get("/.preview/page.css"), Ok(Asked::Style));
        assert_eq!(
            get("/.preview/later.js?after=ab"),
            Ok(Asked::Later("ab".to_owned()))
        );
        assert_eq!(get("/.preview/later.js"), Ok(Asked::Later(String::new())));
        assert!(is_file("/.preview/other", ".preview/other"));
    }

    #[test]
    fn only_names_of_this_computer_are_answered() {
        let asked = |hosts: &[&str], port| read("GET", "/", hosts, port).is_ok();
        for host in [
            "127.0.0.1:8017",
            "localhost:8017",
            "LOCALHOST:8017",
            "[::1]:8017",
        ] {
            assert!(asked(&[host], 8017), "{host}");
        }
        for host in [
            "",
            "127.0.0.1",
            "localhost",
            "[::1]",
            "127.0.0.1:8018",
            "127.0.0.1:x",
            "guide.example:8017",
            "localhost.guide.example:8017",
            "127.0.0.1.guide.example:8017",
            "127.0.0.1:8017:8017",
            "a@127.0.0.1:8017",
        ] {
            assert!(!asked(&[host], 8017), "{host}");
        }
        assert!(!asked(&[], 8017));
        assert!(!asked(&["127.0.0.1:8017", "127.0.0.1:8017"], 8017));
        assert!(asked(&["localhost"], 80) && asked(&["[::1]"], 80));
    }

    #[test]
    fn the_preview_can_only_be_read() {
        let asked = |method| read(method, "/", &["127.0.0.1:8017"], 8017);
        assert!(asked("GET").is_ok() && asked("HEAD").is_ok());
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"] {
            assert_eq!(asked(method), Err(Refused::Method), "{method}");
        }
    }
}
