import { FUNCTIONS, gradientDescent } from "./arithmetic.js";
import { axes, define, num } from "./shared.js";

const SHAPES = {
  quadratic: { label: "골짜기 하나", x: [-6, 7], y: [-5, 40], xTicks: [-6, -4, -2, 0, 2, 4, 6], yTicks: [0, 10, 20, 30, 40] },
  valleys: { label: "골짜기 둘", x: [-2.8, 2.8], y: [-6, 14], xTicks: [-2, -1, 0, 1, 2], yTicks: [-5, 0, 5, 10] },
};
const RANGE = { quadratic: 5, valleys: 2.4 };

const walk = ({ f, start, rate, steps }) => gradientDescent(FUNCTIONS[f], start, rate, steps, 0).path;

// What becomes of the descent in the long run, and whether it crosses the bottom on the way.
function fate({ f, start, rate }) {
  const { path, converged } = gradientDescent(FUNCTIONS[f], start, rate, 3000);
  if (!converged) return path.length <= 3000 || Math.abs(path.at(-1)) > 1e3 ? "diverges" : "bounces";
  const slopes = path.slice(0, -1).map(FUNCTIONS[f].slope);
  return slopes.some((slope, i) => i && slope * slopes[i - 1] < 0) ? "zigzags" : "converges";
}

const WORDS = {
  converges: "이대로 가면 바닥으로 수렴합니다.",
  zigzags: "바닥을 지나치며 튀지만 결국 수렴합니다.",
  bounces: "아무리 가도 멎지 않고 튀어 다닙니다.",
  diverges: "갈수록 멀어집니다. 발산입니다.",
};

export const lab = define({
  tag: "descent-lab",
  title: "학습률을 바꾸어 내려가기",
  size: [360, 276],
  initial: { f: "quadratic", start: 3, rate: 0.1, steps: 5 },
  controls: [
    { name: "f", label: "함수", options: Object.entries(SHAPES).map(([name, { label }]) => [name, label]) },
    { name: "start", label: "출발점", min: -5, max: 5, step: 0.1, show: (x) => num(x, 1) },
    { name: "rate", label: "학습률", min: 0.01, max: 1.2, step: 0.01 },
    { name: "steps", label: "걸음 수", min: 0, max: 30, step: 1, show: String },
    { button: (lab) => lab.change({ steps: Math.min(30, lab.state.steps + 1) }), label: "한 걸음 더" },
    { button: (lab) => lab.change({ steps: 0 }), label: "출발점으로" },
  ],
  settle: (next) => ({ ...next, start: Math.max(-RANGE[next.f], Math.min(next.start, RANGE[next.f])) }),
  draw(state) {
    const { f } = FUNCTIONS[state.f];
    const view = axes({ ...SHAPES[state.f], xName: "x", top: 10, height: 224 });
    const points = walk(state).map((x) => [x, f(x)]);
    const dots = points.slice(1).map(([x, y]) => view.dot(x, y, "dot", 4.5));
    return view.window(
      view.curve(f, "curve") +
        `<path class="track" d="${view.path(points)}"/>${dots.join("")}` +
        view.dot(...points[0], "start", 6),
    );
  },
  aside(state) {
    const { f, slope } = FUNCTIONS[state.f];
    const path = walk(state), first = Math.max(0, path.length - 5);
    const short = (v) => (Math.abs(v) < 1e5 ? num(v, 3) : v.toExponential(1).replace("-", "−"));
    const rows = path.slice(first).map((x, i) => {
      const kind = first + i === path.length - 1 ? ' class="now"' : "";
      return `<tr${kind}>${[first + i, short(x), short(f(x)), short(slope(x))].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    });
    while (rows.length < 5) rows.push(`<tr>${"<td>&nbsp;</td>".repeat(4)}</tr>`);
    const head = ["걸음", "<i>x</i>", "높이", "기울기"].map((name) => `<th scope="col">${name}</th>`);
    return `<table class="lab-table"><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  },
  summary(state) {
    const path = walk(state), x = path.at(-1);
    const where = Math.abs(x) < 1e5 ? `x = ${num(x, 3)}, 높이 ${num(FUNCTIONS[state.f].f(x), 3)}` : "그림에서 아주 먼 곳";
    const given = `출발점 ${num(state.start, 1)}, 학습률 ${num(state.rate)}`;
    return `${given}: ${path.length - 1}걸음 뒤에 ${where}에 있습니다. ${WORDS[fate(state)]}`;
  },
});
