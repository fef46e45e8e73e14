// Lighthouse, as on a phone: four times 100 on start, procedure, fees and errors in both languages.
//
//   SITE=public CHROMIUM=/usr/bin/chromium node benches/lighthouse.mjs [page …]
//
// `make bench-pages` builds the guide and calls it. The audit `robots-txt` is left out: it fetches from inside the page, and the
// policy of the pages refuses that. Performance depends on the machine: run it where nothing else runs.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../tests/browser/site.mjs';

const PAGES = ['index', 'procedures/extension', 'fees', 'errors/index'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const paths = process.argv.length > 2 ? process.argv.slice(2) : ['ja', 'en'].flatMap((language) => PAGES.map((page) => `${language}/${page}.html`));
const server = await serve();
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  logLevel: 'silent',
});

/** Why a category has less than 100. */
function faults({ lhr }, category) {
  const { auditRefs } = lhr.categories[category];
  return auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => `    ${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`);
}

let isPerfect = true;
try {
  for (const path of paths) {
    const result = await lighthouse(server.address + path, {
      port: chrome.port, onlyCategories: CATEGORIES, skipAudits: ['robots-txt'], logLevel: 'silent',
    });
    const scores = CATEGORIES.map((category) => [category, Math.round((result.lhr.categories[category].score ?? 0) * 100)]);
    console.log(`${path}: ${scores.map(([category, score]) => `${category} ${score}`).join(', ')}`);
    for (const [category, score] of scores.filter(([, score]) => score < 100)) {
      isPerfect = false;
      console.log(`  ${category} ${score}\n${faults(result, category).join('\n')}`);
    }
  }
} finally {
  await chrome.kill();
  server.stop();
}
process.exitCode = isPerfect ? 0 : 1;
