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

/// Every file that was read, with the name that the reader knows it by.
#[derive(Debug, Default)]
pub struct Files {
    list: Vec<(String, String)>,
}

impl Files {
    /// Keeps a file; `name` is its path as shown in messages, `text` may be empty where it could not be read.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push((name.into(), text.into()));
        id
    }

    /// The name shown in messages.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        self.list.get(file.0 as usize).map_or("", |(name, _)| name)
    }

    /// The text.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.list.get(file.0 as usize).map_or("", |(_, text)| text)
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

    fn position_of(&self, file: FileId, byte: usize) -> Position {
        let text = self.text(file);
        let before = &text[..text.floor_char_boundary(byte)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
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
