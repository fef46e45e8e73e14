// A PDF is light enough for mail and for a phone: the manuals by the page; a sheet carries the fonts for a page or two, which is
// most of its weight.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { isManual, open, pdfs } from './documents.mjs';

const MOST_A_PAGE = 30 * 1024;
const MOST_OF_A_SHEET = 200 * 1024;

test('PDFs are light', async (t) => {
  const heavy = [];
  for (const path of pdfs()) {
    const { size } = statSync(path);
    const { pages } = await open(path);
    const line = `${basename(path)}: ${(size / 1024).toFixed(0)} KB, ${pages.length} pages, ${(size / 1024 / pages.length).toFixed(1)} KB a page`;
    t.diagnostic(line);
    const most = isManual(path) ? MOST_A_PAGE * pages.length : MOST_OF_A_SHEET;
    if (size > most) heavy.push(line);
  }
  assert.deepEqual(heavy, []);
});
