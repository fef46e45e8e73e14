// The structure of a PDF: what a screen reader is told. The objects come from qpdf, their words from pdf.js.
import { said } from './documents.mjs';

/** The objects of a PDF file, and `at`, which follows references. */
export function objects(path) {
  const all = JSON.parse(said('qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=none', path)).qpdf[1];
  const at = (value) => {
    const object = typeof value === 'string' ? all[`obj:${value}`] : undefined;
    return object ? at(object.value ?? object.stream.dict) : value;
  };
  return { all, at, catalogue: at(at(all.trailer.value)['/Root']) };
}

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const word = (value) => value?.replace(/^[ub]:/, '');

/**
 * The tree of a document that `open` gave. Every part has its `role`, `lang`, `alt`, the `links` in it, its first `page`, and its
 * `flow`: words (with their `page`, their `mark` on it, and their `lang` if they have one of their own) and parts in the order in which they are
 * read; `kids` are the parts in it, `text` all its words.
 */
export function tree(document) {
  const { at, catalogue } = objects(document.path);
  const pages = pageNumbers(at, catalogue);
  const places = namedPlaces(at, catalogue);
  const words = wordsOfMarks(document);
  const languages = languagesOfMarks(document.path);
  const part = (reference, onPage) => {
    const it = at(reference);
    const self = { role: it['/S']?.slice(1) ?? 'Root', lang: word(it['/Lang']), alt: word(it['/Alt']), flow: [], links: [] };
    const own = it['/Pg'] ?? onPage;
    for (const kid of list(at(it['/K']))) {
      const value = at(kid);
      if (typeof value === 'number' || value['/Type'] === '/MCR') {
        const [sheet, mark] = [value['/Pg'] ?? own, value['/MCID'] ?? value];
        const page = pages.get(sheet);
        const id = `p${sheet.split(' ')[0]}R_mc${mark}`;
        self.page ??= page;
        self.flow.push({ words: words.get(id) ?? '', page, mark: id, lang: languages.get(`${page} ${mark}`) });
      } else if (value['/Type'] === '/OBJR') {
        self.links.push(link(at(value['/Obj']), at, pages, places));
      } else {
        const child = part(kid, own);
        self.page ??= child.page;
        self.flow.push(child);
      }
    }
    self.kids = self.flow.filter((it) => it.words === undefined);
    self.text = self.flow.map((it) => it.words ?? it.text).join('');
    return self;
  };
  return part(catalogue['/StructTreeRoot']);
}

/** Page numbers by the reference of the page. */
function pageNumbers(at, catalogue) {
  const numbers = new Map();
  const walk = (reference) => {
    const node = at(reference);
    if (node['/Type'] === '/Page') numbers.set(reference, numbers.size + 1);
    else at(node['/Kids']).forEach(walk);
  };
  walk(catalogue['/Pages']);
  return numbers;
}

/** The places that have a name. */
function namedPlaces(at, catalogue) {
  const places = new Map();
  const walk = (node) => {
    const names = at(node['/Names']) ?? [];
    for (let place = 0; place < names.length; place += 2) places.set(names[place], names[place + 1]);
    (at(node['/Kids']) ?? []).forEach((kid) => walk(at(kid)));
  };
  const tree = at(at(catalogue['/Names'])?.['/Dests']);
  if (tree) walk(tree);
  return places;
}

function wordsOfMarks(document) {
  const words = new Map();
  for (const page of document.pages) {
    for (const { mark, text } of page.runs) if (mark) words.set(mark, (words.get(mark) ?? '') + text);
  }
  return words;
}

/** The languages that marked words have of their own, by page and number: they stand in the content of the pages. */
function languagesOfMarks(path) {
  const plain = said('qpdf', '--qdf', '--object-streams=disable', path, '-');
  const languages = new Map();
  for (const [, page, content] of plain.matchAll(/^%% Contents for page (\d+)\n(.*?)^endstream/gms)) {
    for (const [, mark, language] of content.matchAll(/<<\/MCID (\d+)\/Lang\(([\w-]+)\)/g)) languages.set(`${page} ${mark}`, language);
  }
  return languages;
}

/** Where a link leads: `url`, or `page` in the document. */
function link(annotation, at, pages, places) {
  const action = at(annotation['/A']);
  if (action?.['/S'] === '/URI') return { url: word(action['/URI']) };
  const target = at(action?.['/D'] ?? annotation['/Dest']);
  const place = at(places.get(target) ?? target);
  return { page: pages.get((place?.['/D'] ?? place)?.[0]) };
}

/** All parts, in the order in which they are read. */
export const parts = (root) => [root, ...root.kids.flatMap(parts)];

/** All words with the part in which they stand, in the order in which they are read. */
export const leaves = (root) => root.flow.flatMap((it) => (it.words === undefined ? leaves(it) : [{ ...it, within: root }]));

const INLINE = new Set(['Span', 'Link', 'Code', 'Em', 'Strong', 'Reference', 'Quote']);

/** The words of a part, in pieces that nothing interrupts: paragraphs, cells, items. */
export function pieces(root) {
  const found = [''];
  const walk = (part) => {
    const block = !INLINE.has(part.role);
    if (block) found.push('');
    for (const it of part.flow) {
      if (it.words !== undefined) found[found.length - 1] += it.words;
      else walk(it);
    }
    if (block) found.push('');
  };
  walk(root);
  return found.map((piece) => piece.trim()).filter(Boolean);
}

/** Headings in their order. */
export const headings = (root) => parts(root).filter(({ role }) => /^H[1-6]$/.test(role)).map((part) => ({ ...part, depth: Number(part.role[1]) }));
