const PATIENCE_MS = 20_000;

/** Longer than the server lets anybody wait in a line, and after it a connection counts as lost, as those of phones on the way are. */
const LONGEST_ANSWER_MS = 15_000;

/** The server said no, or nothing. `code` is the API's, or `unreachable`. */
export class Refused extends Error {
  /**
   * @param {string} code
   * @param {{field: string, code: string}[]} [fields] what is wrong, answer by answer
   */
  constructor(code, fields = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

/** Calls the API, and tries again what may yet succeed: always the same call under the same key, so that it counts once. */
export class Calls {
  #parts;

  /**
   * @param {object} parts
   * @param {typeof fetch} parts.fetch
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {string} [parts.lang] of the letters
   * @param {number} [parts.tries]
   */
  constructor({ fetch, timers, pauses, lang = 'en', tries = 5 }) {
    this.#parts = { fetch, timers, pauses, lang, tries };
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {{key?: string, token?: string, onRetry?: () => void, tries?: number, keepalive?: boolean}} [how] key: makes a repeated call
   *     the same call; keepalive: outlives the page
   * @returns {Promise<any>} fails with {@link Refused}
   */
  async post(path, body, { key, token, onRetry = () => {}, tries = this.#parts.tries, keepalive } = {}) {
    const request = {
      method: 'POST',
      credentials: /** @type {const} */ ('same-origin'),
      headers: { ...this.#headers(token), 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
      body: JSON.stringify(body),
      ...(keepalive && { keepalive }),
    };
    return this.#send(path, request, tries, onRetry);
  }

  /**
   * @param {string} path
   * @param {{token?: string}} [how]
   * @returns {Promise<any>} fails with {@link Refused}
   */
  async get(path, { token } = {}) {
    return this.#send(path, { credentials: 'same-origin', headers: this.#headers(token) }, 1, () => {});
  }

  /**
   * Ends what stands at the path; more than once is the same as once.
   *
   * @param {string} path
   * @param {{token?: string, onRetry?: () => void}} [how]
   * @returns {Promise<any>} fails with {@link Refused}
   */
  async delete(path, { token, onRetry = () => {} } = {}) {
    return this.#send(path, { method: 'DELETE', credentials: 'same-origin', headers: this.#headers(token) }, this.#parts.tries, onRetry);
  }

  #headers(token) {
    return { Accept: 'application/json', 'Accept-Language': this.#parts.lang, ...(token && { Authorization: `Foyer ${token}` }) };
  }

  async #send(path, request, tries, onRetry) {
    for (let failed = 0; ; failed++) {
      const { answer, refused, waitMs } = await this.#once(path, request);
      if (!refused) return answer;
      if (waitMs < 0 || failed + 1 >= tries) throw refused;
      onRetry();
      await new Promise((resolve) => this.#parts.timers.setTimeout(resolve, Math.max(waitMs, this.#parts.pauses.backoff(failed))));
    }
  }

  async #once(path, request) {
    const { timers, fetch } = this.#parts;
    const silence = new AbortController();
    const timer = timers.setTimeout(() => silence.abort(), LONGEST_ANSWER_MS);
    try {
      const response = await fetch(path, { ...request, signal: silence.signal });
      const answer = await response.json().catch(() => ({}));
      silence.signal.throwIfAborted();
      if (response.ok) return { answer };
      const { code = 'internal', details } = answer.error ?? {};
      return { refused: new Refused(code, details?.fields), waitMs: waitBefore(response, code) };
    } catch {
      return { refused: new Refused('unreachable'), waitMs: 0 };
    } finally {
      timers.clearTimeout(timer);
    }
  }
}

/** @returns {number} milliseconds; negative where trying again leads nowhere */
function waitBefore(response, code) {
  const passing = response.status >= 500 || response.status === 429 || code === 'request_in_flight';
  const askedMs = 1000 * Number(response.headers.get('Retry-After') ?? 0);
  return passing && askedMs <= PATIENCE_MS ? askedMs : -1;
}
