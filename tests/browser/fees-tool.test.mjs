// The tool for fees, as a reader uses it: what it says is what the data says, in every combination that can be chosen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser, toolData } from './site.mjs';
import { becomes, faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

const LANGUAGES = ['ja', 'en'];
const STORY = 'procedure=change&channel=online&received=2026-05-01&re-entry=multiple';
const open = (language, options) => openTool(chromium, `${language}/fees.html`, options);
const result = (page) => page.locator('[data-results]');
const numbers = (locator, name) => locator.evaluateAll((list, name) => list.map((element) => Number(element.dataset[name])), name);
const amounts = (page, within) => numbers(result(page).locator(`${within} [data-amount]`), 'amount');
const total = (page) => numbers(result(page).locator('[data-total]'), 'amount');

test('nothing is wrong with the page in any state', { timeout: 300_000 }, async () => {
  const found = [];
  const markup = new Map();
  const states = {
    empty: '',
    stamps: STORY,
    range: 'procedure=extension&channel=online&received=2026-11-01&re-entry=undecided',
    step: 'procedure=extension&channel=online&received=2026-11-01&granted=up-to-3-months',
    counter: 'procedure=change&channel=counter&received=2026-11-01&granted=five-years',
    unknown: 'procedure=change&channel=online&received=2025-03-31',
    free: 'procedure=coe&channel=online&received=2026-05-01',
    'not offered': 'procedure=re-entry&channel=online&received=2026-05-01',
    'not filed': 'procedure=extension&channel=online&received=not-yet',
  };
  for (const language of LANGUAGES) {
    for (const [name, state] of Object.entries(states)) {
      const { page, close } = await open(language, { state });
      assert.equal(await result(page).isVisible(), state !== '', `${language} ${name}`);
      found.push(...await faultsOfState(page, `${language} ${name}`, markup));
      await close();
    }
    const { page, close } = await open(language);
    await page.locator('[data-form] button').click();
    found.push(...await faultsOfState(page, `${language} faults`, markup));
    await close();
  }
  assert.deepEqual([...found, ...faultsOfMarkup(markup)], []);
});

// What the data says, reckoned here once more, without the rules.

const DAYS = ['2025-03-31', '2025-04-01', '2026-05-01', '2026-09-30', '2026-10-01', '2026-11-23'];
const valueOn = (periods, day) => periods?.find(({ from, until }) => (from ?? '') <= day && day <= (until ?? '9999'))?.value ?? null;

/** All amounts that one fee may come to, by the step of the tariff; none where the data has none. */
function amountsOf(facts, id, { channel, received, granted }) {
  const value = valueOn(facts.fees.find((fee) => fee.id === id)[channel], received);
  if (value?.yen !== undefined) return [value.yen];
  if (!value?.by_period) return [];
  return granted === 'unknown' ? facts.tiers.map(({ id }) => value.by_period[id]) : [value.by_period[granted]];
}

function expected(facts, state) {
  const { procedure, channel } = state;
  const kinds = { no: [], single: ['re-entry-single'], multiple: ['re-entry-multiple'], undecided: ['re-entry-single', 're-entry-multiple'] };
  const fees = procedure === 're-entry'
    ? [kinds[state['re-entry']].length === 1 ? kinds[state['re-entry']] : kinds.undecided]
    : [[procedure], ...state['re-entry'] === 'no' ? [] : [kinds[state['re-entry']]]];
  const together = facts.procedures.find(({ id }) => id === 're-entry').together_with;
  const isOffered = (ids) => channel === 'counter' || ids[0] === procedure || together.includes(procedure);
  const parts = fees.map((ids) => isOffered(ids) ? ids.flatMap((id) => amountsOf(facts, id, state)) : []);
  const isKnown = parts.every((part) => part.length > 0);
  const sum = (pick) => parts.reduce((sum, part) => sum + pick(...part), 0);
  const [low, high] = isKnown ? [sum(Math.min), sum(Math.max)] : [null, null];
  return {
    total: isKnown && low === high ? [low] : [],
    answer: !isKnown ? [] : low === high ? [low] : [low, high],
    parts: parts.map((part) => part.length === 0 ? [] : [...new Set([Math.min(...part), Math.max(...part)])]),
  };
}

for (const language of LANGUAGES) {
  test(`every combination that can be chosen says what the data says (${language})`, { timeout: 300_000 }, async () => {
    const { facts } = toolData(language).fees;
    const { page, close } = await open(language);
    const choices = await page.evaluate(() => Object.fromEntries(['procedure', 'channel', 'with-re-entry', 'granted'].map((name) =>
      [name, [...document.querySelectorAll(`[data-question="${name}"] input`)].map((input) => input.value)])));
    assert.deepEqual([choices.procedure.length, choices.channel.length, choices['with-re-entry'].length, choices.granted.length], [6, 2, 4, 8]);
    const states = choices.procedure.flatMap((procedure) => choices.channel.flatMap((channel) => DAYS.flatMap((received) =>
      choices['with-re-entry'].flatMap((kind) => choices.granted.map((granted) => ({ procedure, channel, received, 're-entry': kind, granted }))))));
    const shown = await page.evaluate(async (states) => {
      const numbers = (root, within) => [...root.querySelectorAll(`${within}[data-amount]`)].map(({ dataset }) => Number(dataset.amount));
      const seen = [];
      for (const state of states) {
        const changed = new Promise((resolve) => { addEventListener('hashchange', resolve, { once: true }); });
        location.hash = new URLSearchParams(state).toString();
        await changed;
        const root = document.querySelector('[data-results]');
        seen.push({
          total: numbers(root, '[data-total]'),
          answer: numbers(root, '.fee-answer '),
          parts: [...root.querySelectorAll('tr[data-fee]')].map((row) => numbers(row.querySelector('td').cloneNode(true), ':scope > [data-range] ').concat(numbers(row, 'td > '))),
          steps: [...root.querySelectorAll('[data-tier]')].map((row) => [row.dataset.tier, ...numbers(row, '')]),
          estimates: root.querySelectorAll('tr[data-fee] .badge-estimate').length,
          payment: root.querySelector('[data-payment]')?.dataset.payment ?? null,
          stamps: [...root.querySelectorAll('[data-stamps]')].map(({ dataset }) => dataset.stamps),
        });
      }
      return seen;
    }, states);
    states.forEach((state, at) => {
      const name = JSON.stringify(state);
      const { total, answer, parts, steps, payment, stamps, estimates } = shown[at];
      const wanted = expected(facts, state);
      assert.deepEqual({ total, answer, parts }, wanted, name);
      const isByPeriod = ['change', 'extension'].includes(state.procedure) && state.received >= '2026-10-01';
      const table = isByPeriod && state.granted === 'unknown'
        ? facts.tiers.map(({ id }) => [id, ...amountsOf(facts, state.procedure, { ...state, granted: id })]) : [];
      assert.deepEqual(steps, table, `${name}: the table of steps`);
      if (wanted.answer.length > 0 && Math.max(...wanted.answer) > 0) {
        const isNotice = state.channel === 'online' && state.received >= '2026-10-01';
        assert.equal(payment, isNotice ? 'notice' : 'stamps', name);
        const bought = stamps.map((list) => list.split(' ').reduce((sum, item) => sum + item.split('x').reduce((a, b) => a * b), 0));
        assert.deepEqual(bought, isNotice || total.length === 0 && parts.some((part) => part.length > 1) ? [] : parts.flat().filter(Boolean), `${name}: stamps`);
        const free = parts.filter(([amount]) => amount === 0).length;
        assert.equal(estimates, state.received >= '2026-10-01' ? parts.length : free, `${name}: estimates`);
      }
    });
    await close();
  });
}

test('the story: change and multiple re-entry, by keyboard alone', async () => {
  for (const language of LANGUAGES) {
    const { page, close } = await open(language);
    const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
    await page.locator('#procedure-coe').focus();
    await press('Space', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'Space', 'Tab');
    await page.keyboard.type('2026');
    await press('Tab');
    await page.keyboard.type('5');
    await press('Tab');
    await page.keyboard.type('1');
    await press('Enter');
    assert.deepEqual(await total(page), [12000], language);
    assert.deepEqual(await amounts(page, '[data-fee="change"]'), [5500]);
    assert.deepEqual(await amounts(page, '[data-fee="re-entry-multiple"]'), [6500]);
    assert.deepEqual(await result(page).locator('[data-stamps]').evaluateAll((list) => list.map(({ dataset }) => dataset.stamps)), ['5000x1 500x1', '6000x1 500x1']);
    assert.equal(await result(page).locator('[data-payment]').getAttribute('data-payment'), 'stamps');
    assert.equal(await result(page).locator('.badge-estimate').count(), 0, 'nothing of it is an estimate');
    assert.ok(await result(page).evaluate((element) => element === document.activeElement), 'the result has the focus');
    assert.equal(new URL(page.url()).hash, '#procedure=change&channel=online&received=2026-05-01&re-entry=multiple');
    await close();
  }
});

test('the period not known: from the least to the most, every step, and no total', async () => {
  const { page, close } = await open('en', { state: 'procedure=extension&channel=online&received=2026-10-01' });
  assert.deepEqual(await total(page), []);
  assert.deepEqual(await amounts(page, '.fee-answer'), [10000, 65000]);
  assert.equal(await result(page).locator('[data-tier]').count(), 7);
  assert.deepEqual(await numbers(result(page).locator('[data-tier="three-years"] [data-processing]'), 'processing'), [550]);
  assert.equal(await result(page).locator('[data-tier="up-to-3-months"] .badge-conflicting').count(), 1);
  assert.equal(await result(page).locator('[data-tier] .badge-conflicting').count(), 1);
  for (const says of ['notice-counts', 'not-by-sender', 'hardship', 'by-granted']) {
    assert.ok(await result(page).locator(`[data-says="${says}"]`).isVisible(), says);
  }
  await close();
});

test('a day without a value says so, and shows no amount at all', async () => {
  for (const language of LANGUAGES) {
    const { page, close } = await open(language, { state: 'procedure=extension&channel=online&received=2025-03-31' });
    assert.ok(await result(page).locator('[data-says="unknown"]').isVisible());
    assert.equal(await result(page).locator('[data-amount]').count(), 0);
    await close();
  }
});

test('what is missing is said above the form and beside the questions, and nothing is lost', async () => {
  for (const language of LANGUAGES) {
    const { page, close } = await open(language);
    await page.locator('#received-year').fill('2026');
    await page.locator('#received-month').fill('2');
    await page.locator('#received-date').fill('30');
    await page.locator('[data-form] button').click();
    assert.equal(await page.locator('[data-faults] li').count(), 3, language);
    assert.ok(await page.locator('[data-faults]').evaluate((element) => element === document.activeElement));
    const above = await page.locator('[data-faults] li').allInnerTexts();
    assert.deepEqual(await page.locator('p.fault').allInnerTexts(), above);
    assert.equal(await page.locator('#received-date').inputValue(), '30');
    assert.ok(await result(page).isHidden());
    assert.equal(new URL(page.url()).hash, '');
    await page.locator('[data-faults] a').first().click();
    assert.ok(await page.locator('#procedure-coe').evaluate((element) => element === document.activeElement));
    await close();
  }
});

test('not filed yet: the planned day or today in Japan, said as an assumption', async () => {
  // Half an hour after midnight of 1 October in Japan; everywhere else it is still September.
  for (const timezoneId of ['America/Los_Angeles', 'UTC', 'Asia/Tokyo']) {
    for (const [now, amount] of [['2026-09-30T14:59:00Z', [5500]], ['2026-09-30T15:30:00Z', [10000, 65000]]]) {
      const { page, close } = await open('en', { timezoneId, now, state: 'procedure=extension&channel=online&received=not-yet' });
      assert.deepEqual(await amounts(page, '.fee-answer'), amount, `${timezoneId}, ${now}`);
      assert.ok(await result(page).locator('[data-says="assumed"]').isVisible());
      assert.ok(await page.locator('#planned').isChecked());
      await close();
    }
    const { page, close } = await open('ja', { timezoneId, now: '2026-09-20T00:00:00Z' });
    await page.locator('#procedure-extension').check();
    await page.locator('#channel-online').check();
    await page.locator('#planned').check();
    await page.locator('#received-year').fill('2026/9/19');
    await page.locator('[data-form] button').click();
    assert.equal(await page.locator('[data-faults] li').count(), 1, 'a plan for a day that is over');
    await page.locator('#received-date').fill('30');
    await page.locator('[data-form] button').click();
    assert.equal(await result(page).locator('[data-says="assumed"] time').getAttribute('datetime'), '2026-09-30');
    assert.equal(new URL(page.url()).hash, '#procedure=extension&channel=online&received=2026-09-30');
    await close();
  }
  const { page, close } = await open('ja', { now: '2026-11-26T00:00:00Z', state: STORY });
  assert.equal(await result(page).locator('[data-says="assumed"]').count(), 0, 'what was received is no assumption');
  await close();
});

test('Back, reload and the other language keep the state; an anchor leaves it alone', async () => {
  const { page, close } = await open('ja', { state: 'procedure=extension&channel=online&received=2026-05-01' });
  await becomes(() => total(page), [5500]);
  await page.locator('#channel-counter').check();
  await page.locator('[data-form] button').click();
  await becomes(() => total(page), [6000]);
  await page.goBack();
  await becomes(() => total(page), [5500]);
  assert.ok(await page.locator('#channel-online').isChecked());
  await page.goForward();
  await becomes(() => total(page), [6000]);
  await page.reload();
  await becomes(() => total(page), [6000]);
  await page.locator('.languages a[hreflang="en"]').click();
  assert.match(page.url(), /\/en\/fees\.html#procedure=extension&channel=counter&received=2026-05-01$/);
  await becomes(() => total(page), [6000]);
  await page.evaluate(() => { location.hash = 'who-pays'; });
  assert.ok(await result(page).isVisible());
  await close();
});

test('a part of the state fills in what it says, without a result', async () => {
  const { page, close } = await open('en', { state: 'procedure=change&granted=one-year' });
  assert.ok(await result(page).isHidden());
  assert.ok(await page.locator('#procedure-change').isChecked());
  assert.ok(await page.locator('#granted-one-year').isChecked());
  assert.ok(await page.locator('#with-re-entry-no').isChecked());
  assert.equal(await page.locator('[data-faults]').isVisible(), false);
  await close();
});

test('the note on hardship stands first for who has not filed, and only where a reduction is known of', async () => {
  const notes = async (state) => {
    const { page, close } = await open('ja', { state, now: '2026-11-26T00:00:00Z' });
    const says = await result(page).locator('[data-says]').evaluateAll((list) => list.map(({ dataset }) => dataset.says));
    await close();
    return says;
  };
  const isFirst = (says) => says.indexOf('hardship') > -1 && says.indexOf('hardship') < says.indexOf('notice-counts');
  assert.ok(isFirst(await notes('procedure=extension&channel=online&received=not-yet')));
  const filed = await notes('procedure=extension&channel=online&received=2026-11-01');
  assert.ok(filed.includes('hardship') && !isFirst(filed));
  for (const state of [STORY, 'procedure=extension&channel=counter&received=not-yet', 'procedure=coe&channel=online&received=not-yet']) {
    assert.ok(!(await notes(state)).includes('hardship'), state);
  }
});

test('what cannot be filed online shows no amount', async () => {
  const { page, close } = await open('en', { state: 'procedure=re-entry&channel=online&received=2026-05-01' });
  assert.deepEqual(await result(page).locator('[data-says]').evaluateAll((list) => list.map(({ dataset }) => dataset.says)), ['not-offered']);
  assert.equal(await result(page).locator('[data-amount]').count(), 0);
  await close();
});

test('a hostile address is no answer', async () => {
  const whole = 'procedure=extension&channel=online&received=2026-10-01';
  for (const [state, isShown] of [
    ['procedure=<img src=x onerror=alert(1)>&received=9999-99-99&granted=__proto__', false],
    ['procedure=__proto__&channel=constructor&received=2026-05-01', false],
    [`${whole}&granted=__proto__&re-entry=toString`, true],
    [`${whole}&granted=%3Cscript%3E`, true],
    ['procedure=extension&channel=online&received=99999-01-01', false],
    ['procedure=other-activity&channel=online&received=2026-05-01', false],
    [`procedure=${'x'.repeat(100_000)}`, false],
    ['=&&&=%&%E0%A4%A', false],
  ]) {
    const { page, close } = await open('ja', { state });
    assert.equal(await result(page).isVisible(), isShown, state.slice(0, 80));
    if (isShown) assert.deepEqual(await amounts(page, '.fee-answer'), [10000, 65000], state);
    assert.equal(await page.locator('[data-results] img, [data-results] script').count(), 0);
    await close();
  }
});

test('on paper a result stands alone', async () => {
  const { page, close } = await open('ja', { state: STORY });
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['[data-form]', '.regimes', '[data-print]', '#receipt-day', 'h1', '#facts', '.tool > h2']) {
    assert.ok(await page.locator(hidden).first().isHidden(), hidden);
  }
  assert.ok(await result(page).isVisible());
  assert.ok(await page.locator('.disclaimer').first().isVisible());
  await close();
  const whole = await open('ja');
  await whole.page.emulateMedia({ media: 'print' });
  assert.ok(await whole.page.locator('h1').isVisible());
  await whole.close();
});

test('without JavaScript the tool says what to do, and the amounts are on the page', async () => {
  const { page, close } = await open('en', { javaScriptEnabled: false });
  assert.ok(await page.locator('[data-form]').isHidden());
  assert.ok(await result(page).isHidden());
  assert.ok(await page.locator('.tool noscript').isVisible());
  await close();
});
