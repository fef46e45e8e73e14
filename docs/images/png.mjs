// PNG files with a palette: pictures of pages have few colours, and weigh a third of what they do with all of them.
import { crc32, deflateSync } from 'node:zlib';

const MOST_COLOURS = 256;

/** The colour of a pixel, without the last bits: those of smoothed letters are more than anybody sees. */
const rough = (pixels, at) => (pixels[at] >> 3) << 10 | (pixels[at + 1] >> 3) << 5 | pixels[at + 2] >> 3;

/** The colours that occur most, each the mean of those that are taken for it. */
function palette(pixels) {
  const groups = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = rough(pixels, at);
    const group = groups.get(key) ?? [0, 0, 0, 0];
    for (let part = 0; part < 3; part++) group[part] += pixels[at + part];
    group[3]++;
    groups.set(key, group);
  }
  const most = [...groups].sort(([keyA, a], [keyB, b]) => b[3] - a[3] || keyA - keyB).slice(0, MOST_COLOURS);
  return most.map(([, [red, green, blue, count]]) => [red, green, blue].map((sum) => Math.round(sum / count)));
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
    const key = rough(pixels, pixel * 4);
    if (!nearest.has(key)) nearest.set(key, find(pixel * 4));
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
