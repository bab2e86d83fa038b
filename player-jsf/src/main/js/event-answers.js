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
   * @param {(shown: string | null, begun: boolean) => Promise<string | null>} [parts.playback] where the picture comes from for this
   *     viewer, by what is shown to all, and by whether there may be a picture by now
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
    const start = Date.parse(startsAt);
    const begun = state === 'published' ? this.#time.now() >= start : state !== 'cancelled';
    const manifestUrl = await this.#playback(videoConfig?.manifestUrl ?? null, begun);
    return { state, startsAt: start, manifestUrl, preparing: recordingInPreparation === true };
  }
}
