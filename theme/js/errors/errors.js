// The page of errors: looks up what is typed or pasted, while it is typed and when the button is pressed.
(() => {
  const LONGEST_STATE = 80; // characters that stand behind the `#`: a paste may hold more than the message
  const MOST_SHOWN = 5; // entries shown with all that they say; the rest are links
  const PAUSE = 300; // milliseconds without a key before an answer is shown and announced

  const { facts, words } = Page.data();
  /** @type {Entry[]} */
  const entries = facts.errors;
  const form = Page.one('[data-form]');
  const field = /** @type {HTMLTextAreaElement} */ (Page.one('#q'));
  const answer = Page.one('[data-answer]');
  const count = Page.one('[data-count]');
  const list = Page.one('[data-hits]');
  const nothing = Page.one('[data-nothing]');

  /** What of a text stands in the address. @param {string} text */
  const state = (text) => Letters.first(text.trimStart().slice(0, 10 * LONGEST_STATE).replaceAll(/\s+/g, ' '), LONGEST_STATE).trim();

  /** Marks what was looked up in the shown message: where most of it stands. @param {HTMLElement} message @param {string} text */
  const mark = (message, text) => {
    const walker = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
    let best = /** @type {{ node: Text, from: number, until: number } | null} */ (null);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const found = Lookup.marked(node.data, text);
      if (found && found.until - found.from > (best ? best.until - best.from : 0)) best = { node, ...found };
    }
    if (!best) return;
    const same = best.node.splitText(best.from);
    same.splitText(best.until - best.from);
    const marked = document.createElement('mark');
    same.replaceWith(marked);
    marked.append(same);
  };

  /** @param {HTMLElement} element @param {HTMLAnchorElement} link @param {number} rank */
  const markHit = (element, link, rank) => {
    element.dataset.rank = String(rank);
    element.dataset.page = (link.getAttribute('href') ?? '').replace(/^.*?([^/]+)$/, 'errors/$1');
  };

  const linkOf = (/** @type {ParentNode} */ part) => /** @type {HTMLAnchorElement} */ (Page.one('h3 a', part));

  /** An entry with all that it says; only the first is open. @param {Hit} hit @param {number} rank @param {string} text */
  const article = ({ id, how }, rank, text) => {
    const copy = Page.piece(`error-${id}`, { how: Page.piece(`how-${how}`) });
    const article = Page.one('article', copy);
    markHit(article, linkOf(article), rank);
    article.dataset.how = how;
    if (how !== 'code') mark(Page.one('.message > :last-child', article), text);
    if (rank > 1) {
      const more = Page.piece('more');
      Page.one('details', more).append(...Page.all('.facts-list, .facts-list ~ *', article));
      article.append(more);
    }
    return copy;
  };

  /** The entries that are not shown whole. @param {Hit[]} hits */
  const rest = (hits) => {
    const items = document.createDocumentFragment();
    hits.forEach(({ id }, at) => {
      const item = document.createElement('li');
      const link = linkOf(Page.piece(`error-${id}`));
      markHit(item, link, MOST_SHOWN + at + 1);
      item.append(link);
      items.append(item);
    });
    return hits.length > 0 ? [Page.piece('rest', { list: items })] : [];
  };

  /** @param {number} hits @param {string} text @param {string} [part] the part of it that was looked up */
  const announcement = (hits, text, part) => [
    part ? Words.fill(words.errors_say_part, { part }) : '',
    hits === 0 ? words.errors_say_nothing : Words.fill(words[hits === 1 ? 'errors_say_found_one' : 'errors_say_found'], { n: hits }),
    text.length >= Lookup.longest ? Words.fill(words.errors_say_cut, { n: Lookup.longest }) : '',
  ].filter(Boolean).join('\n');

  /** Shows what is found for a text, or for a part of it. @param {string} text @param {string} [part] */
  const show = (text, part) => {
    const isEmpty = text.trim() === '';
    const hits = isEmpty ? [] : Lookup.find(part ?? text, entries);
    const shown = hits.slice(0, MOST_SHOWN).map((hit, at) => article(hit, at + 1, part ?? text));
    list.replaceChildren(...shown, ...rest(hits.slice(MOST_SHOWN)));
    nothing.hidden = isEmpty || hits.length > 0;
    Page.one('[data-part]').hidden = false;
    count.textContent = isEmpty ? '' : announcement(hits.length, text, part);
  };

  // The address. What is typed replaces it; what was submitted, and the empty form, are left behind as steps of their own.
  let isSettled = true;
  const keep = (/** @type {boolean} */ isSubmitted) => {
    Fragment.write({ q: state(field.value) }, { isStep: isSettled });
    isSettled = isSubmitted;
  };

  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      Form.showFaults(form, []);
      show(field.value);
      keep(field.value.trim() === '');
    }, PAUSE);
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const isEmpty = field.value.trim() === '';
    show(field.value);
    if (Form.showFaults(form, isEmpty ? [{ field: 'q', piece: 'no-text' }] : [])) return;
    keep(true);
    answer.focus();
  });

  Page.one('[data-part]').addEventListener('click', () => {
    const part = Lookup.part(field.value, entries);
    if (part) show(field.value, part);
    else {
      Page.one('[data-part]').hidden = true;
      count.textContent = words.errors_say_no_part;
    }
    answer.focus();
  });

  const showState = () => {
    const text = location.hash.slice(1);
    // An anchor of the page is no state: what was found stays.
    if (text !== '' && !text.includes('=')) return;
    const asked = state(Fragment.read(['q']).q ?? '');
    if (asked === state(field.value)) return;
    clearTimeout(timer);
    field.value = asked;
    isSettled = true;
    show(asked);
  };
  Fragment.onChange(showState);
  form.hidden = false;
  // Browsers take seconds to lay out a text of a megabyte: more than what is looked at is not taken in.
  field.maxLength = Lookup.longest;
  field.value = '';
  showState();
})();
