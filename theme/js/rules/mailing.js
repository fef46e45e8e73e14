// What goes into the envelope by post, what is still missing on a sheet, and how an address is broken into the lines of a label.
// Which things, statuses and periods there are stands in the data; here is only how they are looked at.

/**
 * @typedef {{ id: string, type: string, enclosed?: Period<string>[], statuses?: string[], per_person?: boolean, only_with_fee?: boolean }} Enclosure
 * @typedef {object} Case what decides about the envelope; null is not known
 * @property {Day | null} received the day of receipt
 * @property {string | null} status id of the status of residence, or another word for one that is not named
 * @property {boolean | null} hasFee does the procedure have a fee?
 * @property {string[]} named ids of what the result e-mail asks for
 * @property {number} persons
 */
/**
 * @typedef {object} Mark
 * @property {string} id
 * @property {'in' | 'open' | 'out'} mark goes in; to be decided with the result e-mail or by hand; does not go in
 * @property {'day' | 'status' | 'fee' | 'mail' | 'unknown' | null} why what decided, where it does not simply go in
 * @property {number | null} column which period of the data it is, counted from 0
 * @property {number | null} count how many, where that is known
 */
/** @typedef {{ postalCode: string | null, lines: string[], name: string }} Destination an address as it was typed or as the data has it */

const Mailing = (() => {
  const HYPHENS = /[\u002d\u00ad\u2010-\u2015\u2212\u30fc\uff0d\uff70]/g;
  // What turns or hides text, or ends a line: it would move what stands around it on paper.
  const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
  const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const NOT_FIRST = /^[、。，．,.)）」』】〕］!?！？:：;；・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ\-\u0300-\u036f\u200d\ufe0f]/u;
  // How addresses to people and offices end in Japanese.
  const TITLED = /(様|殿|御中|先生|宛て?|あて|行)$/;
  const LATIN_WORD = /^[\u0021-\u007e\u00a1-\u024f]+$/;

  /** What somebody typed, without what cannot be seen; lines end in `\n`. @param {string} text */
  const clean = (text) => text.replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replaceAll(LONE, '').replaceAll(HIDDEN, '').trim();

  /** The lines of an address, without empty ones. @param {string} text */
  const lines = (text) => clean(text).split('\n').map((line) => line.trim()).filter(Boolean);

  /** A postal code as it is written on envelopes, `135-0064`; nothing where it has not seven digits. @param {string} text */
  const postalCode = (text) => {
    const plain = clean(text).normalize('NFKC').replace(/^〒/, '').replaceAll(HYPHENS, '-').replaceAll(/\s/g, '');
    const found = /^(\d{3})-?(\d{4})$/.exec(plain);
    return found ? `${found[1]}-${found[2]}` : null;
  };

  /** A name with the word that ends an address, unless it has one. @param {string} name @param {string} title */
  const withTitle = (name, title) => {
    const plain = clean(name).replaceAll('\n', ' ');
    return plain === '' || title === '' || TITLED.test(plain) ? plain : `${plain}\u00a0${title}`;
  };

  /** Does an application number look unusual? Its form is not known, so this is no more than a question. @param {string} text */
  const looksOdd = (text) => {
    const plain = clean(text).normalize('NFKC');
    return plain !== '' && (!/\d{3}/.test(plain) || plain.length > 30);
  };

  /** How many are sent together: a whole number from 1 to 99; nothing else. @param {string} text */
  const persons = (text) => {
    const plain = clean(text).normalize('NFKC').replace(/[人名]$/, '').trim();
    return /^[1-9]\d?$/.test(plain) ? Number(plain) : null;
  };

  /** How wide a letter is: 1 for full width, half of it for letters of half width, nothing for marks on other letters. @param {string} letter */
  const unit = (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (/\p{M}|\u200d/u.test(letter)) return 0;
    const isHalf = code < 0x0590 || (code >= 0x1e00 && code <= 0x1fff) || (code >= 0xff61 && code <= 0xffdc);
    return isHalf ? 0.5 : 1;
  };

  /** How wide a text is, in letters of full width. @param {string} text */
  const width = (text) => [...text].reduce((sum, letter) => sum + unit(letter), 0);

  /** Where a line may break before all else: at spaces, and before a bracket. @param {string} line */
  const pieces = (line) => line.split(/(?<=[ \u3000])|(?=[（(])/u).filter(Boolean);

  /** Letters with the marks that belong to them; a Latin word stays whole where it fits. @param {string} piece @param {number} units */
  const letters = (piece, units) => {
    if (LATIN_WORD.test(piece.trim()) && width(piece.trim()) <= units) return [piece];
    return [...piece].reduce((/** @type {string[]} */ list, letter) => {
      const last = list.at(-1);
      if (last !== undefined && (unit(letter) === 0 || last.endsWith('\u200d') || NOT_FIRST.test(letter)) && width(last + letter) <= units) {
        list[list.length - 1] = last + letter;
      } else list.push(letter);
      return list;
    }, []);
  };

  /**
   * Breaks a line where it is wider than so many letters of full width: at spaces and before brackets, unless it may be torn.
   * @param {string} line @param {number} units @param {boolean} [isTorn]
   * @returns {string[]}
   */
  const wrap = (line, units, isTorn = false) => {
    const made = [''];
    const add = (/** @type {string} */ part) => {
      const last = made[made.length - 1];
      if (last === '' || width((last + part).trimEnd()) <= units) made[made.length - 1] = last + part;
      else made.push(part);
    };
    for (const piece of pieces(line)) {
      if (!isTorn && width(piece.trimEnd()) <= units) add(piece);
      else for (const part of letters(piece, units)) add(part);
    }
    return made.map((part) => part.trim()).filter(Boolean);
  };

  /**
   * An address on a label, in the first size in which it fits; nothing where it fits in none of them.
   * @param {Destination} it
   * @param {{ width: number, height: number, sizes: number[], leading: number, code: number, isTorn?: boolean }} label the room inside in millimetres,
   *   sizes of the letters in points (the name is one point larger), lines by the size of their letters, millimetres of the postal
   *   code, and whether names may be torn
   * @returns {{ size: number, lines: string[], name: string[] } | null}
   */
  const onLabel = (it, label) => {
    const POINT = 25.4 / 72;
    for (const size of label.sizes) {
      const units = (/** @type {number} */ points) => label.width / (points * POINT);
      const address = it.lines.flatMap((line) => wrap(line, units(size), label.isTorn));
      const name = wrap(it.name, units(size + 1), label.isTorn);
      const height = (it.postalCode ? label.code : 0) + (address.length * size + name.length * (size + 1)) * label.leading * POINT;
      const isNarrow = address.every((line) => width(line) <= units(size)) && name.every((line) => width(line) <= units(size + 1));
      if (height <= label.height && isNarrow) return { size, lines: address, name };
    }
    return null;
  };

  /**
   * Which place on a sheet of labels is the one of a number that begins with 1; nothing where the sheet has no such place.
   * @param {{ columns: number, rows: number }} grid @param {number} number
   */
  const place = ({ columns, rows }, number) => {
    if (!Number.isInteger(number) || number < 1 || number > columns * rows) return null;
    return { column: (number - 1) % columns, row: Math.floor((number - 1) / columns) };
  };

  /** How many rows of a sheet of labels are printed: without room above, the last gives way to the line to measure. @param {{ rows: number }} grid @param {number} top @param {number} least */
  const printedRows = ({ rows }, top, least) => top < least ? rows - 1 : rows;

  /**
   * What goes into the envelope, in the order of the data.
   * @param {{ facts: { mailing?: Enclosure[] } }} data @param {Case} it
   * @returns {Mark[]}
   */
  const enclosures = ({ facts }, it) => (facts.mailing ?? []).filter(({ type }) => type === 'enclose').map((record) => {
    const periods = record.enclosed ?? [];
    const period = it.received ? Periods.on(periods, it.received) : null;
    const column = period ? periods.indexOf(period) : null;
    const marked = (/** @type {Mark['mark']} */ mark, /** @type {Mark['why']} */ why) => ({
      id: record.id, mark, why, column, count: mark === 'in' ? (record.per_person ? it.persons : it.persons === 1 ? 1 : null) : null,
    });
    if (period?.value === 'no') return marked('out', 'day');
    if (record.statuses && it.status !== null && !record.statuses.includes(it.status)) return marked('out', 'status');
    if (record.only_with_fee && it.hasFee === false) return marked('out', 'fee');
    if (!period || period.value === null) return marked('open', 'unknown');
    if (record.statuses && it.status === null) return marked('open', 'status');
    if (record.only_with_fee && it.hasFee === null) return marked('open', 'fee');
    if (period.value !== 'yes' && !it.named.includes(record.id)) return marked('open', 'mail');
    return marked('in', null);
  });

  /** The ids of what never goes in. @param {{ facts: { mailing?: Enclosure[] } }} data */
  const never = ({ facts }) => (facts.mailing ?? []).filter(({ type }) => type === 'never').map(({ id }) => id);

  /**
   * What is left blank, sheet by sheet.
   * @param {Record<string, string[]>} fields the answers that each sheet takes @param {Record<string, string>} answers
   * @returns {Record<string, string[]>}
   */
  const missing = (fields, answers) => Object.fromEntries(Object.entries(fields)
    .map(([sheet, names]) => [sheet, [...new Set(names)].filter((name) => !Object.hasOwn(answers, name) || clean(answers[name]) === '')]));

  return { clean, lines, postalCode, withTitle, looksOdd, persons, width, wrap, onLabel, place, printedRows, enclosures, never, missing };
})();
