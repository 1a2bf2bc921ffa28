import { predict, trainStep } from "./arithmetic.js";
import { axes, define, mark, num, reducedMotion } from "./shared.js";

const LO = -1.2, HI = 1.2, GRID = 30;
const WIDTH = 300, SIDE = 250, LEFT = 36, TOP = 8, LEVELS = 10;
const PER_FRAME = 5, AT_ONCE = 200;

// A small generator of random numbers, so that the same seed gives the same start everywhere.
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function placed(count, place) {
  const next = random(7);
  const near = () => (next() - 0.5) * 0.3;
  return Array.from({ length: count }, (_, i) => {
    const [x1, x2, y] = place(i, next);
    return { x: [x1 + near(), x2 + near()], y };
  });
}

const turn = (radius, angle) => [radius * Math.cos(angle), radius * Math.sin(angle)];
const CORNERS = [[-1, -1], [1, 1], [-1, 1], [1, -1]];

const DATA = {
  xor: { label: "XOR", points: placed(40, (i) => [...CORNERS[i % 4].map((c) => 0.6 * c), i % 4 > 1 ? 1 : 0]) },
  ring: { label: "고리", points: placed(60, (i) => [...turn(i % 2 ? 0.95 : 0.3, (Math.PI * i) / 30), i % 2 ? 0 : 1]) },
  line: { label: "두 무리", points: placed(32, (i) => (i % 2 ? [0.5, 0.5, 1] : [-0.5, -0.4, 0])) },
  spiral: {
    label: "소용돌이",
    points: placed(90, (i) => [...turn(0.16 + 0.01 * i, 0.075 * i + Math.PI * (i % 2)), i % 2]),
  },
  none: { label: "빈 판", points: [] },
};

function layersOf({ depth, units, activation, seed }) {
  const next = random(seed);
  const sizes = [2, ...Array(Number(depth)).fill(Number(units)), 1];
  return sizes.slice(1).map((outputs, k) => {
    const inputs = sizes[k];
    const limit = activation === "relu" && k < depth ? Math.sqrt(6 / inputs) : Math.sqrt(6 / (inputs + outputs));
    return {
      W: Array.from({ length: inputs }, () => Array.from({ length: outputs }, () => (2 * next() - 1) * limit)),
      b: Array(outputs).fill(0),
      activation: k < depth ? activation : "sigmoid",
    };
  });
}

const fresh = (state) => ({ ...state, layers: layersOf(state), losses: [], running: false });

function train(state, epochs) {
  const X = state.points.map(({ x }) => x), y = state.points.map((point) => point.y);
  const losses = [...state.losses];
  for (let i = 0; i < epochs && X.length; i++) losses.push(trainStep(state.layers, X, y, 10 ** state.rate));
  return losses;
}

// The plane in bands of equal probability, each band one path of runs of cells.
function map(layers) {
  const size = SIDE / GRID;
  const middle = (i) => LO + ((i + 0.5) * (HI - LO)) / GRID;
  const cells = Array.from({ length: GRID * GRID }, (_, i) => [middle(i % GRID), -middle(Math.floor(i / GRID))]);
  const bands = Array(LEVELS).fill("");
  const level = predict(layers, cells).map((p) => Math.min(LEVELS - 1, Math.floor(p * LEVELS)) || 0);
  for (let i = 0, from = 0; i < level.length; i++) {
    if ((i + 1) % GRID && level[i + 1] === level[i]) continue;
    const column = from % GRID, row = Math.floor(from / GRID), wide = i - from + 1;
    bands[level[i]] += `M${(column * size).toFixed(2)} ${(row * size).toFixed(2)}h${(wide * size).toFixed(2)}v${size.toFixed(2)}h${(-wide * size).toFixed(2)}z`;
    from = i + 1;
  }
  return bands.map((d, k) => {
    const certain = (k + 0.5) / LEVELS - 0.5;
    const kind = certain > 0 ? "one" : "zero";
    return d && `<path class="band-${kind}" fill-opacity="${(Math.abs(certain) * 0.9).toFixed(3)}" d="${d}"/>`;
  });
}

function accuracy({ layers, points }) {
  const outputs = predict(layers, points.map(({ x }) => x));
  return outputs.filter((p, i) => (p >= 0.5 ? 1 : 0) === points[i].y).length / points.length;
}

const percent = (state) => `${num(100 * accuracy(state), 0)}%`;

const view = () =>
  axes({ x: [LO, HI], y: [LO, HI], left: LEFT, top: TOP, width: SIDE, height: SIDE, xTicks: [-1, 0, 1], yTicks: [-1, 0, 1] });

function lossPlot(state) {
  const { losses } = state;
  const most = Math.max(1, ...losses.slice(0, 1));
  const long = Math.max(100, losses.length);
  const plot = axes({
    x: [0, long], y: [0, most], xTicks: [0, long], yTicks: [0, Number(most.toFixed(1))],
    left: LEFT, top: 312, width: SIDE, height: 64, xName: "에포크", yName: losses.length ? `손실 ${num(losses.at(-1), 3)}, 정확도 ${percent(state)}` : "손실",
  });
  const every = Math.ceil(losses.length / 250) || 1;
  const shown = losses.map((loss, i) => [i, Math.min(loss, most)]).filter(([i]) => i % every === 0);
  return plot.window(shown.length > 1 ? `<path class="track" d="${plot.path(shown)}"/>` : "");
}

function frame(lab) {
  if (!lab.state.running || !lab.isConnected) return;
  lab.change({ losses: train(lab.state, PER_FRAME) });
  requestAnimationFrame(() => frame(lab));
}

function run(lab) {
  if (reducedMotion()) lab.change({ losses: train(lab.state, AT_ONCE) });
  else {
    lab.change({ running: !lab.state.running });
    frame(lab);
  }
}

const place = (lab, x) => {
  const { points, label } = lab.state;
  lab.change({ points: [...points, { x, y: Number(label) }] });
};

const restarts = ["data", "depth", "units", "activation", "seed"];

export const lab = define({
  tag: "network-lab",
  title: "신경망을 눈앞에서 훈련하기",
  size: [WIDTH, 414],
  initial: fresh({
    data: "xor", points: DATA.xor.points, depth: 1, units: 4, activation: "tanh", rate: -0.5,
    seed: 1, label: 1, x1: 0, x2: 0,
  }),
  controls: [
    { button: run, label: "훈련", labelOf: ({ running }) => (running ? "멈춤" : reducedMotion() ? `${AT_ONCE}에포크` : "훈련") },
    { button: (lab) => lab.change({ losses: train(lab.state, 1) }), label: "한 에포크" },
    { button: (lab) => lab.change({ seed: lab.state.seed + 1 }), label: "다른 시드로" },
    { name: "data", label: "데이터", options: Object.entries(DATA).map(([name, { label }]) => [name, label]) },
    { name: "depth", label: "은닉층의 수", options: [0, 1, 2, 3].map((n) => [n, n]) },
    { name: "units", label: "층마다 뉴런", options: [1, 2, 3, 4, 6, 8].map((n) => [n, n]) },
    { name: "activation", label: "활성화 함수", options: [["tanh", "쌍곡탄젠트"], ["relu", "렐루"], ["sigmoid", "시그모이드"], ["identity", "항등 함수"]] },
    { name: "rate", label: "학습률", min: -2, max: 1, step: 0.25, show: (r) => (10 ** r).toPrecision(2) },
    { name: "label", label: "놓을 점", options: [[1, "▲ 1"], [0, "● 0"]] },
    { name: "x1", label: "가로 자리", min: -1, max: 1, step: 0.1, show: (x) => num(x, 1) },
    { name: "x2", label: "세로 자리", min: -1, max: 1, step: 0.1, show: (x) => num(x, 1) },
    { button: (lab) => place(lab, [lab.state.x1, lab.state.x2]), label: "십자 자리에 점 놓기" },
  ],
  settle(next, changes) {
    const state = "data" in changes ? { ...next, points: DATA[next.data].points } : next;
    return restarts.some((name) => name in changes) ? fresh(state) : state;
  },
  start(lab) {
    lab.state = fresh(lab.state);
    lab.figure.addEventListener("click", (event) => {
      const box = lab.figure.firstElementChild.getBoundingClientRect();
      const scale = WIDTH / box.width;
      const across = (event.clientX - box.left) * scale - LEFT;
      const down = (event.clientY - box.top) * scale - TOP;
      if (Math.min(across, down) < 0 || Math.max(across, down) > SIDE) return;
      place(lab, [LO + (across / SIDE) * (HI - LO), HI - (down / SIDE) * (HI - LO)]);
    });
  },
  draw(state) {
    const plot = view();
    const points = state.points.map(({ x: [x1, x2], y }) => mark(plot.X(x1), plot.Y(x2), y, 5));
    const [cx, cy] = [plot.X(state.x1), plot.Y(state.x2)];
    const cross = `<path class="cross" d="M${cx - 6} ${cy}h12M${cx} ${cy - 6}v12"/>`;
    return plot.window(map(state.layers).join("") + points.join("") + cross) + lossPlot(state);
  },
  summary(state) {
    const { points, losses, layers } = state;
    const parameters = layers.reduce((sum, { W, b }) => sum + W.length * b.length + b.length, 0);
    const size = `점 ${points.length}개, 매개변수 ${parameters}개`;
    if (!points.length) return `${size}. 판을 누르거나 단추로 점을 놓으십시오.`;
    if (state.running) return `${size}. 훈련하고 있습니다. 멈추면 결과를 적습니다.`;
    const share = percent(state);
    if (!losses.length) return `${size}. 아직 훈련하지 않았고 ${share}를 맞힙니다.`;
    const loss = losses.at(-1);
    if (!isFinite(loss)) return `${size}. ${losses.length}에포크 만에 손실이 너무 커져 계산할 수 없습니다. 학습률을 줄이고 다른 시드로 시작하십시오.`;
    return `${size}. ${losses.length}에포크를 훈련했습니다. 손실은 처음에 ${num(losses[0], 3)}, 지금 ${num(loss, 3)}이고, ${share}를 맞힙니다.`;
  },
});
