// Nothing is lost on a narrow screen or with large text: at 320 px, with text of twice the size, and with both, every page
// stays within the screen, no words are cut off, and what can be pressed is large enough and apart from its neighbours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser, file, inTabs, pages } from './site.mjs';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

/** In the page: what is lost, a line each. */
function lost() {
  const lines = [];
  const name = (element) => {
    const words = (element.textContent || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${words}”`;
  };
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) {
    const sticksOut = (element) => element.getBoundingClientRect().right > innerWidth + 1;
    const first = [...document.body.querySelectorAll('*')].find((element) => sticksOut(element)
      && ![...element.children].some(sticksOut) && element.closest('.scroll') === null);
    lines.push(`the page is ${wide} px wide: ${first ? name(first) : 'nobody knows why'}`);
  }

  const isRendered = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  // Words for screen readers only, and what comes into sight with the keyboard, are one pixel large or outside the screen.
  const isSeen = (element) => {
    const { width, height, right, bottom } = element.getBoundingClientRect();
    return isRendered(element) && width > 1 && height > 1 && right > 0 && bottom + scrollY > 0;
  };
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const cuts = (overflow, inside, outside) => ['hidden', 'clip'].includes(overflow) && inside > outside + 1;
    const isCut = cuts(overflowX, element.scrollWidth, element.clientWidth) || cuts(overflowY, element.scrollHeight, element.clientHeight);
    if (isCut && element.clientWidth > 1 && element.textContent.trim() && isSeen(element)) lines.push(`cut off: ${name(element)}`);
    const scrolls = ['auto', 'scroll'].includes(overflowX) && element.scrollWidth > element.clientWidth;
    if (scrolls && element.tabIndex < 0 && isSeen(element)) lines.push(`scrolls, but not with the keyboard: ${name(element)}`);
  }

  const targets = [...document.querySelectorAll('a[href], button, summary, input, select, textarea')].filter(isSeen);
  // WCAG 2.5.8: 24 px; links in a sentence are as high as their line; a link that has a line of its own in the text may be
  // as low as that if nothing else is within its 24 px.
  const place = new Map(targets.map((element) => [element, element.getBoundingClientRect()]));
  const isSmall = ({ width, height }) => Math.min(width, height) < 24;
  const isInline = (element) => element.closest('main') && getComputedStyle(element).display === 'inline';
  const isInSentence = (element) => {
    const block = element.parentElement.closest('p, li, dd, dt, td, th, figcaption, summary, h1, h2, h3, h4, div, section');
    return block.textContent.trim().length > element.textContent.trim().length;
  };
  const isCrowded = (element) => {
    const { left, top, width, height } = place.get(element);
    const [x, y] = [left + width / 2, top + height / 2];
    const distance = (box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const between = (box) => Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
    return targets.some((other) => other !== element
      && (distance(place.get(other)) < 12 || (isSmall(place.get(other)) && between(place.get(other)) < 24)));
  };
  for (const element of targets) {
    const { width, height } = place.get(element);
    const may = isInline(element) && (isInSentence(element) || !isCrowded(element));
    if (isSmall({ width, height }) && !may) lines.push(`small (${Math.round(width)} × ${Math.round(height)} px): ${name(element)}`);
  }

  const boxes = targets.flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
  boxes.sort((a, b) => a.box.top - b.box.top);
  for (const [at, { element, box }] of boxes.entries()) {
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < box.bottom - 1; next++) {
      const other = boxes[next];
      const apart = other.box.left >= box.right - 1 || other.box.right <= box.left + 1;
      const isWithin = element.contains(other.element) || other.element.contains(element);
      if (!apart && !isWithin) lines.push(`${name(element)} lies on ${name(other.element)}`);
    }
  }
  return lines;
}

for (const [state, width, textSize] of [
  ['320 px wide', 320, 16],
  ['640 px wide, text twice as large', 640, 32],
  ['320 px wide, text twice as large', 320, 32],
]) {
  test(`nothing is lost on a screen ${state}`, async () => {
    const found = await inTabs(chromium, { viewport: { width, height: 800 } }, pages(), async (page, path) => {
      // The size of text that the reader chose in the browser, not a zoom.
      const settings = await page.context().newCDPSession(page);
      await settings.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
      await page.goto(file(path));
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${textSize}px`, path);
      await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      return (await page.evaluate(lost)).map((line) => `${path}: ${line}`);
    });
    assert.deepEqual(found.flat(), []);
  });
}
