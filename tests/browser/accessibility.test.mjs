// axe finds nothing against WCAG 2.2 AA on any page, at a desk and on a phone, light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SITE, browser, pages } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

for (const [name, viewport, colorScheme] of [
  ['at a desk, light', { width: 1280, height: 900 }, 'light'],
  ['on a phone, dark', { width: 390, height: 844 }, 'dark'],
]) {
  test(`axe finds nothing ${name}`, async () => {
    // The policy of the pages refuses code that is not theirs: only here, for the checker, it is set aside.
    const context = await chromium.newContext({ viewport, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const path of pages()) {
      await page.goto(`${pathToFileURL(resolve(SITE)).href}/${path}`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
      assert.deepEqual(found, [], path);
    }
    await context.close();
  });
}
