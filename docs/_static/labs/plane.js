// The plane of two bits, cut by the line w·x + b = 0: for the gate lab and the perceptron lab.
import { BITS, halfPlane } from "./arithmetic.js";
import { axes, mark, svgSub } from "./shared.js";

const LO = -0.5, HI = 1.5;

export function plane(w, b, outputs, current = -1) {
  const view = axes({
    x: [LO, HI], y: [LO, HI], left: 48, top: 22, width: 270, height: 270,
    xTicks: [0, 1], yTicks: [0, 1], xName: svgSub("x", 1), yName: svgSub("x", 2),
  });
  const { region, line } = halfPlane(w, b, LO, HI);
  const parts = ['<rect class="tint-zero" width="270" height="270"/>'];
  if (region.length > 2) parts.push(`<path class="tint-one" d="${view.path(region)}z"/>`);
  if (line.length === 2) parts.push(`<path class="boundary" d="${view.path(line)}"/>`);
  BITS.forEach(([x1, x2], i) => {
    const [cx, cy] = [view.X(x1), view.Y(x2)];
    if (i === current) parts.push(`<circle class="ring" cx="${cx}" cy="${cy}" r="18"/>`);
    parts.push(mark(cx, cy, outputs[i]));
  });
  return view.window(parts.join(""));
}
