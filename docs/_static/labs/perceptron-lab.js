import { BITS, gateOutputs, perceptronLooks } from "./arithmetic.js";
import { plane } from "./plane.js";
import { define, num } from "./shared.js";

const DATA = { AND: [0, 0, 0, 1], OR: [0, 1, 1, 1], NAND: [1, 1, 1, 0], XOR: [0, 1, 1, 0] };
const MAX_EPOCHS = 20;

const runs = Object.fromEntries(
  Object.entries(DATA).map(([name, y]) => [
    name,
    perceptronLooks(BITS, y.map((bit) => 2 * bit - 1), 1, MAX_EPOCHS),
  ]),
);
const before = { w: [0, 0], b: 0 };
const now = ({ data, looked }) => runs[data].looks[looked - 1] ?? before;
const line = ({ w, b }) => `w = (${w.map((v) => num(v, 0)).join(", ")}), b = ${num(b, 0)}`;

export const lab = define({
  tag: "perceptron-lab",
  title: "한 점씩 보며 고치기",
  size: [340, 336],
  initial: { data: "AND", looked: 0 },
  controls: [
    { name: "data", label: "데이터", options: Object.keys(DATA).map((name) => [name, name]) },
    { button: (lab) => lab.change({ looked: lab.state.looked + 1 }), label: "다음 점" },
    { button: (lab) => lab.change({ looked: lab.state.looked - 1 }), label: "앞 점으로" },
    { button: (lab) => lab.change({ looked: 4 * Math.floor(lab.state.looked / 4) + 4 }), label: "한 에포크" },
    { button: (lab) => lab.change({ looked: Infinity }), label: "끝까지" },
    { button: (lab) => lab.change({ looked: 0 }), label: "처음으로" },
  ],
  settle(next, { data }) {
    const looked = data ? 0 : Math.max(0, Math.min(next.looked, runs[next.data].looks.length));
    return { ...next, looked };
  },
  draw(state) {
    const { w, b } = now(state);
    return plane(w, b, DATA[state.data], state.looked ? now(state).index : -1);
  },
  aside({ data, looked }) {
    const first = Math.max(0, Math.min(looked, runs[data].looks.length) - 5);
    const rows = runs[data].looks.slice(first, Math.max(looked, 5)).map((look, i) => {
      const seen = first + i < looked;
      const cells = seen
        ? [look.epoch, `(${BITS[look.index].join(", ")})`, DATA[data][look.index], num(look.value, 0), look.wrong ? "고침" : "맞음"]
        : ["", "", "", "", "&nbsp;"];
      const kind = first + i === looked - 1 ? ' class="now"' : "";
      return `<tr${kind}>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    });
    const head = ["에포크", "점", "정답", "가중합", "판정"].map((name) => `<th scope="col">${name}</th>`);
    return `<table class="lab-table"><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  },
  summary(state) {
    const { data, looked } = state;
    const { looks, converged } = runs[data];
    if (!looked) return `${data}를 배우기 전입니다. ${line(before)}이므로 아직 직선이 없습니다.`;
    const { epoch, index, value, wrong, w, b } = now(state);
    const right = gateOutputs(w, b).filter((bit, i) => bit === DATA[data][i]).length;
    const seen = `${epoch}번째 에포크에 (${BITS[index].join(", ")})을 보았습니다. 정답은 ${DATA[data][index]}, 가중합은 ${num(value, 0)}이라 `;
    const done = wrong ? `틀렸습니다. 고친 뒤에는 ${line({ w, b })}입니다.` : `맞았습니다. ${line({ w, b })} 그대로입니다.`;
    if (looked < looks.length) return `${seen}${done} 지금은 네 점 가운데 ${right}점을 맞힙니다.`;
    if (!converged) return `${MAX_EPOCHS}에포크가 지났는데도 틀립니다. ${line({ w, b })}이고, 네 점 가운데 ${right}점을 맞힙니다.`;
    const fixes = looks.filter((look) => look.wrong).length;
    return `${epoch}번째 에포크에 하나도 틀리지 않아 끝났습니다. 모두 ${fixes}번 고쳤고, ${line({ w, b })}입니다.`;
  },
});
