// Furigana: off until somebody presses the button, kept, printed; not read twice, not copied, never over an English page; a
// reading over every kanji of the guide.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { SITE, browser, file, pages, serve } from './site.mjs';

/** What is shown without a reading: nobody could say how it is read. */
const WITHOUT_READING = ['登支', '風傳媒日本版'];

const FILE = file('');
const withButton = pages('ja').filter((path) => readFileSync(join(SITE, path), 'utf8').includes('class="reading"'));

let chromium;
let server;
before(async () => { [chromium, server] = await Promise.all([browser(), serve()]); });
after(async () => { server.stop(); await chromium.close(); });

/** A page in a browser of its own, and what was said on its console and asked for. */
async function open(path, { base = FILE, ...options } = {}) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const said = [];
  const asked = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(base + path);
  return { page, context, said, asked };
}

const isOn = (page) => page.waitForFunction(() => document.documentElement.matches('.furigana'));
const press = async (page) => {
  await page.click('.reading');
  await isOn(page);
};
const rubies = (page) => page.locator('ruby').count();
const reading = (page) => page.evaluate(() => document.querySelector('.reading').getAttribute('aria-pressed'));

for (const [name, base] of [['by double click', () => FILE], ['from a server', () => server.address]]) {
  test(`furigana are off, come with the button, stay, and go without a trace (${name})`, async () => {
    const { page, context, said, asked } = await open('ja/fees.html', { base: base() });
    const body = () => page.evaluate(() => document.body.innerHTML);
    const plain = await body();
    assert.equal(await rubies(page), 0);
    assert.equal(await reading(page), 'false');
    assert.ok(!asked.some((url) => url.includes('readings')), 'the readings are loaded before they are wanted');

    await press(page);
    assert.equal(await reading(page), 'true');
    assert.equal(await page.locator('h1').innerHTML(), '<span><ruby>手数料<rt aria-hidden="true">てすうりょう</rt></ruby></span>');
    await page.reload();
    await isOn(page);
    await page.goto(`${base()}ja/help.html`);
    await isOn(page);
    assert.ok(await rubies(page) > 100);

    await page.goto(`${base()}ja/fees.html`);
    await isOn(page);
    await page.click('.reading');
    assert.equal(await body(), plain);
    await page.reload();
    assert.equal(await reading(page), 'false');
    assert.equal(await rubies(page), 0);
    assert.deepEqual(said, []);
    assert.ok(asked.every((url) => url.startsWith(base()) || url.startsWith('data:')), asked.join('\n'));
    await context.close();
  });
}

test('what is written in after the button was pressed gets readings too, and goes back', async () => {
  const { page, context } = await open('ja/about.html');
  await press(page);
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.className = 'new';
    words.textContent = '再開しました';
    document.querySelector('main').append(words);
  });
  await page.waitForSelector('.new ruby');
  await page.click('.reading');
  assert.equal(await page.locator('.new').innerHTML(), '再開しました');
  await context.close();
});

test('words in context, in compounds and after numbers are read rightly, and what is not known is left alone', async () => {
  const { page, context } = await open('ja/about.html');
  await press(page);
  const read = (words) => page.evaluate(async (words) => {
    const place = document.createElement('p');
    place.innerHTML = words;
    document.querySelector('main').append(place);
    await new Promise((done) => { setTimeout(done, 20); });
    place.querySelectorAll('rt').forEach((over) => over.replaceWith(`(${over.textContent})`));
    return place.textContent;
  }, words);
  for (const [words, wanted] of [
    ['申請を行う', '申請(しんせい)を行(おこな)う'],
    ['窓口へ行く', '窓口(まどぐち)へ行(い)く'],
    ['申し込みの方法', '申(もう)し込(こ)みの方法(ほうほう)'],
    ['3か月前の1日に', '3か月前(げつまえ)の1日(いちにち)に'],
    ['10月1日から10日', '10月1日(がつついたち)から10日(とおか)'],
    ['10月21日の10分', '10月(がつ)21日(にち)の10分(ぷん)'],
    ['その後、後で', 'その後(ご)、後(あと)で'],
    ['この人は日本人', 'この人(ひと)は日本人(にほんじん)'],
    // A single kanji in a compound that nobody wrote down, and a compound of which only a part is known.
    ['人造人間の中骨', '人造人間の中骨'],
    ['申請犬と犬申請', '申請犬と犬申請'],
    ['ファイル中', 'ファイル中'],
    ['<strong>申請</strong>中', '申請(しんせい)中'],
    ['<code>申請</code> <span lang="zh">申請</span> <span translate="no">申請</span>', '申請 申請 申請'],
  ]) {
    assert.equal(await read(words), wanted);
  }
  await context.close();
});

test('copied text and what is read aloud have no readings in them', async () => {
  const { page, context } = await open('ja/fees.html');
  const selected = () => page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector('main .summary'));
    return getSelection().toString();
  });
  const words = async () => {
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.filter((node) => !node.ignored)
      .flatMap((node) => [node.name?.value, node.description?.value, node.value?.value].filter(Boolean)).join('\n');
  };
  const plain = await selected();
  const heading = page.getByRole('heading', { level: 1 });
  const tree = await heading.ariaSnapshot();
  await press(page);
  assert.ok(await page.locator('main .summary ruby').count() > 3);
  assert.equal(await selected(), plain);
  assert.equal(await heading.ariaSnapshot(), tree);
  const aloud = await words();
  assert.ok(aloud.includes('手数料'));
  for (const said of ['てすうりょう', 'しんせい', 'えん']) assert.ok(!aloud.includes(said), said);
  await context.close();
});

test('furigana are printed, their button is not', async () => {
  const { page, context } = await open('ja/fees.html');
  await press(page);
  await page.emulateMedia({ media: 'print' });
  const size = await page.locator('h1 rt').boundingBox();
  assert.ok(size.width > 10 && size.height > 5);
  assert.ok(!await page.locator('.reading').isVisible());
  await context.close();
});

test('there is no button on English pages, none without JavaScript, and it works where nothing can be kept', async () => {
  const english = await open('en/fees.html');
  assert.equal(await english.page.locator('.reading').count(), 0);
  await english.context.close();

  const still = await open('ja/fees.html', { javaScriptEnabled: false });
  assert.ok(!await still.page.locator('.reading').isVisible());
  await still.context.close();

  const context = await chromium.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${FILE}ja/fees.html`);
  await press(page);
  assert.ok(await rubies(page) > 100);
  assert.deepEqual(errors, []);
  await context.close();
});

test('the button comes off where the readings cannot be loaded', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.route('**/readings/ja.js', (route) => route.abort());
  await page.goto(`${server.address}ja/fees.html`);
  await page.click('.reading');
  await page.waitForFunction(() => document.querySelector('.reading').getAttribute('aria-pressed') === 'false');
  assert.equal(await rubies(page), 0);
  await context.close();
});

test('the readings weigh at most 25 KB and are put over the page of fees in 100 ms', async () => {
  const weight = gzipSync(readFileSync(join(SITE, 'assets/readings/ja.js')), { level: 9 }).length;
  assert.ok(weight <= 25 * 1024, `${weight} bytes`);
  // The best of several: a machine that is busy with something else says nothing about the script.
  let best = Infinity;
  for (let round = 0; round < 8; round += 1) {
    const { page, context } = await open('ja/fees.html');
    best = Math.min(best, await page.evaluate(() => new Promise((done) => {
      const dispatch = window.dispatchEvent;
      window.dispatchEvent = (event) => {
        const begun = performance.now();
        dispatch.call(window, event);
        done(performance.now() - begun);
      };
      document.querySelector('.reading').click();
    })));
    await context.close();
  }
  assert.ok(best < 100, `${best} ms`);
});

test('every kanji has a reading, and no page is wider than a small phone', async () => {
  const { page, context } = await open('ja/index.html', { viewport: { width: 320, height: 640 } });
  await press(page);
  const missing = new Map();
  let kanji = 0;
  for (const path of withButton) {
    await page.goto(FILE + path);
    await isOn(page);
    const found = await page.evaluate(() => {
      const skipped = 'script, noscript, style, code, pre, svg, rt, select, textarea, input, [translate=no], [lang]:not([lang=ja])';
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const missing = [];
      let kanji = 0;
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (parentElement.closest(skipped)) continue;
        kanji += data.match(/\p{Script=Han}/gu)?.length ?? 0;
        if (parentElement.localName !== 'ruby') missing.push(...data.match(/.{0,4}\p{Script=Han}+.{0,4}/gu) ?? []);
      }
      return { missing, kanji, width: document.documentElement.scrollWidth };
    });
    kanji += found.kanji;
    assert.ok(found.width <= 320, `${path} is ${found.width} wide`);
    for (const words of found.missing) {
      if (!WITHOUT_READING.some((word) => words.includes(word))) missing.set(words.trim(), path);
    }
  }
  assert.ok(kanji > 50_000, `only ${kanji} kanji looked at`);
  const list = [...missing].map(([words, path]) => `${words} (${path})`);
  assert.equal(missing.size, 0, `add to data/readings.yaml how these are read:\n${list.join('\n')}`);
  await context.close();
});
