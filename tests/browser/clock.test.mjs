// What depends on the reader's clock: outages, opening hours, the age of a copy. The clock is set; the device stands in
// three zones. The guide is one of our own: an outage that is to come, over the edition in the program.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { complaints } from './nu.mjs';
import { browser } from './site.mjs';

const BIN = process.env.BIN ?? `${process.env.CARGO_TARGET_DIR ?? 'target'}/debug/madoguchi`;
const require = createRequire(import.meta.url);
const ZONES = ['America/Los_Angeles', 'UTC', 'Asia/Tokyo'];
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const START = Date.parse('2027-02-10T22:00:00+09:00');
const END = Date.parse('2027-02-12T06:30:00+09:00');

let chromium;
let folder;
let root;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'guide.yaml'), 'title: {ja: 試しの手引き, en: A trial}\n');
  writeFileSync(join(folder, 'data/outages.yaml'), `- id: "2027-02-10"
  start: "2027-02-10T22:00:00+09:00"
  end: "2027-02-12T06:30:00+09:00"
  why: {ja: 設備の入れ替え, en: New machines}
  do: {ja: 前の日までに出します。, en: File by the day before.}
  source: [article]
  confidence: reported
`);
  execFileSync(BIN, ['build', '--guide', folder, '--out', join(folder, 'public')], { stdio: 'pipe' });
  root = pathToFileURL(join(folder, 'public')).href;
  chromium = await browser();
});
after(async () => { await chromium?.close(); rmSync(folder, { recursive: true, force: true }); });

/** A device of a zone; `at` opens a page on it as it is at a moment. */
async function device(timezoneId = 'Asia/Tokyo') {
  const context = await chromium.newContext({ timezoneId });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => faults.push(message.text()));
  const at = async (moment, path) => {
    await page.clock.setFixedTime(moment);
    await page.goto(`${root}/${path}`);
    assert.deepEqual(faults, [], path);
  };
  return { page, at, close: () => context.close() };
}

/** What can be seen of the first element that a selector finds, in one line; nothing where nothing can. */
async function seen(page, selector) {
  const element = page.locator(selector).first();
  return await element.isVisible() ? (await element.innerText()).replaceAll(/\s+/g, ' ').trim() : '';
}

const WORDS = {
  ja: {
    dated: '2027年2月10日（水）22:00から2027年2月12日（金）06:30まで（日本時間）使えません。',
    soon: '2027年2月10日（水）22:00（日本時間）から使えなくなります。',
    again: '2027年2月12日（金）06:30からです。',
    now: '2027年2月12日（金）06:30（日本時間）まで使えません。',
    advice: '前の日までに出します。',
    kinds: ['予定', '停止中', '終わりました'],
    none: 'この手引きが2026年11月23日の時点で把握している、これからの停止はありません。',
  },
  en: {
    dated: 'cannot be used from Wednesday 10 February 2027, 22:00 (Japan time) to Friday 12 February 2027, 06:30 (Japan time).',
    soon: 'cannot be used from Wednesday 10 February 2027, 22:00 (Japan time).',
    again: 'You can use it again from Friday 12 February 2027, 06:30 (Japan time).',
    now: 'cannot be used until Friday 12 February 2027, 06:30 (Japan time).',
    advice: 'File by the day before.',
    kinds: ['planned', 'down now', 'over'],
    none: 'As of 23 November 2026, this guide knows of no outage to come.',
  },
};

/** The notice at a moment: nothing, a warning, or until when. */
const STATES = [
  ['72 hours and a second before it', START - 72 * HOUR - SECOND, 'ahead'],
  ['72 hours before it', START - 72 * HOUR, 'soon'],
  ['a second before it', START - SECOND, 'soon'],
  ['at its start', START, 'now'],
  ['a second before its end', END - SECOND, 'now'],
  ['at its end', END, 'over'],
];

const NOTICE = '.notice.outage[data-outage="2027-02-10"]';

async function holds(page, state, words, where) {
  const notice = await seen(page, NOTICE);
  if (state === 'ahead' || state === 'over') {
    assert.equal(notice, '', where);
    assert.equal((await page.locator('.notices').boundingBox())?.height ?? 0, 0, `${where}: no room is taken`);
  } else {
    const [says, silent] = state === 'soon' ? [[words.soon, words.again], words.now] : [[words.now], words.soon];
    for (const part of [...says, words.advice]) assert.ok(notice.includes(part), `${where}: ${part} is not in ${notice}`);
    assert.ok(!notice.includes(silent), `${where}: ${notice}`);
  }
  assert.equal(await page.getAttribute(NOTICE, 'data-state'), state, where);
}

for (const timezoneId of ZONES) {
  for (const [language, words] of Object.entries(WORDS)) {
    test(`an outage is warned of, is there and is gone by the clock of Japan (${language}, device in ${timezoneId})`, async () => {
      const { page, at, close } = await device(timezoneId);
      for (const [name, moment, state] of STATES) {
        const where = `${language}, ${timezoneId}, ${name}`;
        await at(moment, `${language}/fees.html`);
        await holds(page, state, words, where);
        await at(moment, `${language}/outages.html`);
        await holds(page, state, words, `${where}, outages page`);
        const kind = words.kinds[{ ahead: 0, soon: 0, now: 1, over: 2 }[state]];
        const heading = await seen(page, 'section[id="2027-02-10"] > :first-child');
        for (const other of words.kinds) assert.equal(heading.includes(other), other === kind, `${where}: ${heading}`);
        assert.ok((await seen(page, 'section[id="2025-12-28"] > :first-child')).includes(words.kinds[2]), where);
      }
      await close();
    });
  }
}

test('the state of outages says what is coming, what is now, and that none is known', async () => {
  const { page, at, close } = await device();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const [name, moment, state] of STATES) {
      for (const path of ['index', 'outages']) {
        await at(moment, `${language}/${path}.html`);
        const says = await seen(page, '.outage-state');
        const wanted = { ahead: words.dated, soon: words.dated, now: words.now, over: words.none }[state];
        assert.ok(says.includes(wanted), `${path}, ${name}: ${says}`);
        for (const other of [words.dated, words.now, words.none].filter((other) => other !== wanted)) {
          assert.ok(!says.includes(other), `${path}, ${name}: ${says}`);
        }
      }
    }
  }
  await close();
});

test('a page that stays open keeps up with the clock', { timeout: 120_000 }, async () => {
  const context = await chromium.newContext({ timezoneId: 'America/Los_Angeles' });
  const page = await context.newPage();
  // Longer before the warning than a timer can count.
  await page.clock.install({ time: START - 40 * 24 * HOUR });
  await page.clock.pauseAt(START - 40 * 24 * HOUR + SECOND);
  await page.goto(`${root}/en/fees.html`);
  let now = START - 40 * 24 * HOUR + SECOND;
  for (const [name, moment, state] of STATES) {
    await page.clock.runFor(moment - now);
    now = moment;
    await holds(page, state, WORDS.en, name);
  }
  await context.close();
});

test('a page that is looked at again after the device slept is right at once', async () => {
  const { page, at, close } = await device();
  await at(START - SECOND, 'ja/fees.html');
  await holds(page, 'soon', WORDS.ja, 'before it slept');
  await page.clock.setFixedTime(END);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await holds(page, 'over', WORDS.ja, 'after it slept');
  await close();
});

test('without JavaScript an outage stands with its dates, and nothing speaks of now', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [language, words] of Object.entries(WORDS)) {
    await page.goto(`${root}/${language}/outages.html`);
    const notice = (await page.locator('.notices').innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [words.dated, words.advice]) assert.ok(notice.includes(part), notice);
    const state = await seen(page, '.outage-state');
    assert.ok(state.includes(words.dated), state);
    const record = await seen(page, 'section[id="2027-02-10"]');
    assert.ok(record.includes(language === 'ja' ? '2026年11月23日の時点で予定' : 'planned as of 23 November 2026'), record);
    for (const text of [notice, state, record]) {
      for (const never of [words.soon, words.now, words.kinds[1], words.none]) assert.ok(!text.includes(never), `${never}: ${text}`);
    }
    assert.equal(await seen(page, '.notice.old-copy'), '');
    await page.goto(`${root}/${language}/help.html`);
    assert.equal(await page.locator('.desk-state:visible').count(), 0);
    const hours = await seen(page, '#help-desk');
    assert.ok(/9(時から17時|:00 to 17:00)/.test(hours), hours);
  }
  await context.close();
});

/** Moments in Japan, and what the desks say then. */
const DESKS = [
  ['2027-03-03T08:59:59', 'help-desk', 'closed', '2027年3月3日（水）09:00', 'Wednesday 3 March 2027, 09:00 (Japan time)'],
  ['2027-03-03T09:00:00', 'help-desk', 'open', '17:00', '17:00 (Japan time)'],
  ['2027-03-03T16:59:59', 'help-desk', 'open', '17:00', '17:00 (Japan time)'],
  ['2027-03-03T17:00:00', 'help-desk', 'closed', '2027年3月4日（木）09:00', 'Thursday 4 March 2027, 09:00 (Japan time)'],
  // Saturday; a holiday; the substitute for a holiday on a Sunday; a day between two holidays.
  ['2027-03-06T12:00:00', 'help-desk', 'closed', '2027年3月8日（月）09:00', 'Monday 8 March 2027, 09:00 (Japan time)'],
  ['2027-02-11T12:00:00', 'help-desk', 'closed', '2027年2月12日（金）09:00', 'Friday 12 February 2027, 09:00 (Japan time)'],
  ['2027-03-22T12:00:00', 'help-desk', 'closed', '2027年3月23日（火）09:00', 'Tuesday 23 March 2027, 09:00 (Japan time)'],
  ['2026-09-22T12:00:00', 'information-centre', 'closed', '2026年9月24日（木）08:30', 'Thursday 24 September 2026, 08:30 (Japan time)'],
  // The turn of the year: known of one desk, not of the other.
  ['2026-12-28T16:59:59', 'help-desk', 'open', '17:00', '17:00 (Japan time)'],
  ['2026-12-29T12:00:00', 'help-desk', 'closed', '2027年1月4日（月）09:00', 'Monday 4 January 2027, 09:00 (Japan time)'],
  ['2027-01-03T12:00:00', 'help-desk', 'closed', '2027年1月4日（月）09:00', 'Monday 4 January 2027, 09:00 (Japan time)'],
  ['2026-01-02T12:00:00', 'help-desk', 'closed', '2026年1月5日（月）09:00', 'Monday 5 January 2026, 09:00 (Japan time)'],
  ['2026-01-02T12:00:00', 'information-centre', 'unknown', '分かりません', 'does not know whether'],
  ['2027-01-04T09:00:00', 'help-desk', 'open', '17:00', '17:00 (Japan time)'],
  ['2026-12-28T17:15:00', 'information-centre', 'closed', '分かりません', 'does not know on which day'],
  ['2026-12-31T12:00:00', 'information-centre', 'unknown', '分かりません', 'does not know whether'],
  ['2027-01-04T08:30:00', 'information-centre', 'open', '17:15', '17:15 (Japan time)'],
  // Nobody wrote down the holidays of the year after.
  ['2027-12-28T17:00:00', 'help-desk', 'closed', '分かりません', 'does not know on which day'],
  ['2028-03-01T12:00:00', 'help-desk', 'unknown', '分かりません', 'does not know whether'],
  ['2024-12-27T12:00:00', 'information-centre', 'unknown', '分かりません', 'does not know whether'],
];

for (const timezoneId of ZONES) {
  test(`desks are open or closed by the clock and the calendar of Japan (device in ${timezoneId})`, async () => {
    const { page, at, close } = await device(timezoneId);
    for (const [moment, desk, state, ...words] of DESKS) {
      for (const [index, language] of ['ja', 'en'].entries()) {
        await at(Date.parse(`${moment}+09:00`), `${language}/help.html`);
        const says = await seen(page, `#${desk} .desk-state`);
        assert.equal(await page.getAttribute(`#${desk} .desk-state`, 'data-state'), state, `${moment} ${desk}: ${says}`);
        assert.ok(says.includes(words[index]) && !/[{}|]|undefined|NaN/.test(says), `${moment} ${desk}: ${says}`);
        assert.equal(await page.locator('#bureau .desk-state').count(), 0, 'a desk without hours says nothing');
      }
    }
    await close();
  });
}

test('a help page that stays open sees the desk open and close', async () => {
  const context = await chromium.newContext({ timezoneId: 'UTC' });
  const page = await context.newPage();
  const morning = Date.parse('2027-03-03T08:59:58+09:00');
  await page.clock.install({ time: morning });
  await page.clock.pauseAt(morning + SECOND);
  await page.goto(`${root}/en/help.html`);
  const state = () => page.getAttribute('#help-desk .desk-state', 'data-state');
  assert.equal(await state(), 'closed');
  await page.clock.runFor(SECOND);
  assert.equal(await state(), 'open');
  await page.clock.runFor(8 * HOUR - SECOND);
  assert.equal(await state(), 'open');
  await page.clock.runFor(SECOND);
  assert.equal(await state(), 'closed');
  await context.close();
});

test('a copy is old when more than 180 days have passed in Japan', async () => {
  const edition = Date.parse('2026-11-23T00:00:00+09:00');
  for (const timezoneId of ZONES) {
    const { page, at, close } = await device(timezoneId);
    for (const [language, says] of [['ja', '2026年11月23日'], ['en', '23 November 2026']]) {
      for (const [moment, isOld] of [[edition, false], [edition + 181 * 24 * HOUR - SECOND, false], [edition + 181 * 24 * HOUR, true]]) {
        await at(moment, `${language}/fees.html`);
        const notice = await seen(page, '.notice.old-copy');
        assert.equal(notice.includes(says) && notice.includes('180'), isOld, `${timezoneId}: ${notice}`);
        assert.equal(notice === '', !isOld, notice);
      }
    }
    await close();
  }
});

test('on paper stand outages with their dates, and nothing that is true only now', async () => {
  const { page, at, close } = await device();
  await at(START, 'ja/help.html');
  await page.emulateMedia({ media: 'print' });
  assert.ok((await seen(page, NOTICE)).includes(WORDS.ja.now));
  assert.equal(await page.locator('.desk-state:visible').count(), 0);
  await at(END + 365 * 24 * HOUR, 'ja/help.html');
  assert.equal(await page.locator('.notice:visible, .desk-state:visible').count(), 0);
  await page.emulateMedia({ media: 'screen' });
  assert.equal(await page.locator('.notice.old-copy:visible').count(), 1);
  await close();
});

test('what the clock shows is for everybody: axe finds nothing, and a small phone with large words loses nothing', async () => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  for (const [language, colorScheme] of [['ja', 'light'], ['en', 'dark']]) {
    const context = await chromium.newContext({ viewport: { width: 320, height: 640 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const [moment, shown] of [[START - HOUR, NOTICE], [START, NOTICE], [END + 365 * 24 * HOUR, '.notice.old-copy']]) {
      for (const path of ['outages', 'help']) {
        await page.clock.setFixedTime(moment);
        await page.goto(`${root}/${language}/${path}.html`);
        assert.ok(await page.locator(shown).isVisible(), `${path}: ${shown}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), runOnly);
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], `${language}/${path}`);
        for (const size of ['100%', '200%']) {
          const width = await page.evaluate((size) => {
            document.documentElement.style.fontSize = size;
            return Math.max(...[...document.querySelectorAll('.notices *, .outage-state *, .desk-state')].map((e) => e.getBoundingClientRect().right));
          }, size);
          assert.ok(width <= 320, `${language}/${path} at ${size}: ${width} px`);
        }
      }
    }
    await context.close();
  }
});

test('pages with an outage to come are valid HTML', () => {
  assert.deepEqual(complaints(...['ja/outages.html', 'en/outages.html', 'en/help.html'].map((path) => join(folder, 'public', path))), []);
});
