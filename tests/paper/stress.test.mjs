// What a guide may well hold one day: very long tables, addresses, notes and words, hidden records, one language, three languages.
// It is set, nothing is lost, nothing lies over something else or leaves the page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, test } from 'node:test';
import { parseDocument, visit } from 'yaml';
import { BIN, joined, manual, none, open, pdfs } from './documents.mjs';
import { seen } from './drawn.mjs';
import { outside, overlaps } from './geometry.mjs';
import { build, copy } from './guides.mjs';
import { leaves, parts, tree } from './tree.mjs';

const ROWS = 300;
const NATIONALITIES = 197;
const ADDRESS = '東京都江東区青海二丁目七番地十一号'.repeat(5); // 85 full-width characters
const NOTE = { ja: '書'.repeat(599) + '。', en: `${'reason '.repeat(85)}end.` };
const WORD = 'unbreakable'.repeat(20);
const PAGE = 'about.md';

/** Changes a file of facts; comments and order stay. */
function change(guide, path, work) {
  const file = join(guide, path);
  const document = parseDocument(readFileSync(file, 'utf8'));
  work(document);
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}

const at = (document, id) => document.contents.items.find((item) => item.get('id') === id);

/** A table of so many rows, in Markdown. */
function table(rows, cell) {
  return `\n\n| No. | Words |\n| --- | --- |\n${Array.from({ length: rows }, (_, row) => `| ${cell(row + 1)} | ${'row '.repeat(row % 9)}end |`).join('\n')}\n`;
}

/** Writes into translations what they were made from, as the program asks for it: they are not the matter here. */
function renewTranslations(guide) {
  const { stdout, stderr } = spawnSync(BIN, ['check', '--guide', guide, '--format', 'short', '--lang', 'en'], { encoding: 'utf8' });
  for (const [, path, hash] of (stdout + stderr).matchAll(/^(\S+?):\d+:\d+: error\[stale-translation\].*translated_from: (\w+)/gm)) {
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^translated_from: .*$/m, `translated_from: ${hash}`));
  }
}

function long(t) {
  const guide = copy(t);
  for (const language of ['ja', 'en']) {
    appendFileSync(join(guide, 'content', language, PAGE), `${table(ROWS, (row) => `R${row}R`)}\n${WORD}\n`
      + table(NATIONALITIES, (row) => `N${row}N`));
  }
  renewTranslations(guide);
  change(guide, 'data/mailing.yaml', (facts) => {
    const record = at(facts, 'odaiba');
    record.setIn(['address', 'lines'], [ADDRESS]);
    for (const [language, words] of Object.entries(NOTE)) record.setIn(['note', language], words);
  });
  return guide;
}

const sites = {};
before((t) => { sites.long = build(t, long(t)); });

for (const language of ['ja', 'en']) {
  test(`long tables, addresses, notes and words are whole in manual-${language}`, async () => {
    const root = tree(await open(manual(language, sites.long)));
    const words = joined(root.text);
    const lost = (count, letter) => Array.from({ length: count }, (_, row) => `${letter}${row + 1}${letter}`).filter((row) => !words.includes(row));
    none([...lost(ROWS, 'R'), ...lost(NATIONALITIES, 'N')], 'rows that are lost');
    // Where a word is too long for a line, hyphens stand in it.
    none([ADDRESS, NOTE[language], WORD].filter((text) => !words.replaceAll('-', '').includes(joined(text).replaceAll('-', ''))), 'words that are cut');
    const rows = parts(root).filter(({ role }) => role === 'TR');
    none(rows.filter((row) => new Set(leaves(row).map(({ page }) => page)).size > 1).map(({ text }) => text), 'torn rows');
  });
}

test('long tables, addresses, notes and words keep their place in every PDF', async () => {
  for (const path of pdfs(sites.long)) {
    const name = basename(path);
    const pages = await seen(path);
    none(pages.flatMap((page) => outside(page, { x: 5, y: 5 })), `${name}: text outside the page`);
    none(pages.flatMap(overlaps), `${name}: text over text`);
  }
});

test('a hidden record leaves its reason in its place', async (t) => {
  const guide = copy(t);
  const reason = { ja: '今は使わないので隠しました', en: 'Hidden because it is not in use now' };
  change(guide, 'data/errors.yaml', (facts) => {
    facts.contents.items[0].set('hidden', true);
    facts.contents.items[0].set('reason', reason);
  });
  const site = build(t, guide);
  for (const language of ['ja', 'en']) {
    const words = joined(tree(await open(manual(language, site))).text);
    assert.ok(words.includes(joined(reason[language])), `manual-${language} says why`);
  }
});

/** All files of facts and words of a guide. */
function yamlFiles(guide, folder = 'data') {
  const below = readdirSync(join(guide, folder), { withFileTypes: true });
  const files = below.flatMap((entry) => (entry.isDirectory() ? yamlFiles(guide, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
  return folder === 'data' ? ['guide.yaml', ...files.filter((file) => file.endsWith('.yaml'))] : files;
}

/** Changes every text of a guide that is there in Japanese and English. */
function changeTexts(guide, work) {
  for (const file of yamlFiles(guide)) {
    change(guide, file, (document) => visit(document, { Map: (_, map) => { if (map.has('ja') && map.has('en')) work(map); } }));
  }
}

test('a guide in one language has the manual in that language', async (t) => {
  const guide = copy(t);
  changeTexts(guide, (text) => text.delete('en'));
  change(guide, 'guide.yaml', (settings) => settings.get('languages').delete(1));
  rmSync(join(guide, 'content/en'), { recursive: true });
  const names = pdfs(build(t, guide)).map((path) => basename(path, '.pdf')).filter((name) => name.startsWith('manual'));
  assert.deepEqual(names, ['manual-ja']);
});

test('a third language is set like the others', async (t) => {
  const guide = copy(t);
  changeTexts(guide, (text) => text.set('vi', text.get('en')));
  change(guide, 'guide.yaml', (settings) => settings.get('languages').add({ code: 'vi', name: 'Tiếng Việt' }));
  cpSync(join(guide, 'content/en'), join(guide, 'content/vi'), { recursive: true });
  change(guide, 'data/manuals.yaml', (manuals) => {
    const text = (words) => ({ ja: words, en: words, vi: words });
    manuals.add({ id: 'manual-vi', name: text('Vi'), purpose: text('Vi.'), languages: ['vi'] });
  });
  const site = build(t, guide);
  const [en, vi] = await Promise.all(['en', 'vi'].map((language) => open(manual(language, site))));
  assert.match((await vi.pdf.getMetadata()).info.Language, /^vi/);
  assert.ok(Math.abs(vi.pages.length - en.pages.length) <= 3, `${vi.pages.length} pages, ${en.pages.length} in English`);
});
