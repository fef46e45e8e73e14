// What the two parts of the tool share: what it was given, days in words, files for calendars.

const DeadlineTool = (() => {
  const { language, words, facts } = Page.data();
  const root = Page.one('.tool');
  const { limits } = facts.tools.find(({ id }) => id === 'deadlines');

  /** @param {number} count */
  const days = (count) => Words.length(count, 'days', words);

  /** How far a day is: あと14日. @param {Day} day @param {Day} today */
  const distance = (day, today) => {
    const count = Days.between(today, day);
    if (count === 0) return words.deadlines_say_is_today;
    return Words.fill(count > 0 ? words.deadlines_say_left : words.deadlines_say_past, { length: days(Math.abs(count)) });
  };

  /** The words of a piece for a day: its title and its sentence, as text. @type {(mark: string) => { title: string, text: string }} */
  const wordsOf = (mark) => {
    const piece = Page.piece(`day-${mark}`);
    return { title: Page.one('[data-title]', piece).textContent ?? '', text: Page.one('[data-text]', piece).textContent ?? '' };
  };

  /** When a calendar reminds of each day. @type {Map<string, Span[]>} */
  const reminders = new Map(facts.deadlines.flatMap(({ counted = [] }) => counted.map((/** @type {Counted} */ { mark, remind }) => [mark, remind ?? []])));
  reminders.set('id-until', [limits['id-first-reminder'].duration, limits['id-second-reminder'].duration]);

  /** Asks the same thing of many people once. @template T @param {(mark: string) => T} ask @returns {(mark: string) => T} */
  const remembered = (ask) => {
    const answers = /** @type {Map<string, T>} */ (new Map());
    return (mark) => {
      const known = answers.get(mark);
      if (known !== undefined) return known;
      const answer = ask(mark);
      answers.set(mark, answer);
      return answer;
    };
  };
  const wordsOnce = remembered(wordsOf);
  const condition = remembered((mark) => (Page.has(`if-${mark}`) ? Page.piece(`if-${mark}`).textContent ?? '' : ''));

  /**
   * What a calendar gets of the days of a person: those from today on.
   * @param {{ mark: string, day: Day, isIf?: boolean }[]} deadlines @param {{ today: Day, key: string, name?: string, url?: string | null }} about
   * @returns {CalendarEntry[]}
   */
  const entries = (deadlines, { today, key, name = '', url = null }) => deadlines.filter(({ day }) => day >= today).map(({ mark, day, isIf }) => {
    const { title, text } = wordsOnce(mark);
    return {
      key: `${mark}\n${key}\n${name}`,
      day,
      title: name ? Words.fill(words.deadlines_say_of_person, { name, title }) : title,
      text: [text, isIf ? condition(mark) : '', words.deadlines_say_calendar_note].filter(Boolean).join('\n'),
      url,
      remind: reminders.get(mark) ?? [],
    };
  });

  /** Gives the file to the reader, and says so. @param {string} name @param {CalendarEntry[]} entries */
  const save = (name, entries) => {
    if (entries.length === 0) return say(words.deadlines_say_none_to_save);
    const product = `-//Madoguchi//deadlines//${language.toUpperCase()}`;
    Page.save(`${name}.ics`, 'text/calendar;charset=utf-8', Calendar.file(entries, { product, stamp: Page.now(), time: limits['reminder-time'].duration }));
    return say(Words.fill(words.deadlines_say_saved, { count: entries.length }));
  };

  /** Says it to people who do not see the page. The same words once more are said once more. @param {string} text */
  const say = (text) => {
    const status = Page.one('[data-status]', root);
    status.textContent = status.textContent === text ? `${text}\u00A0` : text;
  };

  return { root, words, facts, limits, days, distance, entries, save, say };
})();
