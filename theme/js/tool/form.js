// Forms: reading days and choices, and saying what is missing, in a summary above the form and beside each question. Nothing is
// cleared, and nothing is said before the reader presses the button.

/** @typedef {{ field: string, piece: string, values?: Filling }} Fault what is wrong with a question: the piece `fault-…` says it */

const Form = (() => {
  const TITLE = document.title;

  /** The question of a name: `<div data-question="expiry">` or a fieldset. @param {HTMLElement} form @param {string} name */
  const question = (form, name) => Page.one(`[data-question="${CSS.escape(name)}"]`, form);

  /** @param {HTMLElement} root @returns {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */
  const inputs = (root) => /** @type {any} */ (Page.all('input, select, textarea', root));

  /** @param {HTMLElement} field @returns {field is HTMLInputElement} */
  const isRadio = (field) => field instanceof HTMLInputElement && field.type === 'radio';

  /** What is chosen or typed as the answer to a question. @param {HTMLElement} form @param {string} name */
  const answer = (form, name) => {
    const chosen = inputs(question(form, name)).find((field) => !isRadio(field) || field.checked);
    return chosen?.value.trim() ?? '';
  };

  /** Answers a question, as if the reader had. @param {HTMLElement} form @param {string} name @param {string} value */
  const setAnswer = (form, name, value) => {
    for (const field of inputs(question(form, name))) {
      if (isRadio(field)) field.checked = field.value === value;
      else field.value = value;
    }
  };

  /**
   * The day of a question, whose fields are `data-part` year, month and date. A whole day pasted into one of them counts too.
   * @param {HTMLElement} form @param {string} name
   * @returns {{ day: Day | null, isEmpty: boolean }}
   */
  const day = (form, name) => {
    const fields = inputs(question(form, name));
    const typed = fields.map((field) => field.value.normalize('NFKC').trim());
    const whole = typed.map((text) => Days.read(text)).find((day) => day !== null) ?? null;
    const isWhole = typed.every((text) => /^\d{1,4}$/.test(text)) && /^\d{4}$/.test(typed[0]);
    const day = whole ?? (isWhole ? Days.of(Number(typed[0]), Number(typed[1]), Number(typed[2])) : null);
    if (whole) setDay(form, name, whole);
    return { day, isEmpty: typed.every((text) => text === '') };
  };

  /** Writes a day into the fields of a question; nothing empties them. @param {HTMLElement} form @param {string} name @param {Day | null} day */
  const setDay = (form, name, day) => {
    const { year, month, date } = day ? Days.parts(day) : { year: '', month: '', date: '' };
    const values = [year, month, date];
    inputs(question(form, name)).forEach((field, at) => { field.value = String(values[at] ?? ''); });
  };

  /**
   * Shows what is wrong, or takes away what was said before; the summary gets the focus. `false` where nothing is wrong.
   * @param {HTMLElement} form @param {Fault[]} faults
   */
  const showFaults = (form, faults) => {
    const summary = Page.one('[data-faults]', form);
    const list = Page.one('ul', summary);
    for (const said of Page.all('.fault', form)) said.remove();
    for (const field of inputs(form)) {
      field.removeAttribute('aria-invalid');
      describe(field, (ids) => ids.filter((id) => !id.startsWith('fault-')));
    }
    list.replaceChildren(...faults.map((fault) => inSummary(form, fault)));
    for (const fault of faults) beside(form, fault);
    summary.hidden = faults.length === 0;
    document.title = faults.length === 0 ? TITLE : Words.fill(Page.data().words.tool_say_fault_title, { title: TITLE });
    if (faults.length > 0) summary.focus();
    return faults.length > 0;
  };

  /** @param {HTMLElement} field @param {(ids: string[]) => string[]} change */
  const describe = (field, change) => {
    const ids = change((field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
    if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '));
    else field.removeAttribute('aria-describedby');
  };

  /** @param {HTMLElement} form @param {Fault} fault */
  const inSummary = (form, { field, piece, values }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const [first] = inputs(question(form, field));
    link.href = `#${first.id}`;
    link.append(Page.piece(`fault-${piece}`, values));
    // The address keeps the state of the tool: only the focus moves.
    link.addEventListener('click', (event) => { event.preventDefault(); first.focus(); });
    item.append(link);
    return item;
  };

  /** @param {HTMLElement} form @param {Fault} fault */
  const beside = (form, { field, piece, values }) => {
    const root = question(form, field);
    const said = document.createElement('p');
    said.className = 'fault';
    said.id = `fault-${field}`;
    said.append(Page.piece(`fault-${piece}`, values));
    const fields = inputs(root);
    // Radios stand in a list below the legend, other fields in a line of their own: the words come before them.
    const before = root.querySelector('.choices, .day-fields') ?? fields[0];
    before.before(said);
    for (const input of fields) {
      input.setAttribute('aria-invalid', 'true');
      describe(input, (ids) => [...ids, said.id]);
    }
  };

  return { answer, setAnswer, day, setDay, showFaults };
})();
