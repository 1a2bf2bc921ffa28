import { broadcastSteps } from "./arithmetic.js";
import { define } from "./shared.js";

const EXAMPLES = ["3, 1 + 4", "2, 3 + 3", "2, 3 + 2", "2, 3 + 2, 1", "8, 1, 6, 1 + 7, 1, 5"];
const MOST_AXES = 5;

const parse = (text) => {
  const lengths = text.replace(/[()\s]/g, "").split(",").filter(Boolean);
  const whole = lengths.every((length) => /^\d{1,4}$/.test(length));
  return whole && lengths.length <= MOST_AXES ? lengths.map(Number) : null;
};
const shape = (lengths) => `(${lengths.join(", ")}${lengths.length === 1 ? "," : ""})`;

function work({ first, second }) {
  const shapes = [parse(first), parse(second)];
  const wrong = shapes.indexOf(null);
  return wrong < 0 ? { shapes, ...broadcastSteps(...shapes) } : { wrong };
}

const WIDTH = 340, CELL = 52, NAMES = 44, TOP = 34, ROW = 50;

function cell(x, y, text, kind) {
  return `<rect class="${kind}" x="${x + 3}" y="${y}" width="${CELL - 6}" height="36" rx="4"/>` +
    `<text x="${x + CELL / 2}" y="${y + 23}" text-anchor="middle">${text}</text>`;
}

export const lab = define({
  tag: "broadcast-lab",
  title: "두 모양을 마지막 축부터 맞추기",
  size: [WIDTH, 184],
  initial: { example: EXAMPLES[0], first: "3, 1", second: "4" },
  controls: [
    { name: "example", label: "보기", options: EXAMPLES.map((text) => [text, text.split(" + ").map((s) => shape(parse(s))).join(" + ")]) },
    { name: "first", label: "첫째 모양", text: true },
    { name: "second", label: "둘째 모양", text: true },
  ],
  settle(next, { example }) {
    if (!example) return next;
    const [first, second] = example.split(" + ");
    return { ...next, first, second };
  },
  draw(state) {
    const { wrong, shapes, steps } = work(state);
    if (wrong !== undefined) return `<text x="170" y="100" text-anchor="middle">모양을 읽지 못했습니다</text>`;
    const axes = Math.max(...shapes.map((lengths) => lengths.length));
    const left = (WIDTH - NAMES - axes * CELL) / 2;
    const names = ["첫째", "둘째", "결과"].map((name, row) => `<text x="${left}" y="${TOP + row * ROW + 23}">${name}</text>`);
    const place = (axis) => left + NAMES + (axes + axis) * CELL;
    const columns = steps.map(({ axis, lengths, missing, result }) => {
      const x = place(axis);
      const inputs = lengths.map((length, row) => {
        const repeated = length === 1 && result !== 1 && result !== null;
        const kind = result === null ? "box wrong" : missing[row] ? "box missing" : repeated ? "box repeated" : "box";
        return cell(x, TOP + row * ROW, repeated ? `${length}→${result}` : length, kind);
      });
      const out = result === null ? cell(x, TOP + 2 * ROW, "✗", "box wrong") : cell(x, TOP + 2 * ROW, result, "box result");
      return `<text x="${x + CELL / 2}" y="20" text-anchor="middle">축 ${String(axis).replace("-", "−")}</text>${inputs.join("")}${out}`;
    });
    // Axes that were not looked at any more, after one that failed.
    const rest = shapes.flatMap((lengths, row) =>
      lengths.slice(0, Math.max(0, lengths.length - steps.length)).map((length, i) => cell(place(i - lengths.length), TOP + row * ROW, length, "box")),
    );
    return [...names, ...columns, `<g class="faint">${rest.join("")}</g>`].join("");
  },
  aside(state) {
    const { wrong, steps } = work(state);
    if (wrong !== undefined) return "";
    const rows = steps.map(({ axis, lengths, missing, result }) => {
      const [a, b] = lengths.map((length, i) => (missing[i] ? `없음(${length})` : length));
      return `<tr><th scope="row">축 ${String(axis).replace("-", "−")}</th><td>${a}</td><td>${b}</td><td>${result ?? "✗"}</td></tr>`;
    });
    const head = ["", "첫째", "둘째", "결과"].map((name) => (name ? `<th scope="col">${name}</th>` : "<td></td>"));
    return `<table class="lab-table"><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  },
  summary(state) {
    const { wrong, shapes, steps, result, failsAt } = work(state);
    if (wrong !== undefined)
      return `${["첫째", "둘째"][wrong]} 모양을 읽지 못했습니다. 축이 ${MOST_AXES}개 이하인 모양을 3, 1처럼 수와 쉼표로 적으십시오.`;
    const given = shapes.map(shape).join(" + ");
    if (failsAt === null) return `${given}: 모든 축이 맞습니다. 결과의 모양은 ${shape(result)}입니다.`;
    const lengths = steps.at(-1).lengths.join(", ");
    return `${given}: 축 −${-failsAt}에서 맞지 않습니다. 두 길이(${lengths})가 서로 다르고 어느 쪽도 1이 아닙니다.`;
  },
});
