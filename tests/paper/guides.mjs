// Guides that tests build for themselves.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BIN, ROOT, pdfs } from './documents.mjs';

const PARTS = ['guide.yaml', 'data', 'content', 'templates', 'theme'];

/** A folder that is gone when the test is over. */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'paper-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A copy of this guide, to be changed; gives its folder. */
export function copy(t, name = 'guide') {
  const path = join(folder(t), name);
  for (const part of PARTS) cpSync(join(ROOT, part), join(path, part), { recursive: true });
  return path;
}

/** Builds a guide into a folder of its own; gives that folder. */
export function build(t, guide, { args = [], env = {} } = {}) {
  const out = join(folder(t), 'public');
  execFileSync(BIN, ['build', '--guide', guide, '--out', out, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  return out;
}

/** The SHA-256 of each PDF of a finished guide, by name. */
export function sums(site) {
  const sum = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(pdfs(site).map((path) => [basename(path, '.pdf'), sum(path)]));
}
