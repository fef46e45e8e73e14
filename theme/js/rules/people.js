// Lists of people with a day each, as they are copied from a sheet: which cell is the day and which the name. Nothing is guessed:
// a row that can be read in two ways is given back with the reason.

/** @typedef {{ row: number, name: string, day: Day }} Person `row` counts the rows of what was pasted, from 1 */
/** @typedef {'no-day' | 'several-days' | 'not-a-day' | 'era' | 'serial'} Unreadable */
/** @typedef {{ row: number, text: string, reason: Unreadable }} UnreadableRow `text`: the row as it was pasted */
/** @typedef {{ row: number, cells: string[] }} Cells */

const People = (() => {
  const LONGEST_DAY = 40; // letters: what is longer is no day
  // A sheet adds a time or a weekday to a day.
  const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
  const WEEKDAY = /\s*\(?(?:[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\)?$/iu;
  const BRACKETED = /\([月火水木金土日](?:曜日?)?\)/u;
  const ERA = /^(?:令和|平成|昭和|[RHS])\s*(?:\d{1,2}|元)\s*[-/.年]/iu;
  const LIKE_A_DAY = /^\d{1,4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,4})?\s*日?$/u;
  const SERIAL = /^[3-6]\d{4}$/; // how a sheet counts the days from 1982 to 2091
  const NAME_COLUMN = /氏名|名前|name/iu;
  const DAY_COLUMN = /満了|期限|expir|until/iu;
  const OF_STAY = /在留|stay|residence/iu;

  /** The day in a cell. @param {string} cell @returns {Day | null} */
  const dayIn = (cell) => {
    if (cell.length > LONGEST_DAY) return null;
    const plain = cell.normalize('NFKC').trim().replace(TIME, '').replace(BRACKETED, '').trim();
    return Days.read(plain) ?? Days.read(plain.replace(WEEKDAY, ''));
  };

  /**
   * The rows of a pasted text as cells: parted by tabs, else by commas. A cell in double quotes may hold both, and lines.
   * @param {string} text
   * @returns {{ mark: '\t' | ',', rows: Cells[] }}
   */
  const cells = (text) => {
    const mark = text.includes('\t') ? '\t' : ',';
    const rows = [];
    let row = /** @type {string[]} */ ([]);
    let at = 0;
    while (at <= text.length) {
      const { cell, end } = text[at] === '"' ? quoted(text, at, mark) : bare(text, at, mark);
      row.push(cell.trim());
      if (text[end] !== mark) {
        rows.push({ row: rows.length + 1, cells: row });
        row = [];
      }
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    }
    return { mark, rows };
  };

  /** @param {string} text @param {number} from @param {string} mark */
  const bare = (text, from, mark) => {
    let end = from;
    while (end < text.length && text[end] !== mark && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { cell: text.slice(from, end), end };
  };

  /** What follows the closing quote belongs to the cell; without one the quote is a letter. @param {string} text @param {number} from @param {string} mark */
  const quoted = (text, from, mark) => {
    let close = text.indexOf('"', from + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return bare(text, from, mark);
    const rest = bare(text, close + 1, mark);
    return { cell: text.slice(from + 1, close).replaceAll('""', '"') + rest.cell, end: rest.end };
  };

  /** Which columns a row of headings names. @param {string[]} headings */
  const columns = (headings) => {
    const found = headings.flatMap((heading, at) => (DAY_COLUMN.test(heading) ? [at] : []));
    const ofStay = found.filter((at) => OF_STAY.test(headings[at]));
    const days = ofStay.length > 0 ? ofStay : found;
    const name = headings.findIndex((heading) => NAME_COLUMN.test(heading));
    return { name: name >= 0 ? name : null, day: days.length === 1 ? days[0] : null };
  };

  /** @param {string[]} row */
  const areHeadings = (row) => row.some((cell) => NAME_COLUMN.test(cell) || DAY_COLUMN.test(cell)) && !row.some((cell) => dayIn(cell));

  /** Why no day can be read in a row. @param {string[]} row @returns {Unreadable} */
  const reason = (row) => {
    const plain = row.filter((cell) => cell.length <= LONGEST_DAY).map((cell) => cell.normalize('NFKC').trim().replace(TIME, ''));
    if (plain.some((cell) => ERA.test(cell))) return 'era';
    if (plain.some((cell) => LIKE_A_DAY.test(cell))) return 'not-a-day';
    return plain.some((cell) => SERIAL.test(cell)) ? 'serial' : 'no-day';
  };

  /**
   * The name in a row: the cell of its column, else the first with letters. Commas part names too: there all other cells are the name.
   * @param {string[]} row @param {number} dayAt @param {number | null} column @param {string} mark
   */
  const nameIn = (row, dayAt, column, mark) => {
    if (column !== null && column !== dayAt) return row[column] ?? '';
    const others = row.filter((cell, at) => at !== dayAt && cell !== '');
    return mark === ',' ? others.join(', ') : others.find((cell) => /\p{L}/u.test(cell)) ?? others[0] ?? '';
  };

  /** @param {Cells} row @param {{ name: number | null, day: number | null }} column @param {string} mark @returns {Person | UnreadableRow} */
  const person = ({ row, cells }, column, mark) => {
    const day = column.day === null ? null : dayIn(cells[column.day] ?? '');
    const text = cells.join(mark);
    if (column.day !== null) {
      if (day) return { row, name: nameIn(cells, column.day, column.name, mark), day };
      return { row, text, reason: reason([cells[column.day] ?? '']) };
    }
    const days = cells.flatMap((cell, at) => {
      const day = dayIn(cell);
      return day ? [{ day, at }] : [];
    });
    if (days.length > 1) return { row, text, reason: 'several-days' };
    if (days.length === 0) return { row, text, reason: reason(cells) };
    return { row, name: nameIn(cells, days[0].at, column.name, mark), day: days[0].day };
  };

  /**
   * The people of a pasted list, the earliest day first, and the rows that cannot be read. A first row that names its columns is headings.
   * Where there are more rows than `most`, none is read.
   * @param {string} text @param {number} most
   * @returns {{ count: number, isTooLong: boolean, hasHeadings: boolean, people: Person[], unreadable: UnreadableRow[] }}
   */
  const read = (text, most) => {
    const { mark, rows } = cells(text.replace(/^\uFEFF/, ''));
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    const [first] = filled;
    const hasHeadings = filled.length > 0 && areHeadings(first.cells);
    const data = hasHeadings ? filled.slice(1) : filled;
    if (data.length > most) return { count: data.length, isTooLong: true, hasHeadings, people: [], unreadable: [] };
    const column = hasHeadings ? columns(first.cells) : { name: null, day: null };
    const people = /** @type {Person[]} */ ([]);
    const unreadable = /** @type {UnreadableRow[]} */ ([]);
    for (const row of data) {
      const one = person(row, column, mark);
      if ('day' in one) people.push(one);
      else unreadable.push(one);
    }
    people.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
    return { count: data.length, isTooLong: false, hasHeadings, people, unreadable };
  };

  /** A cell for a sheet: text that the sheet would take for a formula begins with an apostrophe. @param {string} cell */
  const safe = (cell) => {
    const line = cell.replace(/[\t\r\n]+/g, ' ');
    if (/^\s*[=+\-@＝＋－＠]/u.test(line)) return `'${line}`;
    return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
  };

  /** Rows as text to be pasted into a sheet. @param {string[][]} rows */
  const table = (rows) => rows.map((row) => `${row.map(safe).join('\t')}\r\n`).join('');

  return { read, table };
})();
