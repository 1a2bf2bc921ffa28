/* Plays a sheet of frames (docs/_ext/film.py) as a film. It plays once when it comes into view,
   unless the reader wants no motion; then it waits on its last frame. */

const FRAME_TIME = 250;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function present(sheet) {
  const [, frames, columns] = sheet.className.match(/film-(\d+)-(\d+)/).map(Number);
  const rows = Math.ceil(frames / columns);
  const width = sheet.getAttribute("width") / columns, height = sheet.getAttribute("height") / rows;

  const button = element("button", { type: "button" });
  const slider = element("input", { type: "range", min: 1, max: frames, ariaLabel: "장면" });
  const place = element("span", {});
  const screen = element("div", { className: "film-screen" });
  const controls = element("div", { className: "film-controls" }, button, slider, place);
  const player = element("div", { className: "film-player", ariaLabel: "움직이는 그림" }, screen, controls);
  player.setAttribute("role", "group");
  player.style.width = `${width}px`;
  screen.style.aspectRatio = `${width} / ${height}`;
  sheet.replaceWith(player);
  sheet.style.width = `${100 * columns}%`;
  screen.append(sheet);

  let timer = 0;
  function show(frame) {
    const column = (frame - 1) % columns, row = Math.floor((frame - 1) / columns);
    sheet.style.transform = `translate(${(-100 * column) / columns}%, ${(-100 * row) / rows}%)`;
    slider.value = frame;
    slider.setAttribute("aria-valuetext", `${frames}장면 가운데 ${frame}번째`);
    place.textContent = `${frame} / ${frames}`;
  }
  function pause() {
    clearInterval(timer);
    timer = 0;
    button.textContent = "재생";
  }
  function play() {
    if (Number(slider.value) === frames) show(1);
    button.textContent = "멈춤";
    timer = setInterval(() => {
      show(Number(slider.value) + 1);
      if (Number(slider.value) === frames) pause();
    }, FRAME_TIME);
  }
  button.addEventListener("click", () => (timer ? pause() : play()));
  slider.addEventListener("input", () => {
    pause();
    show(Number(slider.value));
  });

  show(frames);
  pause();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const watcher = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    watcher.disconnect();
    play();
  }, { threshold: 0.8 });
  watcher.observe(screen);
}

document.querySelectorAll("img.film").forEach(present);
