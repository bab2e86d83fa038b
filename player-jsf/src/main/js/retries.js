/** Whoever waits for longer waits for nothing. */
export const STALL_MS = 10_000;

const PATIENCE_MS = 30_000;

/** So many tries are made with what there is. */
const FEW = 3;

/** When what broke is tried again: later and later, and slowly once it is said to have failed; and when a picture that waits is given up. */
export class Retries {
  #parts;
  #attempt = 0;
  #retry = 0;
  #stall = 0;
  #waiting = false;

  /**
   * @param {object} parts
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {number} parts.attempts tries in a row before it has failed
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @returns {boolean} whether it has failed */
  get exhausted() {
    return this.#attempt >= this.#parts.attempts;
  }

  /** @returns {boolean} whether what there is has been tried often enough */
  get many() {
    return this.#attempt > FEW;
  }

  /** @returns {boolean} whether what broke waits to be tried again */
  get waiting() {
    return this.#waiting;
  }

  /** As if nothing had failed before. */
  forget() {
    this.#attempt = 0;
  }

  /** @param {() => void} then in its time, in place of another retry; a picture that waits is waited for no longer */
  next(then) {
    const { pauses } = this.#parts;
    this.unwatch();
    this.in(this.exhausted ? pauses.jitter(PATIENCE_MS) : pauses.backoff(this.#attempt), then);
    this.#waiting = true;
    this.#attempt++;
  }

  /** In so many milliseconds, in place of another retry. */
  in(ms, then) {
    this.cancel();
    this.#retry = this.#parts.timers.setTimeout(() => {
      this.#retry = 0;
      this.#waiting = false;
      then();
    }, ms);
  }

  /** No retry is on its way any more. */
  cancel() {
    this.#parts.timers.clearTimeout(this.#retry);
    this.#retry = 0;
    this.#waiting = false;
  }

  /** A picture waits. While a retry is on its way it is not watched: the retry comes sooner. */
  watch(stalled) {
    this.unwatch();
    if (!this.#retry) this.#stall = this.#parts.timers.setTimeout(stalled, STALL_MS);
  }

  unwatch() {
    this.#parts.timers.clearTimeout(this.#stall);
  }
}
