// PNG files with a palette: pictures of pages have few colours, and weigh a third of what they do with all of them.
import { crc32, deflateSync } from 'node:zlib';

const MOST_COLOURS = 256;

/** The colour of a pixel, without the last bits: those of smoothed letters are more than anybody sees. */
const rough = (pixels, at) => (pixels[at] >> 3) << 10 | (pixels[at + 1] >> 3) << 5 | pixels[at + 2] >> 3;

const exact = (pixels, at) => pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2];

/** The colours that occur most, of those that are nearly alike the one that occurs most. */
function palette(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = exact(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = new Map();
  for (const [colour] of [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b)) {
    const parts = [colour >> 16, colour >> 8 & 255, colour & 255];
    const key = rough(parts, 0);
    if (!colours.has(key)) colours.set(key, parts);
    if (colours.size === MOST_COLOURS) break;
  }
  return [...colours.values()];
}

/** For every pixel the nearest colour of the palette. */
function indices(pixels, colours) {
  const nearest = new Map();
  const find = (at) => {
    const distance = ([red, green, blue]) => (red - pixels[at]) ** 2 + (green - pixels[at + 1]) ** 2 + (blue - pixels[at + 2]) ** 2;
    let best = 0;
    for (let index = 1; index < colours.length; index++) if (distance(colours[index]) < distance(colours[best])) best = index;
    return best;
  };
  return Uint8Array.from({ length: pixels.length / 4 }, (_, pixel) => {
    const at = pixel * 4;
    const key = exact(pixels, at);
    if (!nearest.has(key)) nearest.set(key, find(at));
    return nearest.get(key);
  });
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of `pixels` (four bytes each, no transparency). */
export function palettePng({ width, height, pixels }) {
  const colours = palette(pixels);
  const picture = indices(pixels, colours);
  const lines = Buffer.alloc((width + 1) * height); // each line begins with a zero: stored as it is
  for (let line = 0; line < height; line++) lines.set(picture.subarray(line * width, (line + 1) * width), line * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // eight bits, palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('PLTE', Buffer.from(colours.flat())), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}
