// The days that count from the day on which a period of stay expires. How far they lie, and for whom they hold, stands in
// data/deadlines.yaml (`counted`).

/** @typedef {'usual' | 'short' | 'shortest' | 'unknown'} StayLength how long the present period of stay is */
/** @typedef {{ hours?: number, days?: number, weeks?: number, months?: number, years?: number }} Span a length of time, in one unit */
/** @typedef {{ mark: string, direction: 'before' | 'after', length?: Span, at_least?: Span, longer_than?: Span, from?: Day, remind?: Span[] }} Counted */
/** @typedef {{ id: string, confidence?: string, value?: Period<{ duration?: Span }>[], counted?: Counted[] }} DeadlineRecord */
/** @typedef {{ mark: string, id: string, day: Day, isShort: boolean, isIf?: true }} Deadline `isShort`: the month has no such date; `isIf`: if the period is of the usual length */
/** @typedef {{ from: string, until: string }} DaysOfYear days of every year, such as `12-29` */
/** @typedef {{ closed_on_holidays?: boolean, closed_each_year?: DaysOfYear[], unknown_each_year?: DaysOfYear[] }} Desk */

const Deadlines = (() => {
  // In the first and the last century of four-digit years, counting would leave the calendar of the browser.
  const TOO_FAR = /^(?:00|99)/;

  /** Is it a day from which can be counted? @param {unknown} day @returns {day is Day} */
  const isReckonable = (day) => Days.isDay(day) && !TOO_FAR.test(/** @type {Day} */ (day));

  const months = (/** @type {Span} */ { months = 0, years = 0 }) => months + 12 * years;
  const days = (/** @type {Span} */ { days = 0, weeks = 0 }) => days + 7 * weeks;

  /**
   * Does it hold for a period of stay? The usual length is beyond all bounds; a short one is below `at_least`, the shortest
   * also not longer than `longer_than`.
   * @param {Counted} counted @param {StayLength} period
   */
  const holds = ({ at_least, longer_than }, period) => period === 'usual' || (!at_least && (period === 'short' || !longer_than));

  /** @param {Day} expiry @param {'before' | 'after'} direction @param {Span} length @returns {{ day: Day, isShort: boolean }} */
  const count = (expiry, direction, length) => {
    const isMonths = months(length) > 0;
    if (direction === 'before') {
      return isMonths ? Days.addMonths(expiry, -months(length)) : { day: Days.add(expiry, -days(length)), isShort: false };
    }
    if (!isMonths) return { day: Days.add(expiry, days(length)), isShort: false };
    return { day: Days.endOfMonths(expiry, months(length)), isShort: Days.addMonths(Days.add(expiry, 1), months(length)).isShort };
  };

  /** @param {DeadlineRecord} record @param {Counted} counted @param {Day} expiry @returns {Span | null} */
  const lengthOf = (record, counted, expiry) => counted.length ?? Periods.on(record.value ?? [], expiry)?.value?.duration ?? null;

  /**
   * The days that hold for a day of expiry, in their order. Of a period of unknown length: those of the usual one, each with `isIf`
   * where it does not hold for every length.
   * @param {{ expiry: unknown, period: unknown }} answers @param {{ deadlines: DeadlineRecord[] }} facts
   * @returns {Deadline[]}
   */
  const of = ({ expiry, period }, { deadlines }) => {
    if (!isReckonable(expiry)) return [];
    const known = stayLength(period);
    const found = deadlines.flatMap((record) => (record.counted ?? []).flatMap((counted) => {
      const length = lengthOf(record, counted, expiry);
      if (!length || (counted.from && expiry < counted.from)) return [];
      if (!holds(counted, known === 'unknown' ? 'usual' : known)) return [];
      const isIf = known === 'unknown' && !holds(counted, 'shortest') ? { isIf: /** @type {const} */ (true) } : {};
      return [{ mark: counted.mark, id: record.id, ...count(expiry, counted.direction, length), ...isIf }];
    }));
    return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  };

  /** What is none of the answers is unknown. @param {unknown} period @returns {StayLength} */
  const stayLength = (period) => (period === 'usual' || period === 'short' || period === 'shortest' ? period : 'unknown');

  /**
   * How a planned day stands to the day of expiry: before the first day (`early`), fileable online (`open`), the day for the
   * counter only (`last`), after the day of expiry (`over`). `unsure` where it cannot be told: the first day is known for periods
   * of the usual length only.
   * @param {{ expiry: unknown, planned: unknown, period: unknown }} answers @param {{ deadlines: DeadlineRecord[] }} facts
   * @returns {'early' | 'open' | 'last' | 'over' | 'unsure'}
   */
  const phase = ({ expiry, planned, period }, facts) => {
    if (!isReckonable(expiry) || !isReckonable(planned)) return 'unsure';
    if (planned > expiry) return 'over';
    const found = of({ expiry, period }, facts);
    const day = (/** @type {string} */ mark) => found.find((one) => one.mark === mark && !one.isIf)?.day;
    if (planned === day('counter-only')) return 'last';
    const [first, last] = [day('first'), day('last-online')];
    if (!first || !last) return 'unsure';
    if (planned < first) return 'early';
    return planned <= last ? 'open' : 'unsure';
  };

  /** A span may go past the end of the year. @param {DaysOfYear[]} list @param {string} day */
  const isIn = (list, day) => list.some(({ from, until }) => (from <= until ? from <= day && day <= until : from <= day || day <= until));

  /**
   * Why a desk is closed on a day, or may be: `weekend`, `holiday`, `closed` or `maybe` (days of every year), `unlisted` (a
   * working day of a year whose holidays are not in the data). Nothing where it is open.
   * @param {Day} day @param {Desk} desk @param {{ date: Day }[]} holidays
   * @returns {'weekend' | 'holiday' | 'closed' | 'maybe' | 'unlisted' | null}
   */
  const closure = (day, desk, holidays) => {
    if (Days.weekday(day) > 5) return 'weekend';
    if (desk.closed_on_holidays && holidays.some(({ date }) => date === day)) return 'holiday';
    if (isIn(desk.closed_each_year ?? [], day.slice(5))) return 'closed';
    if (isIn(desk.unknown_each_year ?? [], day.slice(5))) return 'maybe';
    const isListed = holidays.some(({ date }) => date.slice(0, 4) === day.slice(0, 4));
    return desk.closed_on_holidays && !isListed ? 'unlisted' : null;
  };

  return { of, phase, closure };
})();
