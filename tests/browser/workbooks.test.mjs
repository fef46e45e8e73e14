// Workbooks are offered as they are: every one with its size, its SHA-256 and the CSV of its tables. The field guide has every
// field of every form with its rule, and every list to choose from is there whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'node-html-parser';
import { parse as yaml } from 'yaml';
import { SITE } from './site.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => yaml(readFileSync(join(ROOT, path), 'utf8'));
const folder = (path) => readdirSync(join(ROOT, path)).filter((name) => name.endsWith('.yaml')).flatMap((name) => read(`${path}/${name}`));

const workbooks = read('data/workbooks.yaml');
const forms = new Map(folder('data/forms').map((form) => [form.id, form]));
const options = new Map(folder('data/options').map((list) => [list.id, list]));
const words = { ...read('data/strings/forms.yaml'), ...read('data/strings/format.yaml') };

/** A page of the guide, and the path of what a link on it leads to. */
function page(path) {
  const html = parse(readFileSync(join(SITE, path), 'utf8'));
  return { html, target: (link) => join(dirname(path), link.getAttribute('href').split('#')[0]) };
}

const text = (element) => element.text.replace(/\s+/g, ' ').trim();

/** The fields that stand in the table of a form, in order. */
function columns(form) {
  const paths = form.columns ?? form.fields.map((field) => `${form.id}.${field.id}`);
  return paths.map((path) => {
    const [of, id] = path.split('.');
    const field = forms.get(of).fields.find((field) => field.id === id);
    assert.ok(field, `there is no field ${path}`);
    return field;
  });
}

/** Size as Windows shows it: what is begun counts. */
function size(bytes, language) {
  const kilobytes = Math.ceil(bytes / 1024);
  const [key, number] = kilobytes < 1024 ? ['kilobytes', kilobytes] : ['megabytes', (Math.ceil((kilobytes * 10) / 1024) / 10).toFixed(1)];
  return words[key][language].replace('{n}', number);
}

for (const language of ['ja', 'en']) {
  test(`the page of downloads offers every workbook as it is (${language})`, () => {
    const { html, target } = page(`${language}/downloads.html`);
    for (const workbook of workbooks) {
      const section = html.querySelector(`#${workbook.id}`);
      assert.ok(section, `${workbook.id} is not there`);
      assert.equal(text(section.querySelector('h3')), workbook.name[language]);
      const links = section.querySelectorAll('a').filter((link) => link.getAttribute('href').endsWith('.xlsx'));
      assert.equal(links.length, 1, workbook.id);
      assert.equal(target(links[0]), `downloads/${workbook.id}.xlsx`);
      const file = readFileSync(join(SITE, target(links[0])));
      assert.ok(text(links[0]).includes(size(file.length, language)), `${text(links[0])}: ${file.length} bytes`);
      assert.equal(text(section.querySelector('.sum')), createHash('sha256').update(file).digest('hex'), workbook.id);
      assert.ok(text(section).includes(`${workbook.id}.xlsx`), `${workbook.id}: the name of the file`);

      const tables = workbook.sheets.flatMap((sheet) => sheet.table ?? []);
      const csv = section.querySelectorAll('a').filter((link) => link.getAttribute('href').endsWith('.csv'));
      assert.deepEqual(csv.map(target), tables.map((table) => `downloads/csv/${workbook.id}/${table}.csv`));
      csv.forEach((link, at) => {
        const bytes = readFileSync(join(SITE, target(link)));
        assert.ok(text(link).startsWith(forms.get(tables[at]).name[language]), text(link));
        assert.ok(text(link).includes(size(bytes.length, language)), text(link));
      });
    }
  });

  test(`the field guide has every field of every form with its rule (${language})`, () => {
    const pages = ['fields', 'fields-work'].map((name) => page(`${language}/prepare/${name}.html`));
    for (const form of forms.values()) {
      const { html, target } = pages.find(({ html }) => html.querySelector(`#${form.id}`)) ?? assert.fail(`${form.id} is not there`);
      const section = html.querySelector(`#${form.id}`);
      const rows = section.querySelectorAll('tbody > tr');
      const fields = columns(form);
      assert.equal(rows.length, fields.length, `rows of ${form.id}`);
      fields.forEach((field, at) => {
        const [name, rule, hints] = rows[at].querySelectorAll('th, td');
        const where = `${form.id}.${field.id}: ${text(rows[at])}`;
        for (const label of new Set([field.label[language], field.label.ja])) assert.ok(text(name).includes(label), where);
        const need = field.reckon ? 'need_reckoned' : field.required ? 'need_required' : field.required_when ? 'need_conditional' : null;
        assert.equal(text(name).endsWith(need ? words[need][language] : ''), true, where);
        assert.notEqual(text(rule), '', where);
        const bounds = field.format || field.type === 'choice' ? [] : [field.max].filter(Boolean);
        for (const bound of bounds) assert.ok(text(rule).replaceAll(',', '').includes(String(bound)), where);
        for (const number of Object.values(field.items ?? {})) assert.ok(text(rule).includes(number), where);
        if (field.items && !field.seen_on) assert.ok(text(rule).includes(words.field_not_seen_short[language]), where);
        if (field.options) {
          const link = rule.querySelector('a');
          const [kind, list] = field.options.split('.');
          assert.ok(link, where);
          if (kind === 'options') {
            assert.equal(target(link), `${language}/prepare/options.html`, where);
            assert.equal(link.getAttribute('href').split('#')[1], list, where);
          }
        }
        if (field.examples?.[0] && field.type !== 'choice') assert.ok(text(hints).includes(field.examples[0].replace(/\s+/g, ' ')), where);
        if (field.help) assert.ok(text(hints).includes(field.help[language]), where);
      });
    }
  });

  test(`every list to choose from is there, and whole (${language})`, () => {
    const { html } = page(`${language}/prepare/options.html`);
    for (const { id, list, then } of options.values()) {
      const section = html.querySelector(`#${id}`);
      assert.ok(section, `${id} is not there`);
      const wanted = list.map(({ code, name }) => [code, name[language], ...(language === 'ja' ? [] : [name.ja])].filter(Boolean).join(' '));
      assert.deepEqual(section.querySelectorAll('.options > li').map(text), wanted, id);
      const count = list.length + (then ? options.get(then).list.length : 0);
      assert.ok(text(section).includes(words.options_count[language].replace('{n}', count)), `${id}: how many`);
      assert.equal(section.querySelector('a')?.getAttribute('href').split('#')[1], then, `${id}: what follows`);
    }
  });
}
