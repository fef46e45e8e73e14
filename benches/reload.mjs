// How long an editor waits: from the file being written to the new page standing in the browser (DOMContentLoaded), and
// what of that is spent where. Needs a release build and Chromium: `make bench`.
import { browser } from '../tests/browser/site.mjs';
import { copyOfTheGuide, preview } from '../tests/browser/preview.mjs';

const EDITS = Number(process.env.EDITS ?? 15);
const MARK = 200; // milliseconds

const guide = copyOfTheGuide();
const served = await preview(guide.folder, { profile: 'release' });
const chromium = await browser();

/** Edits a file once and gives the times since, in milliseconds: told of the change, page asked for, page stands. */
async function edit(page, change) {
  const stands = page.waitForEvent('domcontentloaded', { timeout: 10_000 });
  const began = Date.now();
  change();
  await stands;
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const at = (time) => performance.timeOrigin + time;
    return [at(0), at(navigation.responseStart), at(navigation.domContentLoadedEventEnd)];
  });
  await page.waitForLoadState('load');
  await page.waitForTimeout(150); // until it has asked for the next change
  return times.map((time) => time - began);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const least = (list) => Math.min(...list);

try {
  const page = await chromium.newPage();
  await page.goto(`${served.address}en/fees.html`);
  await page.waitForTimeout(300);
  const longer = (path, after, more) => () => guide.replace(path, after, `${after}${more}`);
  const kinds = [
    ['a fact', longer('data/fees.yaml', '    en: ', 'x')],
    ['prose', longer('content/en/fees.md', 'The day of the decision', ' x')],
    ['a template', longer('templates/site/page.html', '{{ page.body }}', 'x')],
    ['a style', longer('theme/css/2-page.css', '*/', '/**/')],
  ];
  console.log(`milliseconds since the file was written, median of ${EDITS} edits (least)`);
  console.log('edit of      told  answered  page stands');
  for (const [name, change] of kinds) {
    const runs = [];
    for (let turn = 0; turn < EDITS; turn += 1) runs.push(await edit(page, change));
    const column = (at) => runs.map((times) => times[at]);
    const cells = [0, 1, 2].map((at) => `${median(column(at)).toFixed(0)} (${least(column(at)).toFixed(0)})`);
    console.log(`${name.padEnd(12)} ${cells.join('  ')}  ${median(column(2)) <= MARK ? 'within' : 'above'} ${MARK}`);
  }
} finally {
  await chromium.close();
  served.stop();
  guide.remove();
}
