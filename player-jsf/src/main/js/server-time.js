/** The server's time on the viewer's machine, whose own clock may be wrong by hours. */
export class ServerTime {
  #clock;
  #offsetMs;

  /**
   * @param {number} now the server's time when it wrote the page, in epoch milliseconds
   * @param {{now: () => number}} [clock] the viewer's clock
   */
  constructor(now, clock = Date) {
    this.#clock = clock;
    this.#offsetMs = now - clock.now();
  }

  /** @returns {number} epoch milliseconds */
  now() {
    return this.#clock.now() + this.#offsetMs;
  }

  /**
   * Corrects itself by an answer of the server, if it is off by more than the header can tell (it has whole seconds).
   *
   * @param {{headers: {get: (name: string) => string | null}}} response
   */
  learn(response) {
    const date = Date.parse(response.headers.get('Date') ?? '');
    if (Math.abs(date - this.now()) > 2000) this.#offsetMs = date + 500 - this.#clock.now();
  }
}
