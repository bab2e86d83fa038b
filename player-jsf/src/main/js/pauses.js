/** How long to wait, and never the same for two viewers, so that whoever comes back is not met by all of them at once. */
export class Pauses {
  #random;

  /** @param {() => number} random */
  constructor(random) {
    this.#random = random;
  }

  /**
   * Before the next try: twice as long each time.
   *
   * @param {number} attempt tries that failed so far, from 0
   * @param {{firstMs?: number, mostMs?: number}} [how]
   * @returns {number} milliseconds, between half and the whole of the doubled wait
   */
  backoff(attempt, { firstMs = 1000, mostMs = 15000 } = {}) {
    const whole = Math.min(mostMs, firstMs * 2 ** attempt);
    return Math.round(whole * (1 + this.#random()) / 2);
  }

  /** Spreads a wait by a fifth to either side. */
  jitter(ms) {
    return Math.round(ms * (0.8 + 0.4 * this.#random()));
  }

  /** Spreads what happens to many at once over this time. */
  upTo(ms) {
    return ms * this.#random();
  }
}
