// What a screen reader is told: headings that skip no level, tables with headings, words for pictures, the language of parts.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { isManual, none, open, pdfs } from './documents.mjs';
import { headings, parts, tree } from './tree.mjs';

const KANA = /[\u3040-\u30ff]/;

for (const path of pdfs()) {
  const name = basename(path, '.pdf');
  const read = async () => tree(await open(path));

  test(`headings of ${name} skip no level`, async () => {
    const found = headings(await read());
    const skipped = found.filter(({ depth }, at) => depth > (found[at - 1]?.depth ?? 0) + 1);
    none(skipped.map(({ role, text, page }) => `${role} ${text}, page ${page}`), 'headings that skip a level');
    none(found.filter(({ text }) => !text.trim()).map(({ page }) => page), 'headings without words');
    if (isManual(path)) assert.ok(found.length > 100);
  });

  test(`tables of ${name} have headings`, async () => {
    const tables = parts(await read()).filter(({ role }) => role === 'Table');
    const without = tables.filter((table) => !parts(table).some(({ role }) => role === 'TH'));
    none(without.map(({ page, text }) => `page ${page}: ${text.slice(0, 40)}`), 'tables without headings');
  });

  test(`pictures of ${name} have words`, async () => {
    const figures = parts(await read()).filter(({ role }) => role === 'Figure' || role === 'Formula');
    const without = figures.filter(({ alt }) => !alt?.trim());
    none(without.map(({ page }) => `page ${page}`), 'pictures without words');
  });

  test(`words of ${name} in the other language say so`, async () => {
    // A part without a language has that of the part it stands in. Kana in a part that is called English would be read aloud as
    // noise. (A document in Japanese may well have Latin letters: names, addresses, PDF.)
    const { pdf } = await open(path);
    const document = (await pdf.getMetadata()).info.Language;
    const wrong = [];
    const walk = (part, language) => {
      if (part.role === 'Figure') return; // its words are those of `alt`
      const own = part.lang ?? language;
      for (const { words, page, lang = own } of part.flow.filter((it) => it.words)) {
        if (KANA.test(words) && !lang.startsWith('ja')) wrong.push(`page ${page}, ${lang}: ${words.slice(0, 40)}`);
      }
      part.kids.forEach((kid) => walk(kid, own));
    };
    walk(await read(), document);
    none(wrong, 'Japanese that says it is something else');
  });
}
