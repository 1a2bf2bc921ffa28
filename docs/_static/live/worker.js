// Python in a module worker: Pyodide from the address that the page names, NumPy, nnnotes.
// Fetched later, when a cell first needs it: matplotlib and the Hangul font.

const MEGABYTE = 1048576;
let python, runner, config;
let received = 0;
let told = 0;
let doing = "";
let lost = [];

const fetchPlainly = self.fetch.bind(self);

/** Count the bytes of everything that Pyodide fetches, and remember what could not be had. */
self.fetch = async (...request) => {
  const address = String(request[0]?.url ?? request[0]);
  try {
    const response = await fetchPlainly(...request);
    if (response.ok) count(response.clone());
    else lost.push(`${address} (${response.status})`);
    return response;
  } catch (error) {
    lost.push(address);
    throw error;
  }
};

async function count(response) {
  const reader = response.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      received += part.value.length;
      if (received - told > MEGABYTE / 4) tell(doing);
    }
  } catch {
    // whoever reads the response itself will say so
  }
}

function tell(text) {
  doing = text;
  if (!text) return;
  told = received;
  self.postMessage({ progress: `${text} (${(received / MEGABYTE).toFixed(1)} MB 받음)` });
}

async function get(address) {
  const response = await self.fetch(address);
  if (!response.ok) throw new Error(address);
  return response;
}

const bytes = async (address) => new Uint8Array(await (await get(address)).arrayBuffer());
const text = async (address) => (await get(address)).text();

async function boot() {
  tell("파이썬을 준비하고 있습니다");
  // Whatever fails is thrown at its await below; until then it must not count as unhandled.
  const parts = [text(config.pageRunner), text(config.liveRunner), bytes(config.wheel)];
  parts.forEach((part) => part.catch(() => {}));
  const address = `${config.pyodide}pyodide.mjs`;
  const { loadPyodide } = await import(address).catch(() => {
    throw new Error(`받지 못했습니다: ${address}`);
  });
  python = await loadPyodide({ indexURL: config.pyodide, packages: ["numpy"] });
  const [pageRunner, liveRunner, wheel] = await Promise.all(parts);
  if (lost.length) throw new Error();
  python.unpackArchive(wheel, "wheel");
  python.FS.writeFile("page_runner.py", pageRunner);
  python.FS.writeFile("live_runner.py", liveRunner);
  runner = python.pyimport("live_runner");
}

/** Fetch the packages that a cell imports; Pyodide itself only warns when one is missing. */
async function prepare(source) {
  if (!python.loadedPackages.matplotlib && runner.needs_matplotlib(source)) {
    tell("그림 도구와 한글 글꼴을 받고 있습니다");
    const font = await bytes(config.font);
    await python.loadPackage("matplotlib", { messageCallback() {}, errorCallback() {} });
    if (lost.length) throw new Error();
    const folder = python.runPython("import nnnotes; nnnotes.__path__[0]") + "/fonts";
    python.FS.mkdirTree(folder);
    const name = new URL(config.font).pathname.split("/").pop();
    python.FS.writeFile(`${folder}/${name}`, font);
  }
  await python.loadPackagesFromImports(source, { messageCallback() {}, errorCallback() {} });
  if (lost.length) throw new Error();
}

async function answer({ kind, source, cell, checks }) {
  if (kind === "boot") return boot();
  await prepare(source);
  tell("");
  const found = kind === "run" ? runner.run(source, cell) : runner.attempt(source, cell, checks);
  return JSON.parse(found);
}

self.addEventListener("message", async ({ data }) => {
  lost = [];
  config ??= data.config;
  try {
    self.postMessage({ number: data.number, answer: await answer(data) });
  } catch (error) {
    const reason = lost.length ? `받지 못했습니다: ${lost.join(", ")}` : error.message;
    self.postMessage({ number: data.number, error: reason });
  }
});
