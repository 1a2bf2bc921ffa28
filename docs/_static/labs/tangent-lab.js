import { FUNCTIONS, centralDifference, forwardDifference, tangentLine } from "./arithmetic.js";
import { axes, define, num } from "./shared.js";

const SHAPES = {
  quadratic: { label: "x² − x − 2", y: [-4, 10], yTicks: [-4, 0, 4, 8] },
  exponential: { label: "지수 함수", y: [-4, 16], yTicks: [0, 5, 10, 15] },
  sigmoid: { label: "시그모이드", y: [-0.5, 1.5], yTicks: [0, 0.5, 1] },
};
const KINDS = {
  forward: { label: "전진 차분", of: forwardDifference, back: 0 },
  central: { label: "중심 차분", of: centralDifference, back: 1 },
};
const POWERS = Array.from({ length: 31 }, (_, i) => -15 + i / 2);

const power = (k) => 10 ** k;
const small = (x) => {
  if (x === 0) return "0";
  const [digits, exponent] = x.toExponential(1).split("e");
  return Math.abs(exponent) < 3 ? num(x, 4) : `${digits} × 10<sup>${num(Number(exponent), 0)}</sup>`;
};
const spoken = (text) => text.replace("<sup>", "의 ").replace("</sup>", "승");
const measure = ({ f, kind, x }, h) => {
  const slope = KINDS[kind].of(FUNCTIONS[f].f, x, h);
  return { slope, error: Math.abs(slope - FUNCTIONS[f].slope(x)) };
};

export const lab = define({
  tag: "tangent-lab",
  title: "할선을 접선으로 당기기",
  size: [360, 440],
  initial: { f: "quadratic", kind: "forward", x: 1, k: 0 },
  controls: [
    { name: "f", label: "함수", options: Object.entries(SHAPES).map(([name, { label }]) => [name, label]) },
    { name: "kind", label: "재는 법", options: Object.entries(KINDS).map(([name, { label }]) => [name, label]) },
    { name: "x", label: "점 <i>x</i>", min: -2, max: 2, step: 0.1, show: (x) => num(x, 1) },
    { name: "k", label: "간격 <i>h</i>", min: -15, max: 0, step: 0.5, show: (k) => power(k).toPrecision(2) },
  ],
  draw(state) {
    const { f } = FUNCTIONS[state.f], { x } = state, h = power(state.k);
    const { y, yTicks } = SHAPES[state.f];
    const top = axes({ x: [-3, 3.5], y, yTicks, xTicks: [-3, -2, -1, 0, 1, 2, 3], xName: "x", top: 28 });
    const tangent = tangentLine(FUNCTIONS[state.f], x);
    const from = x - h * KINDS[state.kind].back;
    const { slope } = measure(state, h);
    const upper = top.window(
      top.curve(f, "curve") +
        top.curve((v) => tangent.slope * v + tangent.intercept, "tangent", 1) +
        top.curve((v) => f(from) + slope * (v - from), "secant", 1) +
        top.dot(from, f(from), "dot") + top.dot(x + h, f(x + h), "dot") + top.dot(x, f(x), "start"),
    );
    // Errors below 1e-16 are drawn at the bottom: zero has no logarithm.
    const level = (k) => Math.log10(Math.max(measure(state, power(k)).error, 1e-16));
    const low = axes({
      x: [-15.5, 0.5], y: [-16.5, 1], xTicks: [-15, -10, -5, 0], yTicks: [-15, -10, -5, 0],
      top: 312, height: 90, xName: "h는 10의 몇 승인가", tick: String, yName: "오차(10의 몇 승)",
    });
    const lower = low.window(
      `<path class="track" d="${low.path(POWERS.map((k) => [k, level(k)]))}"/>` + low.dot(state.k, level(state.k), "start"),
    );
    const key =
      `<path class="tangent" d="M40 13h24"/><text x="70" y="17">접선</text>` +
      `<path class="secant" d="M130 13h24"/><text x="160" y="17">할선</text>`;
    return key + upper + lower;
  },
  aside(state) {
    const { slope, error } = measure(state, power(state.k));
    const rows = [
      ["할선의 기울기", num(slope, 6)],
      ["접선의 기울기", num(FUNCTIONS[state.f].slope(state.x), 6)],
      ["오차", small(error)],
    ];
    return `<table class="lab-table"><tbody>${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join("")}</tbody></table>`;
  },
  summary(state) {
    const { slope, error } = measure(state, power(state.k));
    const tangent = FUNCTIONS[state.f].slope(state.x);
    return `${SHAPES[state.f].label}의 x = ${num(state.x, 1)}에서 ${KINDS[state.kind].label}으로 잰 기울기는 ${num(slope, 4)}, 접선의 기울기는 ${num(tangent, 4)}, 오차는 ${spoken(small(error))}입니다.`;
  },
});
