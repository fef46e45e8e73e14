// The sums of the PDFs of this guide, as somebody last looked at them: `make paper-golden` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, SITE } from './documents.mjs';
import { sums } from './guides.mjs';

export const GOLDEN = 'tests/paper/golden.json';
export const golden = () => JSON.parse(readFileSync(join(ROOT, GOLDEN), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(ROOT, GOLDEN), `${JSON.stringify(sums(SITE), null, 2)}\n`);
}
