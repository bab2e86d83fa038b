/** A viewer's session between two visits, on the viewer's own device; in a partner's page browsers keep it for that page alone. */
export class KeptSession {
  #key;
  #storage;

  /**
   * @param {string} eventId
   * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage may fail, where browsers allow none
   */
  constructor(eventId, storage) {
    this.#key = `foyer.session.${eventId}`;
    this.#storage = storage;
  }

  /** @returns {import('./authentication-flow.js').Session | null} */
  read() {
    return this.#try((storage) => JSON.parse(storage.getItem(this.#key) ?? 'null'));
  }

  /** @param {import('./authentication-flow.js').Session} session */
  write({ sessionId, sessionToken, expiresAt, position }) {
    this.#try((storage) => storage.setItem(this.#key, JSON.stringify({ sessionId, sessionToken, expiresAt, position })));
  }

  forget() {
    this.#try((storage) => storage.removeItem(this.#key));
  }

  #try(act) {
    try {
      return act(this.#storage());
    } catch {
      // Without a storage the session lasts as long as the page.
      return null;
    }
  }
}

/**
 * Where a page may keep something: its storage, or where browsers deny a partner's frame that, a cookie of the same partition
 * (CHIPS). The server reads no such cookie.
 *
 * @param {{localStorage: Storage, document: {cookie: string}}} window
 * @returns {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>}
 */
export function deviceStorage(window) {
  try {
    return window.localStorage;
  } catch {
    return new PartitionedCookies(window.document);
  }
}

const A_DAY = 86_400;

class PartitionedCookies {
  #document;

  constructor(document) {
    this.#document = document;
  }

  getItem(key) {
    const [, text] = this.#document.cookie.split('; ').map((cookie) => cookie.split('=')).find(([name]) => name === `__Host-${key}`) ?? [];
    return text === undefined ? null : decodeURIComponent(text);
  }

  setItem(key, text) {
    this.#write(key, encodeURIComponent(text), A_DAY);
  }

  removeItem(key) {
    this.#write(key, '', 0);
  }

  #write(key, text, maxAge) {
    this.#document.cookie = `__Host-${key}=${text}; Path=/; Max-Age=${maxAge}; Secure; SameSite=None; Partitioned`;
  }
}
