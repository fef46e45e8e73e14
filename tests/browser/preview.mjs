// What the test and the measurement of `madoguchi serve` share: a copy of this guide, and a preview of it.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;

/** A folder with a copy of this guide, to be edited. */
export function copyOfTheGuide() {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  for (const part of ['guide.yaml', 'data', 'content', 'templates', 'theme']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  return {
    folder,
    /** Replaces the first `from` in a file, which must be there. */
    replace(path, from, to) {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      writeFileSync(join(folder, path), text.replace(from, () => to));
    },
    append(path, text) {
      writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8') + text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts `serve` on a free port; gives its address, what it said on standard error, and a way to end it. */
export async function preview(folder, { profile = 'debug', port = 0 } = {}) {
  const program = process.env.MADOGUCHI ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), profile, 'madoguchi');
  const child = spawn(program, ['serve', '--guide', folder, '--port', String(port), '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  process.once('exit', () => child.kill());
  let said = '';
  child.stderr.on('data', (data) => { said += data; });
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  const stop = () => { child.kill(); return ended; };
  return { address, stop, said: () => said };
}
