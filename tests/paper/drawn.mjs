// What is drawn on a page besides its text: the boxes around lines and areas.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { open } from './documents.mjs';

const multiply = ([a, b, c, d, e, f], [A, B, C, D, E, F]) => [
  a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f,
];

const STROKED = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const FILLED = new Set([OPS.fill, OPS.eoFill]);

/**
 * What is painted: `boxes` of all paths, in points from the lower left corner of the page (`stroked` where a line was drawn), and
 * the places of `texts` that are cut away, because they begin outside what may be painted there.
 */
export async function drawn(page) {
  const { fnArray, argsArray } = await page.it.getOperatorList();
  const found = { boxes: [], unseen: new Set() };
  const kept = [];
  let state = { matrix: [1, 0, 0, 1, 0, 0], clip: { x: 0, y: 0, width: page.width, height: page.height } };
  let [path, clipped, text] = [null, false, state.matrix];
  fnArray.forEach((operator, at) => {
    const args = argsArray[at];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(state);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) state = kept.pop() ?? state;
    const moved = operator === OPS.transform ? args : operator === OPS.paintFormXObjectBegin && args[0];
    if (moved) state = { ...state, matrix: multiply(state.matrix, moved) };
    if (operator === OPS.constructPath) path = box(state.matrix, args[2]);
    if (operator === OPS.clip || operator === OPS.eoClip) clipped = true;
    if (STROKED.has(operator) || FILLED.has(operator)) found.boxes.push({ ...path, stroked: STROKED.has(operator) });
    if (clipped && (operator === OPS.endPath || STROKED.has(operator) || FILLED.has(operator))) {
      state = { ...state, clip: both(state.clip, path) };
      clipped = false;
    }
    if (operator === OPS.setTextMatrix) text = args;
    if (operator === OPS.showText) {
      const [, , , , x, y] = multiply(state.matrix, text);
      const { clip } = state;
      if (x < clip.x - 1 || x > clip.x + clip.width + 1 || y < clip.y - 1 || y > clip.y + clip.height + 1) found.unseen.add(place({ x, y }));
    }
  });
  return found;
}

/** A place on a page, as far as two ways to compute it agree. */
const place = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** What two boxes have in common. */
function both(one, other) {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const right = Math.min(one.x + one.width, other.x + other.width);
  const top = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, top - y) };
}

/** The box around a box that a matrix moves. `bounds` are the least x and y, and the greatest. */
function box([a, b, c, d, e, f], bounds) {
  const corners = [0, 2].flatMap((i) => [1, 3].map((j) => [a * bounds[i] + c * bounds[j] + e, b * bounds[i] + d * bounds[j] + f]));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The pages with the words that can be seen: where a long picture is cut at the end of a page, the rest of it is there, but cut away. */
export async function seen(path) {
  const { pages } = await open(path);
  return Promise.all(pages.map(async (page) => {
    const { unseen } = await drawn(page);
    return { ...page, runs: page.runs.filter((run) => !unseen.has(place(run))) };
  }));
}
