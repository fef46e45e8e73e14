// The Nu Html Checker finds no error and no warning, in pages and style sheets.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import vnu from 'vnu-jar';
import { SITE } from './site.mjs';

test('the Nu Html Checker finds nothing', () => {
  let out = '';
  try {
    execFileSync('java', ['-Xss2m', '-jar', String(vnu), '--skip-non-html', '--format', 'text', SITE], { stdio: 'pipe' });
  } catch (error) {
    out = String(error.stderr ?? error);
  }
  assert.equal(out, '');
});
