// One live cell: an editor in place of the static code, its buttons, its output.

import { show } from "./output.js";

export function button(label, action, description = label) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.setAttribute("aria-label", description);
  made.addEventListener("click", action);
  return made;
}

export function box(className) {
  const made = document.createElement("div");
  made.className = className;
  return made;
}

/** Code that can be edited: an editor in place of the static code, buttons, an output below. */
export class Cell {
  /** `code` is the static block, `anchor` what buttons and output come after, `built` outputs. */
  constructor(page, { name, code, anchor, built = [], raises = false, film = false }) {
    Object.assign(this, { page, name, code, built, raises, film, ran: false });
    this.source = code.querySelector("pre").textContent.replace(/\s+$/, "");
    this.host = box("live-editor");
    this.tools = box("live-tools");
    this.output = box("live-output");
    this.output.hidden = true;
    code.after(this.host);
    code.hidden = true;
    (anchor === code ? this.host : anchor).after(this.tools, this.output);
    // Sphinx takes "/" anywhere on the page for a shortcut, in an editor as well.
    this.host.addEventListener("keydown", (event) => event.stopPropagation());
    this.runButton = this.addButton("실행", () => this.press());
    this.runButton.title = "Shift+Enter";
  }

  addButton(label, action) {
    const made = button(label, action, `${this.name} ${label}`);
    this.tools.append(made);
    return made;
  }

  open(createEditor) {
    this.addButton("처음대로", () => this.reset());
    this.editor = createEditor(this.host, {
      text: this.page.memory.read(this) ?? this.source,
      label: `${this.name} 코드. Shift+Enter는 실행, Escape는 나가기`,
      onChange: () => this.page.memory.write(this),
      onRun: () => this.press(),
      onLeave: () => this.runButton.focus(),
    });
  }

  get changed() {
    return this.editor.text !== this.source;
  }

  press() {
    return this.page.runTo(this);
  }

  /** Run and show; tells whether the cells below may go on. */
  async run() {
    const text = this.editor.text;
    const { outputs, ok } = await this.page.kernel.ask({
      kind: "run",
      source: text,
      cell: this.name,
    });
    this.ran = true;
    this.display(outputs);
    return ok || this.raises;
  }

  display(outputs) {
    for (const part of this.built) part.hidden = true;
    const { built, changed, film } = this;
    show(this.output, outputs, { built, changed, film });
  }

  reset() {
    this.editor.text = this.source;
    this.output.replaceChildren();
    this.output.hidden = true;
    for (const part of this.built) part.hidden = false;
    this.page.memory.write(this);
    this.page.say(`${this.name}: 처음대로 되돌렸습니다.`);
  }
}
