// Texts as they are compared: what somebody copies from a screen differs from what stands there in width, case, line breaks and
// punctuation, and is the same all the same.

/** @typedef {{ text: string, from: number[], until: number[] }} Letters the letters of a text, and the place in it from which each of them comes */

const Letters = (() => {
  // Long vowel marks go with the punctuation: people write ユーザー and ユーザ, and type hyphens for them.
  const LETTER = /(?!ー)[\p{L}\p{N}]/u;
  const FOLLOWS = /[\p{M}ﾞﾟーｰ]/u; // belongs to the letter before it: ﾊﾟ

  /** Only the letters and digits of a text, in one width and in small letters. @param {string} text */
  const of = (text) => [...text.normalize('NFKC').toLowerCase()].filter((letter) => LETTER.test(letter)).join('');

  /** The same with a space where something else stood between words. @param {string} text */
  const spaced = (text) => text.normalize('NFKC').toLowerCase().replaceAll(/[ー\p{M}]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

  /** The letters of a text, each with its place in it. @param {string} text @returns {Letters} */
  const placed = (text) => {
    const groups = /** @type {string[]} */ ([]);
    for (const letter of text) {
      if (FOLLOWS.test(letter) && groups.length > 0) groups[groups.length - 1] += letter;
      else groups.push(letter);
    }
    const [from, until] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    let letters = '';
    let start = 0;
    for (const group of groups) {
      const found = of(group);
      letters += found;
      for (let i = 0; i < found.length; i += 1) { from.push(start); until.push(start + group.length); }
      start += group.length;
    }
    return { text: letters, from, until };
  };

  /** Is the text written in Latin letters and digits only? @param {string} text */
  const isLatin = (text) => /^[\p{Script=Latin}\p{N}\s]+$/u.test(text);

  /** The first so many characters, none of them cut in two. @param {string} text @param {number} count */
  const first = (text, count) => [...text.slice(0, count * 2)].slice(0, count).join('');

  return { of, spaced, placed, isLatin, first };
})();
