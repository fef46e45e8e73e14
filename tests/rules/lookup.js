// Every message of a tool's data is found by any eight characters of it, however they are written: a line for each that is not.

const HALF_WIDTH = (() => {
  const pairs = [];
  for (let code = 0xff61; code <= 0xff9d; code += 1) {
    const half = String.fromCharCode(code);
    for (const letter of [half, `${half}ﾞ`, `${half}ﾟ`]) if (letter.normalize('NFKC').length === 1) pairs.push([letter.normalize('NFKC'), letter]);
  }
  return new Map(pairs);
})();

const WRITTEN = {
  'as shown': (text) => text,
  'in plain letters': (text) => text.normalize('NFKC'),
  'taken apart': (text) => text.normalize('NFD'),
  'in half width': (text) => [...text.normalize('NFKC')].map((letter) => HALF_WIDTH.get(letter) ?? letter).join(''),
  'in full width': (text) => text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000'),
  'in capitals, with a line break': (text) => `「${text.slice(0, 4).toUpperCase()}\r\n  ${text.slice(4).toUpperCase()}」`,
};

function windowFaults({ facts }) {
  const entries = facts.errors;
  const messages = entries.flatMap(({ id, message }) => Object.values(message ?? {}).map((text) => ({ id, text })));
  return messages.flatMap(({ id, text }) => {
    const letters = [...text];
    const windows = letters.slice(0, letters.length - 7).map((_, at) => letters.slice(at, at + 8).join(''));
    return windows.flatMap((words) => {
      // Where messages share the words, any of them may come first, but all must come before the others.
      const holders = new Set(messages.filter((other) => Letters.of(other.text).includes(Letters.of(words))).map((other) => other.id));
      return Object.entries(WRITTEN).flatMap(([way, write]) => {
        const found = Lookup.find(write(words), entries).slice(0, holders.size).map((hit) => hit.id);
        return found.includes(id) && found.every((one) => holders.has(one)) ? [] : [`${id} ${way}: ${write(words)} gives ${found}`];
      });
    });
  });
}

/** Every message with a letter replaced and one left out, alone, in part and among other words, still comes first. */
function slipFaults({ facts }, screen) {
  const entries = facts.errors;
  return entries.flatMap(({ id, message }) => Object.values(message ?? {}).flatMap((text) => {
    const slip = (words) => {
      const [third, two] = [Math.floor(words.length / 3), Math.floor(words.length * 2 / 3)];
      return `${words.slice(0, third)}${Letters.isLatin(Letters.of(words)) ? 'q' : 'ぬ'}${words.slice(third + 1, two)}${words.slice(two + 1)}`;
    };
    const half = text.slice(0, Math.max(24, Math.floor(text.length / 2)));
    const tries = { alone: slip(text), 'in part': slip(half), 'on a screen': `${screen}${slip(text)}${screen}` };
    return Object.entries(tries).flatMap(([way, words]) => Lookup.find(words, entries)[0]?.id === id ? [] : [`${id} ${way}: ${words}`]);
  }));
}

const findErrors = (text, { facts }) => Lookup.find(text, facts.errors);
const partOfErrors = (text, { facts }) => Lookup.part(text, facts.errors);
const findRepeated = (text, count, { facts }) => Lookup.find(text.repeat(count), facts.errors).length;
