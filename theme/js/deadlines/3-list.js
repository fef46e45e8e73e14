// Many people, from a pasted list. Their names stay in the page: they go into no address and no store.
(() => {
  const { root, words, facts, limits } = DeadlineTool;
  const many = Page.one('[data-many]', root);
  const form = Page.one('[data-list-form]', many);
  const result = Page.one('[data-list]', many);
  const holder = Page.one('[data-table]', result);
  const table = Page.one('table', holder);
  const COLUMNS = ['first', 'last-online', 'special-until'];
  const FIRST = 25; // rows that are drawn at once: what a screen shows …
  const MOST = 1000; // … and what may follow in one go

  /** @typedef {Person & { deadlines: Deadline[], state: string }} Row */

  const hasPeriod = form.querySelector('[data-question="list-period"]') !== null;
  /** Days in words, each written once: many people share a day. @type {Map<Day, string>} */
  const written = new Map();
  const inWords = (/** @type {Day} */ day) => {
    const known = written.get(day) ?? Words.day(day, words);
    written.set(day, known);
    return known;
  };

  /** How a person stands today, in words. @param {Day} expiry @param {string} period @param {Deadline[]} deadlines @param {Day} today */
  const stateOf = (expiry, period, deadlines, today) => {
    const day = (/** @type {string} */ mark) => deadlines.find((one) => one.mark === mark)?.day ?? expiry;
    const phase = Deadlines.phase({ expiry, planned: today, period }, { deadlines: facts.deadlines });
    const goal = phase === 'early' ? day('first') : phase === 'over' ? expiry : day('last-online');
    const key = phase === 'open' && goal === today ? 'open_last' : phase;
    return Words.fill(words[`deadlines_say_state_${key}`], { length: DeadlineTool.days(Math.abs(Days.between(today, goal))) });
  };

  /** The same day has the same deadlines: they are counted once. @param {Person[]} people @param {string} period @param {Day} today @returns {Row[]} */
  const rowsOf = (people, period, today) => {
    const known = new Map();
    return people.map((person) => {
      let found = known.get(person.day);
      if (!found) {
        const deadlines = Deadlines.of({ expiry: person.day, period }, { deadlines: facts.deadlines });
        found = { deadlines, state: stateOf(person.day, period, deadlines, today) };
        known.set(person.day, found);
      }
      return { ...person, ...found };
    });
  };

  /** What stands where a day is missing: it is not known, or there is none. @param {string} mark */
  const missing = (mark) => (mark === 'first' ? words.deadlines_say_unknown : words.deadlines_say_none);
  const nameOf = (/** @type {Person} */ { name, row }) => name || Words.fill(words.deadlines_say_no_name, { row });

  /** @param {Day | undefined} day @param {string} mark */
  const cell = (day, mark) => {
    const element = document.createElement('td');
    if (!day) {
      element.textContent = missing(mark);
      return element;
    }
    const time = document.createElement('time');
    time.dateTime = day;
    time.dataset.deadline = mark;
    time.textContent = inWords(day);
    element.append(time);
    return element;
  };

  /** @param {Row} row */
  const drawn = (row) => {
    const element = document.createElement('tr');
    const name = document.createElement('th');
    name.scope = 'row';
    name.textContent = nameOf(row);
    const state = document.createElement('td');
    state.textContent = row.state;
    const days = COLUMNS.map((mark) => cell(row.deadlines.find((one) => one.mark === mark)?.day, mark));
    element.append(name, state, cell(row.day, 'counter-only'), ...days);
    return element;
  };

  /** @param {UnreadableRow} row */
  const unreadable = ({ row, text, reason }) => Page.piece(`unreadable-${reason}`, { row, text: text.replaceAll('\t', ' ').slice(0, 200) });

  let run = 0;
  /**
   * Draws a list in growing slices: what the reader sees first is there at once, and the page stays alive. What was being drawn before stops.
   * @template T @param {HTMLElement} parent @param {T[]} items @param {(item: T) => Node} draw @param {number} own
   */
  const inSlices = (parent, items, draw, own) => {
    const step = (/** @type {number} */ from, /** @type {number} */ count) => {
      if (own !== run) return;
      parent.append(...items.slice(from, from + count).map(draw));
      if (from + count < items.length) setTimeout(step, 0, from + count, Math.min(2 * count, MOST));
    };
    step(0, FIRST);
  };

  let rows = /** @type {Row[]} */ ([]);

  /** @param {ReturnType<typeof People.read>} read @param {string} period */
  const show = (read, period) => {
    const today = Page.today();
    run += 1;
    rows = rowsOf(read.people, period, today);
    const count = Words.fill(words[rows.length === 1 ? 'deadlines_say_count_one' : 'deadlines_say_count'], { count: rows.length });
    Page.fill(result, { count, read: said(read, period, today), unreadable: Words.fill(words.deadlines_say_unreadable, { count: read.unreadable.length }) });
    const details = /** @type {HTMLDetailsElement} */ (Page.one('[data-unreadable]', result));
    const list = Page.one('[data-rows]', details);
    list.replaceChildren();
    details.hidden = read.unreadable.length === 0;
    details.open = read.unreadable.length <= 20;
    inSlices(list, read.unreadable, unreadable, run);
    const body = document.createElement('tbody');
    table.querySelector('tbody')?.remove();
    inSlices(body, rows, drawn, run);
    table.append(body);
    for (const part of [holder, Page.one('[data-list-actions]', result)]) part.hidden = rows.length === 0;
    result.hidden = false;
  };

  /** @param {ReturnType<typeof People.read>} read @param {string} period @param {Day} today */
  const said = ({ hasHeadings }, period, today) => {
    const least = facts.deadlines.flatMap(({ counted = [] }) => counted).find(({ mark }) => mark === 'first')?.at_least;
    const isIf = period === 'unknown' && least?.months;
    return [
      Words.fill(words.deadlines_say_read, { today: inWords(today) }),
      hasHeadings ? words.deadlines_say_headings : '',
      isIf ? Words.fill(words.deadlines_say_if, { length: Words.length(least.months, 'months', words) }) : '',
    ].join('');
  };

  /** The table as text for a sheet. */
  const asText = () => {
    const headings = Page.all('thead th', table).map((heading) => heading.textContent ?? '');
    const cells = rows.map((row) => [nameOf(row), row.state, row.day,
      ...COLUMNS.map((mark) => row.deadlines.find((one) => one.mark === mark)?.day ?? missing(mark))]);
    return People.table([headings, ...cells]);
  };

  /** Copies by way of a field, which works from a double-clicked file too. @param {string} text */
  const copy = (text) => {
    const field = document.createElement('textarea');
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    field.value = text;
    field.className = 'unseen';
    result.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return isDone;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const read = People.read(Form.answer(form, 'people'), limits.rows.count);
    const period = hasPeriod ? Form.answer(form, 'list-period') : 'unknown';
    const faults = /** @type {Fault[]} */ ([]);
    if (read.count === 0) faults.push({ field: 'people', piece: 'no-people' });
    if (read.isTooLong) faults.push({ field: 'people', piece: 'too-many', values: { count: read.count } });
    if (!period) faults.push({ field: 'list-period', piece: 'no-choice' });
    if (Form.showFaults(form, faults)) return;
    show(read, period);
    Page.one('h3', result).focus();
  });
  Page.one('[data-list-save]', result).addEventListener('click', () => {
    const today = Page.today();
    // What is not reminded of would only fill the calendar.
    const entries = rows.flatMap((row) => DeadlineTool.entries(row.deadlines, { today, key: row.day, name: nameOf(row) }));
    DeadlineTool.save(`deadlines-${today}`, entries.filter(({ remind }) => remind.length > 0));
  });
  Page.one('[data-list-copy]', result).addEventListener('click', () => {
    const isDone = copy(asText());
    DeadlineTool.say(Words.fill(isDone ? words.deadlines_say_copied : words.deadlines_say_not_copied, { count: rows.length }));
  });
  many.hidden = false;
})();
