// Days and amounts in words. The patterns are those of the page's language (`words` of the data); here is only how they are filled.

/** @typedef {Record<string, string>} WordList words of the interface by key */

const Words = (() => {
  /** Puts values into a pattern: `{n}` and the like. @param {string} pattern @param {Record<string, string | number>} values */
  const fill = (pattern, values) => pattern.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

  /** A day: 2027年3月10日. @param {Day} day @param {WordList} words */
  const day = (day, words) => {
    const { year, month, date } = Days.parts(day);
    return fill(words.date, { year, month, day: date, month_name: words[`month_${month}`] });
  };

  /** A day with its weekday: 2027年3月10日（水）. @param {Day} day_ @param {WordList} words */
  const dayOfWeek = (day_, words) => fill(words.tool_say_day, { date: day(day_, words), weekday: words[`weekday_${Days.weekday(day_)}`] });

  const grouped = (/** @type {number} */ number) => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');

  /** An amount in yen, its thousands parted by commas; what is free says so. @param {number} amount @param {WordList} words */
  const yen = (amount, words) => amount === 0 ? words.free : fill(words.yen, { n: grouped(amount) });

  /** Days or months as a length of time: 3か月. @param {number} count @param {'days' | 'months'} unit @param {WordList} words */
  const length = (count, unit, words) => fill(words[count === 1 ? `${unit}_one` : unit], { n: count });

  /** Several things in a row. @param {string[]} items @param {WordList} words */
  const list = (items, words) => items.length === 0 ? '' : items.reduce((a, b) => fill(words.list_pair, { a, b }));

  return { fill, day, dayOfWeek, yen, length, list };
})();
