//! The picture of a first page, for pages that offer the document: small, because a page shows many.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// How wide the picture is, in pixels for each of the 595 points of A4.
const PIXELS_PER_POINT: f64 = 0.4;
/// Most colours: with four bits a pixel, letters stay legible and a page of them small.
const COLOURS: usize = 16;

/// Red, green and blue, each cut to the 16 steps that are told apart here.
type Colour = [u8; 3];

/// The first page as PNG; nothing where there is none.
pub(super) fn of_first_page(document: &PagedDocument) -> Option<Vec<u8>> {
    let options = RenderOptions {
        pixel_per_pt: PIXELS_PER_POINT.into(),
        render_bleed: false,
    };
    let picture = typst_render::render(document.pages().first()?, &options);
    let pixels = picture.pixels().iter();
    let pixels: Vec<Colour> = pixels
        .map(|pixel| [pixel.red(), pixel.green(), pixel.blue()].map(|part| part & 0xf0))
        .collect();
    let palette = palette(&pixels);
    let nearest: BTreeMap<Colour, u8> = pixels
        .iter()
        .map(|colour| (*colour, nearest(*colour, &palette)))
        .collect();
    let width = usize::try_from(picture.width()).ok()?;
    let rows = pixels.chunks(width).flat_map(|row| {
        row.chunks(2).map(|pair| {
            let index = |at: usize| pair.get(at).and_then(|colour| nearest.get(colour));
            index(0).unwrap_or(&0) << 4 | index(1).unwrap_or(&0)
        })
    });
    encode(
        picture.width(),
        picture.height(),
        &palette,
        &rows.collect::<Vec<_>>(),
    )
}

/// The colours that most pixels have.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts = BTreeMap::<Colour, usize>::new();
    for colour in pixels {
        *counts.entry(*colour).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
    colours
        .into_iter()
        .take(COLOURS)
        .map(|(colour, _)| colour)
        .collect()
}

/// The place in the palette of the colour that is most like it.
fn nearest(colour: Colour, palette: &[Colour]) -> u8 {
    let far = |other: &Colour| -> u32 {
        let parts = colour.iter().zip(other);
        parts.map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
    };
    let nearest = (0_u8..).zip(palette).min_by_key(|(_, other)| far(other));
    nearest.map_or(0, |(at, _)| at)
}

fn encode(width: u32, height: u32, palette: &[Colour], rows: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_compression(Compression::High);
    // Neighbours in a palette are not alike: the differences that filters write would be longer.
    encoder.set_filter(Filter::NoFilter);
    // The highest of the 16 steps is white, not nearly white.
    let full = |part: &u8| part | part >> 4;
    encoder.set_palette(palette.iter().flatten().map(full).collect::<Vec<_>>());
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(rows).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
