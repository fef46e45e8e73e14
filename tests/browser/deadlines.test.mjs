// The tool for deadlines, as a reader uses it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser } from './site.mjs';
import { faultsOfMarkup, faultsOfState, openTool } from './tool.mjs';

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium.close(); });

test('nothing is wrong with the page in any state', async () => {
  const found = [];
  const markup = new Map();
  for (const language of ['ja', 'en']) {
    const { page, close } = await openTool(chromium, `${language}/deadlines.html`);
    found.push(...await faultsOfState(page, `${language} empty`, markup));
    await close();
  }
  assert.deepEqual([...found, ...faultsOfMarkup(markup)], []);
});
