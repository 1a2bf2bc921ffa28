// The page after the press: its cells in reading order, and the bar that says what goes on.

import { box, button, Cell } from "./cell.js";
import { loadEditor } from "./editors.js";
import { findExercises } from "./exercises.js";
import { Kernel } from "./kernel.js";

/** What the reader typed, kept for the next visit unless the book's own code has changed. */
class Memory {
  constructor(page, stored) {
    this.key = `nnnotes:code:${page}`;
    this.stored = stored;
  }

  read({ name, source }) {
    const kept = this.stored.read(this.key)[name];
    return kept?.source === source ? kept.text : undefined;
  }

  write(cell) {
    const all = this.stored.read(this.key);
    delete all[cell.name];
    if (cell.changed) all[cell.name] = { source: cell.source, text: cell.editor.text };
    this.stored.write(this.key, all);
  }
}

/** The bar at the foot of the window: progress, stop, retry, everything back. */
class Bar {
  constructor(page) {
    this.seen = box("live-now");
    this.heard = box("live-heard");
    this.heard.setAttribute("role", "status");
    this.stop = button("멈추기", () => page.stop());
    this.retry = button("다시 시도", () => page.boot());
    this.stop.hidden = this.retry.hidden = true;
    this.element = box("live-bar");
    this.element.setAttribute("role", "region");
    this.element.setAttribute("aria-label", "코드 실행");
    const reset = button("모두 처음대로", () => page.reset());
    this.element.append(this.seen, this.heard, this.stop, this.retry, reset);
  }

  /** Show all of it; a screen reader hears the words once and not every megabyte. */
  say(text) {
    this.seen.textContent = text;
    const words = text.replace(/ \([\d.]+ MB 받음\)$/, "");
    if (this.heard.textContent !== words) this.heard.textContent = words;
  }
}

class LivePage {
  constructor({ config, progress, stored }) {
    Object.assign(this, { config, progress, stored, busy: false });
    this.memory = new Memory(config.page, stored);
    this.bar = new Bar(this);
    this.kernel = new Kernel(absolute(config), (text) => this.say(text));
    this.cells = findCells(this);
    this.exercises = findExercises(this);
    document.querySelector("article").append(this.bar.element);
  }

  say(text) {
    this.bar.say(text);
  }

  async boot() {
    this.bar.retry.hidden = true;
    try {
      await this.kernel.boot();
      this.say("준비되었습니다. 코드를 고치고 Shift+Enter로 실행하십시오.");
    } catch (error) {
      if (!this.stopping) this.fail(error);
    }
  }

  fail(error) {
    this.say(`실행하지 못했습니다. ${error.message}`);
    this.bar.retry.hidden = false;
  }

  /** One thing at a time; `task` may be stopped, and may fail for want of a download. */
  async work(task) {
    if (this.busy) {
      this.say("다른 코드를 실행하고 있습니다. 기다리거나 멈추십시오.");
      return;
    }
    this.busy = true;
    this.stopping = false;
    this.bar.retry.hidden = true;
    this.bar.stop.hidden = false;
    try {
      await task();
    } catch (error) {
      if (!this.stopping) this.fail(error);
    }
    this.busy = false;
    this.bar.stop.hidden = true;
    if (this.stopping) this.restart();
  }

  /** Run the cells in order; end at the first that fails. */
  async runCells(cells) {
    for (const cell of cells) {
      this.say(`${cell.name} 실행 중`);
      if (await cell.run()) continue;
      this.say(`${cell.name}에서 오류가 났습니다. 코드 아래의 마지막 줄을 읽어 보십시오.`);
      return false;
    }
    return true;
  }

  /** Run a cell, and before it those above that have not run yet (or `all` of them). */
  runTo(cell, { all = false } = {}) {
    const above = this.cells.slice(0, this.cells.indexOf(cell));
    return this.work(async () => {
      const todo = [...above.filter((other) => all || !other.ran), cell];
      if (await this.runCells(todo)) this.say(`${cell.name}: 실행했습니다.`);
    });
  }

  stop() {
    this.stopping = true;
    this.kernel.stop();
  }

  /** A stopped Python has forgotten every cell. */
  restart() {
    for (const cell of this.cells) cell.ran = false;
    this.boot().then(() => this.say("멈추었습니다. 파이썬을 새로 켰습니다. 다시 실행하십시오."));
    this.say("멈추었습니다. 파이썬을 새로 켜고 있습니다.");
    this.stopping = false;
  }

  reset() {
    for (const cell of [...this.cells, ...this.exercises]) cell.reset();
    this.say("모든 코드를 처음대로 되돌렸습니다.");
  }
}

/** Addresses in the tag are relative to the page; the worker lives elsewhere. */
function absolute({ pyodide, wheel, font, pageRunner, liveRunner }) {
  const addresses = Object.entries({ pyodide, wheel, font, pageRunner, liveRunner });
  return Object.fromEntries(
    addresses.map(([name, address]) => [name, new URL(address, document.baseURI).href]),
  );
}

/**
 * Chapters have myst-nb's cells; in the gallery a block's outputs are its next siblings.
 * A cell with the tag "local" needs what a browser lacks (files of the repository, ONNX).
 */
function findCells(page) {
  for (const cell of document.querySelectorAll("div.cell.tag_local > .cell_input")) {
    const note = box("live-note");
    note.textContent = "저장소의 파일이나 다른 프로그램이 필요해 브라우저에서는 실행하지 않습니다.";
    cell.after(note);
  }
  const selector = "div.cell:not(.tag_local) > .cell_input > div, article div.highlight-Python";
  return [...document.querySelectorAll(selector)].map((code, index) => {
    const cell = code.closest("div.cell");
    const built = cell ? [...cell.querySelectorAll(":scope > .cell_output")] : [];
    for (let next = code.nextElementSibling; !cell && next; next = next.nextElementSibling) {
      if (!next.matches("img, .sphx-glr-script-out")) break;
      built.push(next);
    }
    const made = new Cell(page, {
      name: `셀 ${index + 1}`,
      code,
      anchor: code.closest(".cell_input") ?? code,
      built,
      raises: Boolean(cell?.classList.contains("tag_raises-exception")),
      film: Boolean(cell?.classList.contains("tag_film")),
    });
    if (index) made.addButton("위부터 모두 실행", () => page.runTo(made, { all: true }));
    return made;
  });
}

export async function start(context) {
  const createEditor = await loadEditor();
  const page = new LivePage(context);
  for (const cell of [...page.cells, ...page.exercises]) cell.open(createEditor);
  page.cells[0]?.editor.focus();
  page.boot();
}
