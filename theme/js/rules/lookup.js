// Finding the entry that somebody means: by its code, by the message or any part of it, by other words for it, by the words of
// its name, and where nothing is the same by what looks alike.

/** @typedef {string | (string | null)[] | Record<string, string | null>} Said words in one language or several */
/** @typedef {{ id: string, code: string, name: Said, message?: Said, aliases?: Said }} Entry */
/** @typedef {'code' | 'message' | 'alias' | 'words' | 'near'} How by what an entry was found */
/** @typedef {{ id: string, score: number, how: How }} Hit */
/** @typedef {{ text: string, spaced: string, isLatin: boolean }} Phrase */
/** @typedef {{ id: string, code: RegExpExecArray | null, messages: Phrase[], aliases: Phrase[], names: Phrase[], all: string }} Known */
/** @typedef {Phrase & { raw: string }} Query */

const Lookup = (() => {
  const LONGEST = 20_000; // characters of a paste that are looked at: more than any screen shows
  const LONGEST_IN_PARTS = 4000; // the same where all parts of it are tried
  const SHORTEST = 2; // letters
  const SHORTEST_PART = 4;
  const SHORTEST_LATIN_PART = 6;
  const WINDOW = 8; // letters of a message that are enough to know it by among others
  const LATIN_WINDOW = 16; // the same of Latin letters, which say less
  // Letters; the share of the pairs of letters that are the same (of Latin letters, where most texts share many); how much shorter
  // than what was typed a phrase may be.
  const NEAR = { shortest: 6, longest: 400, share: 0.5, latinShare: 0.7, sure: 0.7, length: 0.6 };
  const SCORE = { code: 1000, whole: 900, part: 800, codeWithin: 780, within: 700, alias: 600, name: 500, words: 400, near: 100 };

  /** @type {WeakMap<Entry[], Known[]>} entries are read once */
  const read = new WeakMap();

  const phrase = (/** @type {string} */ text) => ({ text: Letters.of(text), spaced: Letters.spaced(text), isLatin: Letters.isLatin(Letters.spaced(text)) });
  const phrases = (/** @type {Said | null | undefined} */ said) => {
    const list = typeof said === 'string' ? [said] : Object.values(said ?? {});
    return list.flatMap((text) => typeof text === 'string' ? [phrase(text)] : []).filter(({ text }) => text !== '');
  };

  /** @param {Entry[]} entries @returns {Known[]} */
  const known = (entries) => {
    const before = read.get(entries);
    if (before) return before;
    const list = entries.map(({ id, code, name, message, aliases }) => {
      const [names, messages, others] = [phrases(name), phrases(message), phrases(aliases)];
      const all = [...names, ...messages, ...others].map(({ spaced }) => spaced).join(' ');
      return { id, code: /^(\D*)0*(\d+)$/.exec(Letters.of(code)), names, messages, aliases: others, all };
    });
    read.set(entries, list);
    return list;
  };

  /** @param {string} text @returns {Query} */
  const query = (text) => {
    const raw = text.slice(0, LONGEST).normalize('NFKC').slice(0, LONGEST).toLowerCase();
    return { raw, ...phrase(raw) };
  };

  const SAME_SCRIPT = [/[\p{Script=Latin}\p{N}]/u, /\p{Script=Katakana}/u];

  /** Does a word go on from one letter to the next? @param {string} one @param {string | undefined} next */
  const goesOn = (one, next) => next !== undefined && SAME_SCRIPT.some((script) => script.test(one) && script.test(next));

  /** Is there a place in `text` where `words` begin, or stand whole, without being a piece of a longer word? @param {string} words @param {string} text @param {boolean} isWhole */
  const hasWords = (words, text, isWhole) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (!goesOn(words[0], text[at - 1]) && !(isWhole && goesOn(words[words.length - 1], text[end]))) return true;
    }
    return false;
  };

  /** Does the text stand in `place`? A word of few Latin letters must be the beginning of one there. @param {Phrase} text @param {Phrase} place */
  const standsIn = (text, place) => {
    if (!text.isLatin || text.text.length >= SHORTEST_PART) return place.text.includes(text.text);
    return hasWords(text.spaced, place.spaced, false);
  };

  /** Does the text stand in `place` as words of their own? @param {Phrase} text @param {Phrase} place */
  const standsFree = (text, place) => text.text.length >= SHORTEST
    && (text.isLatin ? hasWords(text.spaced, place.spaced, true) : hasWords(text.text, place.text, true));

  /** @param {Query} asked @param {Known} entry @returns {number} */
  const byCode = (asked, { code }) => {
    if (!code) return 0;
    const [, letters, number] = code;
    const whole = /^(\D*)0*(\d{1,4})$/.exec(asked.text);
    if (whole && whole[2] === number && (whole[1] === letters || whole[1] === '')) return SCORE.code;
    if (letters === '') return 0;
    const within = new RegExp(`(?:^|[^a-z0-9])${letters}[^\\p{L}\\p{N}]{0,3}ー?0*${number}(?![a-z0-9])`, 'u');
    return within.test(asked.raw) ? SCORE.codeWithin : 0;
  };

  /**
   * The longest run of letters of one text that stands in another: where it begins, and how long it is.
   * @param {string} letters @param {string} other
   */
  const longestRun = (letters, other) => {
    let [from, length] = [0, 0];
    for (let start = 0; start + length < letters.length; start += 1) {
      while (start + length < letters.length && other.includes(letters.slice(start, start + length + 1))) {
        length += 1;
        from = start;
      }
    }
    return { from, length };
  };

  /** @param {Query} asked @param {Known} entry */
  const byMessage = (asked, { messages }) => Math.max(0, ...messages.map((message) => {
    if (asked.text.includes(message.text)) return SCORE.whole;
    if (asked.text.length < WINDOW ? standsIn(asked, message) : message.text.includes(asked.text)) {
      return SCORE.part + 50 * asked.text.length / message.text.length;
    }
    if (asked.text.length <= WINDOW) return 0;
    const { from, length } = longestRun(message.text, asked.text);
    const enough = Letters.isLatin(message.text.slice(from, from + length)) ? LATIN_WINDOW : WINDOW;
    return length >= enough ? SCORE.within + Math.min(length, 75) : 0;
  }));

  /** @param {Query} asked @param {Phrase[]} list @param {number} score */
  const byPhrase = (asked, list, score) => Math.max(0, ...list.map((phrase) => {
    if (phrase.text === asked.text) return score + 90;
    if (standsIn(asked, phrase)) return score + 50 * asked.text.length / phrase.text.length;
    return standsFree(phrase, asked) ? score + 50 * Math.min(1, phrase.text.length / asked.text.length) : 0;
  }));

  /** All words, in any order. @param {Query} asked @param {Known} entry */
  const byWords = (asked, { all }) => {
    const words = asked.spaced.split(' ').slice(0, 20);
    if (words.length < 2) return 0;
    return words.every((word) => Letters.isLatin(word) ? hasWords(word, all, false) : all.includes(word)) ? SCORE.words : 0;
  };

  /** @param {string} text @returns {string[]} */
  const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

  /**
   * How alike two texts are, from 0 to 1: the share of pairs of letters that the shorter one has in common with the stretch of
   * the longer one, as long as itself, where that is most.
   * @param {string} one @param {string} other
   */
  const likeness = (one, other) => {
    const [short, long] = [one, other].map(pairs).sort((a, b) => a.length - b.length);
    if (short.length === 0) return 0;
    const left = new Map();
    for (const pair of short) left.set(pair, (left.get(pair) ?? 0) + 1);
    let common = 0;
    let most = 0;
    long.forEach((pair, at) => {
      // A pair that comes in is common while the short text has one left; the one that falls out gives it back.
      const come = left.get(pair);
      if (come !== undefined) { if (come > 0) common += 1; left.set(pair, come - 1); }
      const gone = at >= short.length ? long[at - short.length] : '';
      const there = left.get(gone);
      if (there !== undefined) { if (there >= 0) common -= 1; left.set(gone, there + 1); }
      most = Math.max(most, common);
    });
    return most / short.length;
  };

  /** @param {Query} asked @param {Known} entry */
  const byLikeness = (asked, { messages, names, aliases }) => {
    if (asked.text.length < NEAR.shortest) return 0;
    // Among the other words of a screen only messages are looked for, not what is said of them.
    const isScreen = asked.text.length > NEAR.longest;
    const list = [...messages, ...(isScreen ? [] : [...names, ...aliases].filter(({ text }) => text.length >= NEAR.length * asked.text.length))];
    const most = Math.max(0, ...list.filter(({ text }) => text.length >= NEAR.shortest).map((phrase) => {
      const share = likeness(asked.text, phrase.text);
      return share >= (phrase.isLatin || asked.isLatin ? NEAR.latinShare : NEAR.share) ? share : 0;
    }));
    return most > 0 ? SCORE.near + 100 * most : 0;
  };

  /** @type {[How, (asked: Query, entry: Known) => number][]} in which something is the same */
  const WAYS = [
    ['code', byCode],
    ['message', byMessage],
    ['alias', (asked, { aliases }) => byPhrase(asked, aliases, SCORE.alias)],
    ['words', (asked, { names }) => byPhrase(asked, names, SCORE.name)],
    ['words', byWords],
  ];

  /** The surest way in which an entry is found. @param {typeof WAYS} ways @param {Query} asked @param {Known} entry @returns {Hit[]} */
  const hit = (ways, asked, entry) => {
    const hits = ways.map(([how, way]) => ({ id: entry.id, score: Math.round(way(asked, entry)), how }));
    const best = hits.reduce((best, one) => one.score > best.score ? one : best);
    return best.score > 0 ? [best] : [];
  };

  /**
   * The entries that a text may mean, the likeliest first. Of a long text only the first `longest` characters are looked at.
   * @param {string} text @param {Entry[]} entries
   * @returns {Hit[]}
   */
  const find = (text, entries) => {
    const asked = query(text);
    const isShort = asked.text.length < SHORTEST;
    if (isShort && !/^\d$/.test(asked.text)) return [];
    const all = known(entries);
    const same = all.flatMap((entry) => hit(isShort ? WAYS.slice(0, 1) : WAYS, asked, entry));
    // What only looks alike comes after what is the same; where a code or message is the same, nothing else is meant.
    const isSure = same.some(({ how }) => how === 'code' || how === 'message');
    const least = SCORE.near + (same.length > 0 ? 100 * NEAR.sure : 0);
    const rest = isSure || isShort ? [] : all.filter(({ id }) => !same.some((hit) => hit.id === id));
    const near = rest.flatMap((entry) => hit([['near', byLikeness]], asked, entry)).filter(({ score }) => score >= least);
    return [...same, ...near].sort((a, b) => b.score - a.score);
  };

  /** @param {Letters} letters @param {{ from: number, length: number }} run */
  const place = (letters, { from, length }) => ({ from: letters.from[from], until: letters.until[from + length - 1] });

  /**
   * Where a text stands in a shown one: the longest run of letters that both have, as places in the shown text; nothing where
   * that is shorter than four letters, or than the text itself.
   * @param {string} shown @param {string} text
   * @returns {{ from: number, until: number } | null}
   */
  const marked = (shown, text) => {
    const asked = query(text).text;
    const letters = Letters.placed(shown);
    const run = longestRun(letters.text, asked);
    return run.length > 0 && run.length >= Math.min(SHORTEST_PART, asked.length) ? place(letters, run) : null;
  };

  /**
   * The longest part of a text, of four letters or more (six of Latin ones) and not of hiragana alone, that stands in any entry:
   * what is left to try where the whole finds nothing.
   * @param {string} text @param {Entry[]} entries
   * @returns {string | null}
   */
  const part = (text, entries) => {
    const shown = text.slice(0, LONGEST_IN_PARTS);
    const letters = Letters.placed(shown);
    let best = { from: 0, length: SHORTEST_PART - 1 };
    for (const { messages, aliases, names } of known(entries)) {
      for (const phrase of [...messages, ...aliases, ...names]) {
        const run = longestRun(letters.text, phrase.text);
        const words = letters.text.slice(run.from, run.from + run.length);
        const isTelling = Letters.isLatin(words) ? run.length >= SHORTEST_LATIN_PART : !/^\p{Script=Hiragana}+$/u.test(words);
        if (run.length > best.length && isTelling) best = run;
      }
    }
    if (best.length < SHORTEST_PART) return null;
    const { from, until } = place(letters, best);
    return shown.slice(from, until);
  };

  return { find, marked, part, longest: LONGEST };
})();
