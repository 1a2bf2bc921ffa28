import { BITS, gateOutputs, weightedSum } from "./arithmetic.js";
import { plane } from "./plane.js";
import { define, num, sub } from "./shared.js";

// Sliders count in tenths: whole numbers add without rounding, and the scale of a gate is free.
const tenths = (n) => num(n / 10, 1);
const weights = ({ w1, w2 }) => [w1, w2];

const NAMES = {
  "0000": "언제나 0", "0001": "AND", "0010": "x1이고 x2가 아님", "0011": "x1 그대로",
  "0100": "x2이고 x1이 아님", "0101": "x2 그대로", "0110": "XOR", "0111": "OR",
  "1000": "NOR", "1001": "XNOR", "1010": "x2를 뒤집은 것(NOT)", "1011": "x1이거나 x2가 아님",
  "1100": "x1을 뒤집은 것(NOT)", "1101": "x2이거나 x1이 아님", "1110": "NAND", "1111": "언제나 1",
};
const GOALS = { AND: "0001", OR: "0111", NAND: "1110", NOR: "1000", XOR: "0110" };

const outputsOf = (state) => gateOutputs(weights(state), state.b);

function verdict(goal, outputs) {
  if (!goal) return "";
  const right = outputs.filter((bit, i) => bit === Number(GOALS[goal][i])).length;
  if (right === 4) return ` 과제를 풀었습니다. ${goal}의 네 줄과 모두 같습니다.`;
  const nearly = goal === "XOR" && right === 3 ? " 넷째 줄은 왜 맞지 않을까요?" : "";
  return ` ${goal}의 네 줄 가운데 ${right}줄이 같습니다.${nearly}`;
}

export const lab = define({
  tag: "gate-lab",
  title: "직선을 움직여 게이트 만들기",
  size: [340, 336],
  initial: { w1: 4, w2: 4, b: -6, goal: "OR" },
  controls: [
    { name: "w1", label: `가중치 ${sub("w", 1)}`, min: -10, max: 10, step: 1, show: tenths },
    { name: "w2", label: `가중치 ${sub("w", 2)}`, min: -10, max: 10, step: 1, show: tenths },
    { name: "b", label: "편향 b", min: -15, max: 15, step: 1, show: tenths },
    {
      name: "goal",
      label: "과제",
      options: [["", "없음"], ...Object.keys(GOALS).map((name) => [name, `${name} 만들기`])],
    },
  ],
  draw: (state) => plane(weights(state), state.b, outputsOf(state)),
  aside(state) {
    const outputs = outputsOf(state);
    const rows = BITS.map(([x1, x2], i) => {
      const sum = tenths(weightedSum(weights(state), state.b, [x1, x2]));
      const wanted = GOALS[state.goal]?.[i];
      const check = wanted === undefined ? "" : Number(wanted) === outputs[i] ? "✓ 맞음" : "✗ 다름";
      return `<tr><td>${x1}</td><td>${x2}</td><td>${sum}</td><td><b>${outputs[i]}</b></td><td>${check}</td></tr>`;
    });
    const head = [sub("x", 1), sub("x", 2), "가중합", "출력", "과제"].map((name) => `<th scope="col">${name}</th>`);
    return `<table class="lab-table"><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  },
  summary(state) {
    const outputs = outputsOf(state);
    const name = NAMES[outputs.join("")];
    return `출력은 ${outputs.join(", ")}, 곧 ${name}입니다.${verdict(state.goal, outputs)}`;
  },
});
