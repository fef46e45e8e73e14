// Sheets of paper on the page: every length from the data, words that stay in their place, labels, what goes into the envelope.
// Nothing is written but as text.
const MailPaper = (() => {
  // How the PDFs of the same sheets are set (templates/pdf/stationery.typ, templates/pdf/sheet/labels.typ), in points and millimetres.
  const LABEL = { leading: 1.22, code: 6.6 };
  // Sizes of the letters in the order in which they are tried; in the last ones names may be torn.
  const SIZES = { small: [10.5, 10], large: [12, 11, 10], torn: [10, 9] };
  const SLOT_SIZES = ['', '9.5pt', '9pt', '8pt', '7pt'];
  const LEAST_BESIDE = 10;
  const OUR_MEASURES = { 'stick-x': 75, 'stick-y': 110, 'stick-width': 90, 'stick-height': 60, 'small-width': 87, 'small-height': 56 };
  const FACE_PART = 3;
  const PIXEL = 25.4 / 96;
  const A4_WIDTH = 210;

  /**
   * Gives every length of the data to the styles, as `--residence-card-width`.
   * @param {HTMLElement} tool @param {any[]} stationery
   */
  const setMeasures = (tool, stationery) => {
    const set = (/** @type {string} */ name, /** @type {number} */ mm) => tool.style.setProperty(`--${name}`, `${mm}mm`);
    for (const { id, measures } of stationery) for (const [name, mm] of Object.entries(measures ?? {})) set(`${id}-${name}`, /** @type {number} */ (mm));
    for (const [name, mm] of Object.entries(OUR_MEASURES)) set(name, mm);
    tool.style.setProperty('--scale-of-face', String(FACE_PART));
    for (const slot of Page.all('[data-stick]', tool)) slot.textContent = `${slot.dataset.stick === 'x' ? OUR_MEASURES['stick-x'] : OUR_MEASURES['stick-y']}mm`;
    for (const text of Page.all('[data-scale] span', tool)) text.textContent = Words.fill(text.textContent ?? '', { part: FACE_PART });
  };

  const isOver = (/** @type {HTMLElement} */ element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;

  /** Writes into a place, smaller where it must be; a line to write on where it does not fit. @param {HTMLElement} slot @param {string} text */
  const fit = (slot, text) => {
    slot.textContent = text;
    for (const size of SLOT_SIZES) {
      slot.style.fontSize = size;
      if (!isOver(slot)) return true;
    }
    slot.style.fontSize = '';
    slot.textContent = '';
    return false;
  };

  const inLines = (/** @type {string[]} */ list) => {
    const lines = document.createDocumentFragment();
    for (const line of list) {
      const span = document.createElement('span');
      span.textContent = line;
      lines.append(span);
    }
    return lines;
  };

  /** An address on a label, or lines to write on. @param {HTMLElement} label @param {Destination} it @param {{ sizes: number[], after: string, phone: string }} how */
  const setLabel = (label, it, { sizes, after, phone }) => {
    const { paddingLeft, paddingTop } = getComputedStyle(label);
    const width = (label.clientWidth - 2 * Number.parseFloat(paddingLeft)) * PIXEL;
    const height = (label.clientHeight - 2 * Number.parseFloat(paddingTop)) * PIXEL - (phone ? 5 : 0);
    const name = Mailing.withTitle(it.name, after);
    const isEmpty = it.lines.length === 0 && name === '';
    const ways = [...sizes.map((size) => ({ size, isTorn: false })), ...SIZES.torn.map((size) => ({ size, isTorn: true }))];
    for (const { size, isTorn } of isEmpty ? [] : ways) {
      const found = Mailing.onLabel({ ...it, name }, { ...LABEL, width, height, sizes: [size], isTorn });
      if (!found) continue;
      label.replaceChildren(Page.piece('address', { code: it.postalCode, lines: inLines(found.lines), name: inLines(found.name), phone: phone || null }));
      label.style.setProperty('--size', `${size}pt`);
      if (!isOver(label)) return true;
    }
    label.replaceChildren(Page.piece('to-write', { after }));
    return isEmpty;
  };

  /**
   * The sheet of labels of the reader's stock; gives the one that is to be filled first, and the next.
   * @param {HTMLElement} sheet @param {any} record @param {number} first
   */
  const setStock = (sheet, record, first) => {
    const grid = printedGrid(record);
    const { width, height, left, top } = record.measures;
    const places = Array.from({ length: grid.columns * grid.rows }, (_, at) => {
      const { column, row } = Mailing.place(grid, at + 1) ?? { column: 0, row: 0 };
      const label = document.createElement('div');
      label.className = 'sticker';
      for (const [name, mm] of Object.entries({ x: left + column * width, y: top + row * height, w: width, h: height })) label.style.setProperty(`--${name}`, `${mm}mm`);
      return label;
    });
    Page.one('[data-labels]', sheet).replaceChildren(...places);
    sheet.style.setProperty('--below', `${top + grid.rows * height + 1.5}mm`);
    for (const name of Page.all('[data-stock]', sheet)) name.hidden = name.dataset.stock !== record.id;
    return [places[first - 1], places[first]];
  };

  /**
   * Ticks what goes into the envelope, and says why something does not.
   * @param {HTMLElement} sheets @param {Mark[]} marks @param {Enclosure[]} records
   */
  const setEnclosures = (sheets, marks, records) => {
    for (const { id, mark, column, count, why } of marks) {
      for (const row of Page.all(`[data-enclosure="${CSS.escape(id)}"]`, sheets)) {
        const periods = records.find((record) => record.id === id)?.enclosed ?? [];
        Page.all('td', row).forEach((cell, at) => {
          const alone = mark === 'out' || periods[at]?.value === 'no' ? 'out' : 'open';
          cell.dataset.mark = column === null ? alone : column === at ? mark : 'other';
          for (const number of Page.all('.count', cell)) number.textContent = column === at && count !== null ? String(count) : '';
        });
      }
      for (const item of Page.all(`[data-listed="${CSS.escape(id)}"]`, sheets)) {
        item.dataset.mark = mark;
        Page.one('[data-how-many]', item).textContent = count !== null && count > 1 ? `× ${count}` : '';
        for (const text of Page.all('[data-period]', item)) text.hidden = column !== null && Number(text.dataset.period) !== column;
        const said = Page.one('[data-why]', item);
        said.hidden = why === null;
        if (why) said.replaceChildren(Page.piece(Page.has(`why-${why}-${mark}`) ? `why-${why}-${mark}` : `why-${why}`));
      }
    }
  };

  /** The head of the cover sheet. @param {HTMLElement} sheets @param {Destination} to @param {string} office */
  const setLetterhead = (sheets, to, office) => {
    const place = sheets.querySelector('.cover .to');
    if (!(place instanceof HTMLElement)) return true;
    const filled = Page.one('[data-filled]', place);
    const [isEmpty, name] = [to.lines.length === 0 && to.name === '', Mailing.withTitle(to.name, office)];
    Page.fill(filled, { postal: to.postalCode ? `〒${to.postalCode}` : '', lines: to.lines.join('\n'), name });
    const show = (/** @type {boolean} */ isFilled) => {
      filled.hidden = !isFilled;
      Page.one('[data-blank]', place).hidden = isFilled;
    };
    show(!isEmpty);
    for (const size of SLOT_SIZES) {
      place.style.fontSize = size;
      if (!isOver(place)) return true;
    }
    place.style.fontSize = '';
    show(false);
    return isEmpty;
  };

  /** How many labels are printed on a sheet. @param {any} record */
  const printedGrid = (record) => ({ columns: record.grid.columns, rows: Mailing.printedRows(record.grid, record.measures.top, LEAST_BESIDE) });

  /** By how much a sheet is smaller on a screen with so many pixels of room. @param {number} pixels */
  const scaleFor = (pixels) => Math.min(1, (pixels - 2) * PIXEL / A4_WIDTH);

  return { scaleFor, SIZES, setMeasures, fit, setLabel, setStock, setEnclosures, setLetterhead, printedGrid };
})();
