//! The picture of a first page, for pages that offer the document: small, because a page shows many.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// How wide the picture is, in pixels for each of the 595 points of A4.
const PIXELS_PER_POINT: f64 = 0.38;
/// Most colours: what two bits a pixel can tell apart. Letters are a grey of their own then, and a page of them stays small.
const COLOURS: usize = 4;

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
    let index = |colour: &Colour| nearest.get(colour).copied().unwrap_or(0);
    // Four pixels a byte, the first of them in its highest bits; each row begins with a byte of its own.
    let rows = pixels.chunks(width).flat_map(|row| {
        let bytes = row.chunks(4);
        bytes.map(|four| {
            (0_u8..)
                .zip(four)
                .fold(0, |byte, (at, colour)| byte | index(colour) << (6 - 2 * at))
        })
    });
    encode(
        picture.width(),
        picture.height(),
        &palette,
        &rows.collect::<Vec<_>>(),
    )
}

/// The colours that do a picture most justice: that of most pixels first, then always the one whose pixels are shown worst by
/// those before it.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts = BTreeMap::<Colour, u64>::new();
    for colour in pixels {
        *counts.entry(*colour).or_default() += 1;
    }
    let mut palette: Vec<Colour> = Vec::new();
    for _ in 0..COLOURS {
        let fault = |(colour, count): &(&Colour, &u64)| {
            let far = palette.iter().map(|chosen| distance(**colour, *chosen));
            far.min().unwrap_or(1) * **count
        };
        palette.extend(counts.iter().max_by_key(fault).map(|(colour, _)| *colour));
    }
    palette
}

/// The place in the palette of the colour that is most like it.
fn nearest(colour: Colour, palette: &[Colour]) -> u8 {
    let places = (0_u8..).zip(palette);
    let nearest = places.min_by_key(|(_, other)| distance(colour, **other));
    nearest.map_or(0, |(at, _)| at)
}

/// How different two colours are.
fn distance(a: Colour, b: Colour) -> u64 {
    let parts = a.iter().zip(b);
    parts.map(|(a, b)| u64::from(a.abs_diff(b)).pow(2)).sum()
}

fn encode(width: u32, height: u32, palette: &[Colour], rows: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Two);
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
