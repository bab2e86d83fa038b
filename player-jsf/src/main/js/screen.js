/** The states in which a picture that was there may still be seen. */
const ON_THE_WAY = ['loading', 'playing', 'retrying', 'failed', 'blocked', 'finished'];

/**
 * What the page shows over and beside the picture, told by a `change` event each time. The styles do the rest by the stage's
 * `data-state`.
 */
export class Screen extends EventTarget {
  #stage;
  #words;
  /** Whether what is shown to have failed is tried again by itself. */
  goesOn = false;

  /**
   * @param {HTMLElement} stage
   * @param {import('./words.js').Words} words by state, or by state and reason: `state.retrying.absent`
   */
  constructor(stage, words) {
    super();
    this.#stage = stage;
    this.#words = words;
  }

  /** @returns {string} what is shown */
  get state() {
    return this.#stage.dataset.state ?? '';
  }

  /**
   * @param {string} state
   * @param {{reason?: string, live?: boolean, silenced?: boolean, final?: boolean}} [more]
   */
  show(state, { reason = '', live, silenced = false, final = true } = {}) {
    const { dataset } = this.#stage;
    this.goesOn = state === 'failed' && !final;
    // From the first picture on, trouble is told beside it; before the first and after the last, in its place.
    if (state === 'playing') dataset.seen = '';
    if (!ON_THE_WAY.includes(state)) delete dataset.seen;
    if (live !== undefined) dataset.live = `${live}`;
    dataset.state = state;
    dataset.silenced = `${silenced}`;
    const words = this.#words.of(`state.${state}.${reason}`, `state.${state}`);
    const place = this.#find('.words');
    if (place.textContent !== words) place.textContent = words;
    this.dispatchEvent(new Event('change'));
  }

  /** The picture has its sound. */
  heard() {
    this.#stage.dataset.silenced = 'false';
  }

  /** @param {Record<'days' | 'hours' | 'minutes' | 'seconds', number>} parts */
  countdown(parts) {
    for (const [name, value] of Object.entries(parts)) {
      const text = name === 'days' ? `${value}` : `${value}`.padStart(2, '0');
      const place = this.#find(`[data-part=${name}]`);
      if (place.textContent !== text) place.textContent = text;
    }
  }

  /**
   * Says every moment again in the viewer's own time zone.
   *
   * @param {string} lang
   */
  localTimes(lang) {
    const format = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' });
    const zones = new Intl.DateTimeFormat(lang, { timeZoneName: 'short' });
    for (const time of document.querySelectorAll('time')) {
      const moment = new Date(time.dateTime);
      const zone = zones.formatToParts(moment).find(({ type }) => type === 'timeZoneName');
      time.textContent = `${format.format(moment)} ${zone?.value ?? ''}`;
    }
  }

  #find(selector) {
    return /** @type {HTMLElement} */ (this.#stage.querySelector(selector));
  }
}
