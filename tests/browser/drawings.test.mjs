// Drawings can be read on every screen: no words leave their drawing, none lie over others, none are tiny.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SITE, browser, pages } from './site.mjs';

const drawn = pages().filter((path) => readFileSync(join(SITE, path), 'utf8').includes('class="drawing"'));

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

/** What is wrong with the drawings of the page; runs in the browser. */
function faults() {
  const found = [];
  const inside = (box, frame) => box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
  // Lines of type have empty room above and below the letters: only what is well inside counts.
  const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
  for (const svg of document.querySelectorAll('.drawing svg')) {
    const frame = svg.getBoundingClientRect();
    const name = svg.querySelector('title').textContent;
    const scale = frame.width / svg.viewBox.baseVal.width;
    const lines = [...svg.querySelectorAll('text > tspan:not(:empty)')].map((line) => ({
      words: line.textContent, box: line.getBoundingClientRect(), size: parseFloat(getComputedStyle(line).fontSize) * scale,
    }));
    if (lines.length === 0) found.push(`${name}: no words`);
    if (frame.right > document.documentElement.clientWidth) found.push(`${name}: wider than the page`);
    for (const [at, { words, box, size }] of lines.entries()) {
      if (!inside(box, frame)) found.push(`${name}: “${words}” leaves the drawing`);
      if (size < 10) found.push(`${name}: “${words}” is ${size.toFixed(1)} px high`);
      for (const other of lines.slice(at + 1)) {
        if (!apart(box, other.box)) found.push(`${name}: “${words}” lies over “${other.words}”`);
      }
    }
  }
  return found;
}

for (const width of [320, 390, 1280]) {
  test(`the words of all drawings keep their place at ${width} px`, async () => {
    assert.ok(drawn.some((path) => path.startsWith('ja/')) && drawn.some((path) => path.startsWith('en/')));
    const page = await chromium.newPage({ viewport: { width, height: 900 } });
    for (const path of drawn) {
      await page.goto(`${pathToFileURL(resolve(SITE)).href}/${path}`);
      assert.deepEqual(await page.evaluate(faults), [], path);
    }
    await page.close();
  });
}

test('drawings take the colours of the page, be it dark or of the reader’s own choice', async () => {
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active', colorScheme: 'dark' }]) {
    const page = await chromium.newPage(options);
    await page.goto(`${pathToFileURL(resolve(SITE)).href}/ja/apply/single.html`);
    const [words, text] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.drawing text.f-text')).fill, getComputedStyle(document.body).color,
    ]);
    assert.equal(words, text, JSON.stringify(options));
    await page.close();
  }
});

test('where there is room, a drawing grows with the reader’s size of type', async () => {
  const page = await chromium.newPage({ viewport: { width: 600, height: 900 } });
  await page.goto(`${pathToFileURL(resolve(SITE)).href}/ja/apply/single.html`);
  const width = () => page.evaluate(() => document.querySelector('.drawing svg').getBoundingClientRect().width);
  const before = await width();
  await page.evaluate(() => { document.documentElement.style.fontSize = '125%'; });
  assert.ok(await width() > before * 1.2);
  await page.close();
});
