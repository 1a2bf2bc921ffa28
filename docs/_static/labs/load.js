// Fetch a lab's module only when a reader comes near its figure.
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      import(`./${target.localName}.js`);
    }
  },
  { rootMargin: "800px" },
);
for (const lab of document.querySelectorAll("[data-lab]")) watcher.observe(lab);
