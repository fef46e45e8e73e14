// The Nu Html Checker has nothing to say, be it error or warning, of pages and style sheets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './nu.mjs';
import { SITE } from './site.mjs';

test('the Nu Html Checker finds nothing', () => {
  assert.deepEqual(complaints(SITE), []);
});
