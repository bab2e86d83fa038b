const FIRST_BEAT_MS = 5000;
const MOST_WAIT_MS = 60_000;

/** When heartbeats are told: at the pace the server asks for, and less and less often while it does not answer. */
export class HeartbeatPace {
  #parts;
  #beat;
  #timer = 0;
  /** When the next one is to come, by the server's time; 0 while none is awaited. */
  #due = 0;
  #everyMs = 2 * FIRST_BEAT_MS;
  #failed = 0;

  /**
   * @param {object} parts
   * @param {{now: () => number}} parts.time
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {() => void} beat tells one
   */
  constructor(parts, beat) {
    this.#parts = parts;
    this.#beat = beat;
  }

  /**
   * The first one is spread, because everybody who waited for the start began to watch at once.
   *
   * @returns {number} by how many milliseconds
   */
  begin() {
    const wait = this.#parts.pauses.upTo(FIRST_BEAT_MS);
    this.#in(FIRST_BEAT_MS / 2 + wait);
    return wait;
  }

  /** Another session is told of soon. */
  soon() {
    this.#in(FIRST_BEAT_MS);
  }

  /** The server took it. */
  taken() {
    this.#failed = 0;
  }

  /**
   * @param {number} seconds at which the server asks for the next one
   * @param {number} early by how many milliseconds this one was before its time
   */
  goOn(seconds, early) {
    this.#everyMs = 1000 * seconds;
    // A right that was taken back outlives no minute, and one that lasts a minute only is renewed in time.
    this.#in(Math.min(this.#everyMs + early, MOST_WAIT_MS));
  }

  /** The server did not answer, or not as it should. */
  goOnLater() {
    this.#in(this.#parts.pauses.backoff(this.#failed++, { firstMs: FIRST_BEAT_MS, mostMs: MOST_WAIT_MS }));
  }

  /** By how many milliseconds the next one may be told before its time, so that it is one in each interval all the same; 0: not now. */
  get early() {
    const early = this.#due - this.#parts.time.now();
    return early > 0 && early <= this.#everyMs ? early : 0;
  }

  /** None is awaited, for one is being told. */
  told() {
    this.#due = 0;
  }

  stop() {
    this.told();
    this.#parts.timers.clearTimeout(this.#timer);
  }

  #in(ms) {
    const { timers, time } = this.#parts;
    timers.clearTimeout(this.#timer);
    this.#due = time.now() + ms;
    this.#timer = timers.setTimeout(() => this.#beat(), ms);
  }
}
