// Walks every path through the questions of "Can I file online?": a classic script like run.js, so that all engines walk alike.
// Of statuses those that no condition can tell apart are one class, of which each is taken somewhere; of days there is one for
// each phase. What is found wrong is a line each.

/** All that is wrong, how many paths there are, and which questions, answers, outcomes and results they reach. */
function walks(facts) {
  const TODAY = '2026-11-23';
  const question = (id) => facts.questions.find((one) => one.id === id);
  const outcome = (id) => facts.outcomes.find((one) => one.id === id);
  // From the day of expiry: not known; an extension is too early, possible, due at the counter, over, of the past, not decided.
  const DAYS = {
    expiry: ['2027-03-10', '9999-12-31', 'unknown'],
    event: ['2026-12-20', 'unknown'],
    planned: [TODAY, '2027-01-15', '2027-03-10', '2027-03-11', '2026-11-01', 'unknown'],
  };
  const found = [];
  const seen = { questions: new Set(), answers: new Set(), outcomes: new Set(), results: new Set() };
  const conditions = facts.questions.flatMap(({ when, options }) => [when, ...(options ?? []).map((option) => option.when)])
    .concat(facts.outcomes.map(({ when }) => when)).filter(Boolean);

  /** Answers are of one sort where no condition and no rule can tell them apart. */
  const sorts = {};
  const sort = (id, answer) => {
    sorts[id] ??= {};
    const record = facts[question(id).records]?.find((one) => one.id === answer);
    return sorts[id][answer] ??= JSON.stringify([
      conditions.map((when) => when[id]?.includes(answer) ?? null), record ? { ...record, id: null, confidence: null } : null,
      answer === 'specified-skilled-worker' || answer === 'unknown' || question(id).records === 'procedures' ? answer : null,
    ]);
  };

  /** All combinations of the days and of what else no other answer changes: each path takes the next one. */
  const combinations = ['together', 'period', 'expiry', 'event', 'planned'].reduce((all, id) => {
    const answers = DAYS[id] ?? [...question(id).options.map((option) => option.id), 'unknown'];
    return all.flatMap((one) => answers.map((answer) => ({ ...one, [id]: answer })));
  }, [{}]);
  let turn = 0;

  /** The answers that a path goes on with: one of each sort, another one each time. */
  const answersTo = (id, offered, given) => {
    // 611 and the number of combinations have no divisor in common: all have their turn.
    const taken = combinations[(turn += 611) % combinations.length][id];
    if (id !== 'together' && taken) return [taken];
    if (id === 'together' && ['change', 'extension', 'acquisition'].includes(given.procedure)) return [offered[turn % offered.length]];
    const alike = {};
    for (const answer of offered) (alike[sort(id, answer)] ??= []).push(answer);
    return Object.values(alike).flatMap((answers) => {
      const fresh = answers.filter((answer) => !seen.answers.has(`${id}=${answer}`));
      return fresh.length > 0 ? fresh : [answers[turn % answers.length]];
    });
  };

  const check = (given, path) => {
    const at = (words) => found.push(`${JSON.stringify(given)}: ${words}`);
    const result = Eligibility.result(given, facts, TODAY);
    if (!result) return at('no result');
    const { main } = result;
    seen.results.add(result.result);
    for (const id of path) seen.questions.add(id);
    if (result.reasons.length === 0) at('no reason');
    for (const { id, result: verdict, rests } of result.reasons) {
      seen.outcomes.add(id);
      if (verdict !== outcome(id).result) at(`${id} is ${verdict}`);
      if (rests.length === 0 || rests.some((question) => !(question in given))) at(`${id} rests on no answer`);
    }
    if (!result.reasons.some(({ result: verdict }) => verdict === result.result)) at('no reason for the result');
    const isSpecified = [given.status, given['new-status']].includes('specified-skilled-worker');
    if (isSpecified && ['applicant', 'legal-representative', 'family'].includes(given.filer) && result.result === 'yes') at('specified skilled worker must be confirmed');
    if (main && main !== 'coe' && ['abroad', 'abroad-for-now'].includes(given.place) && !['not-now', 'not-online'].includes(result.result)) at('abroad');
    const isUnknown = Object.entries(given).some(([id, answer]) => answer === 'unknown' && id !== 'planned' && !(id === 'period' && main === 'change'));
    if (isUnknown && result.result === 'yes') at('what is not known is taken for yes');
    if (['permanent-residence', 'residence-card', 'joint-card'].includes(given.procedure) && result.result !== 'not-online') at('this procedure is not online');
    if (['last', 'over'].includes(result.phase) && result.result !== 'not-online') at('the last day, or later');
  };

  let paths = 0;
  const go = (given) => {
    const { asked, open, offered } = Eligibility.walk(given, facts, TODAY);
    if (open === null) {
      paths += 1;
      check(given, asked);
      return;
    }
    if (open in given) { found.push(`${JSON.stringify(given)}: ${open} is asked twice`); return; }
    for (const answer of answersTo(open, offered, given)) {
      seen.answers.add(`${open}=${answer}`);
      go({ ...given, [open]: answer });
    }
  };
  go({});

  for (const { id } of facts.questions) {
    if (!seen.questions.has(id)) found.push(`no path asks ${id}`);
    if (question(id).answer === 'day') continue;
    const all = [...(facts[question(id).records] ?? []), ...(question(id).options ?? []), { id: 'unknown' }];
    for (const one of all) if (!seen.answers.has(`${id}=${one.id}`)) found.push(`no path answers ${id} with ${one.id}`);
  }
  for (const { id } of facts.outcomes) if (!seen.outcomes.has(id)) found.push(`no path leads to ${id}`);
  for (const result of ['yes', 'confirm', 'not-now', 'not-online']) if (!seen.results.has(result)) found.push(`no path ends with ${result}`);
  return { paths, found };
}
