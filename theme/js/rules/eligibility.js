// Can this be filed online? The questions, and what answers mean, are data (questions.yaml, outcomes.yaml); here is how the ones
// that are to be asked are found, what is made of answers, and which result is the gravest of all that hold.

/** @typedef {Record<string, string>} Answers by the id of the question: the id of an answer, a day, or `unknown` */
/** @typedef {Record<string, string[]>} Condition every name must have one of its values */
/** @typedef {{ id: string, answer: string, records?: string, options?: { id: string, when?: Condition }[], when?: Condition }} EligibilityQuestion */
/** @typedef {'yes' | 'confirm' | 'not-now' | 'not-online'} EligibilityResult */
/** @typedef {{ id: string, result: EligibilityResult, when: Condition, ends?: boolean }} EligibilityOutcome */
/** @typedef {{ id: string, result: EligibilityResult, rests: string[] }} EligibilityReason `rests`: the questions on whose answers it rests */

const Eligibility = (() => {
  const UNKNOWN = 'unknown';
  const SPECIFIED = 'specified-skilled-worker';
  const DEPARTURE = 'departure-preparation'; // an answer that is no status of its own: a kind of 特定活動 that is excluded
  /** @type {EligibilityResult[]} from the lightest to the gravest */
  const GRAVITY = ['yes', 'confirm', 'not-now', 'not-online'];
  /** From which answers each derived value is made. @type {Record<string, string[]>} */
  const FROM = {
    'main': ['procedure', 'together'],
    'online-held': ['status'],
    'online-sought': ['new-status'],
    'ssw': ['status', 'new-status'],
    'ssw-filing': ['filer', 'status', 'new-status'],
    'phase': ['period', 'expiry', 'planned'],
    'event-phase': ['event', 'planned'],
    'planned-day': ['planned'],
    'missing': [],
  };

  const isGiven = (/** @type {string | undefined} */ answer) => answer !== undefined && answer !== UNKNOWN;

  /** The procedure that decides: what is filed, or with what it is filed. @param {Answers} answers @param {any} facts @returns {string | null} */
  const mainOf = ({ procedure, together }, facts) => {
    const found = facts.procedures.find((/** @type {{ id: string }} */ it) => it.id === procedure);
    if (!found) return null;
    if (found.alone) return found.id;
    return found.together_with?.includes(together) ? together : null;
  };

  /** Is the status handled online? @param {string | undefined} status @param {any} facts @returns {string | null} */
  const online = (status, facts) => status === DEPARTURE ? 'no' : facts.statuses.find((/** @type {{ id: string }} */ it) => it.id === status)?.online ?? null;

  /** Where the day of filing stands in the time for it. @param {string | null} main @param {Answers} answers @param {any} facts @param {Day} today */
  const phaseOf = (main, { expiry, planned, period }, facts, today) => {
    if (!isGiven(expiry) || planned === undefined) return null;
    const day = isGiven(planned) ? planned : today;
    // Only an extension has a first day, and only for it the length of the period counts.
    if (main === 'extension') return Deadlines.phase({ expiry, planned: day, period: period ?? UNKNOWN }, facts);
    const phase = Deadlines.phase({ expiry, planned: day, period: 'usual' }, facts);
    return phase === 'early' ? 'open' : phase;
  };

  /** The last day for an acquisition: the day of the event is not counted. @param {Answers} answers @param {any} facts @param {Day} today @returns {Day | null} */
  const lastOfEvent = ({ event }, facts, today) => {
    const limit = facts.deadlines.find((/** @type {{ id: string }} */ it) => it.id === 'acquisition-filing');
    const days = limit?.value && Periods.on(limit.value, today)?.value?.duration?.days;
    return isGiven(event) && days ? Days.add(event, days) : null;
  };

  /** @param {Answers} answers @param {any} facts @param {Day} today */
  const eventPhase = (answers, facts, today) => {
    const last = lastOfEvent(answers, facts, today);
    if (!last || answers.planned === undefined) return null;
    return (isGiven(answers.planned) ? answers.planned : today) > last ? 'over' : 'open';
  };

  /** Questions whose answer is not known and decides something; for a change the length of the period does not. @param {Answers} answers @param {string | null} main */
  const missing = (answers, main) => ['family', 'support', 'status', 'new-status', 'place', 'expiry', 'event', ...main === 'extension' ? ['period'] : []]
    .filter((id) => answers[id] === UNKNOWN);

  /** What is made of the answers, besides them. @param {Answers} answers @param {any} facts @param {Day} today @returns {Record<string, string | null>} */
  const derived = (answers, facts, today) => {
    const { filer, status, planned } = answers;
    const sought = answers['new-status'];
    const isAboutSpecified = [status, sought].includes(SPECIFIED);
    const main = mainOf(answers, facts);
    const mayFile = facts.filers.find((/** @type {{ id: string }} */ it) => it.id === filer)?.ssw_may_file ?? null;
    return {
      'main': main,
      'online-held': online(status, facts),
      'online-sought': online(sought, facts),
      'ssw': isAboutSpecified ? 'yes' : [status, sought].some(isGiven) ? 'no' : null,
      'ssw-filing': isAboutSpecified ? mayFile : null,
      'phase': phaseOf(main, answers, facts, today),
      'event-phase': eventPhase(answers, facts, today),
      'missing': missing(answers, main).length > 0 ? 'yes' : 'no',
      'planned-day': !isGiven(planned) ? null : planned < today ? 'past' : 'ahead',
    };
  };

  /** @param {Condition | undefined} when @param {Record<string, string | null>} known */
  const holds = (when, known) => {
    for (const name in when) {
      const value = Object.hasOwn(known, name) ? known[name] : null;
      if (value === null || !when[name].includes(value)) return false;
    }
    return true;
  };

  /** The ids that may be chosen under these answers. @param {EligibilityQuestion} question @param {Record<string, string | null>} known @param {any} facts @returns {string[]} */
  const choices = (question, known, facts) => [
    ...(question.records ? facts[question.records] : []).map((/** @type {{ id: string }} */ record) => record.id),
    ...(question.options ?? []).filter((option) => holds(option.when, known)).map((option) => option.id),
    UNKNOWN,
  ];

  /** @param {EligibilityQuestion} question @param {unknown} value @param {string[]} offered @returns {value is string} */
  const isAnswer = (question, value, offered) => {
    if (typeof value !== 'string') return false;
    return offered.includes(value) || (question.answer === 'day' && Days.isDay(value));
  };

  /**
   * Walks the questions. `asked` ends with the one that is still open, or where everything is known; `answers` are those that
   * count: what was answered to a question that is no longer asked does not.
   * @param {Answers} given @param {any} facts @param {Day} today
   * @returns {{ asked: string[], open: string | null, offered: string[], answers: Answers, known: Record<string, string | null> }} `offered`: the answers to the open question
   */
  const walk = (given, facts, today) => {
    /** @type {string[]} */
    const asked = [];
    /** @type {Answers} */
    const answers = {};
    /** @type {Record<string, string | null>} */
    let known = {};
    const ending = facts.outcomes.filter((/** @type {EligibilityOutcome} */ outcome) => outcome.ends);
    for (const question of /** @type {EligibilityQuestion[]} */ (facts.questions)) {
      if (!holds(question.when, known)) continue;
      asked.push(question.id);
      const answer = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
      const offered = question.answer === 'day' ? [UNKNOWN] : choices(question, known, facts);
      if (!isAnswer(question, answer, offered)) return { asked, open: question.id, offered, answers, known };
      answers[question.id] = answer;
      known = { ...derived(answers, facts, today), ...answers };
      if (ending.some((/** @type {EligibilityOutcome} */ outcome) => holds(outcome.when, known))) break;
    }
    return { asked, open: null, offered: [], answers, known };
  };

  /** Ids of the questions that are to be asked under these answers, in order, up to the first that is open. @param {Answers} given @param {any} facts @param {Day} today */
  const questions = (given, facts, today) => walk(given, facts, today).asked;

  /** The answers to a question that are offered under those to the questions before it. @param {string} id @param {Answers} given @param {any} facts @param {Day} today */
  const offered = (id, given, facts, today) => {
    const { [id]: _, ...others } = given;
    const walked = walk(others, facts, today);
    return walked.open === id ? walked.offered : [];
  };

  /** The questions on whose answers a condition rests. @param {Condition} when @param {Answers} answers */
  const restsOn = (when, answers) => [...new Set(Object.keys(when).flatMap((name) => FROM[name] ?? [name]))].filter((id) => id in answers);

  /**
   * What the answers mean. Nothing while a question is open. The reasons are those of the gravest kind that holds, then the other
   * ones, without those that only say that nothing is wrong, unless nothing is.
   * @param {Answers} given @param {any} facts @param {Day} today
   * @returns {{ result: EligibilityResult, reasons: EligibilityReason[], answers: Answers, main: string | null, phase: string | null, received: Day, last: Day | null } | null}
   */
  const result = (given, facts, today) => {
    const { open, answers, known } = walk(given, facts, today);
    if (open) return null;
    const held = /** @type {EligibilityOutcome[]} */ (facts.outcomes).filter((outcome) => holds(outcome.when, known));
    const result = GRAVITY.findLast((verdict) => held.some((outcome) => outcome.result === verdict)) ?? 'confirm';
    const reasons = [...GRAVITY].reverse().flatMap((verdict) => held.filter((outcome) => outcome.result === verdict))
      .filter((outcome) => result === 'yes' || outcome.result !== 'yes')
      .map(({ id, result, when }) => ({ id, result, rests: 'missing' in when ? missing(answers, known.main) : restsOn(when, answers) }));
    const received = isGiven(answers.planned) ? answers.planned : today;
    return { result, reasons, answers, main: known.main, phase: known.phase, received, last: lastOfEvent(answers, facts, today) };
  };

  return { questions, offered, walk, result };
})();
