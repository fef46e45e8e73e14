// The pages of the finished guide, as they are compared with its PDFs.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { SITE } from './documents.mjs';

/** Paths of all pages, relative to the site. */
export function htmlFiles(folder = '', site = SITE) {
  return readdirSync(join(site, folder)).sort().flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name;
    if (statSync(join(site, path)).isDirectory()) return htmlFiles(path, site);
    return path.endsWith('.html') ? [path] : [];
  });
}

/** Pages about the site itself: a manual does not say how large it is. */
export const ONLY_ON_SITE = /\/(404|downloads)\.html$/;

/** A page of the site. */
export const pageOf = (path, site = SITE) => parse(readFileSync(join(site, path), 'utf8'), { blockTextElements: { script: true, style: true } });

/** What only a screen needs: ways around (those of the first page have headings), what depends on the clock, what a script fills in, tools. */
const ON_SCREEN_ONLY = 'nav, script, style, svg, button, .tool, noscript, [hidden], [data-outages], #for-whom, #newest-changes';

/** What a page says (its `<main>`), without what only a screen needs, without the list of its facts, which the manual has at its
 * end, and without badges, which stand where the design of a page has room for them. */
export function main(path, site = SITE) {
  const main = pageOf(path, site).querySelector('main');
  for (const part of main?.querySelectorAll(`${ON_SCREEN_ONLY}, .facts, .badge`) ?? []) part.remove();
  return main;
}

const BLOCKS = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN '
  + 'OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL BR').split(' '));

/**
 * The words of a part of a page in pieces that nothing interrupts (paragraphs, cells, items), and in `parts`, which are what stands
 * between marks. A piece that is nothing but a link is a way around, which paper has in its contents.
 */
export function pieces(root) {
  const found = [[]];
  const links = new Set(root.querySelectorAll('a').map((a) => a.text.trim()));
  const walk = (node) => {
    const block = BLOCKS.has(node.tagName);
    if (block) found.push([]);
    if (node.childNodes.length === 0) found.at(-1).push(node.text ?? '');
    node.childNodes.forEach(walk);
    if (block) found.push([]);
  };
  walk(root);
  return found.map((parts) => ({ words: parts.join(''), parts })).filter(({ words }) => words.trim() && !links.has(words.trim()));
}
