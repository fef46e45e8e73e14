// Where text stands on paper: what lies over something else, and what leaves the page.
import { MM } from './documents.mjs';

/** Of a character's height, how much is ink above and below its base line: less than the line, so that close lines do not meet. */
const ABOVE = 0.74;
const BELOW = 0.1;
/** How far boxes of text may reach into each other, in points. */
const MEET = 1.2;
/** How far text may reach into a margin, in points: hyphens and full stops hang a little. */
const REACH = 3;

/** Punctuation of Japanese is half empty, and set closer than its box says. */
const HALF_EMPTY_AT_END = /[、。，．」』）］】〉》・：；！？”’]$/;
const HALF_EMPTY_AT_START = /^[「『（［【〈《・：；“‘]/;

function ink(run) {
  const text = run.text.trim();
  const cut = [HALF_EMPTY_AT_START, HALF_EMPTY_AT_END].map((pattern) => (pattern.test(text) ? run.size / 2 : 0));
  return { run, left: run.x + cut[0], right: run.x + run.width - cut[1], bottom: run.y - BELOW * run.size, top: run.y + ABOVE * run.size };
}

const inked = (page) => page.runs.filter(({ text, level }) => level && text.trim()).map(ink);

/** Pairs of texts that lie over each other. */
export function overlaps(page) {
  const all = inked(page).sort((a, b) => a.left - b.left);
  const found = [];
  all.forEach((one, at) => {
    for (let next = at + 1; next < all.length && all[next].left < one.right - MEET; next += 1) {
      const other = all[next];
      const across = Math.min(one.right, other.right) - other.left;
      const along = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
      if (across > MEET && along > MEET) found.push(`page ${page.number}: ${one.run.text} | ${other.run.text} (${across.toFixed(1)} × ${along.toFixed(1)} pt)`);
    }
  });
  return found;
}

/** Texts nearer to the edges of the paper than `x` millimetres at the sides, `y` above and below. */
export function outside(page, edge) {
  const [x, y] = [edge.x * MM - REACH, edge.y * MM - REACH];
  return inked(page)
    .filter((it) => it.left < x || it.right > page.width - x || it.bottom < y || it.top > page.height - y)
    .map(({ run, left, right, bottom }) => `page ${page.number}: ${run.text.slice(0, 30)} (left ${(left / MM).toFixed(1)}, right ${((page.width - right) / MM).toFixed(1)}, bottom ${(bottom / MM).toFixed(1)} mm)`);
}

/** Texts smaller than a size. */
export function smaller(page, points) {
  return page.runs.filter(({ text, size }) => text.trim() && size < points - 0.05)
    .map(({ text, size }) => `page ${page.number}: ${text.slice(0, 30)} (${size.toFixed(1)} pt)`);
}
