// Fact by fact: the amounts, dates, sizes, numbers and addresses of a PDF are those of the pages, none missing and none different.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { isManual, joined, none, open, pdfs } from './documents.mjs';
import { htmlFiles, pageOf, pieces as piecesOfPage } from './site.mjs';
import { parts, pieces, tree } from './tree.mjs';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What figures look like where all spaces are gone. */
const FIGURES = {
  amounts: /\d[\d,]*(?=円|yen)/g,
  dates: new RegExp(`\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{1,2}(?:${MONTHS})\\d{4}`, 'g'),
  sizes: /\d[\d.,]*(?:KB|MB|dpi)/g,
  'telephone numbers': /(?<!\d)0\d{1,3}-\d{2,4}-\d{3,4}|(?<!\d)0570-\d{6}/g,
  'mail addresses': /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  'postal codes': /(?<![\d-])\d{3}-\d{4}(?![\d-])/g,
};

function figures(pieces) {
  return Object.fromEntries(Object.entries(FIGURES).map(([kind, pattern]) => [kind, new Set(pieces.flatMap((piece) => piece.match(pattern) ?? []))]));
}

/** What the pages in a language say, notices and lists of facts included. */
function onPages(language) {
  const bodies = htmlFiles(language).map((path) => pageOf(path).querySelector('body'));
  const links = bodies.flatMap((body) => body.querySelectorAll('main a[href]')).map((a) => a.getAttribute('href'));
  for (const part of bodies.flatMap((body) => body.querySelectorAll('script, style'))) part.remove();
  return { figures: figures(bodies.flatMap(piecesOfPage).map(({ words }) => words)), links: new Set(links.filter((href) => /^(https|mailto|tel):/.test(href))) };
}

const pages = { ja: onPages('ja'), en: onPages('en') };
const languagesOf = (name) => (name === 'manual-en' ? ['en'] : name === 'manual-ja' ? ['ja'] : ['ja', 'en']);

for (const path of pdfs()) {
  const name = basename(path, '.pdf');
  const languages = languagesOf(name);

  test(`every figure of ${name} is one of the pages`, async () => {
    const own = figures(pieces(tree(await open(path))).map(joined));
    const strangers = Object.entries(own).flatMap(([kind, all]) => [...all].filter((figure) => !languages.some((language) => pages[language].figures[kind].has(figure))).map((figure) => `${kind}: ${figure}`));
    none(strangers, 'figures that no page has');
  });

  if (!isManual(path)) continue;
  test(`every figure and every address of the pages is in ${name}`, async (t) => {
    const root = tree(await open(path));
    const own = figures(pieces(root).map(joined));
    const linked = new Set(parts(root).flatMap(({ links }) => links.map(({ url }) => url)));
    const missing = languages.flatMap((language) => {
      const lost = Object.entries(pages[language].figures).flatMap(([kind, all]) => [...all].filter((figure) => !own[kind].has(figure)).map((figure) => `${kind}: ${figure}`));
      return [...lost, ...[...pages[language].links].filter((url) => !linked.has(url))];
    });
    for (const [kind, all] of Object.entries(own)) {
      t.diagnostic(`${kind}: ${all.size}`);
      assert.ok(all.size > 0, kind);
    }
    none(missing, 'what the pages have and the manual does not');
  });
}
