// What the tests share: the pages of the finished guide, a browser, a server of files.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

export const SITE = process.env.SITE ?? 'public';

/** Paths of all HTML files, relative to the site. */
export function pages(folder = '') {
  return readdirSync(join(SITE, folder)).sort().flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name;
    if (statSync(join(SITE, path)).isDirectory()) return pages(path);
    return path.endsWith('.html') ? [path] : [];
  });
}

/** The data of each tool by its id, as the pages of a language have it. */
export function toolData(language = 'ja') {
  const found = pages(language).flatMap((path) => {
    const html = readFileSync(join(SITE, path), 'utf8');
    const [, id, data] = /id="tool-data" data-tool="([\w-]+)">(.*?)<\/template>/s.exec(html) ?? [];
    return data ? [[id, JSON.parse(data)]] : [];
  });
  return Object.fromEntries(found);
}

/** Chromium, without requests of its own. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** Address of a page of the finished guide, as a double click opens it. */
export function file(path) {
  return `${pathToFileURL(resolve(SITE)).href}/${path}`;
}

/** Does `work(page, item)` for every item, in a few windows that know nothing of each other; gives all results in order. */
export async function inTabs(chromium, options, items, work, tabs = 4) {
  const results = [];
  let next = 0;
  const tab = async () => {
    const context = await chromium.newContext(options);
    const page = await context.newPage();
    while (next < items.length) {
      const at = next++;
      results[at] = await work(page, items[at]);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: tabs }, tab));
  return results;
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** Serves the site on loopback, compressed as web servers do; gives its address and a way to stop. */
export async function serve() {
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      const body = await readFile(join(SITE, path.endsWith('/') ? `${path}index.html` : path));
      const headers = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(gzipSync(body));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
