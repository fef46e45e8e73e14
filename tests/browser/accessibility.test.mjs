// axe finds nothing against WCAG 2.2 AA, nor against its own best practices, on any page: at a desk and on a phone, light
// and dark, Japanese with and without readings, and with the colours of the system.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { showReadings } from './readings.mjs';
import { browser, file, inTabs, pages } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What another colour scheme can change on a page that is otherwise as it was.
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

/** Opens a page, with everything on it that can be opened. The policy is set aside for the checker only. */
async function open(page, path) {
  await page.goto(file(path));
  await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
  await page.evaluate(axe);
}

/** What axe finds on the page as it is now, a line each. */
async function findings(page, state, runOnly) {
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), runOnly);
  const where = page.url().slice(file('').length);
  return violations.map(({ id, nodes }) => `${where} (${state}): ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

/** Light at a desk, then dark on a phone, and the colours the other way round; Japanese without and then with readings. */
async function everyState(page, path) {
  const found = [];
  const look = async (state, rules) => found.push(...await findings(page, state, rules));
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, path);
  const isJapanese = path.startsWith('ja/');
  if (isJapanese) await showReadings(page, false);
  await look('desk, light', ALL);
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('desk, dark', COLOURS);
  if (isJapanese) await showReadings(page, true);
  await page.setViewportSize(PHONE);
  await look('phone, dark', ALL);
  await page.emulateMedia({ colorScheme: 'light' });
  await look('phone, light', COLOURS);
  return found;
}

test('axe finds nothing on any page, light and dark, at a desk and on a phone, with readings and without', async () => {
  const found = await inTabs(chromium, { bypassCSP: true }, pages(), everyState);
  assert.deepEqual(found.flat(), []);
});

test('axe finds nothing where the system sets the colours', async () => {
  const options = { bypassCSP: true, forcedColors: 'active', viewport: PHONE };
  const found = await inTabs(chromium, options, pages('en'), async (page, path) => {
    await open(page, path);
    return findings(page, 'forced colours', ALL);
  });
  assert.deepEqual(found.flat(), []);
});
