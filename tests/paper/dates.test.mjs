// Two days that stay the same for ever (see tests/it/golden.rs): the manual as seen on the day of the article that this guide
// started from, and on the day of the edition.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ROOT, SITE, joined, manual, none, open } from './documents.mjs';
import { figures, onPages, strangers } from './figures.mjs';
import { build } from './guides.mjs';
import { pieces, tree } from './tree.mjs';

const ARTICLE = '2025-12-15';

const sites = {};
before((t) => { sites[ARTICLE] = build(t, ROOT, { args: ['--as-of', ARTICLE] }); sites.edition = SITE; });

const root = async (language, day) => tree(await open(manual(language, sites[day])));

for (const [language, amounts, day] of [
  ['ja', ['5,500円', '3,500円', '6,500円', '50KB', '10MB'], '2025年12月15日'],
  ['en', ['5,500yen', '3,500yen', '6,500yen', '50KB', '10MB'], '15December2025'],
]) {
  test(`manual-${language} shows the world of the article on its day`, async () => {
    const it = await root(language, ARTICLE);
    const words = joined(it.text);
    none([...amounts, day].filter((figure) => !words.includes(figure)), 'what it does not show');
    const own = figures(pieces(it));
    none(strangers(own, [onPages(language, sites[ARTICLE]).figures]), 'figures that the pages of that day do not have');
  });

  test(`manual-${language} of the edition has the fee of the article as one of two answers`, async () => {
    const words = joined((await root(language, 'edition')).text);
    none(amounts.slice(0, 3).filter((figure) => !words.includes(figure)), 'what it does not show');
    assert.ok(!words.includes(day), 'it is not seen from the day of the article');
  });
}
