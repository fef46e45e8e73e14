// What the tests of tools share: a page of a tool opened as by double click, with everything noted that it says or asks for,
// and the look at a page in a state that a reader can bring it to.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { complaints } from './nu.mjs';
import { file } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Opens a tool in a window of its own. `state` is the fragment without `#`, `now` the moment that the device believes in.
 * `close` sees to it that the page said nothing on the console and asked for nothing but its own files.
 */
export async function openTool(chromium, path, { state = '', now, base = file(''), ...options } = {}) {
  const context = await chromium.newContext({ timezoneId: 'Asia/Tokyo', locale: 'ja-JP', bypassCSP: false, ...options });
  const page = await context.newPage();
  const said = [];
  const asked = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  if (now) await page.clock.setFixedTime(now);
  await page.goto(`${base}${path}${state ? `#${state}` : ''}`);
  const close = async () => {
    await context.close();
    assert.deepEqual(said, [], `${path}: said on the console`);
    const elsewhere = asked.filter((url) => !url.startsWith(base) && !url.startsWith('data:') && !url.startsWith('blob:'));
    assert.deepEqual(elsewhere, [], `${path}: asked for`);
  };
  return { page, context, asked, close };
}

/** What is read of the page becomes this within three seconds: a press, Back or another page takes its time. */
export async function becomes(read, wanted, message) {
  const end = Date.now() + 3000;
  while (Date.now() < end) {
    // While one page goes and the next comes, nothing can be read.
    const now = await read().catch(() => undefined);
    if (isDeepStrictEqual(now, wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(await read(), wanted, message);
}

/**
 * What axe finds on the page as it stands now, a line each: light at a desk, dark on a phone; and whether it fits the screen.
 * The markup goes into `markup`, for the Nu checker to see all states at once (`faultsOfMarkup`).
 */
export async function faultsOfState(page, state, markup) {
  const found = [];
  // The checker is put in by the test: the policy of the page binds the page, not the test.
  await page.evaluate(axe);
  for (const [colorScheme, width] of [['light', 1280], ['dark', 390]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, preload: false }), RULES);
    found.push(...violations.map(({ id, nodes }) => `${state}, ${colorScheme}, ${width} px: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${state}: ${wide} px wider than the screen at ${width} px`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  markup.set(state, await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    // What `theme/js/tables.js` says again for some browsers is what the checker takes for superfluous.
    for (const part of copy.querySelectorAll('table[role], table [role]')) part.removeAttribute('role');
    // What scripts set through CSSOM, which the policy allows, comes out as attributes, which it refuses.
    for (const part of copy.querySelectorAll('[style]')) part.removeAttribute('style');
    return `<!DOCTYPE html>\n${copy.outerHTML}`;
  }));
  return found;
}

/** What the Nu checker says of the markup of all states. */
export function faultsOfMarkup(markup) {
  const folder = mkdtempSync(join(tmpdir(), 'states-'));
  [...markup].forEach(([state, html], at) => writeFileSync(join(folder, `${at}-${state.replaceAll(/[^\w-]/g, '_').slice(0, 60)}.html`), html));
  try {
    return complaints(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
