// What a cell gave, as HTML: the same kinds of output that page_runner.py makes in the build.

function text(content, kind) {
  const pre = document.createElement("pre");
  pre.className = `live-text live-${kind}`;
  pre.tabIndex = 0; // long lines scroll, also by keyboard
  pre.textContent = content;
  return pre;
}

function picture(output, alt, className) {
  const image = new Image();
  const { width, height } = output.metadata["image/png"];
  image.src = `data:image/png;base64,${output.data["image/png"]}`;
  image.width = Math.round((width * 2) / 3);
  image.height = Math.round((height * 2) / 3);
  image.alt = alt;
  image.className = className;
  return image;
}

/** One picture and a slider through all of them: what a cell with the tag "film" draws. */
function filmOf(frames) {
  const film = document.createElement("div");
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: frames.length - 1, value: 0 });
  slider.setAttribute("aria-label", "장면");
  slider.addEventListener("input", () => film.firstChild.replaceWith(frames[slider.value]));
  film.className = "live-film";
  film.append(frames[0], slider);
  return film;
}

/** Fill `place`; a figure of unchanged code keeps the words that the book has for it. */
export function show(place, outputs, { built = [], changed = true, film = false } = {}) {
  const pictures = built.flatMap((part) =>
    part.matches("img") ? [part] : [...part.querySelectorAll("img")],
  );
  const captions = changed ? [] : built.flatMap((part) => [...part.querySelectorAll("figcaption")]);
  const shown = outputs.map((output) => {
    if (output.output_type === "stream") return text(output.text, "printed");
    if (output.output_type === "error") return text(output.traceback.join("\n"), "error");
    if (output.data["text/plain"]) return text(output.data["text/plain"], "value");
    const old = changed ? undefined : film ? pictures[0] : pictures.shift();
    const alt = old?.alt || "고친 코드가 그린 그림";
    return picture(output, alt, old?.className.replace(/\bfilm\S*/g, "") || pictures[0]?.className || "computed");
  });
  const frames = film ? shown.filter((part) => part.matches("img")) : [];
  const others = shown.filter((part) => !frames.includes(part));
  const all = frames.length > 1 ? [...others, filmOf(frames)] : shown;
  place.replaceChildren(...all, ...captions.map((caption) => caption.cloneNode(true)));
  place.hidden = false;
}
