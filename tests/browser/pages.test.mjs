// Every page, by double click and from a server: it says what it is, stays silent, and asks nobody for anything.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SITE, browser, inTabs, pages, serve } from './site.mjs';

let chromium;
let server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium.close(); server.stop(); });

const roots = () => [`${pathToFileURL(resolve(SITE)).href}/`, server.address];

/** In the page: presses everything that can be pressed without leaving it, but the button that tries what the policy refuses. */
function pressAll() {
  for (const element of document.querySelectorAll('summary, button:not([data-try])')) element.click();
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const button of document.querySelectorAll('button:not([data-try])')) button.click();
}

test('every page, and everything on it that can be pressed, is silent and asks for nothing beyond the site', async () => {
  for (const root of roots()) {
    await inTabs(chromium, {}, pages(), async (page, path) => {
      const said = [];
      const asked = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      page.on('request', (request) => asked.push(request.url()));
      page.on('websocket', (socket) => asked.push(socket.url()));
      await page.goto(root + path);
      const lang = path.split('/')[0];
      if (lang !== path) {
        assert.equal(await page.getAttribute('html', 'lang'), lang, path);
        assert.equal(await page.locator('h1').count(), 1, `${path} has one h1`);
        assert.notEqual(await page.title(), '', path);
      }
      await page.evaluate(pressAll);
      await page.waitForLoadState('networkidle');
      assert.equal(page.url().split('#')[0], root + path, `a press leaves ${path}`);
      assert.deepEqual(said, [], `${path} says something`);
      const beyond = asked.filter((url) => !url.startsWith(root) && !url.startsWith('data:'));
      assert.deepEqual(beyond, [], `${path} asks beyond the site`);
      page.removeAllListeners();
    });
  }
});

test('every page reads whole without JavaScript', async () => {
  await inTabs(chromium, { javaScriptEnabled: false }, pages(), async (page, path) => {
    await page.goto(roots()[0] + path);
    const { words, mute, hidden, idle } = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const main = document.querySelector('main') ?? document.body;
      // A tool works by script alone. It says so, and the page says the same in words.
      const tools = [...document.querySelectorAll('.tool')].filter((tool) => !tool.querySelector('noscript')?.innerText.trim());
      const isHidden = (element) => !element.checkVisibility({ visibilityProperty: true });
      const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      return {
        words: main.innerText.length,
        mute: tools.length,
        // Words that only a script could bring to light. `data-when` are those that are only true at some hours.
        hidden: [...main.querySelectorAll('*')].filter((element) => own(element) && isHidden(element) && !element.closest('nav, [data-when], noscript, .tool [hidden], svg > title, svg > desc'))
          .map((element) => element.outerHTML.slice(0, 120)),
        idle: [...document.querySelectorAll('button')].filter((button) => !isHidden(button)).map((button) => button.outerHTML.slice(0, 120)),
      };
    });
    assert.ok(words > 40, `${path} is empty without JavaScript`);
    assert.equal(mute, 0, `${path} has a tool that does not say what it needs`);
    assert.deepEqual(hidden, [], `${path} hides words without JavaScript`);
    assert.deepEqual(idle, [], `${path} has buttons that do nothing without JavaScript`);
  });
});

test('the language switch keeps the page, and every anchor is there in both languages', async () => {
  const page = await chromium.newPage();
  for (const path of pages().filter((path) => path.startsWith('ja/'))) {
    const twin = path.replace(/^ja\//, 'en/');
    const ids = [];
    for (const [here, there] of [[path, twin], [twin, path]]) {
      await page.goto(roots()[0] + here);
      const other = there.split('/')[0];
      const links = page.locator(`a[hreflang="${other}"]`);
      const hrefs = await links.evaluateAll((list) => list.map((link) => link.href.split('#')[0]));
      assert.ok(hrefs.includes(roots()[0] + there), `${here} links to ${there}`);
      // In any order: the manuals begin with that in the language of the page.
      ids.push((await page.$$eval('[id]', (list) => list.map((element) => element.id))).sort());
    }
    assert.deepEqual(ids[0], ids[1], path);
  }
  await page.close();
});

test('the language switch keeps the place on the page', async () => {
  for (const root of roots()) {
    const page = await chromium.newPage();
    await page.goto(`${root}ja/fees.html#re-entry-single`);
    await page.click('a[hreflang="en"]');
    await page.waitForURL(`${root}en/fees.html#re-entry-single`);
    await page.evaluate(() => { location.hash = 'hardship'; });
    await page.click('a[hreflang="ja"]');
    await page.waitForURL(`${root}ja/fees.html#hardship`);
    await page.close();
  }
});

test('every link leads to a file and an anchor that exist', async () => {
  const page = await chromium.newPage();
  const root = roots()[0];
  const anchors = new Map();
  const links = new Map();
  for (const path of pages()) {
    await page.goto(root + path);
    anchors.set(root + path, new Set(await page.$$eval('[id]', (list) => list.map((element) => element.id))));
    links.set(path, await page.$$eval('a[href]', (list) => list.map((link) => link.href)));
  }
  for (const [path, list] of links) {
    for (const link of list.filter((link) => link.startsWith('file:'))) {
      const [file, anchor] = link.split('#');
      assert.ok(anchors.has(file) || existsSync(fileURLToPath(file)), `${path} → ${link}`);
      if (anchor) assert.ok(anchors.get(file).has(anchor), `${path} → ${link}`);
    }
    const foreign = list.filter((link) => !/^(file|https|mailto|tel):/.test(link));
    assert.deepEqual(foreign, [], path);
  }
  await page.close();
});

test('the policy of every page refuses connections, forms and code of others', async () => {
  const page = await chromium.newPage();
  const wanted = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    + "connect-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; worker-src 'none'";
  for (const path of pages()) {
    await page.goto(roots()[0] + path);
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    assert.equal(policy, wanted, path);
    assert.equal(await page.locator('[style], script:not([src]), style').count(), 0, `${path} has code or style of its own`);
  }
  await page.close();
});
