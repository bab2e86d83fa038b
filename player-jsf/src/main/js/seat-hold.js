/** Counts down for how long a seat is kept. */
export class SeatHold {
  #parts;
  #stop = () => {};

  /**
   * @param {object} parts
   * @param {typeof import('./countdown.js').countDown} parts.countDown
   * @param {{now: () => number}} parts.time
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {(parts: ReturnType<typeof import('./countdown.js').partsOf>) => void} parts.left is told what is left
   * @param {() => void} parts.over
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {string | undefined} until in place of the time before; none, or one that has passed: nothing is counted */
  keep(until) {
    const { countDown, time, timers, left, over } = this.#parts;
    this.stop();
    if (!until || !(Date.parse(until) > time.now())) return;
    this.#stop = countDown(Date.parse(until), { time, timers, show: left, done: over });
  }

  stop() {
    this.#stop();
    this.#stop = () => {};
  }
}
