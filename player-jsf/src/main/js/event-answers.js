/** Asks the server how the event stands. */
export class EventAnswers {
  #url;
  #fetch;
  #time;
  #playback;

  /**
   * @param {string} url the event's address in the API
   * @param {object} parts
   * @param {typeof fetch} parts.fetch
   * @param {import('./server-time.js').ServerTime} parts.time
   * @param {() => Promise<string | null>} [parts.playback] where the picture comes from for this viewer, if not for all
   */
  constructor(url, { fetch, time, playback = async () => null }) {
    this.#url = url;
    this.#fetch = fetch;
    this.#time = time;
    this.#playback = playback;
  }

  /** @returns {Promise<Omit<import('./step.js').EventView, 'open'>>} fails when the server does not answer, or not well */
  async ask() {
    const response = await this.#fetch(this.#url, { headers: { Accept: 'application/json' }, credentials: 'omit' });
    this.#time.learn(response);
    if (!response.ok) throw new Error(`The event answered ${response.status}`);
    const { state, startsAt, videoConfig } = await response.json();
    const manifestUrl = videoConfig?.manifestUrl ?? (await this.#playback());
    return { state, startsAt: Date.parse(startsAt), manifestUrl };
  }
}
