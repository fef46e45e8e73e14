// What is drawn on a page besides its text: the boxes around lines and areas.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const multiply = ([a, b, c, d, e, f], [A, B, C, D, E, F]) => [
  a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f,
];

const STROKED = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const FILLED = new Set([OPS.fill, OPS.eoFill]);

/** Boxes of all paths that are painted, in points from the lower left corner of the page; `stroked` where a line was drawn. */
export async function drawn(page) {
  const { fnArray, argsArray } = await page.it.getOperatorList();
  const found = [];
  const kept = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, at) => {
    const args = argsArray[at];
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args);
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      if (args[0]) matrix = multiply(matrix, args[0]);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.constructPath) {
      const painter = fnArray.slice(at + 1).find((next) => STROKED.has(next) || FILLED.has(next) || next === OPS.clip || next === OPS.endPath);
      if (STROKED.has(painter) || FILLED.has(painter)) found.push({ ...box(matrix, args[2]), stroked: STROKED.has(painter) });
    }
  });
  return found;
}

/** The box around a box that a matrix moves. `bounds` are the least and the greatest x, the least and the greatest y. */
function box([a, b, c, d, e, f], bounds) {
  const corners = [0, 1].flatMap((i) => [2, 3].map((j) => [a * bounds[i] + c * bounds[j] + e, b * bounds[i] + d * bounds[j] + f]));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
