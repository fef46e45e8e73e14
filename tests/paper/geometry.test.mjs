// Measured in the output: nothing outside the margins, nothing over something else, nothing too small to read, no heading alone at
// the foot of a page, no row of a table torn; what is measured on paper has its measure.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { MM, ROOT, isManual, none, open, pdfs } from './documents.mjs';
import { drawn, seen } from './drawn.mjs';
import { outside, overlaps, smaller } from './geometry.mjs';
import { leaves, parts, tree } from './tree.mjs';

/** What office printers leave white, and what the manual keeps free at both sides of its words, in millimetres. */
const EDGE = 5;
const SIDE = Number(/^#let margin = \(x: (\d+)mm/m.exec(readFileSync(`${ROOT}/templates/pdf/look.typ`, 'utf8'))[1]);
const LEAST_POINTS = 9;

for (const path of pdfs()) {
  const name = basename(path, '.pdf');

  test(`text of ${name} is within the margins`, async () => {
    const pages = await seen(path);
    none(pages.flatMap((page) => outside(page, { x: isManual(path) ? SIDE : EDGE, y: EDGE })), 'text outside the margins');
  });

  test(`no text of ${name} lies over another`, async () => {
    none((await seen(path)).flatMap(overlaps), 'text over text');
  });

  test(`all text of ${name} is large enough`, async () => {
    none((await open(path)).pages.flatMap((page) => smaller(page, LEAST_POINTS)), `text smaller than ${LEAST_POINTS} points`);
  });

  test(`no heading of ${name} stands alone at the foot of a page`, async () => {
    const words = leaves(tree(await open(path))).filter(({ words }) => words.trim());
    const isHeading = ({ within }) => /^H[1-6]$/.test(within.role);
    const alone = words.filter((it, at) => isHeading(it) && (words.slice(at).find((next) => !isHeading(next))?.page ?? it.page) > it.page);
    none([...new Set(alone.map(({ within }) => `page ${within.page}: ${within.text}`))], 'headings whose text begins on the next page');
  });

  test(`no row of a table of ${name} is torn`, async () => {
    const rows = parts(tree(await open(path))).filter(({ role }) => role === 'TR');
    const torn = rows.filter((row) => new Set(leaves(row).map(({ page }) => page)).size > 1);
    none(torn.map(({ page, text }) => `page ${page}: ${text.slice(0, 60)}`), 'torn rows');
  });

  if (isManual(path)) continue;
  test(`what is measured on ${name} has its measure`, async (t) => {
    const { pages } = await open(path);
    for (const page of pages) {
      const { boxes } = await drawn(page);
      const says = page.runs.map(({ text }) => text).join('').replace(/\s/g, '');
      if (/(?<!\d)100mm/.test(says)) {
        const bars = boxes.map(({ width, height }) => Math.max(width, height) / MM).filter((length) => Math.abs(length - 100) < 5);
        assert.ok(bars.some((length) => Math.abs(length - 100) <= 0.1), `page ${page.number}: the bar of 100 mm is ${bars.map((bar) => bar.toFixed(2)).join(', ') || 'not there'}`);
      }
      const squares = boxes.filter(({ width, height, stroked }) => stroked && Math.abs(width - height) < 0.1 * MM && width > 2 * MM && width < 8 * MM);
      none(squares.filter(({ width }) => width < 4 * MM - 0.01).map(({ width }) => `page ${page.number}: ${(width / MM).toFixed(2)} mm`), 'check boxes smaller than 4 mm');
      if (squares.length > 0) t.diagnostic(`page ${page.number}: ${squares.length} check boxes`);
    }
  });
}
