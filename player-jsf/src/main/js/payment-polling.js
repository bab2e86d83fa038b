/** Before anything was begun: another tab may pay, or the organiser may change something. */
const AT_REST = { firstMs: 8000, mostMs: 60_000 };
const EXPECTANT = { firstMs: 2000, mostMs: 15_000 };
const OVER = ['unauthenticated', 'token_expired'];

/** Whether the server knows this viewer no longer. */
export function isOver({ code }) {
  return OVER.includes(code);
}

/** Asks how a viewer stands who is to pay: ever more seldom, and not while they do not look. */
export class PaymentPolling {
  #parts;
  #asked = 0;
  #timer = 0;
  /** @type {object | null} this run of it, from its beginning to its end */
  #run = null;

  /**
   * @param {object} parts
   * @param {() => Promise<import('./authentication-flow.js').Flow>} parts.ask
   * @param {() => boolean} parts.expectant whether a payment was begun
   * @param {(flow: import('./authentication-flow.js').Flow) => void} parts.heard is told every answer
   * @param {() => void} parts.forgotten the server knows this viewer no longer
   * @param {{hidden: () => boolean}} parts.sight whether nobody sees this page
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   */
  constructor(parts) {
    this.#parts = parts;
  }

  begin() {
    this.#run = {};
    this.later();
  }

  end() {
    this.#run = null;
    this.#parts.timers.clearTimeout(this.#timer);
    this.anew();
  }

  /** Asks at once, and again later. */
  async ask() {
    const { ask, heard, forgotten } = this.#parts;
    const run = this.#run;
    try {
      const found = await ask();
      if (run && run === this.#run) heard(found);
    } catch (refused) {
      if (run && run === this.#run && isOver(refused)) return forgotten();
      // Without an answer it stands as it stood.
    }
    this.later();
  }

  later() {
    const { timers, pauses, sight, expectant } = this.#parts;
    timers.clearTimeout(this.#timer);
    // Whoever does not look is not told anything; they are when they look again.
    if (!this.#run || sight.hidden()) return;
    this.#timer = timers.setTimeout(() => this.ask(), pauses.backoff(this.#asked++, expectant() ? EXPECTANT : AT_REST));
  }

  /** As often from here on as at first. */
  anew() {
    this.#asked = 0;
  }
}
