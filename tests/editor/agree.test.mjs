// The schemas are right JSON Schema (draft 2020-12, judged by Ajv), and refuse what `madoguchi check` refuses: of every file of
// this guide, and of every case of tests/fixtures/lint, whose `expected.txt` says what the checker finds there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { LineCounter, parseDocument } from 'yaml';
import { ROOT, files, read, schemaOf } from './facts.mjs';

const FIXTURES = join(ROOT, 'tests/fixtures/lint');
/** Findings on the form of one record. What only several files or the prose in them tell is not a schema's to say. */
const FORM = ['bad-date', 'bad-id', 'empty-value', 'fact-without-source', 'missing-key', 'missing-language', 'overlay-reason',
  'period-value', 'unknown-key', 'unknown-word', 'wrong-type'];
/** With these the checker did not read the file as YAML reads it: the two do not look at the same thing. */
const UNREAD = ['bad-key', 'control-character', 'curly-quote', 'duplicate-key', 'empty-file', 'full-width-colon', 'full-width-space',
  'not-utf-8', 'several-documents', 'tab', 'too-long', 'unknown-file', 'unquoted-reference', 'yaml-anchor', 'yaml-syntax', 'yaml-tag'];

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new Map();
function validator(path) {
  const name = schemaOf(path);
  if (!validators.has(name)) validators.set(name, ajv.compile(JSON.parse(read(`docs/reference/schema/${name}.schema.json`))));
  return validators.get(name);
}

/** The records, by number, that the schema refuses; `file` where it is the file as a whole. */
function refused(path, document) {
  const validate = validator(path);
  validate(document.toJS());
  return new Set((validate.errors ?? []).map((error) => /^\/(\d+)/.exec(error.instancePath)?.[1] ?? 'file'));
}

test('every schema is one, and accepts the files of this guide', () => {
  for (const path of files()) {
    assert.deepEqual([...refused(path, parseDocument(read(path)))], [], path);
  }
});

/** What the checker says of a case: code, file and line of each finding. */
function findings(name) {
  const [english] = readFileSync(join(FIXTURES, name, 'expected.txt'), 'utf8').split('--- ja\n');
  const all = english.matchAll(/^(?:error|warning)\[([\w-]+)\]: .*\n *--> (.+?):(\d+):\d+$/gm);
  return [...all].map(([, code, file, line]) => ({ code, file, line: Number(line) }));
}

/** The record, by number, in which a line stands. */
function recordAt(document, lines, line) {
  const items = document.contents?.items ?? [];
  const at = items.findIndex(({ range }) => range && lines.linePos(range[0]).line <= line && line <= lines.linePos(range[1] - 1).line);
  return at < 0 ? 'file' : String(at);
}

/** The data files of one half of a case. */
function filesOf(name, variant) {
  const folder = join(FIXTURES, name, variant);
  const inData = existsSync(join(folder, 'data')) ? readdirSync(join(folder, 'data')).map((file) => `data/${file}`) : [];
  return ['guide.yaml', ...inData].filter((path) => path.endsWith('.yaml') && statSync(join(folder, path), { throwIfNoEntry: false })?.isFile());
}

test('schemas and checker refuse the same records of all fixtures', () => {
  const cases = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'expected.txt')));
  const faults = [];
  let compared = 0;
  for (const [name, variant] of cases.flatMap((each) => [[each, 'valid'], [each, 'invalid']])) {
    const said = variant === 'invalid' ? findings(name) : [];
    for (const path of filesOf(name, variant)) {
      const here = said.filter(({ file }) => file === path);
      if (here.some(({ code }) => UNREAD.includes(code))) continue;
      const lines = new LineCounter();
      const text = readFileSync(join(FIXTURES, name, variant, path), 'utf8');
      const document = parseDocument(text, { lineCounter: lines });
      const form = here.filter(({ code, file }) => FORM.includes(code) || (code === 'unsafe-link' && !file.endsWith('.md')));
      const wanted = new Set(form.map(({ line }) => recordAt(document, lines, line)));
      const found = refused(path, document);
      const only = (some, others) => [...some].filter((part) => !others.has(part));
      faults.push(...only(found, wanted).map((part) => `${name}/${variant}/${path}: only the schema refuses ${part}`));
      faults.push(...only(wanted, found).map((part) => `${name}/${variant}/${path}: only the checker refuses ${part}`));
      compared += wanted.size;
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(compared > 20, `only ${compared} refusals were compared`);
});
