// The PDFs look as they did when somebody last looked at them. What changed is shown as pictures by a command of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE } from './documents.mjs';
import { golden } from './golden.mjs';
import { sums } from './guides.mjs';

test('PDFs are those that were looked at', () => {
  const [now, then] = [sums(SITE), golden()];
  const changed = [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((name) => now[name] !== then[name]);
  assert.ok(changed.length === 0, `${changed.join(', ')} changed. \`make paper-differences\` shows old and new pages as pictures; when you have looked at them, \`make paper-golden\` keeps the new ones`);
});
