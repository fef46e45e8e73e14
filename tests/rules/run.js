// Runs vectors of the rules: a classic script, so that Chromium, Node and the engine in `cargo test` all run the same.
// A file of vectors is `{ "call": "Days.add", "cases": [{ "name": "…", "args": [...], "gives": … }] }`. `"@deadlines"` among the
// arguments is the data of that tool, as its page has it, `"@deadlines.facts"` a part of it; `{ "repeat": "x", "times": 5000 }` is a text. `gives` must be equal; of `has` only what is named must be.

/** What goes wrong, a line each. `data` gives the data of each tool by its id. */
function failures(vectors, data) {
  const call = (0, eval)(vectors.call);
  const filled = (value) => {
    if (typeof value === 'string' && value.startsWith('@')) return value.slice(1).split('.').reduce((part, key) => part[key], data);
    if (Array.isArray(value)) return value.map(filled);
    if (value && typeof value === 'object' && 'repeat' in value) return value.repeat.repeat(value.times);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
    return value;
  };
  const plain = (value) => value === undefined ? null : JSON.parse(JSON.stringify(value));
  const differs = (given, wanted, isExact, path) => {
    if (wanted === null || typeof wanted !== 'object') return given === wanted ? [] : [`${path} is ${JSON.stringify(given)}, not ${JSON.stringify(wanted)}`];
    if (given === null || typeof given !== 'object' || Array.isArray(given) !== Array.isArray(wanted)) return [`${path} is ${JSON.stringify(given)}, not ${JSON.stringify(wanted)}`];
    const found = Object.entries(wanted).flatMap(([key, inner]) => differs(key in given ? given[key] : undefined, inner, isExact, `${path}.${key}`));
    if (Array.isArray(wanted) ? given.length !== wanted.length : isExact && Object.keys(given).length !== Object.keys(wanted).length) {
      found.push(`${path} is ${JSON.stringify(given)}, not ${JSON.stringify(wanted)}`);
    }
    return found;
  };
  return vectors.cases.flatMap((one) => {
    const isExact = 'gives' in one;
    const name = `${vectors.call}: ${one.name ?? JSON.stringify(one.args)}`;
    let given;
    try {
      given = plain(call(...one.args.map(filled)));
    } catch (error) {
      return [`${name}: ${error}`];
    }
    if (!isExact && !('has' in one)) return [`${name}: says nothing of what is given`];
    return differs(given, isExact ? one.gives : one.has, isExact, 'it').map((line) => `${name}: ${line}`);
  });
}
