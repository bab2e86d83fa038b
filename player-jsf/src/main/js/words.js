/**
 * What the page says by itself, in the reader's language. A few words come with the page, for when nothing else comes any
 * more; the others are fetched as soon as they may be needed, and kept by the browser.
 */
export class Words {
  #known;
  #url;
  #fetch;
  /** @type {Record<string, Promise<void>>} */
  #loading = {};

  /**
   * @param {Record<string, string>} few those that came with the page
   * @param {object} all
   * @param {string} all.url of the texts of the page's language, a line each: `key=text`
   * @param {typeof fetch} all.fetch
   */
  constructor(few, { url, fetch }) {
    this.#known = few;
    this.#url = url;
    this.#fetch = fetch;
  }

  /**
   * @param {...string} keys from the closest to the most general one
   * @returns {string} the first that there are words for, else nothing
   */
  of(...keys) {
    return this.#known[keys.find((key) => key in this.#known) ?? ''] ?? '';
  }

  /**
   * Fetches the others, or those of another address. Never fails: what does not come is asked for again by the next who needs
   * it.
   */
  load(url = this.#url) {
    return (this.#loading[url] ??= this.#bring(url));
  }

  async #bring(url) {
    try {
      const response = await this.#fetch(url, { signal: AbortSignal.timeout(5000) });
      if (!response.ok) throw new Error(`The words answered ${response.status}`);
      const lines = (await response.text()).split('\n').filter((line) => line.includes('='));
      this.#known = { ...this.#known, ...Object.fromEntries(lines.map((line) => line.split(/=(.*)/, 2))) };
    } catch {
      delete this.#loading[url];
    }
  }
}
