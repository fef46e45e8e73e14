// What depends on the reader's clock, in Japan time whatever zone the device keeps: outages, opening hours, the age of a
// copy. All words and moments stand in the page; here is only which of them are true now. Every part is a function that
// shows what is true at a moment and gives the next moment at which that changes.

/** @typedef {(now: number) => number} Part moments are milliseconds since 1970 */

(() => {
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;
  const JAPAN = 9 * HOUR; // there is no summer time
  // A timer stands still while the device sleeps, and cannot count beyond 24.8 days: it looks at the clock once a minute.
  const LONGEST = 60_000;

  /** @param {string} selector @param {ParentNode} [root] */
  const all = (selector, root = document) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  const show = (/** @type {HTMLElement} */ element, /** @type {boolean} */ isTrue) => { element.hidden = !isTrue; };

  /** An outage: ahead, then soon (where pages warn of it), now and over. @param {HTMLElement} element @returns {Part} */
  const outage = (element) => {
    const start = Date.parse(element.dataset.start ?? '');
    const end = Date.parse(element.dataset.end ?? '');
    const warning = start - Number(element.dataset.warningHours ?? 0) * HOUR;
    const parts = all('[data-when]', element);
    return (now) => {
      const { state, next } = now < warning ? { state: 'ahead', next: warning }
        : now < start ? { state: 'soon', next: start }
          : now < end ? { state: 'now', next: end } : { state: 'over', next: Infinity };
      element.dataset.state = state;
      parts.forEach((part) => show(part, part.dataset.when === state));
      show(element, parts.some((part) => !part.hidden));
      return next;
    };
  };

  /** Outages in a list, and words for when none of them is left. Comes after the outages. @param {HTMLElement} list @returns {Part} */
  const outages = (list) => {
    const each = all('[data-outage]', list);
    const none = all('[data-none]', list);
    return () => {
      const isNone = each.every((one) => one.dataset.state === 'over');
      none.forEach((words) => show(words, isNone));
      return Infinity;
    };
  };

  /** A copy is old from the first day on which more than so many days have passed. @param {HTMLElement} element @returns {Part} */
  const copy = (element) => {
    const old = Date.parse(`${element.dataset.edition}T00:00:00+09:00`) + (Number(element.dataset.oldAfterDays) + 1) * DAY;
    return (now) => {
      show(element, now >= old);
      return now < old ? old : Infinity;
    };
  };

  /** A desk. Its days are counted by the midnights of Japan, as if they were those of UTC. @param {HTMLElement} element @returns {Part} */
  const desk = (element) => {
    // The template writes all of them.
    const words = /** @type {Record<string, string>} */ (element.dataset);
    const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    const minutes = (/** @type {string} */ time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 60_000;
    const openings = words.openings.split(';').filter(Boolean).map((opening) => {
      const [day, from, until] = opening.split(' ');
      return { day: WEEK.indexOf(day), from: minutes(from), until: minutes(until) };
    }).sort((a, b) => a.from - b.from);
    const holidays = words.holidays?.trim().split(' ');
    const spans = (/** @type {string | undefined} */ list) => (list ?? '').trim().split(' ').filter(Boolean).map((span) => span.split('/'));
    const closed = spans(words.closedEachYear);
    const unknown = spans(words.unknownEachYear);
    // A span may go past the end of the year.
    const isIn = (/** @type {string[][]} */ list, /** @type {string} */ day) => list.some(([from, until]) => (
      from <= until ? from <= day && day <= until : from <= day || day <= until));

    /** The openings of a day, none where it is closed; nothing where nobody knows. @param {number} midnight */
    const hours = (midnight) => {
      const date = new Date(midnight);
      const iso = date.toISOString().slice(0, 10);
      const day = iso.slice(5);
      const isCovered = !holidays || holidays.some((holiday) => holiday.startsWith(iso.slice(0, 5)));
      if (!isCovered) return null;
      const list = openings.filter((opening) => opening.day === date.getUTCDay())
        .map(({ from, until }) => ({ from: midnight + from, until: midnight + until }));
      if (list.length === 0 || holidays?.includes(iso) || isIn(closed, day)) return [];
      return isIn(unknown, day) ? null : list;
    };
    /** The next opening after a moment within a month, if every day before it is known. @param {number} moment @param {number} today */
    const opensNext = (moment, today) => {
      for (let day = 0; day <= 31; day += 1) {
        const list = hours(today + day * DAY);
        if (!list) return null;
        const next = list.find((opening) => opening.from > moment);
        if (next) return next.from;
      }
      return null;
    };

    const time = (/** @type {number} */ moment) => new Date(moment).toISOString().slice(11, 16);
    const written = (/** @type {number} */ moment) => {
      const date = new Date(moment);
      const day = words.date.replace('{year}', String(date.getUTCFullYear())).replace('{month_name}', words.months.split('|')[date.getUTCMonth()])
        .replace('{month}', String(date.getUTCMonth() + 1)).replace('{day}', String(date.getUTCDate()));
      return words.moment.replace('{date}', day).replace('{weekday}', words.weekdays.split('|')[date.getUTCDay()])
        .replace('{time}', time(moment));
    };
    let said = '';
    const say = (/** @type {string} */ state, /** @type {string} */ text) => {
      if (said !== text) element.textContent = text;
      said = text;
      element.dataset.state = state;
      show(element, true);
    };
    return (now) => {
      const moment = now + JAPAN;
      const today = Math.floor(moment / DAY) * DAY;
      const list = hours(today);
      const open = list?.find(({ from, until }) => from <= moment && moment < until);
      const next = list && !open ? opensNext(moment, today) : null;
      if (!list) say('unknown', words.saysUnknown);
      else if (open) say('open', words.saysOpen.replace('{time}', time(open.until)));
      else if (next) say('closed', words.saysClosed.replace('{moment}', written(next)));
      else say('closed', words.saysClosedUnsure);
      return (open?.until ?? next ?? today + DAY) - JAPAN;
    };
  };

  const parts = [
    ...all('[data-outage]').map(outage),
    ...all('[data-outages]').map(outages),
    ...all('[data-old-after-days]').map(copy),
    ...all('[data-openings]').map(desk),
  ];
  let timer = 0;
  const look = () => {
    clearTimeout(timer);
    const now = Date.now();
    const next = Math.min(...parts.map((part) => part(now)));
    if (next < Infinity) timer = setTimeout(look, Math.min(next - now, LONGEST));
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
  look();
})();
