// On paper: A4, no navigation, everything unfolded, sources and facts printed, links with their address, words that can be
// selected and searched.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, file } from './site.mjs';
import { showReadings } from './readings.mjs';

const PAGES = ['index', 'steps', 'fees', 'procedures/extension', 'prepare/photo', 'errors/index', 'help'];

let chromium;
let folder;
before(async () => { chromium = await browser(); folder = mkdtempSync(join(tmpdir(), 'print-')); });
after(async () => { await chromium.close(); rmSync(folder, { recursive: true }); });

/** Words without the spaces and line breaks that setting them on paper moves. */
const joined = (words) => words.normalize('NFKC').replace(/[\s\u00ad]+/g, '');

/** Prints the page as it is; gives what can be selected on paper, and the size of the sheets. */
async function printed(page) {
  const path = join(folder, 'page.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  const words = joined(execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }));
  const size = /^Page size: .*$/m.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))[0];
  return { words, size };
}

for (const language of ['ja', 'en']) {
  test(`pages print with their sources and without what only a screen needs (${language})`, async () => {
    const page = await chromium.newPage();
    for (const name of PAGES) {
      const path = `${language}/${name}.html`;
      await page.goto(file(path));
      await page.emulateMedia({ media: null });
      const onScreen = await page.evaluate(() => {
        const words = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
        return {
          heading: words('h1'),
          headings: words('.page-body h2'),
          facts: words('.facts tbody th, .facts dt').map((words) => words.trim()),
          sources: [...document.querySelectorAll('.facts a[href^="http"]')].map((link) => [link.textContent, link.getAttribute('href')]),
          external: [...document.querySelectorAll('.page-body a[href^="http"]')].map((link) => link.getAttribute('href')),
          disclaimer: words('.disclaimer'),
        };
      });
      assert.equal(onScreen.heading.length, 1, path);
      const paper = await printed(page);
      assert.match(paper.size, /A4/, path);
      const missing = [onScreen.heading, onScreen.headings, onScreen.facts, onScreen.sources.flat(), onScreen.external, onScreen.disclaimer]
        .flat().filter((words) => !paper.words.includes(joined(words)));
      assert.deepEqual(missing, [], `${path} does not print everything`);

      await page.emulateMedia({ media: 'print' });
      const pressed = await page.evaluate(() => [...document.querySelectorAll('nav, button, .skip, input, select')]
        .filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 100)));
      assert.deepEqual(pressed, [], `${path} prints what only a screen needs`);
      const colours = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
      assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'], `${path} is black on white`);
    }
    await page.close();
  });
}

test('paper is black on white for readers of dark pages too', async () => {
  const page = await chromium.newPage({ colorScheme: 'dark' });
  await page.goto(file('ja/fees.html'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const dark = await page.evaluate(() => [...document.querySelectorAll('body, main *')].filter((element) => {
    const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number);
    return alpha > 0 && red + green + blue < 3 * 128 && element.checkVisibility();
  }).map((element) => element.outerHTML.slice(0, 80)));
  assert.deepEqual(dark, []);
  await page.close();
});

test('readings are printed where they are on, and only there', async () => {
  const page = await chromium.newPage();
  await page.goto(file('ja/fees.html'));
  const without = await printed(page);
  await showReadings(page, true);
  const reading = await page.locator('.page-body ruby rt').first().textContent();
  const withReadings = await printed(page);
  const count = (words) => words.split(joined(reading)).length;
  assert.ok(count(withReadings.words) > count(without.words), `${reading} is printed`);
  await page.close();
});
