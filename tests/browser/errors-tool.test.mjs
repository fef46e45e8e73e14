// Looking up errors, as a reader uses it: what is typed, pasted or stands in the address leads to the entry, its cause, the way
// out and whom to ask; where nothing is found, to the desks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser, toolData } from './site.mjs';
import { faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

const PATH = (language) => `${language}/errors/index.html`;
const open = (language, options) => openTool(chromium, PATH(language), options);
const entry = (id) => toolData().errors.facts.errors.find((one) => one.id === id);
const hits = (page) => page.$$eval('[data-rank]', (list) => list.map(({ dataset }) => `${dataset.rank} ${dataset.page}`));
const q = (page) => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('q'));
const settled = (page) => page.waitForTimeout(500);
const paste = async (page, text) => {
  await page.$eval('#q', (field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);
  await settled(page);
};

test('nothing is wrong with the page in any state', async () => {
  const found = [];
  const markup = new Map();
  for (const language of ['ja', 'en']) {
    const { page, close } = await open(language);
    found.push(...await faultsOfState(page, `${language} empty`, markup));
    await page.click('[type=submit]');
    found.push(...await faultsOfState(page, `${language} nothing typed`, markup));
    for (const text of ['E-04', '確認してください', 'パスワードが違うかブラウザが古い', '入力さたれ情報では', '明日の天気']) {
      await page.fill('#q', text);
      await page.click('[type=submit]');
      for (const more of await page.locator('.hit summary').all()) await more.click();
      found.push(...await faultsOfState(page, `${language} ${text}`, markup));
    }
    await page.click('[data-part]');
    found.push(...await faultsOfState(page, `${language} no part`, markup));
    await close();
  }
  assert.deepEqual([...found, ...faultsOfMarkup(markup)], []);
});

test('a part of a message gives the entry first, with cause, steps and desks, and the part marked', async () => {
  for (const language of ['ja', 'en']) {
    const { page, close } = await open(language);
    const { ja, en } = entry('e-02').message;
    for (const text of [ja, ja.slice(0, 8), ja.slice(-8), 'ﾆｭｳﾘｮｸ 入力された　情報\r\nでは利用', en, en.slice(0, 8).toUpperCase(), en.slice(-8)]) {
      await page.fill('#q', text);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const first = page.locator('[data-rank="1"]');
      assert.equal(await first.getAttribute('data-page'), 'errors/e-02.html', `${language} ${text}`);
      // The gloss stands in the message only where the page is not Japanese.
      if (language === 'en' || /[ぁ-ん]/u.test(text)) assert.ok(await first.locator('.message mark').textContent(), `${language} ${text}: marked`);
      assert.ok(await first.locator('dd ol li').count() >= 3, 'steps');
      assert.ok(await first.locator('a[href^="tel:"]').count() >= 1, 'a telephone');
      assert.match(await first.locator('.message').textContent(), language === 'ja' ? /旧システム/ : /Old system/);
      assert.match(await first.locator('h3 a').getAttribute('href'), /e-02\.html$/);
    }
    await close();
  }
});

test('codes, other words, slips and a whole screen lead there as well', async () => {
  const { page, close } = await open('ja');
  const screen = `${'お知らせ 申請人用トップ メニュー\n'.repeat(40)}${entry('e-03').message.ja}\n戻る　次へ`;
  for (const [text, id, how] of [['E-04', 'e-04', 'code'], ['e04', 'e-04', 'code'], ['Ｅ－０４', 'e-04', 'code'], ['4', 'e-04', 'code'],
    ['ﾊﾟｽﾜｰﾄﾞを忘れた', 'e-11', 'alias'], ['画面が先へ進まない', 'e-16', 'words'], ['入力さたれ情報では', 'e-02', 'near'], [screen, 'e-03', 'message']]) {
    await page.fill('#q', text);
    await settled(page);
    const first = page.locator('[data-rank="1"]');
    assert.equal(await first.getAttribute('data-page'), `errors/${id}.html`, text);
    assert.equal(await first.getAttribute('data-how'), how, text);
  }
  await close();
});

test('an answer comes while one types, is announced, and the button moves the focus to it', async () => {
  const { page, close } = await open('ja');
  await page.focus('#q');
  await page.keyboard.insertText('確認してください');
  assert.equal(await page.locator('[data-rank]').count(), 0, 'not before a pause');
  await settled(page);
  assert.equal(await page.getAttribute('[data-count]', 'role'), 'status');
  assert.match(await page.textContent('[data-count]'), /^2件/);
  assert.deepEqual(await hits(page), ['1 errors/e-03.html', '2 errors/e-01.html']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-answer]')));
  await close();
});

test('an empty box is said beside it and in the summary', async () => {
  const { page, close } = await open('en');
  await page.focus('#q');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-faults]')));
  const said = await page.textContent('[data-faults] li');
  assert.equal(await page.textContent('#fault-q'), said);
  assert.match(await page.title(), /^Error: /);
  await page.click('[data-faults] a');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.insertText('E-04');
  await settled(page);
  assert.ok(await page.isHidden('[data-faults]'), 'gone when something is typed');
  assert.equal(await page.locator('#fault-q').count(), 0);
  await close();
});

test('nothing found: the desks with their state, what to have ready, and a part of the text to try', async () => {
  for (const [timezoneId, now, state] of [['America/Los_Angeles', '2026-11-26T10:00:00+09:00', 'open'], ['UTC', '2026-11-26T20:00:00+09:00', 'closed'],
    ['Asia/Tokyo', '2026-11-29T12:00:00+09:00', 'closed']]) {
    const { page, close } = await open('ja', { timezoneId, now: new Date(now), state: 'q=%E3%81%93%E3%82%93%E3%81%AB%E3%81%A1%E3%81%AF%E3%80%81%E6%97%85%E8%A1%8C%E3%81%AE%E4%BA%88%E7%B4%84%E3%82%92%E6%82%AA%E5%A4%A9%E5%80%99%E3%81%AE%E3%81%9F%E3%82%81%E8%A6%8B%E9%80%81%E3%82%8A%E4%BD%8F%E5%B1%85%E5%9C%B0%E9%83%BD%E9%81%93%E5%BA%9C%E7%9C%8C%E3%81%A7%E3%81%99' });
    assert.ok(await page.isVisible('[data-nothing]'));
    for (const id of ['help-desk', 'information-centre']) {
      const desk = page.locator(`[data-desk="${id}"]`);
      assert.equal(await desk.locator('[data-openings]').getAttribute('data-state'), state, `${timezoneId} ${id}`);
      assert.ok(await desk.locator('a[href^="tel:"]').isVisible());
      assert.ok(await desk.locator('li').count() >= 3, 'what to have ready');
    }
    await page.click('[data-part]');
    assert.deepEqual(await hits(page), ['1 errors/e-01.html'], 'the longest part that stands in a message');
    assert.match(await page.textContent('[data-count]'), /住居地都道府県/);
    assert.match(await page.inputValue('#q'), /^こんにちは/, 'nothing is cleared');
    await paste(page, '😀😀😀😀');
    await page.click('[data-part]');
    assert.ok(await page.isHidden('[data-part]'));
    assert.ok(await page.isVisible('[data-desk="help-desk"]'));
    await close();
  }
});

test('the state stands in the address: reload, Back, Forward, the other language, an anchor', async () => {
  const { page, close } = await open('ja');
  await page.fill('#q', '入力された情報');
  await page.click('[type=submit]');
  assert.equal(await q(page), '入力された情報');
  await page.fill('#q', 'E-04');
  await settled(page);
  await page.fill('#q', 'E-03');
  await settled(page);
  assert.equal(await q(page), 'E-03');
  await page.goBack();
  await settled(page);
  assert.equal(await page.inputValue('#q'), '入力された情報');
  assert.deepEqual(await hits(page), ['1 errors/e-02.html']);
  await page.goBack();
  await settled(page);
  assert.equal(await page.inputValue('#q'), '');
  assert.deepEqual(await hits(page), []);
  await page.goForward();
  await settled(page);
  assert.deepEqual(await hits(page), ['1 errors/e-02.html']);
  await page.reload();
  assert.equal(await page.inputValue('#q'), '入力された情報');
  assert.deepEqual(await hits(page), ['1 errors/e-02.html']);
  await page.evaluate(() => { location.hash = 'list'; });
  await settled(page);
  assert.deepEqual(await hits(page), ['1 errors/e-02.html'], 'an anchor of the page is no state');
  await page.goBack();
  await page.click('.languages a[lang=en]');
  await page.waitForURL(/\/en\//);
  assert.equal(await page.inputValue('#q'), '入力された情報');
  assert.deepEqual(await hits(page), ['1 errors/e-02.html']);
  await close();
});

test('what is pasted or stands in the address is text, however long and whatever it holds', async () => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>{{ 1 }} PDFファイルが10MB';
  for (const state of [`q=${encodeURIComponent(hostile)}`, `q=${'%3Cb%3E'.repeat(900)}`, 'q=%E3%81', `q=${'あ'.repeat(300)}`, 'q', 'q=&q=x', '=']) {
    const { page, close } = await open('ja', { state });
    assert.equal(await page.locator('[data-answer] img, [data-answer] script, [data-answer] b:not(dd b)').count(), 0, state.slice(0, 40));
    assert.ok((await page.inputValue('#q')).length <= 80, state.slice(0, 40));
    await close();
  }
  const { page, close } = await open('ja');
  await paste(page, hostile);
  assert.deepEqual(await hits(page), ['1 errors/e-04.html']);
  assert.ok((await q(page)).length <= 80, 'only the beginning stands in the address');
  const long = '氏名 TANAKA 在留カード番号 AB1234567CD '.repeat(30_000);
  await page.fill('#q', '');
  await page.focus('#q');
  await page.keyboard.insertText(long);
  assert.equal((await page.inputValue('#q')).length, 20_000);
  const took = await page.evaluate((text) => {
    const field = document.querySelector('#q');
    field.value = text;
    // How long the browser takes to set the text is not what is measured.
    void field.offsetHeight;
    const start = performance.now();
    field.form.requestSubmit();
    return performance.now() - start;
  }, long);
  assert.ok(took < 2000, `a megabyte took ${took} ms`);
  assert.match(await page.textContent('[data-count]'), /初めの20000字だけ/);
  assert.ok([...await q(page)].length <= 80);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await close();
});

test('without scripts the page says how to search it', async () => {
  const { page, close } = await open('ja', { javaScriptEnabled: false });
  assert.ok(await page.isHidden('[data-form]'));
  assert.ok(await page.isVisible('.tool noscript p'));
  assert.ok(await page.isHidden('[data-nothing]'));
  assert.match(await page.textContent('main'), /CtrlキーとFキー/);
  await close();
});
