//! Files that were read, and places in them.

use std::ops::Range;

/// A file known to [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    /// A place from a range of bytes.
    #[must_use]
    pub fn new(file: FileId, bytes: Range<usize>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            file,
            start: clip(bytes.start),
            end: clip(bytes.end.max(bytes.start)),
        }
    }

    /// The very beginning of a file, for what concerns the file as a whole.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self {
            file,
            start: 0,
            end: 0,
        }
    }

    /// The range of bytes.
    #[must_use]
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Line and column as an editor counts them: from 1, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// What stands before the names of files of the edition inside the program.
pub const EMBEDDED: &str = "base:";

/// Every file that was read, with the name that the reader knows it by.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Files {
    list: Vec<File>,
}

#[derive(Debug, PartialEq, Eq)]
struct File {
    name: String,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Files {
    /// Keeps a file; `name` is its path as shown in messages, `text` may be empty where it could not be read.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        let text: String = text.into();
        let starts = text.match_indices('\n').map(|(newline, _)| newline + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        self.list.push(File {
            name: name.into(),
            text,
            lines,
        });
        id
    }

    fn get(&self, file: FileId) -> Option<&File> {
        self.list.get(file.0 as usize)
    }

    /// The name shown in messages.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| &file.name)
    }

    /// Is it a file of the edition inside the program?
    #[must_use]
    pub fn is_embedded(&self, file: FileId) -> bool {
        self.name(file).starts_with(EMBEDDED)
    }

    /// The text.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| &file.text)
    }

    /// The text at a place.
    #[must_use]
    pub fn slice(&self, place: Place) -> &str {
        self.text(place.file).get(place.bytes()).unwrap_or("")
    }

    /// Where the place starts.
    #[must_use]
    pub fn position(&self, place: Place) -> Position {
        self.position_of(place.file, place.start as usize)
    }

    /// Where the place ends.
    #[must_use]
    pub fn end_position(&self, place: Place) -> Position {
        self.position_of(place.file, place.end as usize)
    }

    /// A line, counted from 1, with the byte at which it begins; without its line end.
    #[must_use]
    pub fn line(&self, file: FileId, line: usize) -> (usize, &str) {
        let Some(file) = self.get(file) else {
            return (0, "");
        };
        let start = line
            .checked_sub(1)
            .and_then(|index| file.lines.get(index))
            .copied()
            .unwrap_or(0);
        let rest = file.text.get(start..).unwrap_or("");
        (start, rest.split('\n').next().unwrap_or(""))
    }

    fn position_of(&self, file: FileId, byte: usize) -> Position {
        let Some(file) = self.get(file) else {
            return Position { line: 1, column: 1 };
        };
        let byte = file.text.floor_char_boundary(byte);
        let line = file.lines.partition_point(|start| *start <= byte);
        let start = file.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = file.text.get(start..byte).unwrap_or("");
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let mut files = Files::default();
        let file = files.add("a.yaml", "x\nja: 旅券の手数料\n");
        let place = Place::new(file, 2 + 4 + 9..2 + 4 + 18);
        assert_eq!(files.slice(place), "手数料");
        assert_eq!(files.position(place), Position { line: 2, column: 8 });
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        let mut files = Files::default();
        let file = files.add("a.yaml", "一");
        assert_eq!(
            files.position(Place::new(file, 99..100)),
            Position { line: 1, column: 2 }
        );
        assert_eq!(
            files.position(Place::new(file, 1..2)),
            Position { line: 1, column: 1 }
        );
    }
}
