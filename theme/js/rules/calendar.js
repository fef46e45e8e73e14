// Files for calendars (RFC 5545): whole days with reminders. A phone and Outlook read the same file.

/** @typedef {{ key: string, day: Day, title: string, text: string, url?: string | null, remind: Span[] }} CalendarEntry `key`: the same for the same thing, and nobody else's */
/** @typedef {{ product: string, stamp: number, time: Span }} CalendarAbout `product`: who made the file; `stamp`: when, in milliseconds since 1970; `time`: at what time of the day a reminder comes */

const Calendar = (() => {
  const LINE = 75; // octets, without the end of the line
  const escapes = /** @type {Record<string, string>} */ ({ '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n' });

  /** Text as a value. Marks of control have no place in one. @param {string} text */
  const escaped = (text) => text.replace(/\r\n?/g, '\n').replace(/[\\;,\n]/g, (letter) => escapes[letter])
    .replace(/[\u0000-\u001F\u007F]/g, ' ').replace(/\p{Cs}/gu, '\uFFFD');

  const octets = (/** @type {string} */ letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  };

  /** A line, cut where it is too long, never within a letter. @param {string} line */
  const folded = (line) => {
    let text = '';
    let length = 0;
    for (const letter of line) {
      const size = octets(letter);
      if (length + size > LINE) {
        text += '\r\n ';
        length = 1;
      }
      text += letter;
      length += size;
    }
    return `${text}\r\n`;
  };

  /**
   * A number of 16 hexadecimal digits that stands for a text, from which the text cannot be read.
   * @param {string} text
   */
  const digest = (text) => {
    let [a, b] = [0x811c9dc5, 0x01000193];
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
      a ^= b >>> 15;
      b ^= a >>> 13;
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
    b = Math.imul(b ^ (b >>> 16), 0xc2b2ae35);
    return [a ^ (b >>> 13), b ^ (a >>> 16)].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  };

  const date = (/** @type {Day} */ day) => day.replaceAll('-', '');
  const moment = (/** @type {number} */ stamp) => new Date(stamp).toISOString().replace(/[-:]|\.\d+/g, '');
  const days = (/** @type {Span} */ { days = 0, weeks = 0 }) => days + 7 * weeks;

  /**
   * When a reminder comes, from the beginning of its day: so many days before, at a time of the day.
   * @param {Span} before @param {number} hours
   */
  const trigger = (before, hours) => {
    const early = days(before) * 24 - hours;
    if (early <= 0) return `PT${-early}H`;
    const [whole, rest] = [Math.floor(early / 24), early % 24];
    return `-P${whole > 0 ? `${whole}D` : ''}${rest > 0 ? `T${rest}H` : ''}`;
  };

  /** @param {Span} before @param {string} title @param {number} hours */
  const alarm = (before, title, hours) => [
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:${trigger(before, hours)}`, 'END:VALARM',
  ];

  /** @param {CalendarEntry} entry @param {string} uid @param {CalendarAbout} about */
  const event = ({ day, title, text, url, remind }, uid, { stamp, time }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${moment(stamp)}`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(Days.add(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...(url ? [`URL:${url.replace(/[\u0000-\u0020\u007F]/g, '')}`] : []),
    'TRANSP:TRANSPARENT',
    ...remind.flatMap((before) => alarm(before, title, time.hours ?? 0)),
    'END:VEVENT',
  ];

  /** A name in the file for each entry: for the same entries always the same. @param {CalendarEntry[]} entries */
  const uids = (entries) => {
    const used = new Map();
    return entries.map(({ key }) => {
      const count = (used.get(key) ?? 0) + 1;
      used.set(key, count);
      return `${digest(count > 1 ? `${key}\n${count}` : key)}@madoguchi`;
    });
  };

  /**
   * A file with an entry for each day.
   * @param {CalendarEntry[]} entries @param {CalendarAbout} about
   */
  const file = (entries, about) => {
    const names = uids(entries);
    const lines = [
      'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${escaped(about.product)}`, 'CALSCALE:GREGORIAN',
      ...entries.flatMap((entry, at) => event(entry, names[at], about)),
      'END:VCALENDAR',
    ];
    return lines.map(folded).join('');
  };

  return { file };
})();
