// What all labs share: the custom element, its controls, and drawing in SVG.
//
// A lab is { tag, title, size, initial, controls, draw, summary, aside? }: draw, summary and
// aside turn a state into SVG, into a sentence and into HTML. The build calls them for the
// first state, so the page shows a figure before any script has run.

export const num = (x, digits = 2) =>
  (Math.abs(x) < 0.5 * 10 ** -digits ? 0 : x).toFixed(digits).replace("-", "−");

export const sub = (letter, index) => `<i>${letter}</i><sub>${index}</sub>`;

export const svgSub = (letter, index) =>
  `${letter}<tspan dy="3" font-size="10">${index}</tspan>`;

const figure = (lab, state) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lab.size.join(" ")}" role="img" aria-label="${lab.summary(state)}">` +
  `${lab.draw(state)}</svg>`;

export const still = (lab, state = lab.initial) =>
  `<div class="lab-figure">${figure(lab, state)}</div>` +
  `<div class="lab-aside">${lab.aside?.(state) ?? ""}</div>` +
  `<p class="lab-summary">${lab.summary(state)}</p>`;

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

let count = 0;

function control({ name, label, options, button, text, min, max, step }) {
  const id = `lab-${name ?? "button"}-${++count}`;
  if (button) return `<button type="button" id="${id}">${label}</button>`;
  let field;
  if (options) {
    const choices = options.map(([value, shown]) => `<option value="${value}">${shown}</option>`);
    field = `<select id="${id}">${choices.join("")}</select>`;
  } else if (text) field = `<input type="text" id="${id}" autocomplete="off" spellcheck="false">`;
  else field = `<output for="${id}"></output><input type="range" id="${id}" min="${min}" max="${max}" step="${step}">`;
  return `<div class="lab-control"><label for="${id}">${label}</label>${field}</div>`;
}

function element(lab) {
  return class extends HTMLElement {
    connectedCallback() {
      if (this.state) return;
      this.state = { ...lab.initial };
      const form = document.createElement("form");
      form.className = "lab-controls";
      form.innerHTML = lab.controls.map(control).join("");
      form.onsubmit = (event) => event.preventDefault();
      this.fields = [...form.querySelectorAll("input, select, button")];
      this.fields.forEach((field, i) => {
        const { name, button, text, options } = lab.controls[i];
        if (button) field.onclick = () => button(this);
        else
          field.oninput = () =>
            this.change({ [name]: text || options ? field.value : Number(field.value) });
      });
      const parts = [".lab-figure", ".lab-aside", ".lab-summary"];
      [this.figure, this.aside, this.spoken] = parts.map((part) => this.querySelector(part));
      this.spoken.setAttribute("aria-live", "polite");
      this.figure.after(form);
      lab.start?.(this);
      this.show();
    }

    change(changes) {
      const next = { ...this.state, ...changes };
      this.state = lab.settle?.(next, changes) ?? next;
      this.show();
    }

    show() {
      const { state } = this;
      lab.controls.forEach(({ name, show, label, labelOf }, i) => {
        const field = this.fields[i];
        if (labelOf) field.textContent = labelOf(state);
        if (name === undefined) return;
        if (field.value !== String(state[name])) field.value = state[name];
        if (field.type !== "range") return;
        const shown = (show ?? num)(state[name]);
        field.setAttribute("aria-valuetext", shown);
        field.previousElementSibling.textContent = shown;
      });
      this.figure.innerHTML = figure(lab, state);
      this.aside.innerHTML = lab.aside?.(state) ?? "";
      // A reader who drags a slider hears where it came to rest, not every place between.
      const words = lab.summary(state);
      if (words === this.words) return;
      this.words = words;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.spoken.textContent = words), 150);
    }
  };
}

export function define(lab) {
  if (globalThis.customElements) customElements.define(lab.tag, element(lab));
  return lab;
}

// A pair of axes: places in it by X and Y, its frame, and a window that cuts off what lies outside.
export function axes({ x, y, left = 40, top = 8, width = 310, height = 220, xTicks, yTicks, ...names }) {
  const X = (value) => ((value - x[0]) / (x[1] - x[0])) * width;
  const Y = (value) => height - ((value - y[0]) / (y[1] - y[0])) * height;
  const { xName = "", yName = "", tick = String } = names;
  const label = (value) => tick(value).replace("-", "−");
  const marks = [
    ...xTicks.map((v) => `<path class="grid" d="M${X(v)} 0v${height}"/><text x="${X(v)}" y="${height + 16}" text-anchor="middle">${label(v)}</text>`),
    ...yTicks.map((v) => `<path class="grid" d="M0 ${Y(v)}h${width}"/><text x="-6" y="${Y(v) + 4}" text-anchor="end">${label(v)}</text>`),
  ];
  const window = (inside) =>
    `<g transform="translate(${left} ${top})">${marks.join("")}` +
    `<svg width="${width}" height="${height}" overflow="hidden">${inside}</svg>` +
    `<rect class="frame" width="${width}" height="${height}"/>` +
    `<text x="${width / 2}" y="${height + 33}" text-anchor="middle">${xName}</text>` +
    `<text x="${4 - left}" y="-10">${yName}</text></g>`;
  const path = (points) =>
    `M${points.map(([a, b]) => `${X(a).toFixed(1)} ${Y(Math.max(y[0] - 1e3, Math.min(b, y[1] + 1e3))).toFixed(1)}`).join("L")}`;
  const curve = (f, kind, n = 160) =>
    `<path class="${kind}" d="${path(Array.from({ length: n + 1 }, (_, i) => x[0] + ((x[1] - x[0]) * i) / n).map((v) => [v, f(v)]).filter(([, b]) => isFinite(b)))}"/>`;
  const dot = (a, b, kind, r = 5) => `<circle class="${kind}" cx="${X(a)}" cy="${Y(b)}" r="${r}"/>`;
  return { X, Y, window, path, curve, dot };
}

// A point of class 0 (a circle) or 1 (a triangle).
export const mark = (cx, cy, bit, r = 9) =>
  bit
    ? `<path class="one" d="M${cx} ${cy - r * 1.15}l${r * 1.1} ${r * 1.95}h${-2.2 * r}z"/>`
    : `<circle class="zero" cx="${cx}" cy="${cy}" r="${r}"/>`;
