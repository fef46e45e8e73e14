// The page of "Can I file online?": one question at a time, then what the rules make of the answers. All of it stands in the
// address: the answers under the names of their questions, and in `ask` which answer is about to be changed.
(() => {
  const { facts, words } = Page.data();
  const TITLE = document.title;
  const UNKNOWN = 'unknown';
  const CHANNEL = 'online';
  const form = /** @type {HTMLFormElement} */ (Page.one('[data-form]'));
  const place = Page.one('[data-outcome]');
  const answered = Page.one('[data-answered]');
  const back = /** @type {HTMLAnchorElement} */ (Page.one('[data-back]'));
  /** @type {string[]} */
  const names = facts.questions.map((question) => question.id);
  /** What was ever answered on this page: an answer that no longer counts is offered again where its question comes back. @type {Answers} */
  const remembered = {};

  const question = (/** @type {string} */ id) => facts.questions.find((one) => one.id === id);
  const step = (/** @type {string} */ id) => Page.one(`[data-step="${id}"]`);
  const heading = (/** @type {string} */ id) => Page.one('h2', step(id));

  /** What the address says. */
  const state = () => {
    const { ask, ...answers } = Fragment.read([...names, 'ask']);
    const walked = Eligibility.walk(answers, facts, Page.today());
    Object.assign(remembered, walked.answers);
    return { ...walked, ask: ask !== undefined && walked.asked.includes(ask) ? ask : walked.open };
  };

  /** @param {Answers} answers @param {string | null} [ask] the question to show; by itself the first that is open */
  const go = (answers, ask) => Fragment.write({ ...answers, ask }, { isStep: true });

  // Questions

  const inputs = (/** @type {string} */ id) => /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (Page.all('input, select', step(id)));

  /** The answer in words, as they stand in the form. @param {string} id @param {string} answer @returns {string} */
  const inWords = (id, answer) => {
    if (answer === UNKNOWN || question(id).answer !== 'day') {
      const button = document.querySelector(`[data-unknown="${id}"]`);
      if (button) return button.textContent ?? '';
      const [first] = inputs(id);
      const found = first instanceof HTMLSelectElement
        ? [...first.options].find((option) => option.value === answer)
        : inputs(id).find((input) => input.value === answer)?.nextElementSibling;
      return found?.textContent ?? '';
    }
    return Words.dayOfWeek(answer, words);
  };

  /** Only the answers that are offered under the others can be chosen. @param {string} id @param {Answers} answers */
  const offer = (id, answers) => {
    const offered = Eligibility.offered(id, answers, facts, Page.today());
    for (const input of inputs(id)) {
      if (!(input instanceof HTMLInputElement) || input.type !== 'radio') continue;
      const label = /** @type {HTMLElement} */ (input.closest('label'));
      label.hidden = input.disabled = !offered.includes(input.value);
    }
  };

  /** @param {string} id @param {Answers} answers @param {string[]} asked */
  const showQuestion = (id, answers, asked) => {
    const isDay = question(id).answer === 'day';
    const kept = answers[id] ?? remembered[id] ?? '';
    for (const part of Page.all('[data-step]', form)) part.hidden = part.dataset.step !== id;
    for (const button of Page.all('[data-unknown]', form)) button.hidden = button.dataset.unknown !== id;
    Form.showFaults(form, []);
    offer(id, answers);
    if (isDay) Form.setDay(form, id, Days.isDay(kept) ? kept : null);
    else Form.setAnswer(form, id, kept);
    back.hidden = asked[0] === id;
    form.hidden = false;
    answered.replaceChildren(...Object.keys(answers).length > 0 ? [answersGiven(answers)] : []);
  };

  /** The address that a link leads to. @param {Answers} answers @param {string} ask */
  const hrefTo = (answers, ask) => `#${new URLSearchParams({ ...answers, ask })}`;

  /** The answers so far, each with a link to change it. @param {Answers} answers */
  const answersGiven = (answers) => {
    const rows = document.createDocumentFragment();
    for (const [id, answer] of Object.entries(answers)) {
      const name = step(id).dataset.name ?? '';
      const row = Page.piece('answer', { name, answer: inWords(id, answer) });
      const change = /** @type {HTMLAnchorElement} */ (Page.one('[data-change]', row));
      change.href = hrefTo(answers, id);
      change.setAttribute('aria-label', step(id).dataset.changes ?? '');
      rows.append(row);
    }
    return Page.piece('answers', { rows });
  };

  /** @param {Answers} answers @param {string} id @param {string} value */
  const take = (answers, id, value) => {
    const { answers: counted } = Eligibility.walk({ ...remembered, ...answers, [id]: value }, facts, Page.today());
    // What was remembered fills no question that the reader has not seen again.
    const kept = Object.fromEntries(Object.entries(counted).filter(([name]) => name === id || name in answers));
    go(kept);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { ask: id, answers } = state();
    if (!id) return;
    if (question(id).answer !== 'day') {
      const value = Form.answer(form, id);
      const isGiven = value !== '' && Eligibility.offered(id, answers, facts, Page.today()).includes(value);
      if (!Form.showFaults(form, isGiven ? [] : [{ field: id, piece: 'no-choice' }])) take(answers, id, value);
      return;
    }
    const { day, isEmpty } = Form.day(form, id);
    const fault = isEmpty ? { field: id, piece: 'no-day-or', values: { unknown: inWords(id, UNKNOWN) } } : { field: id, piece: 'not-a-day' };
    if (!Form.showFaults(form, day ? [] : [fault]) && day) take(answers, id, day);
  });

  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-unknown]') : null;
    if (!(button instanceof HTMLElement)) return;
    const { ask: id, answers } = state();
    if (id) take(answers, id, UNKNOWN);
  });

  back.addEventListener('click', (event) => {
    event.preventDefault();
    const { ask: id, asked, answers } = state();
    const before = id === null ? undefined : asked[asked.indexOf(id) - 1];
    if (before) go(answers, before);
  });

  // Results

  /** @param {EligibilityReason} reason @param {Answers} answers */
  const reason = ({ id, result, rests }, answers) => {
    const list = rests.map((id) => Words.fill(words.can_i_say_answer, { name: step(id).dataset.name ?? '', answer: inWords(id, answers[id]) }));
    const because = list.length > 0 ? Page.piece('because', { answers: Words.list(list, words) }) : null;
    const row = Page.piece('reason', { because });
    const item = Page.one('li', row);
    item.dataset.reason = id;
    item.dataset.verdict = result;
    fillFrom(id, row);
    return row;
  };

  /** The words of an outcome stand in the list of all outcomes on this page. @param {string} id @param {ParentNode} row */
  const fillFrom = (id, row) => {
    const of = (/** @type {string} */ part) => {
      const found = document.querySelector(`#${CSS.escape(id)} [data-part="${part}"]`);
      return found ? [...found.childNodes].map((node) => node.cloneNode(true)) : [];
    };
    Page.one('[data-fill="why"]', row).append(...of('why'), ' ', ...of('sure'));
    const steps = of('instead');
    if (steps.length > 0) Page.one('[data-fill="instead"]', row).append(...steps);
    else Page.one('[data-instead]', row).remove();
  };

  /** Whom the reasons say to ask, each once. @param {EligibilityReason[]} reasons */
  const ask = (reasons) => {
    const desks = [...new Set(reasons.flatMap(({ id }) => facts.outcomes.find((outcome) => outcome.id === id)?.ask ?? []))]
      .filter((desk) => Page.has(`desk-${desk}`));
    if (desks.length === 0) return null;
    const list = document.createDocumentFragment();
    list.append(...desks.map((desk) => Page.piece(`desk-${desk}`)));
    return Page.piece('ask', { desks: list });
  };

  /** @param {ParentNode} piece @param {string} to @param {Record<string, string>} state */
  const lead = (piece, to, state) => {
    const link = /** @type {HTMLAnchorElement} */ (Page.one(`[data-to="${to}"]`, piece));
    link.setAttribute('href', `${link.getAttribute('href')}#${new URLSearchParams(state)}`);
  };

  /** @param {string} mark @param {Day} day @param {DocumentFragment | null} remark */
  const deadline = (mark, day, remark) =>
    Page.piece('deadline', { name: Page.piece(`day-${mark}`), day: Page.time(day, words, { deadline: mark }), remark });

  /** The days that count for these answers. @param {NonNullable<ReturnType<typeof Eligibility.result>>} found */
  const deadlines = ({ answers, main, last }) => {
    const { expiry, period, filer } = answers;
    const days = document.createDocumentFragment();
    if (last) days.append(deadline('acquisition-last', last, null));
    const wanted = ['last-online', 'counter-only', 'special-until', ...main === 'extension' ? ['first'] : [], ...filer === 'applicant' ? ['my-number'] : []];
    const counted = Days.isDay(expiry) ? Deadlines.of({ expiry, period }, /** @type {any} */ (facts)) : [];
    for (const { mark, day, isShort, isIf } of counted.filter(({ mark }) => wanted.includes(mark))) {
      days.append(deadline(mark, day, isIf ? Page.piece('if-usual') : isShort && mark === 'first' ? Page.piece('short-month') : null));
    }
    if (days.childElementCount === 0) return null;
    const piece = Page.piece('deadlines', { days });
    const state = { ...Days.isDay(expiry) ? { expiry } : {}, ...period ? { period } : {} };
    lead(piece, 'deadlines', state);
    return piece;
  };

  /** @param {string} name a piece @param {{ amount: number | null, low: number | null, high: number | null, state: string }} fee @param {boolean} isEstimate */
  const feePart = (name, { amount, low, high, state }, isEstimate) => {
    const text = state === 'not-offered' ? words.not_offered
      : amount !== null ? Words.yen(amount, words)
        : low !== null && high !== null ? Words.fill(words.can_i_say_range, { low: Words.yen(low, words), high: Words.yen(high, words) }) : words.unknown;
    const piece = Page.piece('fee-part', { name: Page.has(name) ? Page.piece(name) : '', amount: text, estimate: isEstimate ? Page.one('[data-fill="estimate"]', Page.piece('fee-part')) : null });
    const slot = Page.one('[data-fill="amount"]', piece);
    if (amount !== null) slot.dataset.amount = String(amount);
    else if (low !== null && high !== null) Object.assign(slot.dataset, { amountLow: String(low), amountHigh: String(high) });
    return piece;
  };

  /** @param {string | undefined} together @returns {ReEntry} */
  const reEntry = (together) => together?.includes('multiple') ? 'multiple' : together?.includes('single') ? 'single' : null;

  /** What it costs online, by the day of receipt. @param {NonNullable<ReturnType<typeof Eligibility.result>>} found */
  const fee = ({ result, answers, main, received }) => {
    if (!main || result === 'not-online') return null;
    const { procedure, together } = answers;
    /** @type {FeeQuestion} */
    const asked = {
      procedure: main, channel: CHANNEL, received, granted: null,
      reEntry: procedure === 're-entry' ? 'undecided' : reEntry(together),
      otherActivity: procedure === 'other-activity' || together?.includes('other-activity') === true,
    };
    const { parts, total, low, high, isEstimate } = Fees.reckon(asked, /** @type {any} */ ({ ...facts, payments: [], tiers: [] }));
    const list = document.createDocumentFragment();
    list.append(...parts.map((part) => feePart(`fee-${part.fee}`, part, part.isEstimate)));
    if (parts.length > 1) list.append(feePart('fee-total', { amount: total, low, high, state: 'known' }, isEstimate));
    const isFree = high === 0;
    const keep = (/** @type {boolean} */ is, /** @type {string} */ name) => is ? {} : { [name]: null };
    const piece = Page.piece('fee', {
      day: Page.time(received, words), parts: list,
      ...keep(parts.some((part) => part.tiers !== null), 'by-period'),
      ...keep(!isFree && parts.some((part) => part.processing.high !== 0), 'processing'),
      ...keep(!isFree, 'hardship'),
    });
    const kind = reEntry(together);
    lead(piece, 'fees', { procedure: main, ...kind ? { 're-entry': kind } : {}, channel: CHANNEL, received });
    return piece;
  };

  /** The list to tick, with what concerns the procedures. @param {string[]} procedures */
  const checklist = (procedures) => {
    const piece = Page.piece('checklist');
    for (const item of Page.all('[data-only]', piece)) {
      const only = item.dataset.only?.split(' ') ?? [];
      if (!procedures.some((procedure) => only.includes(procedure))) item.remove();
      else delete item.dataset.only;
    }
    for (const title of Page.all('h4', piece)) {
      if (!title.nextElementSibling?.matches('ul:has(li)')) title.remove();
    }
    return piece;
  };

  /** All pieces of these names, one after the other. @param {string[]} pieces */
  const together = (pieces) => {
    const all = document.createDocumentFragment();
    all.append(...pieces.filter(Page.has).map((name) => Page.piece(name)));
    return all.childElementCount > 0 ? all : null;
  };

  /** @param {NonNullable<ReturnType<typeof Eligibility.result>>} found */
  const showResult = (found) => {
    const { result, answers, main } = found;
    const reasons = document.createDocumentFragment();
    reasons.append(...found.reasons.map((one) => reason(one, answers)));
    const procedures = main ? [...new Set([main, answers.procedure])] : [];
    const isPossible = main !== null && result !== 'not-online';
    const files = together(procedures.map((id) => `take-${id}`));
    const piece = Page.piece('result', {
      title: Page.piece(`title-${result}`), means: Page.piece(`means-${result}`), ask: ask(found.reasons), reasons,
      answers: answersGiven(answers), deadlines: deadlines(found), fee: fee(found),
      filer: isPossible ? together([`filer-${answers.filer}`]) : null,
      procedures: isPossible ? together(procedures.map((id) => `procedure-${id}`)) : null,
      take: isPossible ? Page.piece('take', { files }) : null,
      next: isPossible ? Page.piece('next') : null,
      checklist: isPossible ? checklist(procedures) : null,
    });
    Page.one('.result', piece).dataset.result = result;
    place.replaceChildren(piece);
  };

  addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[data-print]')) print();
    if (!target?.closest('[data-again]')) return;
    event.preventDefault();
    for (const name of names) delete remembered[name];
    history.pushState(null, '', location.pathname + location.search);
    show(true);
  });

  /** Shows what the address asks for. @param {boolean} isMove whether the reader came from another question */
  const show = (isMove) => {
    const { ask: id, asked, answers } = state();
    place.replaceChildren();
    answered.replaceChildren();
    form.hidden = true;
    const found = id ? null : Eligibility.result(answers, facts, Page.today());
    if (found) showResult(found);
    else showQuestion(/** @type {string} */ (id), answers, asked);
    const title = found ? Page.one('h2', place) : heading(/** @type {string} */ (id));
    const isStart = !found && id === names[0] && Object.keys(answers).length === 0;
    document.title = isStart ? TITLE : Words.fill(words.can_i_say_title, { what: title.textContent ?? '', title: TITLE });
    if (isMove || found) title.focus();
  };

  Fragment.onChange(() => show(true));
  show(false);
})();
