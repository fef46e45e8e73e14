// How long the PDFs take: against Typst's own compiler on the same templates, facts and fonts (mark: 1.5 times as long), and by
// themselves (mark: 5 seconds for all). Needs a release build and Python, from whose registry Typst comes: `make bench`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
const BIN = process.env.BIN ?? join(TARGET, 'release/madoguchi');
const TYPST = 'typst==0.15.2'; // the package of Python that has Typst 0.15.1 in it
const RUNS = Number(process.env.RUNS ?? 5);
const MARKS = { times: 1.5, seconds: 5 };

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Seconds that a build into a new folder takes. */
function build(...args) {
  const out = join(folder, 'public');
  const began = process.hrtime.bigint();
  execFileSync(BIN, ['build', '--guide', ROOT, '--out', out, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  rmSync(out, { recursive: true });
  return seconds;
}

/** Typst from the registry of Python, in a folder of its own. */
function typst() {
  const packages = join(TARGET, 'bench-typst');
  if (!existsSync(packages)) {
    mkdirSync(packages, { recursive: true });
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', packages, TYPST], { stdio: 'inherit' });
  }
  const input = join(folder, 'input');
  execFileSync('cargo', ['run', '--quiet', '--release', '--example', 'paper-input', '--', ROOT, input], { cwd: ROOT, stdio: 'inherit' });
  const script = fileURLToPath(new URL('paper.py', import.meta.url));
  return () => Number(execFileSync('python3', [script, input, join(ROOT, 'theme/fonts')], { env: { ...process.env, PYTHONPATH: packages } }));
}

try {
  const theirs = typst();
  const runs = Array.from({ length: RUNS }, () => ({ theirs: theirs(), ours: build() - build('--no-pdf') }));
  const [ours, other] = [median(runs.map(({ ours }) => ours)), median(runs.map(({ theirs }) => theirs))];
  const verdict = (value, mark) => (value <= mark ? 'within' : 'above');
  console.log(`all PDFs, seconds, median of ${RUNS}: ours ${ours.toFixed(2)} (${verdict(ours, MARKS.seconds)} ${MARKS.seconds}), Typst alone ${other.toFixed(2)}`);
  console.log(`${(ours / other).toFixed(2)} times as long as Typst alone (${verdict(ours / other, MARKS.times)} ${MARKS.times})`);
} finally {
  rmSync(folder, { recursive: true });
}
