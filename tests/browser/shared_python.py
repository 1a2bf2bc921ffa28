"""One Python for many pages: most tests of live cells need a new page, not a new Pyodide.

``SCRIPT`` goes into every page of a browser context. A page opened from another one then
finds that page's worker when it makes its own. Where that Python is already running, to start
it means to make it forget: the namespace is emptied and matplotlib's settings are put back.
"""

FORGET = """
import sys
if "matplotlib" in sys.modules:
    sys.modules["matplotlib"].rcdefaults()
names = globals()
names.clear()
names["__name__"] = "__main__"
"""

SCRIPT = (
    f"const FORGET = {FORGET!r};"
    + """
window.python ??= null;
if (opener) window.Worker = class {
  constructor(...address) {
    this.running = Boolean(opener.python);
    this.worker = opener.python ??= Object.assign(new opener.Worker(...address), { asked: 0 });
    // A page that was closed in the middle of something leaves a Python that nobody can use.
    this.worker.settle = () => this.worker.asked && this.terminate();
  }
  addEventListener(kind, hear) {
    this.worker[`on${kind}`] = (event) => {
      if (!event.data?.progress) this.worker.asked -= 1;
      hear(event);
    };
  }
  postMessage(message) {
    this.worker.asked += 1;
    const forget = { number: message.number, kind: "run", source: FORGET, cell: "" };
    this.worker.postMessage(message.kind === "boot" && this.running ? forget : message);
  }
  terminate() {
    this.worker.terminate();
    opener.python = null;
  }
};
"""
)
