// What every PDF is: well formed, tagged, PDF/UA-1 and PDF/A-2a by its own words, in a language, with a title that is shown, of
// the size of paper, with its fonts and nothing that runs or is fetched.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { test } from 'node:test';
import { MM, isManual, none, open, pdfs, said } from './documents.mjs';
import { objects } from './tree.mjs';

const A4 = [210 * MM, 297 * MM];

const field = (info, name) => new RegExp(`^${name}: *(.*)$`, 'm').exec(info)?.[1];

test('there is a manual in each language, and one in both', () => {
  const names = pdfs().filter(isManual).map((path) => basename(path));
  assert.deepEqual(names, ['manual-en.pdf', 'manual-ja-en.pdf', 'manual-ja.pdf']);
});

for (const path of pdfs()) {
  const name = basename(path, '.pdf');

  test(`${name} is well formed`, () => {
    const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    assert.equal(check.status, 0, check.stdout + check.stderr);
    assert.equal(check.stderr, '');
  });

  test(`${name} says what it is`, async () => {
    const { pdf } = await open(path);
    const { info } = await pdf.getMetadata();
    const of = said('pdfinfo', path);
    assert.equal(field(of, 'Tagged'), 'yes');
    assert.equal(field(of, 'Suspects'), 'no');
    assert.equal(field(of, 'Encrypted'), 'no');
    assert.match(info.Language ?? '', name.endsWith('-en') && name !== 'manual-ja-en' ? /^en\b/ : /^ja\b/);
    assert.ok(info.Title, 'it has a title');
    assert.equal((await pdf.getViewerPreferences())?.DisplayDocTitle, true, 'windows show the title, not the name of the file');
    const about = said('pdfinfo', '-meta', path);
    for (const said of ['<pdfuaid:part>1<', '<pdfaid:part>2<', '<pdfaid:conformance>A<']) assert.ok(about.includes(said), said);
  });

  test(`${name} has its fonts with it, and only what it uses of them`, () => {
    const fonts = said('pdffonts', path).split('\n').slice(2).filter(Boolean);
    assert.ok(fonts.length > 0);
    for (const font of fonts) {
      assert.match(font, /^[A-Z]{6}\+\S+ +CID TrueType +\S+ +yes yes yes /, 'embedded, subset, with the characters of its glyphs');
    }
  });

  test(`${name} runs nothing and fetches nothing`, () => {
    const { all } = objects(path);
    const text = JSON.stringify(all);
    const found = ['/JavaScript', '/JS', '/Launch', '/SubmitForm', '/ImportData', '/GoToR', '/GoToE', '/Rendition', '/Sound', '/Movie',
      '/EmbeddedFile', '/Filespec', '/OpenAction', '/AA', '/AcroForm'].filter((name) => text.includes(`"${name}"`));
    none(found, 'what it must not have');
  });

  test(`${name} is A4`, async () => {
    const { pages } = await open(path);
    const [width, height] = name === 'manual-ja-en' ? [...A4].reverse() : A4;
    const other = pages.filter((page) => Math.abs(page.width - width) > 0.5 || Math.abs(page.height - height) > 0.5 || page.it.rotate !== 0);
    none(other.map(({ number, width, height }) => ({ number, width, height })), 'pages of another size');
  });
}
