// Days of the calendar, written `2027-03-10`. They have no time and no zone: every device reckons alike.

/** @typedef {string} Day a day that exists, such as `2027-03-10` */

const Days = (() => {
  const MILLISECONDS = 86_400_000;
  const JAPAN = 9 * 3_600_000; // there is no summer time
  // Years of four digits only: what is farther off is a slip of the keyboard.
  const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;
  const TYPED = [
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/,
    /^(\d{4})(\d{2})(\d{2})$/,
  ];

  const pad = (/** @type {number} */ number, length = 2) => String(number).padStart(length, '0');
  const number = (/** @type {Day} */ day) => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;
  const fromNumber = (/** @type {number} */ number) => new Date(number * MILLISECONDS).toISOString().slice(0, 10);
  const parts = (/** @type {Day} */ day) => {
    const [year, month, date] = day.split('-').map(Number);
    return { year, month, date };
  };

  /**
   * The day of a year, month and date; nothing where the calendar has no such day.
   * @param {number} year @param {number} month @param {number} date
   * @returns {Day | null}
   */
  const of = (year, month, date) => {
    const day = `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
    return isDay(day) ? day : null;
  };

  /** Is the text a day? @param {unknown} text */
  const isDay = (text) => {
    if (typeof text !== 'string' || !WRITTEN.test(text)) return false;
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  };

  /**
   * The day that somebody typed or copied: `2027-03-10`, `2027/3/10`, `2027年3月10日`, `20270310`, in letters of any width.
   * @param {string} text
   * @returns {Day | null}
   */
  const read = (text) => {
    const plain = text.normalize('NFKC').trim();
    for (const form of TYPED) {
      const found = form.exec(plain);
      if (found) return of(Number(found[1]), Number(found[2]), Number(found[3]));
    }
    return null;
  };

  const lastOf = (/** @type {number} */ year, /** @type {number} */ month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

  /** So many days later; earlier where `count` is negative. @param {Day} day @param {number} count @returns {Day} */
  const add = (day, count) => fromNumber(number(day) + count);

  /**
   * The same date so many months later (earlier where negative). A month without that date gives its last day, and says so.
   * @param {Day} day @param {number} months
   * @returns {{ day: Day, isShort: boolean }}
   */
  const addMonths = (day, months) => {
    const { year, month, date } = parts(day);
    const count = year * 12 + month - 1 + months;
    const [toYear, toMonth] = [Math.floor(count / 12), ((count % 12) + 12) % 12 + 1];
    const last = lastOf(toYear, toMonth);
    return { day: `${pad(toYear, 4)}-${pad(toMonth)}-${pad(Math.min(date, last))}`, isShort: date > last };
  };

  /**
   * The last day of so many months that begin when `day` is over, as the Civil Code counts (articles 140, 141, 143): the first
   * day is not counted; the months end on the day before the one with the same date as their first; where there is none, on
   * the last day of the month.
   * @param {Day} day @param {number} months
   * @returns {Day}
   */
  const endOfMonths = (day, months) => {
    const first = add(day, 1);
    const same = addMonths(first, months);
    return same.isShort ? same.day : add(same.day, -1);
  };

  /** How many days from one to the other. @param {Day} from @param {Day} to */
  const between = (from, to) => number(to) - number(from);

  /** 1 is Monday, 7 is Sunday. @param {Day} day */
  const weekday = (day) => (((number(day) + 3) % 7) + 7) % 7 + 1;

  /** The day in Japan at a moment in milliseconds since 1970. @param {number} moment @returns {Day} */
  const inJapan = (moment) => new Date(moment + JAPAN).toISOString().slice(0, 10);

  return { of, isDay, read, parts, add, addMonths, endOfMonths, between, weekday, inJapan };
})();
