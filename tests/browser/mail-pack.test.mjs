// The tool that fills in the papers for posting, as a reader uses it, and its sheets as a printer gets them: beside the PDFs of the
// same sheets, which the program sets.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { MM, ROOT, joined, open } from '../paper/documents.mjs';
import { drawn } from '../paper/drawn.mjs';
import { build } from '../paper/guides.mjs';
import { SITE, browser, file, toolData } from './site.mjs';
import { showReadings } from './readings.mjs';
import { faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

const PATH = 'receive/mail-pack.html';
const LINES = {
  number: 'AB26-123456', name: 'NGUYEN VAN AN', nationality: 'ベトナム', user: '山田 花子', occupation: '会社員', phone: '03-0000-0000',
  postal: '１００ー０００１', address: '東京都架空区架空1-1\n架空ビル 5階', addressee: '架空株式会社',
};
const SHEETS = ['cover', 'labels', 'envelope', 'letter-pack', 'note', 'list'];
const PAGES = { cover: 1, labels: 1, envelope: 1, 'letter-pack': 1, note: 2, list: 1 };
const HOSTILE = [
  ['200 letters', 'あ'.repeat(200)], ['a word of 200 letters', 'W'.repeat(200)], ['emoji', '👨‍👩‍👧'.repeat(60)], ['right to left', `مرحبا\u202e${'م'.repeat(150)}`],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'], ['line ends', 'a\r\nb\n\nc\u2028'.repeat(12)], ['marks', `e${'\u0301'.repeat(300)}`],
];

let chromium;
let folder;
before(async () => { chromium = await browser(); folder = mkdtempSync(join(tmpdir(), 'mail-pack-')); });
after(async () => { await chromium.close(); rmSync(folder, { recursive: true }); });

async function fillDay(page, name, day) {
  const [year, month, date] = day.split('-').map(Number);
  for (const [part, value] of Object.entries({ year, month, date })) await page.fill(`#${name}-${part}`, String(value));
}

/** Fills the form as somebody with everything at hand would. */
async function fill(page, { received = '2026-08-05', lines = LINES } = {}) {
  if (received) await fillDay(page, 'received', received);
  for (const [id, value] of Object.entries(lines)) await page.fill(`#${id}`, value);
  await fillDay(page, 'birth', '1999-04-12');
  await page.check('#procedure-extension');
  await page.check('#status-specified-skilled-worker');
}

const make = (page) => page.click('[type=submit]');
const fragment = async (page) => Object.fromEntries(new URLSearchParams((await page.evaluate(() => location.hash)).slice(1)));
const marks = (page) => page.$$eval('.cover [data-enclosure]', (rows) => Object.fromEntries(rows.map((row) => [row.dataset.enclosure, [...row.querySelectorAll('td')].map((cell) => cell.dataset.mark).join(' ')])));
const notes = (page, sheet, note) => page.$$eval(`[data-sheet="${sheet}"] [data-note="${note}"]`, (list) => list.map((item) => item.dataset.names).join(' '));
const shown = (page) => page.$$eval('[data-sheet]', (list) => list.filter((section) => section.checkVisibility()).map((section) => section.dataset.sheet));

/** Prints the page; gives its sheets as pdf.js reads them. */
async function print(page, name) {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
  return (await open(path)).pages;
}

/** What leaves its place on the sheets, or the paper. */
const overflow = (page) => page.evaluate(() => [...document.querySelectorAll('.sheet')].filter((sheet) => sheet.checkVisibility()).flatMap((sheet) => {
  const paper = sheet.getBoundingClientRect();
  const said = (element) => `${sheet.className}: ${element.className || element.localName}: ${element.textContent.trim().slice(0, 30)}`;
  const places = [...sheet.querySelectorAll('[data-slot], .sticker, .to')].filter((place) => place.scrollHeight > place.clientHeight + 2 || place.scrollWidth > place.clientWidth + 2);
  const foot = sheet.querySelector('.bar-100, .foot').getBoundingClientRect();
  const above = [...sheet.querySelectorAll('.row, .sticker, .list > *')].filter((row) => !row.matches('.foot') && (row.getBoundingClientRect().right > paper.right + 1
    || row.getBoundingClientRect().bottom > (sheet.matches('.stock') ? paper.bottom : foot.top) + 1));
  return [...places, ...above].map(said);
}));

test('nothing is wrong with the page in any state', async () => {
  const found = [];
  const markup = new Map();
  for (const language of ['ja', 'en']) {
    const { page, close } = await openTool(chromium, `${language}/${PATH}`);
    const look = async (state) => found.push(...await faultsOfState(page, `${language} ${state}`, markup));
    await look('empty');
    await make(page);
    await look('all sheets, blank');
    await fillDay(page, 'received', '2026-13-40');
    await page.fill('#postal', '12');
    await page.fill('#persons', 'x');
    await page.check('#destination-own');
    await page.uncheck('#sheets-cover');
    await make(page);
    await look('faults');
    await close();
    for (const [state, received] of [['stamps', '2026-08-05'], ['notice', '2026-11-05']]) {
      const again = await openTool(chromium, `${language}/${PATH}`);
      await fill(again.page, { received });
      await again.page.check('#keep');
      await make(again.page);
      found.push(...await faultsOfState(again.page, `${language} ${state}`, markup));
      await again.close();
    }
  }
  // The sheets have English beside the Japanese: the checker guesses the language of a page by counting.
  const said = faultsOfMarkup(markup).filter((line) => !line.includes('appears to be written in'));
  assert.deepEqual([...found, ...said], []);
});

test('what goes into the envelope follows the day of receipt, the status and the e-mail', async () => {
  const { page, close } = await openTool(chromium, `ja/${PATH}`);
  await fill(page);
  assert.equal(await page.isVisible('[data-question=named]'), false, 'nothing is left to the e-mail');
  await make(page);
  assert.deepEqual(await marks(page), { 'old-card': 'in other', designation: 'in other', 'fee-form': 'in other', 'return-envelope': 'in other' });
  await page.check('#status-other');
  assert.equal((await marks(page)).designation, 'out other', 'sheets follow the answers');
  await fillDay(page, 'received', '2026-10-01');
  assert.deepEqual(await marks(page), { 'old-card': 'other open', designation: 'other out', 'fee-form': 'other out', 'return-envelope': 'other open' });
  assert.ok(await page.isVisible('[data-order]'), 'that the order is not known is said');
  await page.check('#named-old-card');
  assert.equal((await marks(page))['old-card'], 'other in');
  await page.fill('#persons', '12');
  assert.equal(await page.textContent('.cover [data-enclosure=old-card] td:last-child .count'), '12');
  assert.ok((await page.textContent('.cover [data-slot=name]')).includes('11'), 'the others are counted');
  for (const part of ['year', 'month', 'date']) await page.fill(`#received-${part}`, '');
  assert.deepEqual(await marks(page), { 'old-card': 'open open', designation: 'out out', 'fee-form': 'open out', 'return-envelope': 'open open' });
  assert.ok(await page.isVisible('[data-no-day]'));
  await close();
});

test('the address in the mail has precedence where it is given, and everything typed is on the sheets', async () => {
  for (const language of ['ja', 'en']) {
    const { page, close } = await openTool(chromium, `${language}/${PATH}`);
    await fill(page);
    await make(page);
    const words = await page.$$eval('.sheet', (list) => list.map((sheet) => sheet.innerText.replaceAll(/\s/g, '')).join('|'));
    for (const text of ['AB26-123456', 'NGUYENVANAN', 'ベトナム', '1999年4月12日', '2026年8月5日', '山田花子', '03-0000-0000', '100-0001', '架空ビル5階', '架空株式会社行', '御中']) {
      assert.ok(words.includes(text), `${language}: ${text}`);
    }
    const { address } = toolData(language)['mail-pack'].facts.mailing.find(({ type }) => type === 'destination');
    assert.ok(words.includes(address.lines[0].replaceAll(/\s/g, '')));
    await page.check('#destination-own');
    assert.equal(await page.isVisible('[data-made]'), false, 'an address is needed first');
    await page.fill('#own-postal', '1234567');
    await page.fill('#own-address', '大阪府架空市1-2-3');
    await page.fill('#own-addressee', '架空官署 御中');
    assert.ok(await page.isVisible('[data-made]'));
    const own = await page.$$eval('.for-large, .pack .sticker:first-of-type, .cover .to, .stock .sticker:first-child', (list) => list.map((it) => it.innerText.replaceAll(/\s/g, '')));
    for (const text of own) assert.ok(text.includes('123-4567') && text.includes('大阪府架空市1-2-3') && text.endsWith('架空官署御中'), text);
    await close();
  }
});

test('what is blank or odd is said, nothing is refused for it', async () => {
  const { page, close } = await openTool(chromium, `ja/${PATH}`);
  await page.fill('#number', 'まだ');
  await make(page);
  assert.ok(await page.isVisible('[data-odd]'));
  assert.deepEqual(await shown(page), SHEETS);
  assert.ok((await notes(page, 'note', 'blank')).split(' ').includes('occupation'));
  assert.ok(!(await notes(page, 'cover', 'blank')).split(' ').includes('number'));
  await fill(page);
  for (const sheet of SHEETS) assert.equal(await notes(page, sheet, 'blank'), '', sheet);
  await close();
});

test('faults are named in a list and beside the question, and nothing is cleared', async () => {
  for (const language of ['ja', 'en']) {
    const { page, close } = await openTool(chromium, `${language}/${PATH}`);
    await fillDay(page, 'received', '2026-02-30');
    await page.fill('#postal', '12');
    await page.fill('#persons', '0');
    for (const box of await page.$$('[data-question=sheets] input')) await box.uncheck();
    await make(page);
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-faults]')));
    assert.deepEqual(await page.$$eval('[data-faults] a', (list) => list.map((link) => link.getAttribute('href'))), ['#received-year', '#persons', '#postal', '#sheets-cover']);
    assert.deepEqual(await page.$$eval('p.fault', (list) => list.map((said) => said.textContent)), await page.$$eval('[data-faults] a', (list) => list.map((link) => link.textContent)));
    assert.equal(await page.inputValue('#postal'), '12');
    await page.click('[data-faults] a >> nth=2');
    assert.ok(await page.evaluate(() => document.activeElement.id === 'postal'));
    assert.equal(await page.isVisible('[data-made]'), false);
    await close();
  }
});

test('the address keeps the day and the sheets and never a name; Back, reload and the other language keep them', async () => {
  const { page, close } = await openTool(chromium, `ja/${PATH}`);
  await fill(page);
  await page.uncheck('#sheets-labels');
  await make(page);
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-made-title]')), 'the result gets the focus');
  assert.match(await page.textContent('[data-count]'), /6/);
  assert.deepEqual(await fragment(page), { received: '2026-08-05', sheets: 'cover,envelope,letter-pack,note,list' });
  await page.goBack();
  assert.equal(await page.isVisible('[data-made]'), false);
  assert.equal(await page.inputValue('#name'), LINES.name, 'answers stay');
  await page.goForward();
  assert.deepEqual(await shown(page), ['cover', 'envelope', 'letter-pack', 'note', 'list']);
  await page.click('.languages a[hreflang=en]');
  assert.deepEqual(await fragment(page), { received: '2026-08-05', sheets: 'cover,envelope,letter-pack,note,list' });
  assert.equal(await page.inputValue('#received-month'), '8');
  assert.equal(await page.inputValue('#name'), '', 'names stay behind');
  await page.reload();
  assert.deepEqual(await shown(page), ['cover', 'envelope', 'letter-pack', 'note', 'list']);
  await close();
});

test('a hostile address does nothing', async () => {
  for (const state of ['sheets=<img src=x onerror=alert(1)>', 'received=9999-99-99&sheets=cover', 'sheets=__proto__,constructor', `sheets=${'cover,'.repeat(900)}`, 'name=X&sheets=cover&received=<b>', 'received=2026-08-05', 'enclosures']) {
    const { page, close } = await openTool(chromium, `ja/${PATH}`, { state });
    assert.equal(await page.locator('.tool img, .tool b img').count(), 0);
    assert.equal(await page.inputValue('#name'), '');
    assert.ok((await shown(page)).every((sheet) => sheet === 'cover'), state);
    await close();
  }
});

test('nothing stays on the device without the tick; with it, it stays until it is taken away', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const visit = async (work) => {
    const context = await browserContext(profile);
    const page = await context.newPage();
    await page.goto(file(`ja/${PATH}`));
    const found = await work(page);
    await context.close();
    return found;
  };
  const kept = (page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  const nothing = JSON.stringify([{}, {}, '']);
  const typed = async (page) => { await fill(page); await make(page); return kept(page); };
  try {
    assert.equal(await visit(typed), nothing);
    assert.equal(await visit(async (page) => { assert.equal(await page.inputValue('#name'), ''); return kept(page); }), nothing);
    const with_ = await visit(async (page) => { await page.check('#keep'); return typed(page); });
    assert.ok(with_.includes('madoguchi-mail-pack') && with_.includes('NGUYEN'));
    await visit(async (page) => {
      assert.equal(await page.inputValue('#name'), LINES.name);
      assert.equal(await page.inputValue('#received-date'), '5');
      assert.ok(await page.isChecked('#status-specified-skilled-worker'));
      assert.notEqual(await page.textContent('[data-kept]'), '');
      await page.click('[data-forget]');
      assert.equal(await kept(page), nothing);
      assert.equal(await page.isChecked('#keep'), false);
    });
    assert.equal(await visit(kept), nothing);
    await visit(async (page) => { await page.check('#keep'); await typed(page); await page.uncheck('#keep'); assert.equal(await kept(page), nothing); });
    await visit(async (page) => { await page.evaluate(() => localStorage.setItem('madoguchi-mail-pack', '{"name":5,"start":"<b>","stock":"x","sheets":"y"}')); await page.reload(); assert.equal(await page.inputValue('#name'), ''); });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

/** A browser that keeps what pages keep, as a reader's own does. */
async function browserContext(profile) {
  const { chromium: engine } = await import('playwright-core');
  return engine.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

test('with the keyboard alone, in any zone', async () => {
  for (const timezoneId of ['America/Los_Angeles', 'UTC', 'Asia/Tokyo']) {
    const { page, close } = await openTool(chromium, `en/${PATH}`, { timezoneId });
    await page.focus('#received-year');
    await page.keyboard.type('2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A1');
    await page.keyboard.press('Enter');
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-made-title]')));
    assert.equal(await page.textContent('.cover [data-slot=received]'), '2026年9月30日');
    assert.equal((await marks(page))['old-card'], 'in other', 'the last day of stamps');
    await close();
  }
});

test('each button prints its sheet, and only that', async () => {
  const { page, close } = await openTool(chromium, `ja/${PATH}`);
  await page.evaluate(() => { window.print = () => { window.wasPrinted = [...document.querySelectorAll('[data-sheet]')].filter((section) => !section.matches('[data-off]')).map((section) => section.dataset.sheet); dispatchEvent(new Event('afterprint')); }; });
  await fill(page);
  await make(page);
  for (const sheet of [...SHEETS, 'all']) {
    await page.click(`[data-print="${sheet}"]`);
    assert.deepEqual(await page.evaluate(() => window.wasPrinted), sheet === 'all' ? SHEETS : [sheet]);
  }
  assert.equal(await page.locator('[data-off]').count(), 0);
  for (const sheet of SHEETS) {
    await page.evaluate((sheet) => { for (const section of document.querySelectorAll('[data-sheet]')) section.toggleAttribute('data-off', section.dataset.sheet !== sheet); }, sheet);
    const pages = await print(page, `one-${sheet}`);
    assert.equal(pages.length, PAGES[sheet], sheet);
  }
  await close();
});

test('every sheet is one A4 page without the chrome of the site, in both languages, with furigana and on dark screens', async () => {
  for (const language of ['ja', 'en']) {
    const { page, close } = await openTool(chromium, `${language}/${PATH}`, { colorScheme: 'dark', viewport: { width: 390, height: 800 } });
    await fill(page);
    await make(page);
    if (language === 'ja') await showReadings(page, true);
    const pages = await print(page, `all-${language}`);
    assert.equal(pages.length, Object.values(PAGES).reduce((a, b) => a + b), language);
    for (const { width, height, runs, number } of pages) {
      assert.ok(Math.abs(width / MM - 210) < 0.6 && Math.abs(height / MM - 297) < 0.6, `${width} × ${height}`);
      const words = joined(runs.map(({ text }) => text).join(''));
      assert.ok(words.length > 30, `page ${number} is empty`);
      assert.ok(!/用紙を作る|Makethesheets|プライバシー|Privacy|この用紙を印刷|Printthissheet/.test(words), `page ${number} has more than the sheet`);
    }
    await page.emulateMedia({ media: null, colorScheme: 'light' });
    assert.deepEqual(await overflow(page), []);
    await close();
  }
});

test('what is long or hostile stays in its place, or is left to be written by hand', async () => {
  for (const [name, text] of HOSTILE) {
    const { page, close } = await openTool(chromium, `ja/${PATH}`);
    const lines = Object.fromEntries(Object.keys(LINES).map((id) => [id, id === 'postal' ? '' : text]));
    await fill(page, { lines });
    await page.check('#destination-own');
    await page.fill('#own-address', text);
    await page.fill('#own-addressee', text);
    await make(page);
    assert.deepEqual(await overflow(page), [], name);
    assert.equal(await page.locator('.sheet script, .sheet img').count(), 0, name);
    assert.equal((await print(page, 'hostile')).length, 7, name);
    if (text.length === 200) assert.match(await notes(page, 'labels', 'too-long'), /destination.*address|address.*destination/, name);
    await close();
  }
});

test('labels lie where the data says, on every stock, from every place', async () => {
  const { facts } = toolData('ja')['mail-pack'];
  const { page, close } = await openTool(chromium, `ja/${PATH}`);
  await fill(page);
  await make(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  for (const { id, measures, grid } of facts.stationery.filter(({ grid, type }) => type === 'labels' && grid)) {
    await page.check(`#stock-${id}`);
    const starts = await page.$$eval('#start option', (list) => list.map((option) => option.value));
    for (const start of [starts[0], starts.at(-1)]) {
      await page.selectOption('#start', start);
      await page.emulateMedia({ media: 'print' });
      const boxes = await page.$$eval('.stock .sticker', (list) => {
        const paper = document.querySelector('.stock').getBoundingClientRect();
        return list.map((label) => {
          const { x, y, width, height } = label.getBoundingClientRect();
          return { box: [x - paper.x, y - paper.y, width, height].map((pixels) => pixels * 25.4 / 96), isFilled: label.querySelector('.code') !== null };
        });
      });
      await page.emulateMedia({ media: null });
      boxes.forEach(({ box }, at) => {
        const wanted = [measures.left + (at % grid.columns) * measures.width, measures.top + Math.floor(at / grid.columns) * measures.height, measures.width, measures.height];
        wanted.forEach((mm, side) => assert.ok(Math.abs(mm - box[side]) < 0.1, `${id}, label ${at + 1}: ${box} is not ${wanted}`));
      });
      assert.deepEqual(boxes.flatMap(({ isFilled }, at) => isFilled ? [at + 1] : []), [Number(start), Number(start) + 1], id);
    }
  }
  await close();
});

/** Words with less than this between them, in millimetres, stand in one line: a full-width space, or help beside a name. */
const SAME_LINE = 4.5;

/** The lines of text on paper by their words: where they begin, in millimetres from the upper left corner. */
const places = (page) => {
  const runs = page.runs.filter(({ text }) => text.trim()).sort((a, b) => Math.abs(a.y - b.y) > 1 ? b.y - a.y : a.x - b.x);
  const lines = [];
  for (const { text, x, y, width } of runs) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) <= 1 && x - last.right < SAME_LINE * MM) Object.assign(last, { words: last.words + text, right: x + width });
    else lines.push({ words: text, x, y, right: x + width });
  }
  const found = new Map();
  for (const { words, x, y } of lines) {
    // What a browser breaks a little later or earlier is the same line.
    const key = joined(words).slice(0, 12);
    if (key.length >= 3) found.set(key, [...found.get(key) ?? [], [x / MM, (page.height - y) / MM]]);
  }
  return found;
};

test('what is printed lies within 1 mm of where the PDFs have it', async (t) => {
  // The finished guide has the PDFs, unless it was built without.
  const site = existsSync(join(SITE, 'downloads/cover-sheet.pdf')) ? SITE : build(t, ROOT, {});
  const { page, close } = await openTool(chromium, `ja/${PATH}`);
  await make(page);
  const printed = await print(page, 'blank');
  const at = { cover: 0, labels: 1, envelope: 2, 'letter-pack': 3, front: 4, back: 5 };
  const compared = [['cover', 'cover-sheet', 0], ['labels', 'labels', 1], ['envelope', 'labels', 7], ['letter-pack', 'labels', 8], ['front', 'card-copy-note', 0], ['back', 'card-copy-note', 1]];
  const far = [];
  for (const [ours, theirs, number] of compared) {
    const pdf = (await open(join(site, 'downloads', `${theirs}.pdf`))).pages[number];
    const [here, there] = [places(printed[at[ours]]), places(pdf)];
    let count = 0;
    for (const [words, list] of there) {
      const own = here.get(words);
      // A bracket at the start of a line hangs out of it in the PDFs.
      if (!own || own.length !== list.length || /^[（(]/.test(words)) continue;
      list.forEach(([x, y], index) => {
        count += 1;
        const [dx, dy] = [own[index][0] - x, own[index][1] - y];
        if (Math.max(Math.abs(dx), Math.abs(dy)) > 1) far.push(`${ours}: ${words.slice(0, 20)}: ${dx.toFixed(1)}, ${dy.toFixed(1)} mm`);
      });
    }
    t.diagnostic(`${ours}: ${count} places compared`);
    assert.ok(count >= 5, `${ours}: only ${count} places are in both`);
    if (ours !== 'cover') {
      const bars = (await drawn(printed[at[ours]])).boxes.filter(({ width }) => Math.abs(width / MM - 100) < 0.3);
      assert.ok(bars.length > 0, `${ours} has no line of 100 mm`);
    }
    // The outlines: cards, labels, the edges of tables.
    const outlines = (boxes) => boxes.filter(({ width, height, stroked }) => stroked && width > 20 * MM && height > 15 * MM)
      .map(({ x, y, width, height }) => [x, pdf.height - y - height, width, height].map((points) => points / MM));
    const [wanted, own] = [outlines((await drawn(pdf)).boxes), await page.evaluate(boxesOf, ours)];
    for (const box of wanted) {
      const near = own.some((mine) => mine.every((mm, side) => Math.abs(mm - box[side]) < 1));
      if (!near) far.push(`${ours}: no outline at ${box.map((mm) => mm.toFixed(1))}`);
    }
    t.diagnostic(`${ours}: ${wanted.length} outlines compared`);
  }
  await close();
  assert.deepEqual(far, []);
});

/** In the page: the boxes of a sheet in millimetres of paper. */
function boxesOf(name) {
  const sheet = document.querySelector({ labels: '.stock', 'letter-pack': '.pack' }[name] ?? `.sheet.${name}`);
  const paper = sheet.getBoundingClientRect();
  const scale = 210 / paper.width;
  return [...sheet.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [(x - paper.x) * scale, (y - paper.y) * scale, width * scale, height * scale];
  });
}
