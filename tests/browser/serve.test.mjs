// The preview in a browser: pages follow the files by themselves, under the published policy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE, browser } from './site.mjs';
import { copyOfTheGuide, preview } from './preview.mjs';

let guide;
let served;
let chromium;
before(async () => {
  guide = copyOfTheGuide();
  served = await preview(guide.folder);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  served?.stop();
  guide?.remove();
});

const LIMIT = { timeout: 60_000 };

/** A page that records what it says and what it asks for. */
async function open(path, context) {
  const page = await (context ?? chromium).newPage();
  const said = [];
  const asked = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(served.address + path);
  return { page, said, asked };
}

/** Nothing was said, and nobody else was asked. */
function assertQuiet({ said, asked }) {
  assert.deepEqual(said, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(served.address) && !url.startsWith('data:')), []);
}

/** Until the page shows `text`, by itself. */
const shows = (page, text) => page.getByText(text).first().waitFor({ state: 'attached', ...LIMIT });

test('a page keeps the published policy and gets one script more', async () => {
  const { page, said, asked } = await open('ja/fees.html');
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  const published = readFileSync(join(SITE, 'ja/fees.html'), 'utf8');
  assert.ok(published.includes(`content="${policy}"`), policy);
  assert.equal(await page.locator('script:not([src]), style, [style]').count(), 0);
  const later = (url) => new URL(url).pathname === '/.preview/later.js';
  if (!asked.some(later)) await page.waitForRequest((request) => later(request.url()), LIMIT);
  assertQuiet({ said, asked });
  await page.close();
});

test('edits of facts, words, templates and styles show by themselves', async () => {
  const opened = await open('en/fees.html');
  const { page } = opened;
  guide.replace('data/fees.yaml', 'An estimate that', 'Hardly an estimate that');
  await shows(page, 'Hardly an estimate that');
  guide.replace('guide.yaml', 'en: Guide to', 'en: Another guide to');
  await page.waitForFunction(() => document.title.includes('Another guide'), null, LIMIT);
  guide.replace('content/en/fees.md', 'title: Fees', 'title: What it costs');
  await page.waitForFunction(() => document.title.includes('What it costs'), null, LIMIT);
  guide.replace('templates/site/page.html', '{{ page.body }}', '<p>A line of the template</p>{{ page.body }}');
  await shows(page, 'A line of the template');
  guide.append('theme/css/9-print.css', '\nh1 { color: rgb(1, 2, 3); }\n');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)', null, LIMIT);
  assertQuiet(opened);
  await page.close();
});

test('the place on the page is kept, and so is the anchor', async () => {
  const opened = await open('en/fees.html#receipt-day');
  const { page } = opened;
  await page.waitForTimeout(200);
  await page.evaluate(() => scrollBy(0, 120));
  await page.waitForTimeout(200);
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 120, `scrolled to ${place}`);
  guide.replace('guide.yaml', 'en: Another guide', 'en: A third guide');
  await page.waitForFunction(() => document.title.includes('third guide'), null, LIMIT);
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 3, place, LIMIT);
  assert.equal(new URL(page.url()).hash, '#receipt-day');
  assertQuiet(opened);
  await page.close();
});

test('an error stands in place of the page until it is mended', async () => {
  const opened = await open('ja/glossary.html');
  const { page, said } = opened;
  guide.replace('data/glossary.yaml', '  reading: ', '  raeding: ');
  await shows(page, 'The guide cannot be made like this');
  const words = await page.locator('main').innerText();
  assert.match(words, /data\/glossary\.yaml:\d+:3/);
  assert.match(words, /raeding/);
  assert.match(words, /Remedy:/);
  assert.match(served.said(), /raeding/);
  const style = await page.evaluate(() => getComputedStyle(document.querySelector('.preview-findings > li')).borderLeftWidth);
  assert.equal(style, '5px');
  // Chromium itself notes the status of the page; nothing else is said.
  assert.deepEqual(said.splice(0).filter((line) => !line.includes('status of 500')), []);
  guide.replace('data/glossary.yaml', '  raeding: ', '  reading: ');
  await page.waitForFunction(() => document.title.startsWith('用語'), null, LIMIT);
  assertQuiet(opened);
  await page.close();
});

test('eight tabs are all kept up to date and hold up no further page', async () => {
  const context = await chromium.newContext();
  const tabs = [];
  for (let tab = 0; tab < 8; tab += 1) tabs.push(await open('en/help.html', context));
  await tabs[7].page.waitForTimeout(1500);
  const began = Date.now();
  const further = await open('en/outages.html', context);
  await further.page.waitForLoadState('load');
  const took = Date.now() - began;
  assert.ok(took < 10_000, `a further page took ${took} ms`);
  guide.replace('guide.yaml', 'en: A third guide', 'en: A fourth guide');
  for (const { page } of [...tabs, further]) {
    await page.waitForFunction(() => document.title.includes('fourth guide'), null, LIMIT);
  }
  for (const tab of [...tabs, further]) assertQuiet(tab);
  await context.close();
});

test('a preview that is started again on the same port is found again', async () => {
  const first = await preview(guide.folder);
  const page = await chromium.newPage();
  await page.goto(`${first.address}en/index.html`);
  const { port } = new URL(first.address);
  await first.stop();
  guide.replace('guide.yaml', 'en: A fourth guide', 'en: A fifth guide');
  const second = await preview(guide.folder, { port });
  await page.waitForFunction(() => document.title.includes('fifth guide'), null, LIMIT);
  await page.close();
  await second.stop();
});

test('a page is shown before it is translated, with a note that is no fault of its own', async () => {
  const opened = await open('ja/deadlines.html');
  const { page } = opened;
  guide.append('content/ja/deadlines.md', '\nまだ訳していない文です。\n');
  await shows(page, 'まだ訳していない文です。');
  const note = page.locator('.preview-note');
  assert.equal(await note.evaluate((element) => getComputedStyle(element).position), 'fixed');
  await note.locator('summary').click();
  assert.match(await note.innerText(), /content\/en\/deadlines\.md/);
  assertQuiet(opened);
  await page.close();
});
