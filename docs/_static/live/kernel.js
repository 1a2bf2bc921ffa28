// One Python for the page: start it, ask it, stop it by ending its worker.

export class Kernel {
  #worker = null;
  #ready = null;
  #waiting = new Map();
  #number = 0;

  /** `say(text)` hears of progress. */
  constructor(config, say) {
    this.config = config;
    this.say = say;
  }

  /** Start Python, once; a failure is forgotten, so that the next call tries again. */
  boot() {
    this.#ready ??= this.#start().catch((error) => {
      this.#end(error);
      throw error;
    });
    return this.#ready;
  }

  #start() {
    this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", (event) =>
      this.#end(new Error(event.message || "worker.js를 받지 못했습니다.")),
    );
    return this.#post({ kind: "boot", config: this.config });
  }

  /** Run a cell, or an exercise's answer; wait for what comes out. */
  async ask(message) {
    await this.boot();
    return this.#post(message);
  }

  stop() {
    this.#end(new Error("멈추었습니다."));
  }

  #post(message) {
    const number = (this.#number += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ ...message, number });
    });
  }

  #hear({ number, progress, error, answer }) {
    if (progress) {
      this.say(progress);
      return;
    }
    const { resolve, reject } = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error) reject(new Error(error));
    else resolve(answer);
  }

  #end(error) {
    this.#worker?.terminate();
    this.#worker = this.#ready = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
