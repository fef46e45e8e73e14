// The Nu Html Checker has nothing to say, be it error or warning, of pages and style sheets.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import vnu from 'vnu-jar';
import { SITE } from './site.mjs';

// Files have no origin, so the checker takes 'self' of the policy for nobody and warns of our own style sheet and script.
// That the browser loads them under the policy is tested in pages.test.mjs.
const NO_ORIGIN = /Resource violates Content Security Policy \(meta tag\): external (?:stylesheet|script) “(?:\.\.\/)*assets\//;

test('the Nu Html Checker finds nothing', () => {
  // It ends with 0 where there are only warnings: what counts is what it says.
  const run = spawnSync('java', ['-Xss2m', '-jar', String(vnu), '--skip-non-html', '--format', 'gnu', SITE], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.error, undefined);
  assert.notEqual(run.status, null);
  const said = run.stderr.split('\n').filter((line) => line !== '' && !NO_ORIGIN.test(line));
  assert.deepEqual(said, []);
});
