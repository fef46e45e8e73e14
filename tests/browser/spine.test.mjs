// The spine of the walk-through: every page that a step names shows all steps, that step open and the page marked; with and
// without JavaScript, at a desk and on a phone, by keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browser, file, inTabs, pages } from './site.mjs';

// Step by step, as data/steps.yaml has them: the pages, and the groups of which the reader needs one.
const steps = readFileSync(new URL('../../data/steps.yaml', import.meta.url), 'utf8').split(/^- id: /m).slice(1).map((record) => {
  const paths = (list) => [...list.matchAll(/\/([a-z\/-]+)\.html/g)].map(([, path]) => path);
  const own = paths(/^  pages: \[(.*)\]$/m.exec(record)?.[1] ?? '');
  const groups = [...record.matchAll(/^    - \[(\/.*)\]$/gm)].map(([, group]) => paths(group));
  return { own, groups, all: [...own, ...groups.flat()] };
});
const walk = [...new Set(steps.flatMap((step) => step.all))];

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

/** In the page: what its spine shows, step by step. */
function spine() {
  const here = location.href.split('#')[0];
  return [...document.querySelectorAll('nav.spine > details > ol > li')].map((step) => {
    const links = [...step.querySelectorAll('.step-pages a')];
    return {
      isOpen: step.querySelector('details').open,
      isCurrent: step.querySelector('summary').getAttribute('aria-current') === 'step',
      pages: links.map((link) => link.href.replace(/^.*\/(?:ja|en)\//, '').replace('.html', '')),
      marked: links.filter((link) => link.getAttribute('aria-current') === 'page').map((link) => link.href === here),
      or: step.querySelectorAll('details > .step-pages + .or').length,
    };
  });
}

test('steps.yaml names steps and pages', () => {
  assert.equal(steps.length, 8);
  assert.ok(walk.length > 15, walk.join());
  assert.ok(steps.some((step) => step.groups.length > 1));
});

for (const javaScriptEnabled of [true, false]) {
  test(`every page of the walk-through shows its steps open (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async () => {
    const everywhere = pages().filter((path) => /^(ja|en)\//.test(path));
    await inTabs(chromium, { viewport: DESK, javaScriptEnabled }, everywhere, async (page, path) => {
      await page.goto(file(path));
      const name = path.replace(/^..\//, '').replace('.html', '');
      const wanted = walk.includes(name) ? steps.map((step) => ({
        isOpen: step.all.includes(name),
        isCurrent: step.all.includes(name),
        pages: step.all,
        marked: step.all.filter((page) => page === name).map(() => true),
        or: Math.max(step.groups.length - 1, 0),
      })) : [];
      assert.deepEqual(await page.evaluate(spine), wanted, path);
      if (wanted.length > 0) {
        const marked = page.locator('nav.spine [aria-current="page"]').first();
        assert.ok(await marked.isVisible(), `${path}: at a desk the page is seen among the steps without a press`);
      }
    });
  });

  test(`on a phone one press opens the steps (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async () => {
    const context = await chromium.newContext({ viewport: PHONE, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(file('ja/fees.html'));
    const marked = page.locator('nav.spine [aria-current="page"]');
    assert.equal(await marked.isVisible(), false);
    await page.click('nav.spine > details > summary');
    assert.ok(await marked.isVisible());
    await page.click('nav.spine li:nth-child(1) summary');
    assert.ok(await page.locator('nav.spine li:nth-child(1) a').first().isVisible());
    await context.close();
  });
}

/** Presses Tab until `selector` has the keyboard. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

test('the keyboard opens steps and follows their links', async () => {
  const page = await chromium.newPage({ viewport: PHONE });
  await page.goto(file('en/receive/mail.html'));
  await tabTo(page, 'nav.spine > details > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, 'nav.spine li:nth-child(7) summary');
  assert.equal(await page.locator('nav.spine li:nth-child(7) details').evaluate((step) => step.open), false);
  await page.keyboard.press('Space');
  assert.equal(await page.locator('nav.spine li:nth-child(7) details').evaluate((step) => step.open), true);
  await tabTo(page, 'nav.spine li:nth-child(7) a');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none', 'what has the keyboard is seen');
  await page.keyboard.press('Enter');
  await page.waitForURL(file('en/fees.html'));
  await page.close();
});
