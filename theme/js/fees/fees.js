// The page of fees: reads the form, shows what the rules say.
(() => {
  const form = Page.one('[data-form]');
  form.hidden = false;
})();
