// A text page is light: with everything that it loads by itself at most 50 KB gzip and six requests. A page with a tool may have
// 60 KB, and the data and scripts of that tool.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { SITE, browser, inTabs, pages, serve } from './site.mjs';

const TEXT = { bytes: 50 * 1024, requests: 6 };
const TOOL = { bytes: 60 * 1024, requests: 8 };

let chromium;
let server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium.close(); server.stop(); });

const gzip = (path) => gzipSync(readFileSync(join(SITE, path)), { level: 9 }).length;

test('every page loads at most 50 KB gzip in six requests, one with a tool 60 KB in eight', async (t) => {
  const loads = await inTabs(chromium, {}, pages(), async (page, path) => {
    const asked = [];
    const listen = (request) => { if (!request.url().startsWith('data:')) asked.push(request.url().slice(server.address.length)); };
    page.on('request', listen);
    await page.goto(server.address + path, { waitUntil: 'networkidle' });
    page.off('request', listen);
    return { path, files: asked, bytes: asked.map((name) => gzip(decodeURIComponent(name))).reduce((sum, bytes) => sum + bytes, 0) };
  });
  loads.sort((a, b) => b.bytes - a.bytes);
  const shown = ({ path, files, bytes }) => `${path}: ${bytes} bytes in ${files.length} requests (${files.join(', ')})`;
  for (const load of loads.slice(0, 3)) t.diagnostic(shown(load));
  assert.ok(loads.every(({ path, files }) => files.includes(path)), 'a page is part of its own weight');
  const isTool = (path) => readFileSync(join(SITE, path), 'utf8').includes('id="tool-data"');
  const heavy = loads.filter(({ path, files, bytes }) => {
    const most = isTool(path) ? TOOL : TEXT;
    return bytes > most.bytes || files.length > most.requests;
  });
  assert.deepEqual(heavy.map(shown), []);
});
