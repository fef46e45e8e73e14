// The page that fills in the papers for posting: reads the form once, writes every sheet, sees to it that nothing leaves its
// place, prints. Names and addresses go nowhere but onto the sheets, and into this browser where the reader ticks that.
(() => {
  const { words, facts } = Page.data();
  const root = document.documentElement;
  const tool = Page.one('.mail-pack');
  const form = Page.one('[data-form]');
  // Nothing of the sheets is there without a script.
  const brought = /** @type {HTMLTemplateElement} */ (Page.one('[data-sheets]'));
  brought.replaceWith(brought.content);
  const made = Page.one('[data-made]');
  const stack = Page.one('[data-stack]');
  const own = Page.one('[data-own]');
  const start = /** @type {HTMLSelectElement} */ (Page.one('#start'));
  const keep = /** @type {HTMLInputElement} */ (Page.one('#keep'));

  const KEY = 'madoguchi-mail-pack';
  const LONGEST = 2000; // letters of an answer that are kept
  const LINES = ['number', 'persons', 'name', 'nationality', 'user', 'occupation', 'phone', 'postal', 'address', 'addressee', 'person', 'own-postal', 'own-address', 'own-addressee', 'start'];
  const CHOICES = ['procedure', 'status', 'destination', 'stock'];
  const DAYS = ['received', 'birth'];
  const TICKS = ['named', 'sheets'];

  // Which answers stand behind what is written on a sheet.
  const BEHIND = /** @type {Record<string, string[]>} */ ({
    'received-here': ['received'], return: ['postal', 'address', 'addressee'], 'return-address': ['postal', 'address'], 'sender-phone': ['phone'],
    sender: ['postal', 'address', 'addressee'], person: [], destination: [],
  });

  const sections = Page.all('[data-sheet]', made);
  const slots = Page.all('[data-slot]', stack);
  const labels = Page.all('[data-label]', stack);
  let isMade = false;

  // The form

  const ticks = (/** @type {string} */ name) => /** @type {HTMLInputElement[]} */ (Page.all(`[data-question="${name}"] input`, form));
  const ticked = (/** @type {string} */ name) => ticks(name).filter((box) => box.checked).map((box) => box.value);
  const setTicks = (/** @type {string} */ name, /** @type {string[]} */ values) => { for (const box of ticks(name)) box.checked = values.includes(box.value); };
  const hasQuestion = (/** @type {string} */ name) => form.querySelector(`[data-question="${name}"]`) !== null;

  /** All that was typed and chosen, by name; what was ticked with commas. */
  const read = () => /** @type {Record<string, string>} */ (Object.fromEntries([
    ...[...LINES, ...CHOICES].filter(hasQuestion).map((name) => [name, Form.answer(form, name)]),
    ...DAYS.map((name) => [name, Form.day(form, name).day ?? '']),
    ...TICKS.map((name) => [name, ticked(name).join(',')]),
  ]));

  const write = (/** @type {Record<string, string>} */ answers) => {
    for (const name of CHOICES) if (hasQuestion(name) && answers[name]) Form.setAnswer(form, name, answers[name]);
    listPlaces();
    for (const name of LINES) if (name in answers) Form.setAnswer(form, name, answers[name]);
    for (const name of DAYS) if (name in answers) Form.setDay(form, name, Days.isDay(answers[name]) ? answers[name] : null);
    for (const name of TICKS) if (name in answers) setTicks(name, answers[name].split(','));
    showParts();
  };

  /** @returns {Fault[]} */
  const faults = () => {
    const answers = read();
    const is = (/** @type {boolean} */ isWrong, /** @type {string} */ field, /** @type {string} */ piece) => isWrong ? [{ field, piece }] : [];
    const day = (/** @type {string} */ name) => {
      const { day, isEmpty } = Form.day(form, name);
      return is(!day && !isEmpty, name, 'not-a-day');
    };
    const postal = (/** @type {string} */ name) => is(answers[name] !== '' && !Mailing.postalCode(answers[name]), name, 'postal');
    const isOwn = answers.destination === 'own';
    return [
      ...day('received'),
      ...is(answers.persons !== '' && Mailing.persons(answers.persons) === null, 'persons', 'persons'),
      ...day('birth'),
      ...postal('postal'),
      ...(isOwn ? [...postal('own-postal'), ...is(Mailing.lines(answers['own-address']).length === 0 || Mailing.clean(answers['own-addressee']) === '', 'own-address', 'own')] : []),
      ...is(answers.sheets === '', 'sheets', 'sheets'),
    ];
  };

  const stockRecord = () => facts.stationery.find(({ id }) => id === Form.answer(form, 'stock'));

  /** The places on the sheet of labels from which two of them are left. */
  const listPlaces = () => {
    const record = stockRecord();
    if (!record) return;
    const { columns, rows } = MailPaper.printedGrid(record);
    const chosen = Number(start.value);
    const count = columns * rows - 1;
    if (start.options.length === count) return;
    start.replaceChildren(...Array.from({ length: count }, (_, at) => new Option(String(at + 1), String(at + 1))));
    start.value = String(chosen >= 1 && chosen <= count ? chosen : 1);
  };

  const showParts = () => {
    own.hidden = Form.answer(form, 'destination') !== 'own';
    Page.one('[data-stocks]').hidden = !ticked('sheets').includes('labels');
    // What the e-mail names is asked for only where it can decide something.
    const answers = read();
    Page.one('[data-question=named]').hidden = answers.received !== '' && !marksOf({ ...answers, named: '' }).some(({ why }) => why === 'mail');
  };

  // The sheets

  const paperWords = /** @type {WordList} */ ({
    date: stack.dataset.date ?? '',
    ...Object.fromEntries((stack.dataset.months ?? '').split('|').map((name, at) => [`month_${at + 1}`, name])),
  });
  const withFee = (stack.dataset.withFee ?? '').split(' ');
  const procedures = Object.fromEntries((stack.dataset.procedures ?? '').split('|').filter(Boolean).map((pair) => pair.split('=')));

  /** @param {Record<string, string>} answers */
  const marksOf = (answers) => Mailing.enclosures({ facts }, {
    received: answers.received || null,
    status: ['', 'unknown'].includes(answers.status ?? '') ? null : answers.status,
    hasFee: answers.procedure in procedures ? withFee.includes(answers.procedure) : null,
    named: answers.named.split(','),
    persons: Mailing.persons(answers.persons) ?? 1,
  });

  /** @param {Record<string, string>} answers */
  const values = (answers) => {
    const { clean, lines } = Mailing;
    const persons = Mailing.persons(answers.persons) ?? 1;
    const name = clean(answers.name);
    const postal = Mailing.postalCode(answers.postal);
    const address = `${postal ? `〒${postal} ` : ''}${lines(answers.address).join(' ')}`.trim();
    return /** @type {Record<string, string>} */ ({
      ...Object.fromEntries(['number', 'nationality', 'user', 'occupation', 'phone', 'addressee', 'person'].map((key) => [key, clean(answers[key]).replaceAll('\n', ' ')])),
      name: name && persons > 1 ? Words.fill(stack.dataset.others ?? '', { name, count: persons - 1 }) : name,
      received: answers.received ? Words.day(answers.received, paperWords) : '',
      'received-here': answers.received ? Words.day(answers.received, words) : '',
      birth: answers.birth ? Words.day(answers.birth, paperWords) : '',
      procedure: procedures[answers.procedure] ?? '',
      return: [address, clean(answers.addressee)].filter(Boolean).join('\n'),
      'return-address': address,
      'sender-phone': clean(answers.phone),
    });
  };

  /** @param {Record<string, string>} answers @returns {Destination} */
  const destination = (answers) => {
    if (answers.destination === 'own') {
      return { postalCode: Mailing.postalCode(answers['own-postal']), lines: Mailing.lines(answers['own-address']), name: Mailing.clean(answers['own-addressee']) };
    }
    const { address } = facts.mailing.find(({ id }) => id === answers.destination) ?? {};
    return { postalCode: address?.postal_code ?? null, lines: address?.lines ?? [], name: address?.addressee ?? '' };
  };

  /** Writes all chosen sheets; gives what did not fit, by sheet. @param {Record<string, string>} answers */
  const setSheets = (answers) => {
    const chosen = answers.sheets.split(',');
    const tooLong = /** @type {Record<string, string[]>} */ (Object.fromEntries(chosen.map((id) => [id, []])));
    const sheetOf = (/** @type {HTMLElement} */ part) => part.closest('[data-sheet]')?.getAttribute('data-sheet') ?? '';
    const note = (/** @type {string} */ sheet, /** @type {string[]} */ names) => tooLong[sheet]?.push(...names);
    for (const section of sections) section.hidden = !chosen.includes(section.dataset.sheet ?? '');

    const texts = values(answers);
    for (const slot of slots) {
      const name = slot.dataset.slot ?? '';
      if (!MailPaper.fit(slot, texts[name] ?? '')) note(sheetOf(slot), BEHIND[name] ?? [name]);
    }
    const [to, office, title] = [destination(answers), stack.dataset.office ?? '', stack.dataset.ownTitle ?? ''];
    const back = { postalCode: Mailing.postalCode(answers.postal), lines: Mailing.lines(answers.address), name: Mailing.clean(answers.addressee) };
    const kinds = /** @type {Record<string, [Destination, string, string]>} */ ({
      destination: [to, office, ''], return: [back, title, ''], sender: [back, '', Mailing.clean(answers.phone)],
    });
    const set = (/** @type {HTMLElement} */ label, /** @type {string} */ kind, /** @type {number[]} */ sizes) => {
      const [it, after, phone] = kinds[kind];
      if (!MailPaper.setLabel(label, it, { sizes, after, phone })) note(sheetOf(label), kind === 'destination' ? ['destination'] : BEHIND[kind] ?? BEHIND.return);
    };
    for (const label of labels) set(label, label.dataset.label ?? '', label.matches('.for-large, .for-return') ? MailPaper.SIZES.large : MailPaper.SIZES.small);
    const record = stockRecord();
    if (chosen.includes('labels') && record) {
      const [first, second] = MailPaper.setStock(Page.one('.stock', made), record, Number(answers.start) || 1);
      set(first, 'destination', MailPaper.SIZES.small);
      set(second, 'return', MailPaper.SIZES.small);
    }
    if (!MailPaper.setLetterhead(made, to, office)) note('cover', ['destination']);
    MailPaper.setEnclosures(made, marksOf(answers), facts.mailing);
    return tooLong;
  };

  /** What each chosen sheet takes, as names of questions. @param {string[]} chosen */
  const fields = (chosen) => Object.fromEntries(sections.filter((section) => chosen.includes(section.dataset.sheet ?? '')).map((section) => {
    const names = Page.all('[data-slot], [data-label]', section).map((part) => part.dataset.slot ?? part.dataset.label ?? '');
    if (section.dataset.sheet === 'labels') names.push('return');
    return [section.dataset.sheet ?? '', names.flatMap((name) => BEHIND[name] ?? [name])];
  }));

  /** What is blank and what did not fit, below the name of each sheet. @param {Record<string, string>} answers @param {Record<string, string[]>} tooLong */
  const setNotes = (answers, tooLong) => {
    const chosen = answers.sheets.split(',');
    const blank = Mailing.missing(fields(chosen), { ...answers, procedure: procedures[answers.procedure] ?? '' });
    const named = (/** @type {string[]} */ names) => Words.list([...new Set(names)].map((name) => Page.piece(`name-${name}`).textContent ?? ''), words);
    for (const section of sections) {
      const sheet = section.dataset.sheet ?? '';
      const over = (tooLong[sheet] ?? []).filter((name) => answers[name] !== '');
      const notes = [['blank', blank[sheet] ?? []], ['too-long', over]].filter(([, names]) => names.length > 0).map(([piece, names]) => {
        const item = document.createElement('li');
        item.dataset.note = String(piece);
        item.dataset.names = [...new Set(names)].join(' ');
        item.textContent = Words.fill(Page.piece(String(piece)).textContent ?? '', { names: named(/** @type {string[]} */ (names)) });
        return item;
      });
      Page.one('[data-notes]', section).replaceChildren(...notes);
    }
    Page.one('[data-odd]').hidden = !Mailing.looksOdd(answers.number);
    Page.one('[data-no-day]').hidden = answers.received !== '';
    // Where something is left to the result e-mail, the order of paying and posting is too.
    Page.one('[data-order]').hidden = answers.received !== '' && !marksOf(answers).some(({ why }) => why === 'mail' || why === 'day');
    const pages = Page.all('.sheet', made).filter((sheet) => !sheet.closest('[hidden]')).length;
    Page.one('[data-count]').textContent = Words.fill(words.mail_pack_say_count, { count: pages });
  };

  const scale = () => {
    const room = sections.map((section) => Page.one('[data-pages]', section).clientWidth).find((width) => width > 0);
    if (room) tool.style.setProperty('--scale', String(MailPaper.scaleFor(room)));
  };

  const show = () => {
    const answers = read();
    isMade = true;
    made.hidden = false;
    root.dataset.paper = '';
    MailPaper.setMeasures(tool, facts.stationery);
    const tooLong = setSheets(answers);
    setNotes(answers, tooLong);
    scale();
  };

  /** Takes the sheets away while an answer is not whole: nobody is to print what is out of date. */
  const pause = () => {
    made.hidden = true;
    delete root.dataset.paper;
  };

  const hide = () => {
    isMade = false;
    pause();
  };

  // What is kept on the device, only where the reader ticked it

  const say = (/** @type {string} */ piece) => Page.one('[data-kept]').replaceChildren(piece ? Page.piece(piece) : '');
  const store = () => {
    Page.one('[data-forget]').hidden = !keep.checked;
    if (!keep.checked) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(read()));
    } catch {
      say('not-kept');
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(KEY);
    } catch { /* nothing is kept where the browser keeps nothing */ }
    keep.checked = false;
    Page.one('[data-forget]').hidden = true;
    say('forgotten');
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
      if (kept === null || typeof kept !== 'object') return;
      write(Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => typeof value === 'string' ? [[name, value.slice(0, LONGEST)]] : [])));
      keep.checked = true;
      Page.one('[data-forget]').hidden = false;
      say('kept');
    } catch { /* what cannot be read counts as not there */ }
  };

  // The address: the day of receipt and the sheets, never a name

  const state = () => {
    const { received, sheets } = read();
    return { received, sheets };
  };
  const fromAddress = () => {
    const text = location.hash.slice(1);
    if (text && !text.includes('=')) return; // an anchor
    const { received, sheets } = Fragment.read(['received', 'sheets']);
    const known = ticks('sheets').map((box) => box.value);
    const chosen = (sheets ?? '').split(',').filter((id) => known.includes(id));
    if (received && Days.isDay(received)) Form.setDay(form, 'received', received);
    if (chosen.length === 0) return hide();
    setTicks('sheets', chosen);
    showParts();
    if (faults().length === 0) show();
    else hide();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = faults();
    store();
    if (Form.showFaults(form, found)) return hide();
    show();
    Fragment.write(state(), { isStep: true });
    Page.one('[data-made-title]').focus();
  });
  form.addEventListener('input', () => {
    listPlaces();
    showParts();
    store();
    if (!isMade) return;
    if (faults().length > 0) return pause();
    show();
    Fragment.write(state());
  });
  keep.addEventListener('change', () => { if (!keep.checked) forget(); });
  Page.one('[data-forget]').addEventListener('click', () => { forget(); keep.focus(); });
  for (const button of Page.all('[data-print]', made)) {
    button.addEventListener('click', () => {
      const wanted = button.dataset.print;
      for (const section of sections) section.toggleAttribute('data-off', wanted !== 'all' && section.dataset.sheet !== wanted);
      print();
    });
  }
  addEventListener('afterprint', () => { for (const section of sections) section.removeAttribute('data-off'); });

  for (const frame of Page.all('[data-page-of]', stack)) Page.one(`[data-sheet="${frame.dataset.pageOf}"] [data-pages]`, made).append(frame);
  listPlaces();
  showParts();
  form.hidden = false;
  recall();
  fromAddress();
  Fragment.onChange(fromAddress);
  new ResizeObserver(scale).observe(tool);
})();
