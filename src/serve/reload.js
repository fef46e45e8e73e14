// Only in the preview, never published: shows the page again when the guide has changed. The policy of the pages refuses
// connections, so this asks for a script that is answered late: when there is another guide.
(() => {
  const { search } = new URL(document.currentScript.src);
  const PAUSE = 1000; // before asking once more, in milliseconds
  let asking = false;
  const ask = () => {
    // A page that nobody sees need not know yet, and browsers hold only few connections open to one host.
    if (asking || document.visibilityState === 'hidden') return;
    asking = true;
    const script = document.createElement('script');
    const again = () => {
      script.remove();
      asking = false;
      setTimeout(ask, PAUSE);
    };
    script.addEventListener('load', again);
    script.addEventListener('error', again);
    script.src = `/.preview/later.js${search}`;
    document.head.append(script);
  };
  addEventListener('madoguchi-changed', () => {
    asking = true;
    location.reload();
  });
  document.addEventListener('visibilitychange', ask);
  addEventListener('pageshow', (event) => {
    // Back from the history: what was asked before was given up.
    if (event.persisted) asking = false;
    ask();
  });
})();
