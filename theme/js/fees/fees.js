// The page of fees: reads the form or the address, asks the rules, shows what they say.
/** @typedef {{ procedure: string, reEntry: string, channel: string, received: string, granted: string }} FeeAnswers as the address has them; empty where not answered */
/** @typedef {ReturnType<typeof Fees.reckon>} FeeResult */

(() => {
  const form = Page.one('[data-form]');
  const results = Page.one('[data-results]');

  // What the reader answered: in the form, and in the address under stable names

  const NOT_YET = 'not-yet'; // nothing filed: today counts, whatever day that is when the address is opened
  const STAMPS = 'stamps'; // the period of data/payments.yaml in which revenue stamps are used
  const DEFAULTS = { reEntry: 'no', granted: 'unknown' };

  /** Only what can be chosen in this form is an answer. @param {HTMLElement} form @param {string} name @param {string | undefined} value */
  const choice = (form, name, value) => {
    const fields = /** @type {HTMLInputElement[]} */ (Page.all('input', Page.one(`[data-question="${name}"]`, form)));
    return fields.find((field) => field.value === value)?.value ?? '';
  };

  /** The answers in the address; nothing where it has none. @param {HTMLElement} form @returns {FeeAnswers | null} */
  const fromAddress = (form) => {
    const given = Fragment.read(['procedure', 're-entry', 'channel', 'received', 'granted']);
    if (Object.keys(given).length === 0) return null;
    return {
      procedure: choice(form, 'procedure', given.procedure),
      reEntry: choice(form, 'with-re-entry', given['re-entry']) || DEFAULTS.reEntry,
      channel: choice(form, 'channel', given.channel),
      received: given.received === NOT_YET || Days.isDay(given.received) ? given.received : '',
      granted: choice(form, 'granted', given.granted) || DEFAULTS.granted,
    };
  };

  /** Writes them into the form. @param {HTMLElement} form @param {FeeAnswers} answers @param {Day} today */
  const prefill = (form, { procedure, reEntry, channel, received, granted }, today) => {
    const isPlanned = received === NOT_YET || received > today;
    Form.setAnswer(form, 'procedure', procedure);
    Form.setAnswer(form, 'with-re-entry', reEntry);
    Form.setAnswer(form, 'channel', channel);
    Form.setAnswer(form, 'granted', granted);
    Form.setDay(form, 'received', Days.isDay(received) ? received : null);
    planned(form).checked = isPlanned;
  };

  const planned = (/** @type {HTMLElement} */ form) => /** @type {HTMLInputElement} */ (Page.one('#planned', form));

  /** Reads the form: the answers, and what is wrong with them. @param {HTMLElement} form @param {Day} today */
  const read = (form, today) => {
    const { day, isEmpty } = Form.day(form, 'received');
    const isPlanned = planned(form).checked;
    /** @type {FeeAnswers} */
    const answers = {
      procedure: Form.answer(form, 'procedure'),
      reEntry: Form.answer(form, 'with-re-entry'),
      channel: Form.answer(form, 'channel'),
      received: isPlanned && (isEmpty || day === today) ? NOT_YET : day ?? '',
      granted: Form.answer(form, 'granted'),
    };
    /** @type {Fault[]} */
    const faults = [];
    if (!answers.procedure) faults.push({ field: 'procedure', piece: 'no-choice' });
    if (!answers.channel) faults.push({ field: 'channel', piece: 'no-choice' });
    if (isEmpty && !isPlanned) faults.push({ field: 'received', piece: 'no-day' });
    else if (!day && !isEmpty) faults.push({ field: 'received', piece: 'not-a-day' });
    else if (day && isPlanned && day < today) faults.push({ field: 'received', piece: 'behind' });
    return { answers, faults };
  };

  /** Writes them into the address, as a step that Back undoes. @param {FeeAnswers} answers */
  const write = ({ procedure, reEntry, channel, received, granted }) => Fragment.write({
    procedure,
    channel,
    received,
    're-entry': reEntry === DEFAULTS.reEntry ? null : reEntry,
    granted: granted === DEFAULTS.granted ? null : granted,
  }, { isStep: true });

  /** Is there enough to answer? @param {FeeAnswers} answers */
  const isWhole = ({ procedure, channel, received }) => Boolean(procedure && channel && received);

  /**
   * What the rules are asked; `isAssumed`: the day is not one on which something was received.
   * @param {FeeAnswers} answers @param {Day} today
   * @returns {{ question: FeeQuestion, isAssumed: boolean }}
   */
  const toQuestion = ({ procedure, reEntry, channel, received, granted }, today) => ({
    question: {
      procedure,
      reEntry: reEntry === DEFAULTS.reEntry ? null : /** @type {ReEntry} */ (reEntry),
      otherActivity: false,
      channel: channel === 'counter' ? 'counter' : 'online',
      received: received === NOT_YET ? today : received,
      granted: granted === DEFAULTS.granted ? null : granted,
    },
    isAssumed: received === NOT_YET || received > today,
  });

  // Amounts and parts

  const { words, facts } = Page.data();
  const known = /** @type {FeeFacts} */ (/** @type {unknown} */ (facts));

  /** @param {string} name @param {Record<string, string>} [marks] @param {(string | Node)[]} content */
  const element = (name, marks = {}, ...content) => {
    const made = document.createElement(name);
    Object.assign(made.dataset, marks);
    made.append(...content);
    return made;
  };

  /** An amount that scripts can read, too. @param {number} amount @param {Record<string, string>} [marks] */
  const yen = (amount, marks = { amount: String(amount) }) => {
    const made = element('span', marks, Words.yen(amount, words));
    made.className = 'yen';
    return made;
  };
  const added = (/** @type {number} */ amount) => yen(amount, { processing: String(amount) });

  /** From the least to the most; one amount where they are the same. @param {Pick<Reckoned, 'low' | 'high'>} reckoned @param {(amount: number) => Node} [write] */
  const ends = ({ low, high }, write = yen) => {
    if (low === null || high === null) return null;
    return low === high ? write(low) : Page.piece('between', { low: write(low), high: write(high) });
  };

  /** How sure an amount is. @param {{ isEstimate: boolean, confidence: string | null }} sure */
  const badges = ({ isEstimate, confidence }) => {
    const all = document.createDocumentFragment();
    if (isEstimate) all.append(Page.piece('estimate'));
    if (confidence && Page.has(`sure-${confidence}`)) all.append(Page.piece(`sure-${confidence}`));
    return all;
  };

  const byId = (/** @type {string} */ kind, /** @type {string} */ id) => (facts[kind] ?? []).find((record) => record.id === id);

  /** What is paid for. @param {FeePart} part */
  const nameOf = ({ fee }) => {
    if (fee === 're-entry') return Page.piece('re-entry');
    return byId('fees', fee)?.name ?? byId('procedures', fee)?.short ?? Page.piece('re-entry');
  };

  /** What stands in place of an amount. @param {Reckoned & FeePart} part */
  const inWords = ({ state, isCarried }) => Page.piece(state === 'not-offered' ? 'part-not-offered' : isCarried ? 'part-unknown' : 'part-not-carried');

  /** @param {Reckoned & FeePart} part */
  const row = (part) => {
    const amount = element('td', {}, ends(part) ?? inWords(part), badges(part));
    for (const kind of part.either ?? []) {
      amount.append(line('div', { fee: kind.fee }, kind, ends(kind) ?? inWords(kind)));
    }
    const name = element('th', {}, nameOf(part));
    name.setAttribute('scope', 'row');
    return element('tr', { fee: part.fee, state: part.state }, name, amount);
  };

  /** All steps of the tariff of a part. @param {FeePart} part @param {boolean} hasAdded */
  const stepTable = (part, hasAdded) => {
    const rows = (part.tiers ?? []).map((step) => {
      const name = element('th', {}, byId('tiers', step.tier)?.name ?? '');
      name.setAttribute('scope', 'row');
      // The table says once how sure it is; a step says so where it is less sure.
      if (step.confidence !== part.confidence) name.append(badges({ isEstimate: false, confidence: step.confidence }));
      const cells = [step.amount, ...hasAdded ? [step.processing] : []].map((amount, at) =>
        element('td', {}, amount === null ? Page.piece('part-unknown') : at === 0 ? yen(amount) : added(amount)));
      return element('tr', { tier: step.tier }, name, ...cells);
    });
    const name = document.createDocumentFragment();
    name.append(nameOf(part), badges(part));
    return element('div', { steps: part.fee }, Page.piece('steps', { name, rows: all(rows), ...hasAdded ? {} : { added: null } }));
  };

  /** A line of a list: what it is, and how much. @param {string} tag @param {Record<string, string>} marks @param {FeePart} part @param {string | Node} text */
  const line = (tag, marks, part, text) => element(tag, marks, Page.piece('line', { name: nameOf(part), text }));

  const all = (/** @type {Node[]} */ nodes) => {
    const fragment = document.createDocumentFragment();
    fragment.append(...nodes);
    return fragment;
  };

  // The result

  /** The answer in one line. @param {FeeResult} result */
  const answer = (result) => {
    const { parts, total, low, high } = result;
    if (low === null || high === null) {
      const isNotOffered = parts.some(({ state }) => state === 'not-offered');
      const isMissing = parts.some(({ state, isCarried }) => state === 'unknown' && !isCarried);
      return Page.piece(isNotOffered ? 'not-offered' : isMissing ? 'not-carried' : 'unknown');
    }
    if (total !== null) {
      const amount = yen(total, { amount: String(total), total: '' });
      return Page.piece(parts.length > 1 ? 'answer-total' : 'answer-one', { amount, badges: badges(result) });
    }
    const piece = Page.piece(parts.length > 1 ? 'answer-altogether' : 'answer-one', { amount: ends(result), badges: badges(result) });
    for (const [name, is] of /** @type {[string, boolean][]} */ ([
      ['by-granted', parts.some(({ tiers }) => tiers)], ['by-kind', parts.some(({ either }) => either)],
    ])) if (is) piece.append(Page.piece(name));
    return piece;
  };

  /** The words of an answer as the form has them. @param {string} name @param {string} value */
  const chosen = (name, value) => Page.one(`#${name}-${CSS.escape(value)} + span`, form).firstChild?.textContent ?? '';

  /** What was asked, so that a printed answer can be read alone. @param {FeeQuestion} question @param {FeeResult} result */
  const asked = (question, { parts }) => {
    const isByGranted = parts.some(({ tiers, tier }) => tiers || tier);
    const copy = Page.piece('asked', {
      procedure: chosen('procedure', question.procedure),
      channel: chosen('channel', question.channel),
      received: Page.time(question.received, words),
      granted: chosen('granted', question.granted ?? DEFAULTS.granted),
    });
    if (!isByGranted) Page.one('[data-row="granted"]', copy).remove();
    return copy;
  };

  /** What the payment service adds. @param {FeeResult} result @param {FeeQuestion} question */
  const processing = ({ parts, processing }, { channel }) => {
    const paid = parts.filter(({ processing, state }) => state !== 'not-offered' && processing.amount !== 0);
    if (channel !== 'online' || paid.length === 0 || paid.some(({ low }) => low === null)) return [];
    if (paid.some(({ processing: { low } }) => low === null)) return [Page.piece('processing-unknown')];
    if (paid.length === 1) return [Page.piece('processing-one', { amount: ends(processing, added) })];
    const list = paid.map((part) => line('li', {}, part, ends(part.processing, added) ?? ''));
    return [Page.piece('processing-each', { list: all(list) })];
  };

  /** Remarks of the data about what was found. @param {FeeResult} result @param {FeeQuestion} question */
  const remarks = ({ parts }, { channel }) => {
    const names = parts.flatMap((part) => part.either ?? [part]).map(({ fee, from }) => `note-${fee}-${channel}-${from ?? 'always'}`);
    if (channel === 'online') names.push(...parts.flatMap(({ tier }) => tier ? [`note-tier-${tier}`] : []));
    return names.filter(Page.has).map((name) => Page.piece(name));
  };

  /** How it is paid. @param {FeeResult} result @param {FeeQuestion} question */
  const payment = ({ payment }, { channel }) => {
    const name = payment ? `pay-${channel}-${payment.from ?? 'always'}` : 'pay-unknown';
    return [Page.piece('how-to-pay'), Page.piece(Page.has(name) ? name : 'pay-unknown')];
  };

  /** The revenue stamps to buy for each part, where that is how it is paid and each is one amount. @param {FeeResult} result */
  const stamps = ({ parts, payment }) => {
    const paid = parts.filter(({ amount }) => amount !== 0);
    const kinds = known.payments.find(({ stamps }) => stamps)?.stamps ?? [];
    const lists = paid.map((part) => ({ part, bought: part.amount === null ? null : Fees.toStamps(part.amount, kinds) }));
    if (payment?.id !== STAMPS || lists.length === 0 || lists.some(({ bought }) => !bought)) return [];
    const items = lists.map(({ part, bought }) => {
      const each = (bought ?? []).map(({ amount, count }) => Words.fill(words.fees_say_stamp, { amount: Words.yen(amount, words), n: count }));
      const marks = { stamps: (bought ?? []).map(({ amount, count }) => `${amount}x${count}`).join(' ') };
      return line('li', marks, part, Words.list(each, words));
    });
    return [Page.piece('stamps', { list: all(items) })];
  };

  /** @param {FeeQuestion} question @param {boolean} isAssumed */
  const show = (question, isAssumed) => {
    const result = Fees.reckon(question, known);
    const isFree = result.high === 0 || result.parts.every(({ state }) => state === 'not-offered');
    // The reduction is one of the amounts that are paid after a notice; who has not filed yet can still choose the counter.
    const isHard = question.channel === 'online' && !isFree && result.payment?.id !== STAMPS;
    const hardship = isHard ? [Page.piece('hardship')] : [];
    const steps = result.parts.filter(({ tiers }) => tiers);
    results.replaceChildren(
      Page.piece('title'),
      answer(result),
      ...isAssumed ? [Page.piece('assumed', { day: Page.time(question.received, words) })] : [],
      ...isAssumed ? hardship : [],
      asked(question, result),
      Page.piece('parts', { rows: all(result.parts.map(row)) }),
      ...steps.map((part) => stepTable(part, question.channel === 'online')),
      ...remarks(result, question),
      ...processing(result, question),
      ...isFree ? [] : payment(result, question),
      ...stamps(result),
      ...isFree ? [] : [Page.piece('always')],
      ...isAssumed ? [] : hardship,
      Page.piece('actions'),
    );
    Page.one('[data-print]', results).addEventListener('click', () => print());
    results.hidden = false;
    results.focus();
  };


  /** Shows what the address says. An anchor of the page leaves everything as it is. */
  const showAddress = () => {
    const answers = fromAddress(form);
    if (!answers && location.hash !== '') return;
    results.hidden = true;
    if (!answers) return;
    prefill(form, answers, Page.today());
    Form.showFaults(form, []);
    if (!isWhole(answers)) return;
    const { question, isAssumed } = toQuestion(answers, Page.today());
    show(question, isAssumed);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { answers, faults } = read(form, Page.today());
    if (Form.showFaults(form, faults)) return;
    const before = location.hash;
    write(answers);
    if (location.hash === before) showAddress();
  });
  Fragment.onChange(showAddress);
  form.hidden = false;
  showAddress();
})();
