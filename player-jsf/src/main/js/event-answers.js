/** Asks the server how the event stands. */
export class EventAnswers {
  #url;
  #fetch;
  #time;

  /**
   * @param {string} url the event's address in the API
   * @param {{fetch: typeof fetch, time: import('./server-time.js').ServerTime}} parts
   */
  constructor(url, { fetch, time }) {
    this.#url = url;
    this.#fetch = fetch;
    this.#time = time;
  }

  /** @returns {Promise<import('./step.js').EventView>} fails when the server does not answer, or not well */
  async ask() {
    const response = await this.#fetch(this.#url, { headers: { Accept: 'application/json' }, credentials: 'omit' });
    this.#time.learn(response);
    if (!response.ok) throw new Error(`The event answered ${response.status}`);
    const { state, startsAt, videoConfig } = await response.json();
    return { state, startsAt: Date.parse(startsAt), manifestUrl: videoConfig?.manifestUrl ?? null };
  }
}
