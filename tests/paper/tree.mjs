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

/** The tree of a document that `open` gave: every part with `role`, `lang`, `alt`, `kids`, its words (`own` without those of
 * its kids), the `links` in it, its first `page`. */
export function tree(document) {
  const { at, catalogue } = objects(document.path);
  const pages = pageNumbers(at, catalogue);
  const words = wordsOfMarks(document);
  const part = (reference, above, onPage) => {
    const it = at(reference);
    const self = { role: it['/S']?.slice(1) ?? 'Root', lang: word(it['/Lang']), alt: word(it['/Alt']), above, kids: [], links: [], text: '', own: '' };
    const own = it['/Pg'] ?? onPage;
    for (const kid of list(at(it['/K']))) {
      const value = at(kid);
      if (typeof value === 'number' || value['/Type'] === '/MCR') {
        const page = value['/Pg'] ?? own;
        self.page ??= pages.get(page);
        const text = words.get(`p${page.split(' ')[0]}R_mc${value['/MCID'] ?? value}`) ?? '';
        self.text += text;
        self.own += text;
      } else if (value['/Type'] === '/OBJR') {
        self.links.push(link(at(value['/Obj']), at, pages));
      } else {
        const child = part(kid, [...above, self.role], own);
        self.page ??= child.page;
        self.text += child.text;
        self.kids.push(child);
      }
    }
    return self;
  };
  return part(catalogue['/StructTreeRoot'], [], undefined);
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

function wordsOfMarks(document) {
  const words = new Map();
  for (const page of document.pages) {
    for (const { mark, text } of page.runs) if (mark) words.set(mark, (words.get(mark) ?? '') + text);
  }
  return words;
}

/** Where a link leads: `url`, or `page` and `y` within the document. */
function link(annotation, at, pages) {
  const action = at(annotation['/A']);
  if (action?.['/S'] === '/URI') return { url: word(action['/URI']) };
  const target = at(action?.['/D'] ?? annotation['/Dest']);
  return { page: pages.get(target?.[0]), y: target?.[3] };
}

/** All parts, in the order in which they are read. */
export const parts = (root) => [root, ...root.kids.flatMap(parts)];

/** The words in the order in which they are read: without headers, footers and other artifacts. */
export const inOrder = (document) => tree(document).text;

/** Headings in their order. */
export const headings = (root) => parts(root).filter(({ role }) => /^H[1-6]$/.test(role)).map((part) => ({ ...part, depth: Number(part.role[1]) }));
