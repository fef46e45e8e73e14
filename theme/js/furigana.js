// Furigana: a button puts readings over kanji, and takes them away again. The words come from a file that is loaded only then
// (data-src of the button). Nothing is guessed: a run of kanji gets its readings only where all of it is known.
/** @typedef {{ word: string, parts: string[], length: number, isCounter: boolean }} Reading a word, with its parts: written, reading, written, … */
/** @typedef {{ at: number, word: Reading }} Found */

(() => {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('.reading'));
  if (!button) return;

  const KEY = 'madoguchi-furigana';
  const KANJI = /\p{Script=Han}/u;
  const KANJI_RUN = /^\p{Script=Han}+/u;
  const DIGIT = /[0-9０-９]/;
  const BOUND = /(?!\p{Script=Hiragana})[\p{L}\p{N}]/u; // a letter beside which a kanji is part of a longer word
  const SKIP = 'script, noscript, style, code, pre, svg, ruby, select, textarea, input, [translate=no], [lang]:not([lang=ja])';
  const INLINE = 'a, b, em, strong, small, span, time, abbr, mark';

  /** @type {Map<string, Reading[]> | undefined} words by first letter, the longest first */
  let starts;
  /** @type {Map<string, Reading[]>} the same of what counts only right after a number */
  let afterDigit = new Map();
  let on = false;
  /** @type {{ text: Text, shown: HTMLElement }[]} */
  const changed = []; // every text that was replaced, and what is shown instead
  const observer = new MutationObserver((records) => annotate(records.flatMap((record) => [...record.addedNodes])));

  // Finding words

  /** @param {string[][]} list @param {boolean} isCounter @returns {Map<string, Reading[]>} */
  const byFirstLetter = (list, isCounter) => {
    const index = new Map();
    for (const parts of list) {
      const word = parts.filter((_, at) => at % 2 === 0).join('');
      // What follows the last kanji needs no reading and may begin the next word.
      const length = word.length - (parts.at(-1) ? 0 : (parts.at(-2) ?? '').length);
      if (!index.has(word[0])) index.set(word[0], []);
      index.get(word[0])?.push({ word, parts, length, isCounter });
    }
    return index;
  };

  /**
   * The letter before or after a text where its line goes on in the next element.
   * @param {Text} node @param {'previousSibling' | 'nextSibling'} sibling @param {number} index
   */
  const beside = (node, sibling, index) => {
    /** @type {Node} */
    let here = node;
    while (!here[sibling] && here.parentElement?.matches(INLINE)) here = here.parentElement;
    return here[sibling]?.textContent?.at(index) ?? '';
  };

  /**
   * The words of a text with where they begin. The longest counts, but only where all kanji up to the next kana are known.
   * @param {Text} node
   */
  const find = (node) => {
    const text = node.data;
    const before = (/** @type {number} */ at) => text[at - 1] ?? beside(node, 'previousSibling', -1);
    const after = (/** @type {number} */ at) => text[at + 1] ?? beside(node, 'nextSibling', 0);
    // A single kanji counts only where it stands alone, a number only where it begins.
    const standsFree = (/** @type {string} */ word, /** @type {number} */ at) => (word.length > 1 || !BOUND.test(before(at)) && !BOUND.test(after(at)))
      && !(DIGIT.test(word[0]) && DIGIT.test(before(at)));
    /** @type {Map<number, Reading | undefined>} */
    const known = new Map();
    /** @param {number} at @returns {Reading | undefined} */
    const wordAt = (at) => {
      if (!known.has(at) && starts?.has(text[at])) known.set(at, search(at));
      return known.get(at);
    };
    const search = (/** @type {number} */ at) => {
      const fits = (/** @type {Reading} */ { word, length, isCounter }) => text.startsWith(word, at)
        && (isCounter || standsFree(word, at))
        && (!KANJI.test(text[at + length] ?? '') || wordAt(at + length));
      const counter = DIGIT.test(before(at)) && afterDigit.get(text[at])?.find(fits);
      return counter || starts?.get(text[at])?.find(fits);
    };

    /** @type {Found[]} */
    const found = [];
    for (let at = 0; at < text.length;) {
      const word = wordAt(at);
      if (word) found.push({ at, word });
      const unknown = KANJI.test(text[at]) ? (KANJI_RUN.exec(text.slice(at)) ?? ' ')[0].length : 1;
      at += word?.length ?? unknown;
    }
    return found;
  };

  // Writing them

  const ruby = (/** @type {string} */ base, /** @type {string} */ reading) => {
    const element = document.createElement('ruby');
    const over = document.createElement('rt');
    over.setAttribute('aria-hidden', 'true');
    over.textContent = reading;
    element.append(base, over);
    return element;
  };

  /**
   * What is shown instead of a text: one element, so that it stays one piece where the parent sets its children side by side.
   * @param {string} text @param {Found[]} found
   */
  const withReadings = (text, found) => {
    const shown = document.createElement('span');
    let end = 0;
    for (const { at, word } of found) {
      shown.append(text.slice(end, at));
      end = at + word.length;
      for (let part = 0, from = at; from < end; part += 2) {
        const [written, reading] = word.parts.slice(part, part + 2);
        shown.append(reading ? ruby(written, reading) : written);
        from += written.length;
      }
    }
    shown.append(text.slice(end));
    return shown;
  };

  /** @param {Node} root @returns {Text[]} */
  const texts = (root) => {
    if (root instanceof Text) return root.parentElement?.closest(SKIP) ? [] : [root];
    if (!(root instanceof Element) || root.closest(SKIP)) return [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(SKIP) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const list = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) list.push(walker.currentNode);
    return list;
  };

  const annotate = (/** @type {Node[]} */ roots) => {
    observer.disconnect();
    const all = roots.filter((root) => root.isConnected).flatMap(texts).filter((text) => KANJI.test(text.data));
    const jobs = all.map((text) => ({ text, found: find(text) }));
    for (const { text, found } of jobs.filter((job) => job.found.length > 0)) {
      const shown = withReadings(text.data, found);
      text.replaceWith(shown);
      changed.push({ text, shown });
    }
    observer.observe(document.body, { childList: true, subtree: true });
  };

  const restore = () => {
    observer.disconnect();
    for (const { text, shown } of changed.splice(0)) shown.replaceWith(text);
  };

  // The button

  const keep = (/** @type {string} */ value) => {
    try {
      if (value) localStorage.setItem(KEY, value); else localStorage.removeItem(KEY);
    } catch { /* nothing is kept where the browser keeps nothing */ }
  };
  const isKept = () => {
    try {
      return localStorage.getItem(KEY) === 'on';
    } catch {
      return false;
    }
  };

  const load = () => {
    const script = document.createElement('script');
    script.src = button.dataset.src ?? '';
    script.addEventListener('error', () => turn(false));
    document.head.append(script);
  };

  const turn = (/** @type {boolean} */ to) => {
    on = to;
    button.setAttribute('aria-pressed', String(on));
    if (on && !starts) return load();
    document.documentElement.classList.toggle('furigana', on);
    return on ? annotate([document.body]) : restore();
  };

  addEventListener('furigana', (event) => {
    const { detail } = /** @type {CustomEvent<{ words: string[][], afterDigit: string[][] }>} */ (event);
    starts = byFirstLetter(detail.words, false);
    afterDigit = byFirstLetter(detail.afterDigit, true);
    for (const letter of afterDigit.keys()) if (!starts.has(letter)) starts.set(letter, []);
    if (on) turn(true);
  }, { once: true });
  button.addEventListener('click', () => {
    turn(!on);
    keep(on ? 'on' : '');
  });
  button.hidden = false;
  if (isKept()) turn(true);
})();
