// What all tools do with their page. Sentences stand in the page, in `<template data-piece="name">`; scripts choose among them
// and fill in days and amounts, always as text: nothing that somebody typed, pasted or put into an address becomes markup.

/** @typedef {{ language: string, words: WordList, facts: Record<string, any[]> }} ToolData what `reads` of data/tools.yaml names */
/** @typedef {Record<string, string | number | Node | null | undefined>} Filling what is put into a piece, by name */

const Page = (() => {
  /** The first element that a selector finds; it must be there. @param {string} selector @param {ParentNode} [root] @returns {HTMLElement} */
  const one = (selector, root = document) => {
    const found = root.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
    return found;
  };

  /** All elements that a selector finds. @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
  const all = (selector, root = document) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

  /** The data of the page's tool. @returns {ToolData} */
  const data = () => JSON.parse(/** @type {HTMLTemplateElement} */ (one('#tool-data')).content.textContent ?? '');

  /** Does the page have this piece? @param {string} name */
  const has = (name) => document.querySelector(`template[data-piece="${CSS.escape(name)}"]`) !== null;

  /**
   * A copy of a piece. Each `data-fill="name"` in it gets the value of that name as its content; one whose value is null or
   * undefined is taken out.
   * @param {string} name @param {Filling} [values]
   * @returns {DocumentFragment}
   */
  const piece = (name, values = {}) => {
    const template = /** @type {HTMLTemplateElement} */ (one(`template[data-piece="${CSS.escape(name)}"]`));
    const copy = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
    fill(copy, values);
    return copy;
  };

  /** Fills what is marked `data-fill` in a part of the page. @param {ParentNode} root @param {Filling} values */
  const fill = (root, values) => {
    for (const slot of all('[data-fill]', root)) {
      const name = slot.dataset.fill ?? '';
      if (!(name in values)) continue;
      const value = values[name];
      if (value === null || value === undefined) slot.remove();
      else slot.replaceChildren(typeof value === 'number' ? String(value) : value);
    }
  };

  /** A day as a `time` element, with its weekday. @param {Day} day @param {WordList} words @param {Record<string, string>} [marks] `data-` attributes */
  const time = (day, words, marks = {}) => {
    const element = document.createElement('time');
    element.dateTime = day;
    element.textContent = Words.dayOfWeek(day, words);
    Object.assign(element.dataset, marks);
    return element;
  };

  /** Gives a file to the reader to keep. @param {string} name @param {string} type @param {BlobPart} content */
  const save = (name, type, content) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  /** The moment: tools ask nobody else, so that tests can set it. */
  const now = () => Date.now();

  /** The day that it is in Japan, whatever zone the device keeps. */
  const today = () => Days.inJapan(now());

  return { one, all, data, has, piece, fill, time, save, now, today };
})();
