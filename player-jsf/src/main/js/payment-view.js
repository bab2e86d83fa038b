/** At so many minutes before the end of the hold it is said aloud; in between it is only to be seen. */
const SAID_ALOUD = [10, 5, 2, 1];

/** The panel in which somebody pays. The styles do the rest by its `data-payment`. */
export class PaymentView {
  #form;
  #words;
  #sum;

  /**
   * @param {HTMLElement} form
   * @param {Pick<import('./words.js').Words, 'of'>} words
   * @param {(minorUnits: number) => string} sum writes one
   */
  constructor(form, words, sum) {
    this.#form = form;
    this.#words = words;
    this.#sum = sum;
  }

  /** @param {{state: string, why?: string, seconds?: number, url?: string}} detail */
  state({ state, why = state, seconds = 0, url }) {
    this.#form.dataset.payment = state;
    const title = this.#words.of(`pay.title.${state}`, 'pay.title');
    if (title) this.#put('h2', title);
    this.#put('.state', this.#say(`${seconds}`, `pay.state.${why}`));
    const link = /** @type {HTMLAnchorElement} */ (this.#form.querySelector('.out a'));
    link.parentElement.hidden = !url;
    if (url) link.href = url;
  }

  /** @param {{full: number, due: number}} detail in minor units */
  price({ full, due }) {
    this.#put('.sum s', full === due ? '' : this.#sum(full));
    this.#put('.sum b', this.#sum(due));
    const label = due ? this.#say(this.#sum(due), 'pay.submit') : this.#words.of('pay.free');
    // Words that did not come leave the button what it was.
    if (label) this.#put('button.brand', label);
  }

  /** @param {ReturnType<typeof import('./countdown.js').partsOf>} left of the hold */
  hold({ days, hours, minutes, seconds }) {
    const clock = [24 * days + hours, minutes, seconds].map((part) => `${part}`.padStart(2, '0')).join(':');
    // Hours are shown where there are some.
    this.#put('.hold', this.#say(clock.replace(/^00:/, ''), 'pay.left'));
    const whole = 60 * (24 * days + hours) + minutes;
    if (seconds === 0 && SAID_ALOUD.includes(whole)) {
      this.#put('.aloud', this.#say(`${whole}`, `pay.left.${whole}`, 'pay.left.other'));
    }
  }

  /** The code as it was typed. */
  get voucher() {
    return /** @type {HTMLInputElement} */ (this.#form.querySelector('[name=voucher]')).value.trim();
  }

  set voucher(code) {
    /** @type {HTMLInputElement} */ (this.#form.querySelector('[name=voucher]')).value = code;
  }

  #say(about, ...keys) {
    // By a function, for what it answers is taken to the letter, dollars too.
    return this.#words.of(...keys).replace('{0}', () => about);
  }

  #put(place, text) {
    const element = this.#form.querySelector(place);
    if (element.textContent !== text) element.textContent = text;
  }
}
