// How long the tool for deadlines takes for a pasted list of 1,000 people (mark: 50 ms to the answer), to the last row drawn,
// for a file for calendars, and for lists at and beyond its limit.
//
//   SITE=public CHROMIUM=/usr/bin/chromium node benches/deadlines.mjs
import { browser, file } from '../tests/browser/site.mjs';

const RUNS = Number(process.env.RUNS ?? 15);
const MARK = 50;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const list = (count) => Array.from({ length: count }, (_, at) => `NGUYEN VAN ${at}\t2027/${1 + at % 12}/${1 + at % 28}`).join('\r\n');

const chromium = await browser();
let isFast = true;

/** Milliseconds of each run: to the answer (what `submit` does), to the next frame, to the last row. */
async function measured(count) {
  const page = await chromium.newPage();
  await page.goto(file('ja/deadlines.html'));
  await page.evaluate((text) => {
    document.querySelector('[data-many]').open = true;
    document.querySelector('#people').value = text;
    document.querySelector('#list-period-usual').checked = true;
  }, list(count));
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push(await page.evaluate(async (count) => {
      const began = performance.now();
      document.querySelector('[data-list-form]').requestSubmit();
      const answer = performance.now() - began;
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
      const frame = performance.now() - began;
      const isRefused = document.querySelector('[data-list]').hidden;
      while (!isRefused && document.querySelectorAll('.people tbody tr').length < count) await new Promise((done) => { setTimeout(done); });
      return { answer, frame, all: performance.now() - began };
    }, count));
  }
  await page.close();
  const of = (key) => median(runs.map((run) => run[key]));
  return { fastest: Math.min(...runs.map(({ answer }) => answer)), answer: of('answer'), frame: of('frame'), all: of('all') };
}

for (const count of [1, 1_000, 5_000, 50_000]) {
  const { fastest, answer, frame, all } = await measured(count);
  console.log(`${count} people: answer ${answer.toFixed(1)} ms (fastest ${fastest.toFixed(1)}), next frame ${frame.toFixed(1)} ms, all rows ${all.toFixed(1)} ms`);
  if (count === 1_000 && answer > MARK) isFast = false;
}
await chromium.close();
process.exitCode = isFast ? 0 : 1;
