// Shows what changed in the PDFs since tests/paper/golden.json was last written: for each page that differs a picture with the old
// page, the new page, and what is different. The old guide is made by the same program from the commit that wrote the sums.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { BIN, ROOT, SITE, pdfs, said } from './documents.mjs';
import { GOLDEN } from './golden.mjs';
import { sums } from './guides.mjs';

const DOTS_PER_INCH = '80';
const TARGET = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'paper-differences');

const git = (...args) => said('git', '-C', ROOT, ...args).trim();

/** The guide of a commit, made by the program of today; `work` is given the folder, which is gone afterwards. */
function withGuideOf(commit, work) {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  git('worktree', 'add', '--detach', '--force', join(folder, 'guide'), commit);
  try {
    execFileSync(BIN, ['build', '--guide', join(folder, 'guide'), '--out', join(folder, 'public')], { stdio: ['ignore', 'ignore', 'inherit'] });
    work(join(folder, 'public'), folder);
  } finally {
    git('worktree', 'remove', '--force', join(folder, 'guide'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages of a PDF as pictures. */
function pictures(pdf, folder) {
  if (!existsSync(pdf)) return [];
  const pages = mkdtempSync(join(folder, 'pages-'));
  execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-png', pdf, join(pages, 'page')]);
  return readdirSync(pages).sort().map((name) => PNG.sync.read(readFileSync(join(pages, name))));
}

const blank = (width, height) => {
  const picture = new PNG({ width, height });
  picture.data.fill(255);
  return picture;
};

/** A picture on white paper of a size. */
function onPaper(picture, width, height) {
  const paper = blank(width, height);
  if (picture) PNG.bitblt(picture, paper, 0, 0, picture.width, picture.height, 0, 0);
  return paper;
}

/** Old, new and what differs, side by side; nothing where they are alike. */
function sideBySide(old, now) {
  const width = Math.max(old?.width ?? 0, now?.width ?? 0);
  const height = Math.max(old?.height ?? 0, now?.height ?? 0);
  const [before, after, difference] = [onPaper(old, width, height), onPaper(now, width, height), blank(width, height)];
  if (pixelmatch(before.data, after.data, difference.data, width, height, { threshold: 0.1 }) === 0 && old && now) return null;
  const all = blank(3 * width, height);
  [before, after, difference].forEach((picture, at) => PNG.bitblt(picture, all, 0, 0, width, height, at * width, 0));
  return PNG.sync.write(all);
}

const commit = git('log', '-1', '--format=%H', '--', GOLDEN);
rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
withGuideOf(commit, (before, folder) => {
  const [old, now] = [sums(before), sums(SITE)];
  const names = [...new Set([...pdfs(before), ...pdfs(SITE)].map((path) => basename(path, '.pdf')))];
  let pages = 0;
  for (const name of names.filter((name) => old[name] !== now[name])) {
    const [then, today] = [before, SITE].map((site) => pictures(join(site, 'downloads', `${name}.pdf`), folder));
    for (let page = 0; page < Math.max(then.length, today.length); page += 1) {
      const picture = sideBySide(then[page], today[page]);
      if (!picture) continue;
      pages += 1;
      writeFileSync(join(TARGET, `${name}-${String(page + 1).padStart(3, '0')}.png`), picture);
    }
  }
  console.log(`${pages} pages differ from ${commit.slice(0, 8)}: old, new and what differs, side by side, in ${TARGET}`);
});
