// The state of a tool: it stands behind the `#` of the address, which no browser sends, under stable names:
// `deadlines.html#expiry=2027-03-10`. An anchor (`#travel`) is no state.

const Fragment = (() => {
  const LONGEST = 4000; // letters; no state of ours comes near

  /**
   * The state in the address: only the names given, only texts of a sane length. What cannot be read counts as not there.
   * @param {string[]} names
   * @returns {Record<string, string>}
   */
  const read = (names) => {
    const text = location.hash.slice(1);
    if (!text.includes('=') || text.length > LONGEST) return {};
    const given = new URLSearchParams(text);
    return Object.fromEntries(names.flatMap((name) => {
      const value = given.get(name);
      return value ? [[name, value]] : [];
    }));
  };

  /**
   * Writes the state into the address. `isStep`: the browser's Back leads to the state before.
   * @param {Record<string, string | null | undefined>} state @param {{ isStep?: boolean }} [options]
   */
  const write = (state, { isStep = false } = {}) => {
    const kept = Object.entries(state).flatMap(([name, value]) => value ? [[name, value]] : []);
    const text = new URLSearchParams(kept).toString();
    if (text === location.hash.slice(1)) return;
    if (isStep) location.hash = text;
    else location.replace(`#${text}`);
  };

  /** Calls whenever the address changes, by Back or by hand. @param {() => void} show */
  const onChange = (show) => addEventListener('hashchange', show);

  return { read, write, onChange };
})();
