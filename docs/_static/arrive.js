/* Takes a reader who comes by an address with a heading to that heading: the browser goes there while
   the sections above still wait with their layout (nnnotes.css), and would stop short of it. */
"use strict";
addEventListener("load", () => {
  const [visit] = performance.getEntriesByType("navigation");
  const target = document.querySelector(":target");
  if (!target || visit?.type !== "navigate") return;
  let frames = 20;
  const leave = () => (frames = 0);
  for (const move of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(move, leave, { once: true, passive: true });
  }
  requestAnimationFrame(function arrive() {
    if (frames-- <= 0) return;
    target.scrollIntoView({ behavior: "instant" });
    requestAnimationFrame(arrive);
  });
});
