// Fact by fact: the amounts, dates, sizes, numbers and addresses of a PDF are those of the pages, none missing and none different.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { isManual, none, open, pdfs } from './documents.mjs';
import { figures, onPages, strangers } from './figures.mjs';
import { parts, pieces, tree } from './tree.mjs';

const pages = { ja: onPages('ja'), en: onPages('en') };
const languagesOf = (name) => ({ 'manual-ja': ['ja'], 'manual-en': ['en'] })[name] ?? ['ja', 'en'];
const figuresOf = (root) => figures(pieces(root));

for (const path of pdfs()) {
  const name = basename(path, '.pdf');
  const languages = languagesOf(name);

  test(`every figure of ${name} is one of the pages`, async () => {
    const own = figuresOf(tree(await open(path)));
    none(strangers(own, languages.map((language) => pages[language].figures)), 'figures that no page has');
  });

  if (!isManual(path)) continue;
  test(`every figure and every address of the pages is in ${name}`, async (t) => {
    const root = tree(await open(path));
    const own = figuresOf(root);
    for (const [kind, all] of Object.entries(own)) {
      t.diagnostic(`${kind}: ${all.size}`);
      assert.ok(all.size > 0, `${kind} are found at all`);
    }
    const linked = new Set(parts(root).flatMap(({ links }) => links.map(({ url }) => url)));
    none(languages.flatMap((language) => strangers(pages[language].figures, [own])), 'figures of the pages that are not in the manual');
    none(languages.flatMap((language) => [...pages[language].links].filter((url) => !linked.has(url))), 'addresses that the manual does not lead to');
  });
}
