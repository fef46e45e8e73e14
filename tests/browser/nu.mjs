// The Nu Html Checker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import vnu from 'vnu-jar';

// Files have no origin, so the checker takes 'self' of the policy for nobody and warns of our own style sheet, script and pictures.
// That the browser loads them under the policy is tested in pages.test.mjs.
const NO_ORIGIN = /Resource violates Content Security Policy \(meta tag\): (?:external (?:stylesheet|script) “(?:\.\.\/)*assets|image “(?:\.\.\/)*downloads\/pictures)\//;

/** What it has to say, be it error or warning, of files and folders. */
export function complaints(...paths) {
  // It ends with 0 where there are only warnings: what counts is what it says.
  const run = spawnSync('java', ['-Xss2m', '-jar', String(vnu), '--skip-non-html', '--format', 'gnu', ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.error, undefined);
  assert.notEqual(run.status, null);
  return run.stderr.split('\n').filter((line) => line !== '' && !NO_ORIGIN.test(line));
}
