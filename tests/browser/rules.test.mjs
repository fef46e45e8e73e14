// The rules of the tools are typed, and give what the vectors in tests/rules/ say, in Node and in Chromium; `cargo test` runs
// the same in an engine of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { browser, toolData } from './site.mjs';

const RULES = 'theme/js/rules';
const VECTORS = 'tests/rules';

const texts = (folder, suffix) => readdirSync(folder).filter((name) => name.endsWith(suffix)).sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const scripts = [...texts(RULES, '.js'), ...texts(VECTORS, '.js')];
const vectors = texts(VECTORS, '.json').map((text) => JSON.parse(text));

test('scripts keep to their types', () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '--project', '.'], { stdio: 'inherit' });
});

test('every function of the rules that vectors name gives what they say, in Node', () => {
  const context = createContext({ data: toolData(), vectors });
  runInContext(scripts.join('\n'), context);
  assert.deepEqual(JSON.parse(runInContext('JSON.stringify(vectors.flatMap((each) => failures(each, data)))', context)), []);
});

test('… and in Chromium', async () => {
  const chromium = await browser();
  const page = await chromium.newPage();
  for (const content of scripts) await page.addScriptTag({ content });
  const found = await page.evaluate(({ vectors, data }) => vectors.flatMap((each) => failures(each, data)), { vectors, data: toolData() });
  await chromium.close();
  assert.deepEqual(found, []);
});

test('every path through the questions of “Can I file online?” reaches a result, with reasons and what to do instead', (t) => {
  const context = createContext({ text: JSON.stringify(toolData()['can-i'].facts) });
  runInContext(scripts.join('\n'), context);
  const { paths, found } = JSON.parse(runInContext('JSON.stringify(walks(JSON.parse(text)))', context));
  t.diagnostic(`${paths} paths`);
  assert.deepEqual(found, []);
  assert.ok(paths > 1000);
});
