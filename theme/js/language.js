// The language switch keeps the place: links to the other languages get the anchor that the reader is at.
(() => {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.languages a[hreflang]'));
  const update = () => links.forEach((link) => { link.hash = location.hash; });
  addEventListener('hashchange', update);
  update();
})();
