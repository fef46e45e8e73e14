// A text page is light: 50 KB gzip with everything it loads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { SITE, pages } from './site.mjs';

const gzip = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

test('every page weighs at most 50 KB gzip with all that it loads', () => {
  for (const path of pages()) {
    const html = readFileSync(join(SITE, path), 'utf8');
    const loaded = [...html.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)];
    const files = loaded.map(([, href]) => join(SITE, dirname(path), href));
    const weight = [join(SITE, path), ...files].map(gzip).reduce((sum, bytes) => sum + bytes, 0);
    assert.ok(weight <= 50 * 1024, `${path} weighs ${weight} bytes`);
  }
});
