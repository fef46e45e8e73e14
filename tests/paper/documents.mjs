// What the tests share: the PDFs of the finished guide, as two readers that are not ours see them: pdf.js (what is painted
// where) and qpdf (the objects of the file, and so its structure, bookmarks and links).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const SITE = process.env.SITE ?? join(ROOT, 'public');
export const BIN = process.env.BIN ?? join(ROOT, 'target/debug/madoguchi');

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** The PDFs of a guide: those of the finished guide, or those in another folder. */
export function pdfs(site = SITE) {
  const folder = join(site, 'downloads');
  return readdirSync(folder).filter((name) => name.endsWith('.pdf')).sort().map((name) => join(folder, name));
}

export const isManual = (path) => basename(path).startsWith('manual-');

/** The manual in one language. */
export const manual = (language, site = SITE) => join(site, 'downloads', `manual-${language}.pdf`);

/** Fails where there is anything in the list, and shows the first of it. */
export function none(list, what, shown = 12) {
  const rest = list.length > shown ? `\n  … and ${list.length - shown} more` : '';
  const lines = list.slice(0, shown).map((it) => `\n  ${typeof it === 'string' ? it : JSON.stringify(it)}`);
  assert.ok(list.length === 0, `${what}: ${list.length}${lines.join('')}${rest}`);
}

/** What a command says; it must end well. (pdfinfo remarks on every PDF 1.7 that it does not know an entry of it.) */
export function said(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Words without what setting them on paper moves or changes: spaces, line breaks, soft hyphens, forms of the same character. */
export const joined = (words) => unspaced(unspaced(words).normalize('NFKC'));
const unspaced = (words) => words.replace(/[\s\u00ad\u200b\u2060]+/g, '');

const opened = new Map();

/** A PDF as pdf.js has it (`pdf`), with the text that is painted on its pages. */
export function open(path) {
  if (!opened.has(path)) opened.set(path, read(path));
  return opened.get(path);
}

async function read(path) {
  const bytes = readFileSync(path);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const it = await pdf.getPage(number);
    const content = await it.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const [, , width, height] = it.view;
    pages.push({ number, it, width, height, runs: runs(content.items) });
  }
  return { path, name: basename(path, '.pdf'), bytes, pdf, pages };
}

/** Text as it is painted: where, how large, in which marked part; `artifact` is what a screen reader passes over. */
function runs(items) {
  const found = [];
  const marks = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) marks.push(item);
    else if (item.type === 'endMarkedContent') marks.pop();
    else if (item.str !== '') {
      const [across, along, skew, scale, x, y] = item.transform;
      found.push({
        text: item.str, x, y, width: item.width, size: Math.hypot(skew, scale), level: along === 0 && across > 0,
        mark: marks.findLast((mark) => mark.id)?.id, artifact: marks.some((mark) => mark.tag === 'Artifact'),
      });
    }
  }
  return found;
}

/** All words that can be seen, headers and footers too, in the order in which they are painted. */
export const painted = (document) => document.pages.map((page) => page.runs.map(({ text }) => text).join('')).join('');
