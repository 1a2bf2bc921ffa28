// CodeMirror if it can be had, else a <textarea> with the same keys.

function createTextarea(parent, { text, label, onChange, onRun, onLeave }) {
  const area = document.createElement("textarea");
  const fit = () => (area.rows = area.value.split("\n").length + 1);
  area.value = text;
  area.spellcheck = false;
  area.setAttribute("aria-label", label);
  area.addEventListener("input", () => (fit(), onChange()));
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) onRun();
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
  });
  fit();
  parent.append(area);
  return {
    get text() {
      return area.value;
    },
    set text(text) {
      area.value = text;
      fit();
      onChange();
    },
    focus: () => area.focus(),
  };
}

export async function loadEditor() {
  try {
    return (await import("./editor.js")).createEditor;
  } catch {
    return createTextarea;
  }
}
