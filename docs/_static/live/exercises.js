// An exercise: its starter in a cell of its own, checked in a copy of the page's namespace.

import { Cell } from "./cell.js";

class Exercise extends Cell {
  constructor(page, section, index) {
    const code = section.querySelector(":scope > .exercise-starter");
    super(page, { name: `연습 ${index + 1}`, code, anchor: code });
    const data = JSON.parse(section.querySelector("script.exercise-data").textContent);
    Object.assign(this, { section, checks: data.checks });
    this.addButton("채점하기", () => this.press({ checks: this.checks }));
    this.verdict = document.createElement("p");
    this.verdict.className = "live-verdict";
    this.tools.after(this.verdict);
    this.showSolved();
    document.addEventListener("live-progress-cleared", () => this.showSolved());
  }

  showSolved() {
    const { progress, config } = this.page;
    const solved = progress.solved(config.page).includes(this.section.id);
    this.judge(solved ? "solved" : "", solved ? "전에 맞힌 문제입니다." : "");
  }

  judge(kind, text) {
    this.verdict.dataset.kind = kind;
    this.verdict.textContent = text;
    this.verdict.hidden = !text;
  }

  /** Run the cells above that have not run yet, then the answer; `checks` judge it. */
  press({ checks = "" } = {}) {
    const above = this.page.cells.filter(
      ({ code, ran }) =>
        !ran && code.compareDocumentPosition(this.code) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return this.page.work(async () => {
      if (!(await this.page.runCells(above))) return;
      const message = { kind: "attempt", source: this.editor.text, cell: this.name, checks };
      const { outputs, ok, right, message: reason } = await this.page.kernel.ask(message);
      this.display(outputs);
      if (!ok) this.answer("wrong", "코드에 오류가 있습니다. 아래의 마지막 줄을 읽어 보십시오.");
      else if (!checks) this.answer("", "");
      else if (!right) this.answer("wrong", `아직 아닙니다. ${reason}`);
      else {
        this.page.progress.add(this.page.config.page, this.section.id);
        this.answer("right", "맞았습니다!");
      }
    });
  }

  answer(kind, text) {
    this.judge(kind, text);
    this.page.say(`${this.name}: ${text || "실행했습니다."}`);
  }

  reset() {
    super.reset();
    this.showSolved();
  }
}

export function findExercises(page) {
  return [...document.querySelectorAll("section.exercise")].map(
    (section, index) => new Exercise(page, section, index),
  );
}
