// What somebody who edits the facts sees in an editor with the YAML language server: nothing where all is right, else what is
// wrong and where; keys and words to choose from; what they mean, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, files, read } from './facts.mjs';
import { start } from './server.mjs';

let server;
before(async () => { server = await start(ROOT); });
after(() => server.stop());

/** Opens records of a kind as if they stood in a file of `data/`. */
const open = (kind, records) => server.open(
  `data/${Math.random().toString(36).slice(2)}.yaml`,
  `# yaml-language-server: $schema=../docs/reference/schema/${kind}.schema.json\n${records}`,
);

const labels = (items) => items.map((item) => item.label);

test('nothing is said against any file of this guide', async () => {
  await Promise.all(files().map(async (path) => {
    const { diagnostics } = await server.open(path, read(path));
    assert.deepEqual(diagnostics, [], path);
  }));
});

test('what is wrong is said at its line, in both languages, with what to write', async () => {
  const lines = read('data/fees.yaml').split('\n');
  const at = (text) => lines.findIndex((line) => line.includes(text));
  const spoil = (text, to) => {
    const line = at(text);
    lines[line] = lines[line].replace(text, to);
    return line + 1;
  };
  const date = spoil('until: 2026-09-30', 'until: 2026-09-31');
  const yen = spoil('{yen: 5500}', '{yen: "5,500"}');
  const form = spoil('{yen: 0}', '{yens: 0}');
  const word = spoil('confidence: reported', 'confidence: reportet');
  const { diagnostics } = await server.open('data/broken-fees.yaml', lines.join('\n'));
  const said = Object.fromEntries(diagnostics.map(({ line, message }) => [line, message]));
  assert.deepEqual(Object.keys(said).map(Number).sort((a, b) => a - b), [date, yen, form, word].sort((a, b) => a - b));
  assert.match(said[date], /書き方: `2026-02-03`.*write it like this/);
  assert.match(said[yen], /半角の数字だけ.*digits only/);
  assert.match(said[form], /どれか1つを書きます: `yen: …`, `by_period: …`, `not_offered`/);
  assert.match(said[word], /"official", "official_copy", "seen", "reported"/);
});

test('keys that are unknown or missing, and languages, are said', async () => {
  const { diagnostics } = await open('holidays', `- id: new-year
  date: 2026-01-01
  naem: {ja: 元日}
  source: [law]
  confidence: reported
- id: other
  date: 2026-01-02
  name: {ja: 休日}
  source: law
  confidence: reported
- id: Third_Day
  date: 2026-01-03
  name: 休日
  source: [law]
  confidence: reported
`);
  const said = diagnostics.map(({ line, message }) => `${line} ${message}`).sort();
  assert.equal(said.length, 7, said.join('\n'));
  for (const part of [
    '12 書き方: `help-desk`', '14 言語ごとに書きます', '2 Missing property "name"', '2 もとの手引きの記録を変えるときは、`reason`',
    '4 Property naem is not allowed', '10 Incorrect type. Expected "array"', '9 Missing property "en"',
  ]) {
    assert.ok(said.some((line) => line.startsWith(part)), `${part} is missing in\n${said.join('\n')}`);
  }
});

test('a record that changes one of the base edition has its id, what changes, and the reason', async () => {
  const right = await open('mails', `- id: card
  reason: {ja: 社内での渡し方を書くため, en: says how we hand it over}
  do:
    ja: 総務で渡します。
- id: payment
  hidden: true
  reason: {ja: 使わないため, en: not used here}
- id: received
  reason: {ja: ベトナム語を足すため, en: adds Vietnamese, vi: thêm tiếng Việt}
  name: {vi: thư}
`);
  assert.deepEqual(right.diagnostics, []);
  const wrong = await open('mails', `- id: card
  do: {ja: 総務で渡します。}
- id: payment
  hidden: true
- id: received
  reason: {ja: 短くするため}
  nane: {ja: 知らせ}
- reason: {ja: 短くするため, en: shorter}
  name: {ja: 知らせ}
`);
  const said = wrong.diagnostics.map(({ line, message }) => `${line} ${message}`);
  assert.ok(said.includes('2 もとの手引きの記録を変えるときは、`reason` に理由を書きます。 / A record that changes one of the base edition says why in `reason`.'), said.join('\n'));
  assert.ok(said.includes('4 Missing property "reason".'), said.join('\n'));
  assert.deepEqual(said.filter((line) => /^[6-9]/.test(line)).sort(), [
    '7 Missing property "en".', '8 Property nane is not allowed.', '9 Missing property "id".',
  ]);
});

test('an organisation writes in guide.yaml only what differs', async () => {
  const line = '# yaml-language-server: $schema=docs/reference/schema/guide.schema.json\n';
  const own = await server.open('guide-own.yaml', `${line}title: {ja: みほん商事 手引き, en: Mihon Trading guide}\n`);
  assert.deepEqual(own.diagnostics, []);
  const alone = await server.open('guide-alone.yaml', `${line}base: none\ntitle: {ja: みほん商事 手引き}\n`);
  const said = alone.diagnostics.map(({ message }) => message);
  for (const missing of ['en', 'publisher', 'languages', 'edition', 'menu']) {
    assert.ok(said.includes(`Missing property "${missing}".`), missing);
  }
});

test('keys and words are proposed with what they mean', async () => {
  const file = await open('fees', `- id: change
  procedure: change
  
  confidence: 
  counter:
    - 
    - value: 
  name:
    
`);
  const keys = await file.complete(4, 3);
  assert.deepEqual(labels(keys).sort(), ['confirmed_on', 'counted_by', 'from', 'hidden', 'note', 'online', 'processing', 'reason',
    'recheck_by', 'source', 'until']);
  const words = await file.complete(5, 15);
  assert.deepEqual(labels(words), ['official', 'official_copy', 'seen', 'reported', 'conflicting', 'unverified']);
  for (const { label, documentation } of [...keys, ...words]) {
    const text = documentation?.value ?? documentation ?? '';
    assert.match(text, /[a-z]+.*\n\n.*[ぁ-ん]/, `${label} is not explained in both languages: ${text}`);
  }
  assert.deepEqual(labels(await file.complete(7, 7)).sort(), ['confidence', 'from', 'id', 'note', 'source', 'unknown', 'until', 'value']);
  assert.ok(labels(await file.complete(8, 14)).includes('not_offered'));
  assert.deepEqual(labels(await file.complete(10, 5)).slice(0, 2).sort(), ['en', 'ja']);
});

test('the mouse pointer on a key or a word shows what it means, in both languages', async () => {
  const text = read('data/fees.yaml');
  const file = await server.open('data/fees-again.yaml', text);
  const hover = (word) => {
    const line = text.split('\n').findIndex((each) => each.includes(word));
    return file.hover(line + 1, text.split('\n')[line].indexOf(word) + 2);
  };
  assert.match(await hover('procedure:'), /For which procedure.*\n\n.*どの手続の手数料か/);
  assert.match(await hover('until:'), /Last day.*\n\n末日です[\s\S]*2026-01-05/);
  assert.match(await hover('yen:'), /A fixed amount in yen.*\n\n決まった金額/);
  const confidence = await hover('confidence:');
  assert.match(confidence, /How sure.*\n\n.*確か/);
  assert.match(confidence, /`reported`: Said by others[\s\S]*ほかの人や案内/);
});
