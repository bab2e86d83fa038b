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
   * @param {(shown: string | null) => Promise<string | null>} [parts.playback] where the picture comes from for this viewer,
   *     and what is shown to all
   */
  constructor(url, { fetch, time, playback = async (shown) => shown }) {
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
    const { state, startsAt, videoConfig, recordingInPreparation } = await response.json();
    const manifestUrl = await this.#playback(videoConfig?.manifestUrl ?? null);
    return { state, startsAt: Date.parse(startsAt), manifestUrl, preparing: recordingInPreparation === true };
  }
}
