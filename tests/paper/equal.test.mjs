// The same guide gives the same PDFs, byte for byte: in another folder, time zone and language, with another number of threads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE } from './documents.mjs';
import { build, copy, sums } from './guides.mjs';

test('PDFs are equal wherever and however they are made', (t) => {
  const first = sums(SITE);
  assert.ok(Object.keys(first).length >= 3);
  const there = { TZ: 'Pacific/Kiritimati', LC_ALL: 'ja_JP.UTF-8', RAYON_NUM_THREADS: '1' };
  assert.deepEqual(sums(build(t, copy(t, 'ガイド 2'), { env: there })), first);
  const elsewhere = { TZ: 'America/St_Johns', LC_ALL: 'C', RAYON_NUM_THREADS: '7' };
  assert.deepEqual(sums(build(t, copy(t, 'another'), { env: elsewhere })), first);
});
