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
  write({ sessionId, sessionToken, expiresAt }) {
    this.#try((storage) => storage.setItem(this.#key, JSON.stringify({ sessionId, sessionToken, expiresAt })));
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
