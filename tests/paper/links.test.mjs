// What leads somewhere: bookmarks, the contents, links within and out of the document.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parse as yaml } from 'yaml';
import { ROOT, isManual, joined, none, open, pdfs } from './documents.mjs';
import { htmlFiles, pageOf } from './site.mjs';
import { headings, parts, tree } from './tree.mjs';

const DEEPEST = 3;

/** Bookmarks in their order, each with its depth and the place that it leads to. */
async function bookmarks({ pdf }) {
  const flat = async (items, depth) => {
    const found = [];
    for (const item of items ?? []) {
      const target = typeof item.dest === 'string' ? await pdf.getDestination(item.dest) : item.dest;
      found.push({ title: item.title, depth, page: target && (await pdf.getPageIndex(target[0])) + 1, y: target?.[3] });
      found.push(...(await flat(item.items, depth + 1)));
    }
    return found;
  };
  return flat(await pdf.getOutline(), 1);
}

/** The number that is printed at the head or the foot of a page. */
function printedNumber(page) {
  const artifacts = page.runs.filter(({ artifact }) => artifact).map(({ text }) => text).join('');
  return Number(/(\d+)\s*\/\s*\d+/.exec(artifacts)?.[1]);
}

for (const path of pdfs()) {
  const name = basename(path, '.pdf');

  test(`bookmarks of ${name} lead to its headings, in order`, async () => {
    const document = await open(path);
    const marks = await bookmarks(document);
    none(marks.filter(({ page }) => !page), 'bookmarks that lead nowhere');
    none(marks.filter(({ depth }) => depth > DEEPEST), 'bookmarks that are too deep');
    const backwards = marks.filter(({ page, y }, at) => at > 0 && (page < marks[at - 1].page || (page === marks[at - 1].page && y > marks[at - 1].y + 1)));
    if (name !== 'manual-ja-en') none(backwards, 'bookmarks out of order');
    const found = headings(tree(document)).filter(({ depth }) => depth <= DEEPEST);
    // Side by side, a heading is in both languages and its bookmark in the first.
    const rest = [...found];
    const strangers = marks.filter((mark) => {
      const at = rest.findIndex(({ title, text, page }) => page === mark.page && joined(title ?? text).startsWith(joined(mark.title)));
      if (at >= 0) rest.splice(0, at + 1);
      return at < 0;
    });
    none(strangers, 'bookmarks that are no headings, or headings in another order');
    if (isManual(path)) assert.ok(marks.length > 0.9 * found.length, `${marks.length} bookmarks for ${found.length} headings`);
  });

  test(`page numbers in the contents of ${name} are those of its pages`, async () => {
    const document = await open(path);
    const lines = parts(tree(document)).filter(({ role }) => role === 'TOCI').map((line) => {
      const target = parts(line).flatMap(({ links }) => links).find(({ page }) => page);
      return { text: line.text, said: Number(/(\d+)\s*$/.exec(line.text)?.[1]), leadsTo: target && printedNumber(document.pages[target.page - 1]) };
    });
    none(lines.filter(({ said, leadsTo }) => said !== leadsTo), 'numbers that are not those of the page');
    if (isManual(path)) assert.ok(lines.length > 20, `${lines.length} lines of contents`);
  });

  test(`links of ${name} lead somewhere`, async () => {
    const all = parts(tree(await open(path))).flatMap(({ links, text }) => links.map((link) => ({ ...link, text })));
    const within = all.filter(({ url }) => url === undefined);
    none(within.filter(({ page }) => !page), 'links that lead nowhere');
    const out = [...new Set(all.map(({ url }) => url).filter(Boolean))];
    none(out.filter((url) => !known().has(url)), 'links that neither the facts nor the prose have');
    if (isManual(path)) assert.ok(within.length > 100 && out.length > 20, `${within.length} links within, ${out.length} out`);
  });
}

let urls;

/** Addresses that the pages of the site lead to, and those of the site where it has an address. */
function known() {
  if (urls) return urls;
  urls = new Set();
  for (const path of htmlFiles()) {
    for (const a of pageOf(path).querySelectorAll('a[href]')) {
      const href = a.getAttribute('href');
      if (/^(https|mailto|tel):/.test(href)) urls.add(href);
    }
  }
  const base = yaml(readFileSync(join(ROOT, 'guide.yaml'), 'utf8')).base_url;
  if (base) for (const path of htmlFiles()) urls.add(new URL(path, base).href);
  return urls;
}
