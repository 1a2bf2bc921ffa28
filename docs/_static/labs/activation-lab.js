import { ACTIVATIONS, weightedSum } from "./arithmetic.js";
import { axes, define, num } from "./shared.js";

const LABELS = { step: "계단 함수", sigmoid: "시그모이드", tanh: "쌍곡탄젠트", relu: "렐루", identity: "항등 함수" };

// The weighted sum at x, the output there, and the slope of the activation function.
function neuron({ activation, w, b }, x) {
  const { f, slope } = ACTIVATIONS[activation];
  const z = weightedSum([w], b, [x]);
  return { z, a: f(z), slope: slope(z) };
}

export const lab = define({
  tag: "activation-lab",
  title: "뉴런 하나의 출력과 기울기",
  size: [360, 286],
  initial: { activation: "sigmoid", w: 1, b: 0, x: 1 },
  controls: [
    { name: "activation", label: "활성화 함수", options: Object.entries(LABELS) },
    { name: "w", label: "가중치 <i>w</i>", min: -5, max: 5, step: 0.1, show: (v) => num(v, 1) },
    { name: "b", label: "편향 <i>b</i>", min: -5, max: 5, step: 0.1, show: (v) => num(v, 1) },
    { name: "x", label: "입력 <i>x</i>", min: -4, max: 4, step: 0.1, show: (v) => num(v, 1) },
  ],
  draw(state) {
    const view = axes({
      x: [-4, 4], y: [-1.25, 2.25], xTicks: [-4, -2, 0, 2, 4], yTicks: [-1, 0, 1, 2],
      xName: "입력 x", top: 30,
    });
    const { a, slope } = neuron(state, state.x);
    const guide = `<path class="boundary" d="M${view.X(state.x)} 0v220"/>`;
    const inside =
      guide +
      view.curve((x) => neuron(state, x).slope, "secant", 320) +
      view.curve((x) => neuron(state, x).a, "curve", 320) +
      view.dot(state.x, slope, "dot", 5) + view.dot(state.x, a, "zero", 6.5);
    const key =
      `<path class="curve" d="M40 14h24"/><text x="70" y="18">출력 a</text>` +
      `<path class="secant" d="M140 14h24"/><text x="170" y="18">활성화 함수의 기울기</text>`;
    return key + view.window(inside);
  },
  aside(state) {
    const { z, a, slope } = neuron(state, state.x);
    const rows = [["가중합 <i>z</i>", z], ["출력 <i>a</i>", a], ["기울기", slope]];
    return `<table class="lab-table"><tbody>${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${num(value, 4)}</td></tr>`).join("")}</tbody></table>`;
  },
  summary(state) {
    const { activation, w, b, x } = state;
    const { z, a, slope } = neuron(state, x);
    const flat = Math.abs(slope) < 0.01 ? " 거의 평평해서 입력이 조금 바뀌어도 출력이 그대로입니다." : "";
    return `${LABELS[activation]}: 입력 ${num(x, 1)}의 가중합은 ${num(w, 1)} × ${num(x, 1)} + (${num(b, 1)}) = ${num(z)}, 출력은 ${num(a, 3)}, 기울기는 ${num(slope, 3)}입니다.${flat}`;
  },
});
