// The manual says everything that the pages say, in the same order: read as a screen reader reads it, along its structure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, manual, none, open } from './documents.mjs';
import { ONLY_ON_SITE, htmlFiles, main, pieces } from './site.mjs';
import { leaves, tree } from './tree.mjs';

/** Below this many characters a piece stands in many places: where it stands says nothing. */
const TELLING = 8;

/**
 * Words without hyphens, which the ends of lines add; without the dots between what stands side by side; and without the equals
 * sign and half-width kana, which pdf.js does not read as other readers do (the font joins two of their glyphs).
 */
const bare = (words) => joined(words.replace(/[\uff66-\uff9f]/g, '')).replace(/[-‐·=]/g, '');
/** On paper, what stands in front of a colon may be the head of a column. */
const cut = (part) => part.split(/[:：·]/).map(bare).filter(Boolean);

/** Where links lead on paper is said behind them, which pages need not. */
const wordsOf = (leaves) => bare(leaves.map(({ words }) => words).join('')).replace(/\[p\.\d+\]/g, '');

/** The parts of the manual that are pages of the site, by title: from its heading to the next of the same depth or a higher one. */
function sections(root) {
  const all = leaves(root);
  const isTop = ({ within: { role } }) => role === 'H1' || role === 'H2';
  const starts = all.flatMap((leaf, at) => (isTop(leaf) && all[at - 1]?.within !== leaf.within ? [at] : []));
  const sections = new Map();
  starts.forEach((start, at) => {
    const { role, text } = all[start].within;
    const words = wordsOf(all.slice(start, starts[at + 1]));
    if (role === 'H2' && !sections.has(bare(text))) sections.set(bare(text), words);
  });
  return sections;
}

for (const language of ['ja', 'en']) {
  test(`manual-${language} says what the pages say, in their order`, async (t) => {
    const root = tree(await open(manual(language)));
    const whole = wordsOf(leaves(root));
    const bySection = sections(root);
    const found = { compared: 0, nowhere: [], elsewhere: [], disordered: [] };
    for (const path of htmlFiles(language)) {
      const body = main(path);
      const title = bare(body?.querySelector('h1')?.text ?? '');
      const section = bySection.get(title);
      if (section && !ONLY_ON_SITE.test(path)) compare(path, body, section, whole, found);
      else if (!ONLY_ON_SITE.test(path)) found.nowhere.push(`${path}: no part is called ${title}`);
    }
    t.diagnostic(`${found.compared} pieces compared, ${found.elsewhere.length} of them in another part`);
    assert.ok(found.compared > 1000);
    none(found.nowhere, 'what pages say and the manual does not');
    none(found.disordered, 'what the manual says in another order');
  });
}

/** Words that are looked up stand in the order of the alphabet on paper. */
const ORDER_OF_ITS_OWN = /\/glossary\.html$/;

function compare(path, body, section, whole, found) {
  let last = { at: -1 };
  for (const piece of pieces(body)) {
    const [words, parts] = [bare(piece.words), piece.parts.flatMap(cut)];
    found.compared += 1;
    const at = section.indexOf(words);
    if (at < 0) {
      if (!parts.every((part) => section.includes(part))) {
        if (whole.includes(words)) found.elsewhere.push(`${path}: ${words}`);
        else found.nowhere.push(`${path}: ${parts.filter((part) => !section.includes(part)).join(' | ')}`);
      }
    } else if (words.length >= TELLING && !ORDER_OF_ITS_OWN.test(path) && section.lastIndexOf(words) === at) {
      if (at < last.at) found.disordered.push(`${path}: ${words.slice(0, 50)} (stands before ${last.words.slice(0, 50)})`);
      last = { at, words };
    }
  }
}
