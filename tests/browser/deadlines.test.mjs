// The tool for deadlines, as a reader uses it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browser } from './site.mjs';
import { faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

const ical = createRequire(import.meta.url)('ical.js');
const ICAL = ical.default ?? ical;
const NOW = '2026-11-26T10:00:00+09:00';
const PATHS = ['ja/deadlines.html', 'en/deadlines.html'];

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

const open = (path, options) => openTool(chromium, path, { now: new Date(NOW), ...options });

/** The days that the page shows, by their marks. */
const days = (page) => page.$$eval('[data-answer]:not([hidden]) time[data-deadline]', (found) => Object.fromEntries(found.map((time) => [time.dataset.deadline, time.dateTime])));

/** Fills the form for one person and sends it. */
async function ask(page, expiry, period) {
  const [year, month, date] = expiry.split('-').map(Number);
  for (const [part, value] of [['year', year], ['month', month], ['date', date]]) await page.fill(`#expiry-${part}`, String(value));
  await page.check(`#period-${period}`);
  await page.click('[data-form] button[type=submit]');
}

/** Pastes a list and sends it. */
async function paste(page, text, period = 'usual') {
  await page.evaluate(() => { document.querySelector('[data-many]').open = true; });
  await page.evaluate((text) => { document.querySelector('#people').value = text; }, text);
  await page.check(`#list-period-${period}`);
  await page.click('[data-list-form] button[type=submit]');
}

/** The text of the file that a button saves. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a day of expiry gives the days, in the page and in the address', async () => {
  for (const path of PATHS) {
    const { page, close } = await open(path);
    await ask(page, '2027-03-10', 'usual');
    assert.deepEqual(await days(page), {
      first: '2026-12-10', 'last-online': '2027-03-09', 'my-number': '2027-03-09', 'counter-only': '2027-03-10', 'special-until': '2027-05-10',
    });
    assert.equal(new URL(page.url()).hash, '#expiry=2027-03-10&period=usual');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'deadlines-answer', 'the result gets the focus');
    await close();
  }
});

test('an address shows the result at once, in every zone, and months end as the Civil Code says', async () => {
  const ends = { '2028-02-29': ['2027-11-29', '2028-04-30'], '2027-05-31': ['2027-02-28', '2027-07-31'], '2027-08-31': ['2027-05-31', '2027-10-31'] };
  for (const timezoneId of ['America/Los_Angeles', 'UTC', 'Asia/Tokyo']) {
    for (const [expiry, [first, special]] of Object.entries(ends)) {
      const { page, close } = await open(PATHS[0], { state: `expiry=${expiry}&period=usual`, timezoneId });
      const found = await days(page);
      assert.deepEqual([found.first, found['special-until']], [first, special], `${timezoneId}, ${expiry}`);
      assert.equal(found['counter-only'], expiry);
      await close();
    }
  }
});

test('today is that of Japan, whatever the device believes', async () => {
  // A minute before and after midnight in Japan
  for (const timezoneId of ['America/Los_Angeles', 'UTC', 'Asia/Tokyo']) {
    for (const [now, today, left] of [['2027-03-08T23:59:00+09:00', '2027-03-08', 'あと1日'], ['2027-03-09T00:01:00+09:00', '2027-03-09', '今日']]) {
      const { page, close } = await open(PATHS[0], { state: 'expiry=2027-03-10&period=usual', timezoneId, now: new Date(now) });
      assert.equal(await page.getAttribute('.days .today time', 'datetime'), today);
      assert.equal(await page.textContent('.days li:has([data-deadline="last-online"]) .left'), left);
      await close();
    }
  }
});

test('what holds today is said: too early, open, the last day, the counter, too late, not known', async () => {
  const cases = [
    ['2027-03-10', 'usual', /まだ更新を申請できません.*あと14日/],
    ['2027-01-31', 'usual', /オンラインで更新を申請できる期間です.*あと65日/],
    ['2026-11-27', 'usual', /が、オンラインで申請できる最後の日です/],
    ['2026-11-26', 'usual', /は満了日です。オンラインでは申請できません/],
    ['2026-11-25', 'usual', /満了日から1日過ぎています/],
    ['2026-12-20', 'short', /最初の日が期間によって違います/],
    ['2026-12-20', 'unknown', /選び直してください/],
  ];
  const { page, close } = await open(PATHS[0]);
  for (const [expiry, period, words] of cases) {
    await page.evaluate((hash) => { location.hash = hash; }, `expiry=${expiry}&period=${period}`);
    await page.waitForFunction((expiry) => document.querySelector('#deadlines-answer time')?.dateTime === expiry, expiry);
    await page.waitForFunction((period) => document.querySelector(`#period-${period}`).checked, period);
    assert.match(await page.textContent('[data-answer] .now'), words);
  }
  await close();
});

test('a short period has no first day, the shortest no special one, an unknown one says for whom a day holds', async () => {
  const marks = async (period) => {
    const { page, close } = await open(PATHS[1], { state: `expiry=2027-03-10&period=${period}` });
    const found = Object.keys(await days(page));
    const remarks = await page.$$eval('.days li', (items) => items.map((item) => item.textContent).filter((text) => text.includes('For periods of stay of')));
    await close();
    return { found, remarks: remarks.length };
  };
  assert.deepEqual(await marks('short'), { found: ['last-online', 'my-number', 'counter-only', 'special-until'], remarks: 0 });
  assert.deepEqual(await marks('shortest'), { found: ['last-online', 'my-number', 'counter-only'], remarks: 0 });
  assert.deepEqual(await marks('unknown'), { found: ['first', 'last-online', 'my-number', 'counter-only', 'special-until'], remarks: 2 });
  assert.equal((await marks('nonsense')).remarks, 2);
});

test('a page that stays open sees the next day come, and keeps what is being typed', async () => {
  const { page, close } = await open(PATHS[0], { state: 'expiry=2027-03-10&period=usual' });
  await page.fill('#expiry-date', '31');
  await page.clock.setFixedTime(new Date('2026-11-27T00:01:00+09:00'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  assert.equal(await page.getAttribute('.days .today time', 'datetime'), '2026-11-27');
  assert.equal(await page.inputValue('#expiry-date'), '31');
  await close();
});

test('the user ID is shown as it was entered', async () => {
  const { page, close } = await open(PATHS[0], { state: 'expiry=2027-03-10&period=usual&id-until=2027-01-15' });
  assert.equal((await days(page))['id-until'], '2027-01-15');
  assert.equal(await page.inputValue('#id-until-year'), '2027');
  await close();
});

test('where the counter is closed, the page says so and moves no day', async () => {
  const said = async (expiry) => {
    const { page, close } = await open(PATHS[0], { state: `expiry=${expiry}&period=usual` });
    const item = page.locator('.days li', { has: page.locator('[data-deadline="counter-only"]') });
    const found = [await item.locator('time').getAttribute('datetime'), await item.textContent()];
    await close();
    return found;
  };
  for (const [expiry, why] of [['2027-03-13', '土曜日'], ['2027-03-14', '日曜日'], ['2027-03-22', '振替休日'], ['2027-12-30', '年末年始'], ['2028-03-15', 'この年の祝日は']]) {
    const [day, text] = await said(expiry);
    assert.equal(day, expiry);
    assert.ok(text.includes(why), `${expiry}: ${text}`);
  }
  assert.ok(!(await said('2027-03-10'))[1].includes('窓口が開いていない'));
});

test('what is missing or cannot be is said beside the question and in a summary; nothing is emptied', async () => {
  for (const path of PATHS) {
    const { page, close } = await open(path);
    await page.click('[data-form] button[type=submit]');
    assert.equal(await page.locator('[data-form] [data-faults] li').count(), 2);
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-form] [data-faults]')));
    await page.fill('#expiry-year', '2027');
    await page.fill('#expiry-month', '2');
    await page.fill('#expiry-date', '30');
    await page.check('#period-usual');
    await page.click('[data-form] button[type=submit]');
    assert.equal(await page.locator('[data-form] [data-faults] li').count(), 1);
    assert.equal(await page.inputValue('#expiry-date'), '30');
    assert.equal(await page.isVisible('[data-answer]'), false);
    await page.click('[data-form] [data-faults] a');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'expiry-year');
    assert.equal(new URL(page.url()).hash, '');
    await page.fill('#expiry-date', '28');
    await page.click('[data-form] button[type=submit]');
    assert.equal((await days(page))['counter-only'], '2027-02-28');
    await close();
  }
});

test('a whole day may be pasted into the first field', async () => {
  const { page, close } = await open(PATHS[0]);
  await page.fill('#expiry-year', '２０２７年３月１０日');
  await page.check('#period-usual');
  await page.press('#expiry-year', 'Enter');
  assert.equal((await days(page)).first, '2026-12-10');
  assert.equal(await page.inputValue('#expiry-date'), '10');
  await close();
});

test('Back, reload and the other language keep the state; a change is announced', async () => {
  const { page, close } = await open(PATHS[0]);
  await ask(page, '2027-03-10', 'usual');
  await ask(page, '2027-05-31', 'short');
  assert.equal((await days(page))['counter-only'], '2027-05-31');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#deadlines-answer time').dateTime === '2027-03-10');
  assert.match(await page.textContent('[data-status]'), /2027年3月10日（水）/);
  assert.ok(await page.isChecked('#period-usual'));
  await page.reload();
  assert.equal((await days(page)).first, '2026-12-10');
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('#deadlines-answer time').dateTime === '2027-05-31');
  await page.click('.languages a[hreflang=en]');
  await page.waitForURL(/en\/deadlines\.html#expiry=2027-05-31&period=short$/);
  assert.equal((await days(page))['counter-only'], '2027-05-31');
  await page.evaluate(() => { location.hash = 'travel'; });
  assert.equal(await page.isVisible('[data-answer]'), true, 'an anchor is no state');
  await close();
});

test('everything can be done with the keyboard', async () => {
  const { page, close } = await open(PATHS[0]);
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await page.focus('#expiry-year');
  await page.keyboard.type('2027');
  await press('Tab');
  await page.keyboard.type('3');
  await press('Tab');
  await page.keyboard.type('10');
  await press('Tab', 'Space', 'Tab', 'Tab', 'Enter');
  assert.equal((await days(page)).first, '2026-12-10');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'deadlines-answer');
  await page.focus('[data-many] > summary');
  await press('Enter', 'Tab');
  await page.keyboard.insertText('A\t2027-03-10');
  await press('Tab', 'Space', 'Tab', 'Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'deadlines-list');
  assert.equal(await page.locator('.people tbody tr').count(), 1);
  await close();
});

const LIST = '氏名\t在留期限\r\nNGUYEN VAN A\t2027/3/10 0:00\r\n山田 花子\t2026/12/1\r\nTRAN THI B\tR9.3.10\r\n=SUM(A1)\t2027-05-31\r\n';

test('a list is sorted by the day of expiry, and what cannot be read is named with its row', async () => {
  for (const path of PATHS) {
    const { page, asked, close } = await open(path);
    const before = asked.length;
    await paste(page, LIST);
    assert.deepEqual(await page.$$eval('.people tbody th', (cells) => cells.map((cell) => cell.textContent)), ['山田 花子', 'NGUYEN VAN A', '=SUM(A1)']);
    assert.deepEqual(await page.$$eval('.people tbody tr:nth-child(2) time', (times) => times.map((time) => `${time.dataset.deadline} ${time.dateTime}`)),
      ['counter-only 2027-03-10', 'first 2026-12-10', 'last-online 2027-03-09', 'special-until 2027-05-10']);
    assert.equal(await page.locator('[data-rows] li').count(), 1);
    assert.match(await page.textContent('[data-rows] li'), /4.*TRAN THI B R9\.3\.10/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'deadlines-list');
    assert.equal(new URL(page.url()).hash, '', 'no name in the address');
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
    assert.equal(asked.length, before, 'nothing was asked for');
    await close();
  }
});

test('the list is copied as a table in which no cell is a formula', async () => {
  const { page, close } = await open(PATHS[0], { permissions: ['clipboard-read', 'clipboard-write'] });
  await paste(page, LIST);
  await page.focus('[data-list-copy]');
  await page.keyboard.press('Enter');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const rows = text.trimEnd().split(/\r?\n/).map((row) => row.split('\t'));
  assert.deepEqual(rows.map((row) => row.length), [6, 6, 6, 6]);
  assert.equal(rows[3][0], "'=SUM(A1)");
  assert.deepEqual(rows[2].slice(2), ['2027-03-10', '2026-12-10', '2027-03-09', '2027-05-10']);
  assert.match(await page.textContent('[data-status]'), /3人分をコピーしました/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-list-copy]')), 'the focus stays');
  await close();
});

/** Holds a file for calendars against RFC 5545 by hand, and gives its events as an independent reader sees them. */
function events(text) {
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.equal(text.replaceAll('\r\n', '').match(/[\r\n]/), null, 'lines end with CRLF only');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
  assert.ok(!text.includes('\uFFFD'), 'no letter was cut');
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    assert.ok(event.startDate.isDate && event.endDate.isDate, 'whole days');
    assert.equal(event.duration.toSeconds(), 86_400);
    assert.match(component.getFirstProperty('dtstart').toICALString(), /^DTSTART;VALUE=DATE:\d{8}$/);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      title: event.summary,
      text: event.description,
      alarms: component.getAllSubcomponents('valarm').map((alarm) => {
        assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
        assert.ok(alarm.getFirstPropertyValue('description'));
        return alarm.getFirstPropertyValue('trigger').toSeconds() / 3600;
      }),
    };
  });
}

test('the file for calendars is read back by another reader', async () => {
  const uids = [];
  for (const path of PATHS) {
    const { page, close } = await open(path, { state: 'expiry=2027-03-10&period=usual&id-until=2027-01-15' });
    const { name, text } = await saved(page, '[data-save]');
    assert.equal(name, 'deadlines-2027-03-10.ics');
    const found = events(text);
    assert.deepEqual(found.map(({ day }) => day), ['2026-12-10', '2027-01-15', '2027-03-09', '2027-03-09', '2027-03-10', '2027-05-10']);
    // 14 days before and on the day, at nine
    assert.deepEqual(found[0].alarms, [-14 * 24 + 9, 9]);
    assert.deepEqual(found[4].alarms, []);
    assert.equal(new Set(found.map(({ uid }) => uid)).size, 6);
    uids.push(found.map(({ uid }) => uid));
    const again = await saved(page, '[data-save]');
    assert.equal(again.text, text, 'the same moment gives the same bytes');
    assert.ok((await page.textContent('[data-status]')).includes('6'));
    await close();
  }
  assert.deepEqual(uids[0], uids[1], 'the other language means the same events');
});

test('days that are over are not put into a calendar', async () => {
  const { page, close } = await open(PATHS[0], { state: 'expiry=2026-11-01&period=usual' });
  assert.deepEqual(events((await saved(page, '[data-save]')).text).map(({ day }) => day), ['2027-01-01']);
  await page.evaluate(() => { location.hash = 'expiry=2026-01-15&period=usual'; });
  await page.waitForFunction(() => document.querySelector('#deadlines-answer time').dateTime === '2026-01-15');
  await page.click('[data-save]');
  assert.match(await page.textContent('[data-status]'), /ファイルは作りませんでした/);
  await close();
});

test('the file of a list names people in its titles, and nowhere else', async () => {
  const { page, close } = await open(PATHS[0]);
  await paste(page, 'NGUYEN VAN A\t2027/3/10\nNGUYEN VAN A\t2027/3/10\nÉva; 𠮟る, "B"\\\t2027-05-31');
  const { name, text } = await saved(page, '[data-list-save]');
  assert.equal(name, 'deadlines-2026-11-26.ics');
  const found = events(text);
  assert.equal(found.length, 12);
  assert.equal(new Set(found.map(({ uid }) => uid)).size, 12);
  assert.ok(found.every(({ uid }) => /^[0-9a-f]{16}@madoguchi$/.test(uid)));
  assert.ok(found.some(({ title }) => title.startsWith('Éva; 𠮟る, "B"\\: ')));
  assert.ok(found.every(({ text }) => !text.includes('NGUYEN')));
  await close();
});

test('what is hostile in the address does nothing', async () => {
  const hostile = [
    'expiry=<img src=x onerror=alert(1)>', 'expiry=2027-02-30&period=usual', 'expiry=9999-12-31', 'expiry=0000-01-01', 'expiry=2027-03-10&period=__proto__',
    `expiry=${'9'.repeat(100_000)}`, 'expiry=2027-03-10&id-until="><script>alert(1)</script>', '%E0%A4%A', 'expiry=%', '=', 'expiry', 'constructor=1&__proto__=2',
  ];
  for (const state of hostile) {
    const { page, close } = await open(PATHS[0], { state });
    assert.equal(await page.locator('main img[src=x], main script[src=x]').count(), 0);
    assert.equal(await page.isVisible('[data-form]'), true);
    const answers = await page.locator('[data-answer]').isVisible();
    assert.equal(answers, state.includes('2027-03-10'), state);
    await close();
  }
});

test('what is hostile in a list stays text, and much of it does not hang the page', async () => {
  const { page, close } = await open(PATHS[0]);
  await paste(page, '<img src=x onerror=alert(1)>\t2027-03-10\n"\t"\t"\n{{ fees }}\t2027-03-11');
  assert.deepEqual(await page.$$eval('.people tbody th', (cells) => cells.map((cell) => cell.textContent)), ['<img src=x onerror=alert(1)>', '{{ fees }}']);
  assert.equal(await page.locator('main img[src=x]').count(), 0);

  const most = await page.evaluate(() => JSON.parse(document.querySelector('#tool-data').content.textContent).facts.tools.find(({ id }) => id === 'deadlines').limits.rows.count);
  const list = (count) => Array.from({ length: count }, (_, at) => `PERSON ${at}\t2027-0${1 + at % 9}-${10 + at % 18}`).join('\n');
  await paste(page, list(50_000));
  assert.match(await page.textContent('[data-list-form] [data-faults]'), /50000人分.*5,000人まで/);
  await paste(page, list(most));
  await page.waitForFunction((most) => document.querySelectorAll('.people tbody tr').length === most, most);
  await paste(page, 'x'.repeat(1_000_000));
  assert.equal(await page.locator('[data-rows] li').count(), 1);
  await paste(page, '"'.repeat(200_001));
  await paste(page, Array.from({ length: most }, () => 'nobody').join('\n'));
  await page.waitForFunction((most) => document.querySelectorAll('[data-rows] li').length === most, most);
  await close();
});

test('nothing is wrong with the page in any state', async () => {
  const found = [];
  const markup = new Map();
  for (const path of PATHS) {
    const language = path.slice(0, 2);
    const { page, close } = await open(path);
    const look = async (state) => { found.push(...await faultsOfState(page, `${language} ${state}`, markup)); };
    await look('empty');
    await page.click('[data-form] button[type=submit]');
    await look('faults');
    await ask(page, '2027-05-31', 'unknown');
    await look('unknown');
    await page.evaluate(() => { location.hash = 'expiry=2026-11-01&period=usual&id-until=2027-01-15'; });
    await page.waitForFunction(() => document.querySelector('#deadlines-answer time').dateTime === '2026-11-01');
    await look('over');
    await page.evaluate(() => { document.querySelector('[data-many]').open = true; });
    await page.click('[data-list-form] button[type=submit]');
    await look('list faults');
    await paste(page, LIST, 'unknown');
    await look('list');
    await paste(page, 'nobody');
    await look('list without people');
    await close();
  }
  assert.deepEqual([...found, ...faultsOfMarkup(markup)], []);
});
