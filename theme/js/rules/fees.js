// What has to be paid: by procedure, channel, day of receipt and, since the tariff by steps, the period granted. Amounts are numbers
// of yen from the data, never words. What the data does not have stays unknown: no amount of another day, step or channel
// is taken instead, and nothing is free unless the data says so.

/** @typedef {{ yen: number } | { by_period: Record<string, number> } | { not_offered: true }} Amount */
/** @typedef {'single' | 'multiple' | 'undecided' | null} ReEntry a permit filed together; `undecided`: which of the two is not known yet */
/** @typedef {'known' | 'range' | 'unknown' | 'not-offered'} FeeState */
/** @typedef {{ id: string, procedure: string, confidence: string | null, counter: Period<Amount>[], online: Period<Amount>[], processing?: Period<Amount>[] }} FeeFact */
/** @typedef {{ procedure: string, reEntry: ReEntry, otherActivity: boolean, channel: 'online' | 'counter', received: Day, granted: string | null }} FeeQuestion */
/**
 * @typedef {object} FeeFacts
 * @property {FeeFact[]} fees
 * @property {{ id: string, confidence?: string | null }[]} tiers steps of the tariff, the shortest period first
 * @property {{ id: string, how: Period<string>[], stamps?: number[] }[]} payments by channel
 * @property {{ id: string, alone: boolean, together_with?: string[] }[]} [procedures] what is filed only together with another procedure
 */
/** @typedef {{ state: FeeState, amount: number | null, low: number | null, high: number | null }} Reckoned yen; `low` and `high` wherever both ends are known */
/** @typedef {{ tier: string, amount: number | null, processing: number | null, confidence: string | null, isEstimate: boolean }} FeeTier */
/**
 * @typedef {object} FeePart
 * @property {string} fee id of the fee; `re-entry` while its kind is undecided
 * @property {(Reckoned & FeePart)[] | null} either the two kinds, while undecided
 * @property {FeeTier[] | null} tiers all steps, where the period granted is not known
 * @property {string | null} tier the step, where the amount is that of one
 * @property {boolean} isCarried false: the guide has no such fee
 * @property {Reckoned} processing what the payment service adds
 * @property {string | null} regime id of the period of the data
 * @property {Day | null} from first day of receipt of that period
 * @property {string | null} confidence
 * @property {boolean} isEstimate
 * @property {string | null} note
 */

const Fees = (() => {
  const SURE = ['official', 'official_copy', 'seen'];
  // The surest first; what is not among them counts as the least sure.
  const CONFIDENCES = [...SURE, 'reported', 'conflicting', 'unverified'];
  const UNKNOWN = { state: /** @type {FeeState} */ ('unknown'), amount: null, low: null, high: null };
  const NOT_OFFERED = { ...UNKNOWN, state: /** @type {FeeState} */ ('not-offered') };

  const known = (/** @type {number} */ amount) => ({ state: /** @type {FeeState} */ ('known'), amount, low: amount, high: amount });
  /** @param {number} low @param {number} high @returns {Reckoned} */
  const range = (low, high) => low === high ? known(low) : { state: 'range', amount: null, low, high };
  const isYen = (/** @type {unknown} */ value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  const rank = (/** @type {string | null} */ word) => {
    const at = CONFIDENCES.indexOf(word ?? '');
    return at < 0 ? CONFIDENCES.length : at;
  };
  /** The least sure of them. @param {(string | null)[]} words */
  const leastSure = (words) => words.reduce((a, b) => rank(a) >= rank(b) ? a : b);
  const isEstimate = (/** @type {string | null} */ confidence) => !SURE.includes(confidence ?? '');

  /** The amount of a step; nothing where the tariff has no such step. @param {Record<string, number>} steps @param {string} tier */
  const ofStep = (steps, tier) => Object.hasOwn(steps, tier) && isYen(steps[tier]) ? steps[tier] : null;

  /**
   * An amount of the data for the period granted; without one, from the least to the most that any step costs.
   * @param {Amount | null | undefined} value @param {string | null} granted
   * @returns {Reckoned}
   */
  const reckonAmount = (value, granted) => {
    if (!value) return UNKNOWN;
    if ('yen' in value) return isYen(value.yen) ? known(value.yen) : UNKNOWN;
    if (!('by_period' in value)) return NOT_OFFERED;
    if (granted !== null) {
      const amount = ofStep(value.by_period, granted);
      return amount === null ? UNKNOWN : known(amount);
    }
    const amounts = Object.values(value.by_period);
    return amounts.length > 0 && amounts.every(isYen) ? range(Math.min(...amounts), Math.max(...amounts)) : UNKNOWN;
  };

  /** The sum of all, where each is known; else from the sum of the least to that of the most. @param {Reckoned[]} parts @returns {Reckoned} */
  const sum = (parts) => {
    if (parts.length === 0 || parts.some(({ low, high }) => low === null || high === null)) return UNKNOWN;
    const ends = (/** @type {'low' | 'high'} */ end) => parts.reduce((total, part) => total + Number(part[end]), 0);
    return range(ends('low'), ends('high'));
  };

  /**
   * All steps that the guide names, with what each costs. Of the online amount of a step the record of the step may be less
   * sure than that of the fee.
   * @param {FeeQuestion} question @param {Amount | null} value @param {Amount | null} added @param {string | null} confidence @param {FeeFacts} facts
   * @returns {FeeTier[] | null}
   */
  const steps = (question, value, added, confidence, facts) => {
    if (!value || !('by_period' in value)) return null;
    return facts.tiers.map((tier) => {
      const sure = question.channel === 'online' ? leastSure([confidence, tier.confidence ?? confidence]) : confidence;
      return {
        tier: tier.id,
        amount: ofStep(value.by_period, tier.id),
        processing: question.channel === 'online' ? reckonAmount(added, tier.id).amount : 0,
        confidence: sure,
        isEstimate: isEstimate(sure),
      };
    });
  };

  /** @param {string} fee @param {Partial<FeePart>} values @returns {Reckoned & FeePart} */
  const part = (fee, values) => ({
    fee, ...UNKNOWN, either: null, tiers: null, tier: null, isCarried: true, processing: UNKNOWN, regime: null, from: null,
    confidence: null, isEstimate: false, note: null, ...values,
  });

  /** @param {FeeFact} fee @param {string} channel */
  const ofChannel = (fee, channel) => channel === 'online' ? fee.online : channel === 'counter' ? fee.counter : [];

  /** One fee, by its id. @param {string} id @param {FeeQuestion} question @param {FeeFacts} facts */
  const one = (id, question, facts) => {
    const fee = facts.fees.find((fee) => fee.id === id);
    if (!fee || !Days.isDay(question.received)) return part(id, { isCarried: fee !== undefined });
    const period = Periods.on(ofChannel(fee, question.channel), question.received);
    if (!period) return part(id, {});
    const added = Periods.on(fee.processing ?? [], question.received)?.value ?? null;
    const amount = reckonAmount(period.value, question.granted);
    const sure = period.confidence ?? fee.confidence;
    const all = steps(question, period.value, added, sure, facts);
    const step = all?.find(({ tier }) => tier === question.granted);
    const confidence = step?.confidence ?? sure;
    return part(id, {
      ...amount,
      tiers: question.granted === null ? all : null,
      tier: step?.tier ?? null,
      processing: reckonProcessing(fee, question, amount, added),
      regime: period.id,
      from: period.from,
      confidence,
      isEstimate: amount.low !== null && isEstimate(confidence),
      note: period.note,
    });
  };

  /**
   * What the payment service adds: nothing at the counter, nothing to what is free.
   * @param {FeeFact} fee @param {FeeQuestion} question @param {Reckoned} amount @param {Amount | null} added
   */
  const reckonProcessing = (fee, question, amount, added) => {
    if (question.channel !== 'online' || amount.high === 0) return known(0);
    return fee.processing ? reckonAmount(added, question.granted) : UNKNOWN;
  };

  /** The two kinds of re-entry permit as one part, from the one to the other. @param {FeeQuestion} question @param {FeeFacts} facts */
  const eitherKind = (question, facts) => {
    const either = ['re-entry-single', 're-entry-multiple'].map((id) => one(id, question, facts));
    const ends = either.flatMap(({ low, high }) => low === null || high === null ? [] : [low, high]);
    const isWhole = ends.length === 2 * either.length;
    const added = either.flatMap(({ processing: { low, high } }) => low === null || high === null ? [] : [low, high]);
    return part('re-entry', {
      ...isWhole ? range(Math.min(...ends), Math.max(...ends)) : UNKNOWN,
      either,
      isCarried: either.every(({ isCarried }) => isCarried),
      processing: added.length === 2 * either.length ? range(Math.min(...added), Math.max(...added)) : UNKNOWN,
      regime: either[0].regime,
      from: either[0].from,
      confidence: leastSure(either.map(({ confidence }) => confidence)),
      isEstimate: isWhole && either.some((kind) => kind.isEstimate),
    });
  };

  /** Can it not be filed this way? @param {string} procedure @param {FeeQuestion} question @param {FeeFacts} facts */
  const isNotOffered = (procedure, question, facts) => {
    const found = facts.procedures?.find(({ id }) => id === procedure);
    if (!found || found.alone || question.channel !== 'online') return false;
    return !(found.together_with ?? []).includes(question.procedure);
  };

  /** @param {FeeQuestion} question @param {FeeFacts} facts */
  const reckonParts = (question, facts) => {
    const ofProcedure = (/** @type {string} */ procedure) => {
      const parts = procedure === 're-entry' ? [reEntry()] : facts.fees.filter((fee) => fee.procedure === procedure).map(({ id }) => one(id, question, facts));
      const carried = parts.length > 0 ? parts : [part(procedure, { isCarried: false })];
      return isNotOffered(procedure, question, facts) ? carried.map((part) => ({ ...part, ...NOT_OFFERED, either: null, tiers: null, tier: null, confidence: null, isEstimate: false })) : carried;
    };
    const reEntry = () => question.reEntry === 'single' || question.reEntry === 'multiple'
      ? one(`re-entry-${question.reEntry}`, question, facts) : eitherKind(question, facts);
    const together = [question.reEntry ? 're-entry' : null, question.otherActivity ? 'other-activity' : null];
    const procedures = [question.procedure, ...together.filter((it) => it !== null && it !== question.procedure)];
    return procedures.flatMap((procedure) => ofProcedure(/** @type {string} */ (procedure)));
  };

  /**
   * What has to be paid, part by part, and in all. `total` is there only where every part is one known amount; it has no
   * processing fees in it: what those come to together is only known (`processing`) where one part alone has one.
   * @param {FeeQuestion} question @param {FeeFacts} facts
   */
  const reckon = (question, facts) => {
    const parts = reckonParts(question, facts);
    const { state, amount, low, high } = sum(parts);
    const added = parts.filter(({ processing }) => processing.amount !== 0).map(({ processing }) => processing);
    const how = facts.payments.find(({ id }) => id === question.channel)?.how ?? [];
    return {
      parts,
      state,
      total: amount,
      low,
      high,
      processing: added.length === 0 ? known(0) : added.length === 1 ? added[0] : UNKNOWN,
      isEstimate: parts.some((part) => part.isEstimate),
      confidence: leastSure(parts.map(({ confidence }) => confidence)),
      payment: Days.isDay(question.received) ? Periods.on(how, question.received) : null,
      regime: parts[0].regime,
    };
  };

  /**
   * The stamps that make up an amount, few of them, the largest first; nothing where those that there are cannot make it up.
   * @param {number} amount @param {number[]} stamps what each is worth
   * @returns {{ amount: number, count: number }[] | null}
   */
  const toStamps = (amount, stamps) => {
    if (!isYen(amount) || amount === 0) return null;
    let left = amount;
    const bought = stamps.filter((stamp) => isYen(stamp) && stamp > 0).sort((a, b) => b - a).flatMap((stamp) => {
      const count = Math.floor(left / stamp);
      left -= count * stamp;
      return count > 0 ? [{ amount: stamp, count }] : [];
    });
    return left === 0 ? bought : null;
  };

  return { reckon, toStamps };
})();
