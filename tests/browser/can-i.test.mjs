// "Can I file online?" as a reader uses it: one question at a time, back without losing an answer, a result that explains.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser } from './site.mjs';
import { becomes, faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

const NOW = '2026-11-26T03:00:00Z';
const EXTENSION = 'filer=applicant&procedure=extension&together=none&status=student&place=japan&period=usual&expiry=2027-01-05';
const STATES = {
  'yes': `${EXTENSION}&planned=unknown`,
  'not-now': 'filer=applicant&procedure=extension&together=none&status=specified-skilled-worker&place=abroad-for-now&period=usual&expiry=2027-01-05&planned=2026-12-01',
  'not-online': `${EXTENSION}&planned=2027-01-05`,
  'confirm': 'filer=unknown&procedure=change&together=re-entry-multiple-and-other-activity&status=student&new-status=specified-skilled-worker&place=japan&period=short&expiry=unknown&planned=2026-12-01',
};

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

const open = (language, state, options) => openTool(chromium, `${language}/can-i.html`, { state, now: NOW, ...options });
const result = (page) => page.locator('[data-result]').getAttribute('data-result');
const heading = (page) => page.locator('.can-i h2:visible').innerText();
const fragment = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
const press = (page) => page.locator('.can-i button[type=submit]').click();
const choose = async (page, answer) => { await page.locator(`.can-i input[value="${answer}"]:visible`).check(); await press(page); };
const type = async (page, [year, month, date]) => {
  for (const [part, value] of Object.entries({ year, month, date })) await page.locator(`[data-part=${part}]:visible`).fill(String(value));
  await press(page);
};

for (const timezoneId of ['Asia/Tokyo', 'America/Los_Angeles', 'UTC']) {
  test(`story 1: a foreign national, extension, in Japan, expiry in 40 days (${timezoneId})`, async () => {
    const { page, close } = await open('en', '', { timezoneId });
    for (const answer of ['applicant', 'extension', 'none']) await choose(page, answer);
    await page.locator('select:visible').selectOption('student');
    await press(page);
    for (const answer of ['japan', 'usual']) await choose(page, answer);
    await type(page, [2027, 1, 5]);
    await type(page, [2026, 12, 1]);
    assert.equal(await result(page), 'yes');
    assert.ok(await page.evaluate(() => document.activeElement === document.querySelector('[data-result] h2')), 'the focus is on the heading');
    assert.match(await page.title(), /^Yes: .*Can I file online/);
    const day = (mark) => page.locator(`time[data-deadline="${mark}"]`).getAttribute('datetime');
    assert.equal(await day('last-online'), '2027-01-04');
    assert.equal(await day('first'), '2026-10-05');
    assert.equal(await day('my-number'), '2027-01-04');
    assert.equal(await page.locator('[data-amount-low]').getAttribute('data-amount-low'), '10000');
    const words = await page.locator('[data-result]').innerText();
    for (const word of ['My Number card', 'before you file online', 'estimate', 'Tuesday 1 December 2026']) assert.ok(words.includes(word), word);
    assert.equal(await page.locator('[data-result] a[href*="steps.html"]').count(), 1);
    assert.match(await page.locator('[data-to=fees]').getAttribute('href'), /fees\.html#procedure=extension&channel=online&received=2026-12-01$/);
    assert.match(await page.locator('[data-to=deadlines]').getAttribute('href'), /deadlines\.html#expiry=2027-01-05&period=usual$/);
    await close();
  });
}

test('the fee is that of the day of receipt', async () => {
  const { page, close } = await open('ja', `${EXTENSION}&planned=2026-09-30`);
  assert.equal(await page.locator('[data-amount]').getAttribute('data-amount'), '5500');
  await close();
});

test('story 2: temporarily abroad is a result with a way out, never an error', async () => {
  for (const language of ['ja', 'en']) {
    const { page, close } = await open(language, STATES['not-now']);
    assert.equal(await result(page), 'not-now');
    const words = await page.locator('[data-reason=abroad-for-now]').innerText();
    assert.match(words, language === 'ja' ? /日本に戻ってから申請します/ : /File after returning to Japan/);
    assert.equal(await page.locator('[data-faults]:visible, .fault:visible').count(), 0);
    assert.ok(await page.locator('[data-result] a[href^="tel:"]').count() > 0);
    await close();
  }
});

test('with the keyboard alone, from the first question on', async () => {
  const { page, close } = await open('ja', '');
  await page.locator('#filer-is-organization').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  assert.equal(await heading(page), 'どの手続を申請しますか');
  assert.ok(await page.evaluate(() => document.activeElement?.tagName === 'H2'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  assert.deepEqual(await fragment(page), { filer: 'organization', procedure: 'coe' });
  assert.equal(await heading(page), 'どの在留資格を求めますか');
  await page.keyboard.press('Tab');
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await heading(page), '申請する日に、申請人はどこにいますか');
  await close();
});

test('what is missing is said when the button is pressed, and nothing is cleared', async () => {
  const { page, close } = await open('en', EXTENSION.replace(/&expiry=.*/, ''));
  await press(page);
  assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-faults')), true);
  assert.match(await page.locator('[data-faults]').innerText(), /or press “I do not know” below/);
  await type(page, [2027, 2, 30]);
  assert.match(await page.locator('[data-faults]').innerText(), /Enter a day that exists/);
  assert.equal(await page.locator('[data-part=date]:visible').inputValue(), '30');
  await page.locator('[data-unknown=expiry]').click();
  assert.equal((await fragment(page)).expiry, 'unknown');
  await close();
});

test('Back, of the page and of the browser, keeps answers; a change keeps the others', async () => {
  const { page, close } = await open('en', '');
  for (const answer of ['organization', 'extension', 'none']) await choose(page, answer);
  await page.locator('[data-back]').click();
  await becomes(() => page.locator('input[value=none]').isChecked(), true);
  await page.goBack();
  await page.goBack();
  await becomes(() => heading(page), 'Is anything filed together with it?');
  await becomes(() => page.locator('input[value=none]').isChecked(), true);
  await page.goForward();
  await becomes(() => heading(page), "What is the applicant's present status of residence?");
  await page.locator('[data-change]').first().click();
  await becomes(() => heading(page), 'Who files the application?');
  await becomes(() => page.locator('#filer-is-organization').isChecked(), true);
  await choose(page, 'attorney-gyoseishoshi');
  await becomes(() => fragment(page), { filer: 'attorney-gyoseishoshi', procedure: 'extension', together: 'none' });
  await close();
});

test('a whole state opens the result, a part of one the next question; reload and the other language keep it', async () => {
  const { page, close } = await open('ja', 'filer=support-organization&procedure=extension');
  assert.equal(await heading(page), '支援計画の全部を任され、所属機関から依頼を受けていますか');
  await page.evaluate((state) => { location.hash = state; }, STATES.yes);
  await page.waitForSelector('[data-result=yes]');
  await page.reload();
  assert.equal(await result(page), 'yes');
  await page.locator('.languages a[lang=en]').click();
  await page.waitForURL('**/en/can-i.html#**');
  assert.equal(await result(page), 'yes');
  await page.locator('[data-again]').click();
  assert.equal(await heading(page), 'Who files the application?');
  assert.equal(await page.locator('.can-i input:checked').count(), 0);
  await close();
});

test('what a hostile address says is no answer and no markup', async () => {
  for (const state of ['filer=<img src=x onerror=alert(1)>', 'filer=__proto__&procedure=constructor', `filer=${'x'.repeat(5000)}`, 'ask=constructor', 'filer=applicant&ask=planned', 'expiry=9999-12-31', '%E0%A4%A=1', 'filer[]=applicant&filer=%00']) {
    const { page, close } = await open('ja', state);
    assert.ok((await heading(page)).length > 0, state);
    assert.equal(await page.locator('[data-result], .can-i img').count(), 0, state);
    await close();
  }
});

test('nothing is wrong with the page in any state', async () => {
  const found = [];
  const markup = new Map();
  for (const language of ['ja', 'en']) {
    const states = { first: '', list: EXTENSION.replace(/&status.*/, ''), day: EXTENSION.replace(/&expiry.*/, ''), ...STATES };
    for (const [name, state] of Object.entries(states)) {
      const { page, close } = await open(language, state);
      if (name in STATES) assert.equal(await result(page), name);
      if (name === 'day') await press(page);
      found.push(...await faultsOfState(page, `${language} ${name}`, markup));
      await close();
    }
  }
  assert.deepEqual([...found, ...faultsOfMarkup(markup)], []);
});

test('a printed result is the result alone', async () => {
  const { page, close } = await open('ja', STATES.yes);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['#all-outcomes', '[data-print]', '[data-change]', '.site-header nav', '#facts']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  for (const kept of ['.result h2', '.reasons', '.answers', '.checks', 'h1']) assert.equal(await page.locator(kept).first().isVisible(), true, kept);
  await close();
});

test('without scripts the questions and the outcomes are there to read', async () => {
  const { page, close } = await open('ja', '', { javaScriptEnabled: false });
  assert.equal(await page.locator('[data-form]').isVisible(), false);
  assert.ok(await page.locator('noscript').count() > 0);
  assert.ok(await page.locator('.outcomes tbody tr').count() > 40);
  assert.ok(await page.locator('.questions li section').count() > 8);
  await close();
});
