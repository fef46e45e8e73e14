// The page about privacy: the button tries every way to send something, and the table shows what became of each.
(() => {
  const button = Page.one('[data-try]');
  const table = Page.one('[data-attempts]');
  const stage = Page.one('[data-stage]');
  const summary = Page.one('[data-summary]');
  const { words } = Page.data();
  const row = (/** @type {string} */ id) => Page.one(`[data-attempt="${CSS.escape(id)}"]`, table);

  /** @param {string} id @param {Outcome} outcome */
  const show = (id, { verdict, because, directive }) => {
    const { dataset } = row(id);
    dataset.verdict = verdict;
    if (directive) dataset.directive = directive;
    Page.one('td', row(id)).replaceChildren(Page.piece(because, { directive }));
  };

  /** @param {Outcome[]} outcomes */
  const sum = (outcomes) => {
    const count = (/** @type {Outcome['verdict']} */ verdict) => outcomes.filter((one) => one.verdict === verdict).length;
    const [ok, warn, stop] = [count('ok'), count('warn'), count('stop')];
    const lines = [
      Words.fill(words.privacy_say_tried, { n: ok + stop, ok }),
      stop > 0 ? Words.fill(words.privacy_say_stop, { n: stop }) : '',
      warn > 0 ? Words.fill(words.privacy_say_warn, { n: warn }) : '',
    ];
    summary.textContent = lines.filter(Boolean).join('\n');
    summary.dataset.verdict = stop > 0 ? 'stop' : 'ok';
    summary.hidden = false;
  };

  let isTrying = false;
  button.addEventListener('click', async () => {
    if (isTrying) return;
    isTrying = true;
    button.setAttribute('aria-disabled', 'true');
    summary.textContent = words.privacy_say_trying;
    delete summary.dataset.verdict;
    for (const each of Page.all('[data-attempt]', table)) {
      delete each.dataset.verdict;
      delete each.dataset.directive;
      Page.one('td', each).textContent = '';
    }
    table.hidden = false;
    const outcomes = /** @type {Outcome[]} */ ([]);
    await Attempts.all(stage, (id, outcome) => { show(id, outcome); outcomes.push(outcome); });
    sum(outcomes);
    button.removeAttribute('aria-disabled');
    isTrying = false;
  });
  button.hidden = false;
})();
