// Amounts, dates, sizes, numbers and addresses, as pages and PDFs are compared.
import { SITE } from './documents.mjs';
import { ONLY_ON_SITE, htmlFiles, pageOf, pieces as piecesOfPage } from './site.mjs';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What figures look like; spaces may stand in them or not. */
const FIGURES = {
  amounts: /\d[\d,]*(?= ?(?:円|yen))/g,
  dates: new RegExp(`\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日|\\d{1,2} ?(?:${MONTHS}) ?\\d{4}`, 'g'),
  sizes: /\d[\d.,]* ?(?:KB|MB|dpi)/g,
  'telephone numbers': /(?<!\d)0\d{1,3}-\d{2,4}-\d{3,4}|(?<!\d)0570-\d{6}/g,
  // A number may stand right before it, at the end of the line above.
  'mail addresses': /[a-z][\w.+]*@(?:[\w-]+\.)+(?:jp|com|net|org)/gi,
  'postal codes': /(?<![\d-])\d{3}-\d{4}(?![\d-])/g,
};

const plain = (words) => words.normalize('NFKC').replace(/\s+/g, ' ');

/** The figures in words, by what they are. */
export function figures(pieces) {
  const found = (pattern) => new Set(pieces.flatMap((piece) => plain(piece).match(pattern) ?? []).map((figure) => figure.replaceAll(' ', '')));
  return Object.fromEntries(Object.entries(FIGURES).map(([kind, pattern]) => [kind, found(pattern)]));
}

/** What the pages in a language have of figures and of addresses to follow, notices and lists of facts included. */
export function onPages(language, site = SITE) {
  const bodies = htmlFiles(language, site).filter((path) => !ONLY_ON_SITE.test(path)).map((path) => pageOf(path, site).querySelector('body'));
  const links = bodies.flatMap((body) => body.querySelectorAll('main a[href]')).map((a) => a.getAttribute('href'));
  for (const part of bodies.flatMap((body) => body.querySelectorAll('script, style, .tool'))) part.remove();
  const words = bodies.flatMap(piecesOfPage).map(({ words }) => words);
  return { figures: figures(words), links: new Set(links.filter((href) => /^(https|mailto|tel):/.test(href))) };
}

/** The figures of `one` that are not among those of any of the `others`. */
export function strangers(one, others) {
  return Object.entries(one).flatMap(([kind, all]) => [...all]
    .filter((figure) => !others.some((other) => other[kind].has(figure)))
    .map((figure) => `${kind}: ${figure}`));
}
