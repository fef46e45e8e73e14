// Values that change with time, as the data has them: periods in order, both days included.

/**
 * @template T
 * @typedef {{ id: string | null, from: Day | null, until: Day | null, value: T | null, confidence: string | null, note: string | null }} Period
 */

const Periods = (() => {
  /**
   * The period of a day. Nothing where the data has none: what comes before or after is never taken instead.
   * @template T
   * @param {Period<T>[]} periods @param {Day} day
   * @returns {Period<T> | null}
   */
  const on = (periods, day) => periods.find(({ from, until }) => (!from || from <= day) && (!until || day <= until)) ?? null;

  return { on };
})();
