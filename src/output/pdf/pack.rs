//! Makes a PDF smaller without changing what is in it: the thousands of small objects that tags are go into compressed streams.
//! Typst writes them one by one, which more than doubles a manual.

use lopdf::{Document, SaveOptions};

/// How many objects go into one stream. A reader unpacks a whole stream to get at one of them.
const OBJECTS_IN_A_STREAM: usize = 200;

/// The same document, smaller; as it was where it cannot be read again.
pub(super) fn pack(bytes: Vec<u8>) -> Vec<u8> {
    packed(&bytes).unwrap_or(bytes)
}

fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(OBJECTS_IN_A_STREAM)
        .compression_level(9)
        .build();
    let mut out = Vec::new();
    let mut document = Document::load_mem(bytes).ok()?;
    document.save_with_options(&mut out, options).ok()?;
    Some(out)
}
