//! Tells when something in the folder of a guide may have changed.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source::PARTS;

/// How long it must be quiet before a change counts as done: one save is several events.
const QUIET: Duration = Duration::from_millis(10);
/// Most events that belong to one change, so that one without an end is told too.
const MOST: usize = 1000;
/// How often a folder that is gone is looked for.
const LOOK: Duration = Duration::from_millis(500);

/// Paths that something happened to; none where the system lost count.
type Paths = Vec<PathBuf>;

/// Calls `changed` after every change in the parts of the guide in `dir`, until the program ends.
///
/// # Errors
/// Where the system cannot watch.
pub(super) fn start(dir: &Path, changed: impl Fn() + Send + 'static) -> notify::Result<()> {
    // Events name absolute paths, on some systems without links in them.
    let root = dir.canonicalize().map_err(notify::Error::io)?;
    let (sender, events) = mpsc::channel();
    let config = Config::default().with_follow_symlinks(false);
    let watcher = RecommendedWatcher::new(move |event| tell(event, &sender), config)?;
    let mut watch = Watch {
        watcher,
        root,
        lost: false,
    };
    watch.root()?;
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || watch.run(&events, &changed))
        .map_err(notify::Error::io)?;
    Ok(())
}

/// Reading is no change; without this the guide's being read would have it read again for ever.
fn tell(event: notify::Result<Event>, sender: &Sender<Paths>) {
    let paths = match event {
        Ok(event) if event.kind.is_access() => return,
        Ok(event) => event.paths,
        Err(error) => error.paths,
    };
    // Where nobody listens any more, the program ends.
    let _ = sender.send(paths);
}

struct Watch {
    watcher: RecommendedWatcher,
    root: PathBuf,
    /// The folder of the guide is not there.
    lost: bool,
}

impl Watch {
    fn run(mut self, events: &Receiver<Paths>, changed: &dyn Fn()) {
        loop {
            let first = if self.lost {
                events.recv_timeout(LOOK)
            } else {
                events.recv().map_err(RecvTimeoutError::from)
            };
            match first {
                Ok(mut paths) => {
                    for _ in 0..MOST {
                        match events.recv_timeout(QUIET) {
                            Ok(more) => paths.extend(more),
                            Err(_) => break,
                        }
                    }
                    self.follow(&paths);
                    changed();
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.lost = self.root().is_err();
                    if !self.lost {
                        changed();
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// A folder that was made, renamed or deleted is another one than that which was watched.
    fn follow(&mut self, paths: &[PathBuf]) {
        if paths.contains(&self.root) {
            self.lost = self.root().is_err();
            return;
        }
        for part in PARTS {
            let part = self.root.join(part);
            if paths.contains(&part) {
                self.part(&part);
            }
        }
    }

    /// Watches the folder of the guide itself, where new parts appear, and each part that there is. What else the folder
    /// holds, `target` or `node_modules`, may be large and is not looked into.
    fn root(&mut self) -> notify::Result<()> {
        let root = self.root.clone();
        let _ = self.watcher.unwatch(&root);
        self.watcher.watch(&root, RecursiveMode::NonRecursive)?;
        for part in PARTS {
            self.part(&root.join(part));
        }
        Ok(())
    }

    /// Watches a part that is there. A file, `guide.yaml`, is seen from the folder that it is in.
    fn part(&mut self, part: &Path) {
        let _ = self.watcher.unwatch(part);
        if part.extension().is_none() {
            let _ = self.watcher.watch(part, RecursiveMode::Recursive);
        }
    }
}
