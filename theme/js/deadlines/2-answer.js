// One person: from the form or the address to the days.
(() => {
  const { root, words, facts } = DeadlineTool;
  const form = Page.one('[data-form]', root);
  const answer = Page.one('[data-answer]', root);
  const desk = facts.contacts.find(({ id }) => id === 'bureau') ?? {};
  const NAMES = ['expiry', 'period', 'id-until'];

  /** @typedef {{ expiry: Day, period: StayLength, idUntil: Day | null }} Answers */

  const hasPeriod = root.querySelector('[data-question="period"]') !== null;

  /** Can anything be counted from the day? What lies centuries away is a slip. @param {unknown} day @returns {day is Day} */
  const isCountable = (day) => Deadlines.of({ expiry: day, period: 'usual' }, { deadlines: facts.deadlines }).length > 0;

  /** The state in the address; nothing where it has no day of expiry. @returns {Answers | null} */
  const fromAddress = () => {
    const { expiry, period, 'id-until': idUntil } = Fragment.read(NAMES);
    if (!isCountable(expiry)) return null;
    const known = period === 'usual' || period === 'short' || period === 'shortest' ? period : 'unknown';
    return { expiry, period: known, idUntil: Days.isDay(idUntil) ? idUntil : null };
  };

  /** @param {Answers} answers */
  const state = ({ expiry, period, idUntil }) => ({ expiry, period, 'id-until': idUntil });

  /** What is in the form, or what is wrong with it. @returns {{ answers: Answers | null, faults: Fault[] }} */
  const fromForm = () => {
    const typed = Form.day(form, 'expiry');
    const expiry = { ...typed, day: isCountable(typed.day) ? typed.day : null };
    const period = hasPeriod ? Form.answer(form, 'period') : 'unknown';
    const idUntil = Form.day(form, 'id-until');
    const faults = /** @type {Fault[]} */ ([]);
    if (!expiry.day) faults.push({ field: 'expiry', piece: expiry.isEmpty ? 'no-day' : 'not-a-day' });
    if (!period) faults.push({ field: 'period', piece: 'no-choice' });
    if (!idUntil.day && !idUntil.isEmpty) faults.push({ field: 'id-until', piece: 'not-a-day' });
    if (!expiry.day || faults.length > 0) return { answers: null, faults };
    return { answers: { expiry: expiry.day, period: /** @type {StayLength} */ (period), idUntil: idUntil.day }, faults };
  };

  /** @param {Answers} answers */
  const intoForm = ({ expiry, period, idUntil }) => {
    Form.setDay(form, 'expiry', expiry);
    if (hasPeriod) Form.setAnswer(form, 'period', period);
    Form.setDay(form, 'id-until', idUntil);
    if (idUntil) /** @type {HTMLDetailsElement} */ (Page.one('[data-more]', form)).open = true;
  };

  /** What holds today. @param {Answers} answers @param {Deadline[]} deadlines @param {Day} today */
  const now = ({ expiry, period }, deadlines, today) => {
    const day = (/** @type {string} */ mark) => deadlines.find((one) => one.mark === mark)?.day ?? expiry;
    const phase = Deadlines.phase({ expiry, planned: today, period }, { deadlines: facts.deadlines });
    const goal = phase === 'early' ? day('first') : phase === 'last' || phase === 'over' ? expiry : day('last-online');
    const piece = phase === 'unsure' && period === 'unknown' && hasPeriod ? 'unknown' : phase === 'open' && goal === today ? 'open_last' : phase;
    const left = DeadlineTool.days(Math.abs(Days.between(today, goal)));
    return Page.piece(`now-${piece}`, { today: Page.time(today, words), left });
  };

  /** That the counter is closed on a day, or may be; of days that are over nothing is said. @param {string} mark @param {Day} day @param {Day} today */
  const closed = (mark, day, today) => {
    if (day < today || !Page.has(`closed-${mark}`)) return null;
    const why = Deadlines.closure(day, desk, facts.holidays);
    if (!why) return null;
    if (why === 'unlisted') return Page.piece('closed-unlisted');
    const names = {
      weekend: Days.weekday(day) === 6 ? words.deadlines_say_saturday : words.deadlines_say_sunday,
      holiday: facts.holidays.find(({ date }) => date === day)?.name ?? '',
      closed: words.deadlines_say_turn_of_year,
      maybe: words.deadlines_say_turn_of_year,
    };
    return Page.piece(`closed-${mark}`, { why: names[why] });
  };

  /** @param {{ mark: string, day: Day, isShort?: boolean, isIf?: boolean }} deadline @param {Day} today */
  const item = ({ mark, day, isShort, isIf }, today) => {
    const piece = Page.piece('day', {
      time: Page.time(day, words, { deadline: mark }),
      left: DeadlineTool.distance(day, today),
      what: Page.piece(`day-${mark}`),
      if: isIf && Page.has(`if-${mark}`) ? Page.piece(`if-${mark}`) : null,
      closed: closed(mark, day, today),
      ...(isShort ? {} : { short: null }),
    });
    Page.one('li', /** @type {any} */ (piece)).classList.toggle('past', day < today);
    return piece;
  };

  /** All days in their order, with that of the user ID as it was entered. @param {Answers} answers */
  const daysOf = ({ expiry, period, idUntil }) => {
    const deadlines = Deadlines.of({ expiry, period }, { deadlines: facts.deadlines });
    const all = [...deadlines, ...(idUntil ? [{ mark: 'id-until', day: idUntil }] : [])];
    return { deadlines, all: all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
  };

  /** @param {{ mark: string, day: Day }[]} all @param {Day} today */
  const list = (all, today) => {
    const at = all.findIndex(({ day }) => day >= today);
    const items = all.map((deadline) => item(deadline, today));
    items.splice(at < 0 ? all.length : at, 0, Page.piece('today', { time: Page.time(today, words) }));
    const fragment = document.createDocumentFragment();
    fragment.append(...items);
    return fragment;
  };

  let shown = '';
  let current = /** @type {Answers | null} */ (null);

  /** Shows the days, unless they are there already. Says whether it did. @param {Answers} answers */
  const show = (answers) => {
    const today = Page.today();
    const key = JSON.stringify([answers, today]);
    if (key === shown) return false;
    shown = key;
    current = answers;
    const { deadlines, all } = daysOf(answers);
    Page.fill(answer, { expiry: Page.time(answers.expiry, words), now: now(answers, deadlines, today), days: list(all, today) });
    answer.hidden = false;
    return true;
  };

  const fromState = () => {
    const answers = fromAddress();
    if (!answers) {
      if (location.hash === '') hide();
      return;
    }
    intoForm(answers);
    if (show(answers)) DeadlineTool.say(Words.fill(words.deadlines_say_shown, { expiry: Words.dayOfWeek(answers.expiry, words) }));
  };
  const hide = () => {
    answer.hidden = true;
    shown = '';
    current = null;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { answers, faults } = fromForm();
    const more = /** @type {HTMLDetailsElement} */ (Page.one('[data-more]', form));
    if (faults.some(({ field }) => field === 'id-until')) more.open = true;
    if (Form.showFaults(form, faults) || !answers) return;
    show(answers);
    Fragment.write(state(answers), { isStep: true });
    Page.one('h3', answer).focus();
  });
  Page.one('[data-save]', answer).addEventListener('click', () => {
    if (!current) return;
    const { expiry, period } = current;
    const { address } = root.dataset;
    const url = address ? `${address}#${new URLSearchParams({ expiry, period })}` : null;
    DeadlineTool.save(`deadlines-${expiry}`, DeadlineTool.entries(daysOf(current).all, { today: Page.today(), key: expiry, url }));
  });
  // A page that stays open sees the next day come.
  document.addEventListener('visibilitychange', () => { if (current) show(current); });

  form.hidden = false;
  Fragment.onChange(fromState);
  fromState();
})();
