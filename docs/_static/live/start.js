// Live cells and exercises that answer.
//
// start.js      (every page, before the press: nothing else is loaded) the start button, progress
// cells.js      the page after the press: its cells in order, the bar at the foot
// cell.js       one cell: editor, buttons, output
// exercises.js  an exercise: its cell and the check button
// kernel.js     one Python for the page; starting, asking and stopping it
// worker.js     that Python: Pyodide in a module worker, with live_runner.py and page_runner.py
// output.js     what a cell gave, as HTML
// editors.js    CodeMirror (editor.js, bundled when the site is built) or else a <textarea>
//
// live_cells.py writes where everything is into <script id="live-cells" type="application/json">.
// A classic script, not a module: it must also work where the site is opened as files.
"use strict";
{
  const KEY = "nnnotes:solved";
  const config = JSON.parse(document.getElementById("live-cells")?.textContent ?? "null");
  const here = document.currentScript?.src ?? document.baseURI;

  /** Local storage that may be full, forbidden or spoilt. */
  const stored = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? {};
      } catch {
        return {};
      }
    },
    write(key, value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // the page works without memory
      }
    },
  };

  /** Which exercises this reader has solved, and the counts beside the chapters' names. */
  const progress = {
    solved: (page) => stored.read(KEY)[page] ?? [],
    add(page, exercise) {
      const all = stored.read(KEY);
      all[page] = [...new Set([...(all[page] ?? []), exercise])];
      stored.write(KEY, all);
      this.show();
    },
    clear() {
      stored.write(KEY, {});
      this.show();
      document.dispatchEvent(new Event("live-progress-cleared"));
    },
    show() {
      document.querySelectorAll(".live-count, .live-clear").forEach((old) => old.remove());
      const solved = stored.read(KEY);
      const tree = document.querySelector(".sidebar-tree");
      if (!tree || !config?.exercises) return;
      let any = false;
      for (const link of tree.querySelectorAll("a.reference.internal")) {
        const page = new URL(link.href).pathname.match(/(\w+\/[\w-]+)(\.html|\/)?$/)?.[1];
        const wanted = link.hash ? null : config.exercises[page];
        const done = Math.min(solved[page]?.length ?? 0, wanted ?? 0);
        if (!done) continue;
        any = true;
        const count = document.createElement("span");
        count.className = "live-count";
        count.textContent = ` 연습 ${done}/${wanted}`;
        link.append(count);
      }
      if (!any) return;
      const clear = document.createElement("button");
      clear.type = "button";
      clear.className = "live-clear";
      clear.textContent = "연습 진도 지우기";
      clear.addEventListener("click", () => this.clear());
      tree.append(clear);
    },
  };

  function offer(place) {
    const [button, note] = place.children;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const cells = await import(new URL("cells.js", here));
        await cells.start({ config, progress, stored });
        place.remove();
      } catch (error) {
        console.info(error);
        button.disabled = false;
        note.setAttribute("role", "status");
        note.textContent = location.protocol.startsWith("http")
          ? "필요한 파일을 받지 못했습니다. 인터넷 연결을 살피고 다시 눌러 주십시오."
          : "파일로 연 쪽에서는 실행할 수 없습니다. 웹 주소로 여십시오. " +
            "내 컴퓨터에서는 사이트 폴더에서 python -m http.server를 실행하면 됩니다.";
      }
    });
  }

  // What scrolls sideways must be within reach of the keyboard, also once the window is narrower.
  const mark = (blocks) => {
    const wide = new Set(blocks.filter((block) => block.scrollWidth > block.clientWidth));
    for (const block of blocks) {
      if (wide.has(block)) block.tabIndex = 0;
      else block.removeAttribute("tabindex");
    }
  };
  const reach = new ResizeObserver((changes) => mark(changes.map(({ target }) => target)));
  const scrolling = [...document.querySelectorAll("article :is(pre, div.math, .table-wrapper)")];
  for (const block of scrolling) reach.observe(block);
  // A font that comes late widens what is in a block, but not the block.
  document.fonts.addEventListener("loadingdone", () =>
    mark(scrolling.filter((block) => block.checkVisibility({ contentVisibilityAuto: true }))));
  progress.show();
  const place = document.querySelector(".live-start");
  if (place && config?.pyodide) offer(place);
}
