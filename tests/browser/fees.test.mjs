// The first screen of the fees page answers both readers: received before the change of the tariff, and since.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SITE, browser } from './site.mjs';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

for (const [language, earlier, low, single, multiple] of [
  ['ja', '5,500円', '10,000', '3,500円', '6,500円'],
  ['en', '5,500 yen', '10,000', '3,500 yen', '6,500 yen'],
]) {
  test(`the fees page shows both regimes at once, without JavaScript (${language})`, async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(resolve(SITE)).href}/${language}/fees.html`);
    const seen = async (words) => {
      const boxes = await page.getByText(words).evaluateAll((list) => list.map((element) => element.getBoundingClientRect().top));
      return boxes.some((top) => top >= 0 && top < 900);
    };
    for (const words of [earlier, low]) {
      assert.ok(await seen(words), `${words} is not on the first screen`);
    }
    const text = await page.locator('main').innerText();
    for (const words of [single, multiple]) assert.ok(text.includes(words), words);
    await context.close();
  });
}
