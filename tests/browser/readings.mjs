// The button that shows readings (furigana) on Japanese pages.

/** Shows or takes away the readings of a page. */
export async function showReadings(page, wanted) {
  const button = page.locator('button.reading');
  if (await button.getAttribute('aria-pressed') !== String(wanted)) await button.click();
  await page.waitForFunction((wanted) => (document.querySelector('main ruby') !== null) === wanted, wanted);
}
