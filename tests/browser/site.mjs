// What the tests share: the pages of the finished guide, a browser, a server of files.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { join, extname } from 'node:path';
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

/** Chromium, without requests of its own. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** Serves the site on loopback; gives its address and a way to stop. */
export async function serve() {
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      const body = await readFile(join(SITE, path.endsWith('/') ? `${path}index.html` : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
