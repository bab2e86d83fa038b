// No vowels, so that no words come out, and no Y.
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LONGEST_AGO = 3_600_000;

/**
 * The code that a viewer is shown while something is wrong. It leads operators to what happened here in the minute before, once that
 * could be told: at once, or when the connection is back. What went wrong until it plays again has one code.
 */
export class SupportCode {
  #minute;
  #parts;
  #code = '';
  #noted = [];
  #sent = false;
  #sending = false;

  /**
   * @param {Pick<import('./last-minute.js').LastMinute, 'noted'>} minute
   * @param {object} parts
   * @param {(report: object) => Promise<unknown>} parts.send fails where it was not taken
   * @param {{now: () => number}} parts.clock of what was noted
   * @param {(bound: number) => number} parts.draw at random below this
   * @param {(code: string, sent?: boolean) => void} parts.show sent: whether it leads anywhere; nothing while nobody knows
   * @param {() => void} parts.hide
   */
  constructor(minute, parts) {
    this.#minute = minute;
    this.#parts = parts;
  }

  /** @param {EventTarget} player a {@link import('./video-player.js').VideoPlayer} */
  follow(player) {
    player.addEventListener('change', ({ detail }) => this.take(detail));
    player.addEventListener('destroyed', () => this.#parts.hide());
  }

  /** @param {Pick<import('./video-player.js').Change, 'state'>} change */
  take({ state }) {
    if (state === 'failed') return this.#fails();
    this.#parts.hide();
    if (state === 'playing') this.#flows();
  }

  #fails() {
    const { draw, show } = this.#parts;
    if (!this.#code) {
      this.#code = Array.from({ length: 4 }, () => LETTERS[draw(LETTERS.length)]).join('') + '-' + Array.from({ length: 4 }, () => draw(10)).join('');
      this.#noted = this.#minute.noted;
    }
    show(this.#code, this.#sent || undefined);
    return this.#send((sent) => show(this.#code, sent));
  }

  async #flows() {
    await this.#send(() => {});
    this.#code = '';
    this.#sent = false;
  }

  async #send(told) {
    if (!this.#code || this.#sent || this.#sending) return;
    const code = this.#code;
    const now = this.#parts.clock.now();
    const happenings = this.#noted.map(({ at, what, detail }) => ({ before: Math.round(now - at), what, detail })).filter(({ before }) => before <= LONGEST_AGO);
    this.#sending = true;
    try {
      await this.#parts.send({ code, happenings });
      this.#sent = true;
    } catch {
      // Tried again by the next failure, or when it plays again.
    } finally {
      this.#sending = false;
    }
    if (code === this.#code) told(this.#sent);
  }
}
