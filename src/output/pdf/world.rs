//! What Typst may read: the templates of the guide, the fonts of its theme, the files made from its facts. Neither the disk, nor
//! the clock, nor the net.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _, Str};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::input::Files;
use crate::source::GuideFiles;

/// The folder of the paper templates among the templates.
pub(super) const FOLDER: &str = "pdf/";

/// What all documents of a guide are set from.
pub(super) struct Desk {
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    /// The day of the edition.
    pub(super) day: Datetime,
}

impl Desk {
    pub(super) fn new(guide: &GuideFiles, files: &Files, day: Datetime) -> Self {
        let templates = guide.templates.iter().filter_map(|(path, file)| {
            let id = id(path.strip_prefix(FOLDER)?)?;
            Some((id, Source::new(id, guide.files.text(*file).to_owned())))
        });
        let files = files
            .iter()
            .filter_map(|(path, bytes)| Some((id(path)?, Bytes::new(bytes.clone()))));
        let fonts: Vec<Font> = guide
            .theme
            .iter()
            .filter(|(path, _)| is_font(path))
            .flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.clone())))
            .collect();
        Self {
            sources: templates.collect(),
            files: files.collect(),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            day,
        }
    }
}

/// Is it a font of the theme?
pub(super) fn is_font(path: &str) -> bool {
    path.starts_with("fonts/") && [".ttf", ".otf"].iter().any(|end| path.ends_with(end))
}

/// The id of a file by its path from the root of the templates.
pub(super) fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// A desk with one document on it.
pub(super) struct Sheet<'d> {
    desk: &'d Desk,
    library: LazyHash<Library>,
    main: FileId,
}

impl<'d> Sheet<'d> {
    /// A document from a template and what it is told; nothing where there is no such template.
    pub(super) fn new(desk: &'d Desk, template: &str, inputs: &[(&str, String)]) -> Option<Self> {
        let main = id(template).filter(|id| desk.sources.contains_key(id))?;
        let inputs: Dict = inputs
            .iter()
            .map(|(name, value)| (Str::from(*name), value.as_str().into_value()))
            .collect();
        Some(Self {
            desk,
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main,
        })
    }
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.desk.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.desk.sources.get(&id).cloned();
        source.ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.desk.files.get(&id).cloned();
        file.ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.desk.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.desk.day)
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
