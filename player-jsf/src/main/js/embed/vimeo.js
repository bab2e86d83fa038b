import { EVENTS } from './happenings.js';
import { Refused } from './refused.js';

/** Answers what is asked in the dialect of Vimeo's SDK: each call once, and those of one method in their order. */
export class Vimeo {
  #methods;
  #happenings;
  #say;
  #textual = false;
  /** @type {Map<string, Promise<void>>} the last answer of each method */
  #answered = new Map();
  /** @type {Map<string, EventListener>} */
  #heard = new Map();

  /**
   * @param {Record<string, (value: any) => any>} methods
   * @param {EventTarget} happenings
   * @param {(message: object | string) => void} say
   */
  constructor(methods, happenings, say) {
    this.#happenings = happenings;
    this.#say = say;
    this.#methods = {
      ...methods,
      addEventListener: (name) => this.#listen(name),
      removeEventListener: (name) => this.#forget(name),
      // What the SDK tells by itself, and nothing has to be done about.
      appendVideoMetadata: () => undefined,
      notifyTimingObjectConnect: () => undefined,
      notifyTimingObjectDisconnect: () => undefined,
      ready: () => undefined,
    };
  }

  /** @param {import('./door.js').Request} request */
  hear({ method, value, textual }) {
    this.#textual = textual;
    const done = this.#act(method, value);
    // It waits for its turn, and its failure is told then.
    done.catch(() => {});
    const answered = (this.#answered.get(method) ?? Promise.resolve())
      .then(() => done)
      .then(
        (result) => this.#tell({ method, value: result }),
        ({ name, message }) => this.#tell({ event: 'error', data: { method, name, message } }),
      );
    if (Object.hasOwn(this.#methods, method)) this.#answered.set(method, answered);
  }

  /** What the page around listens to, for the document that comes after this one. */
  handOver() {
    return { names: [...this.#heard.keys()], textual: this.#textual };
  }

  /** Goes on for the document before this one, which was asked to load the event. */
  takeOver({ names, textual }) {
    this.#textual = textual === true;
    for (const name of names) if (EVENTS.includes(name)) this.#listen(name);
    this.#tell({ method: 'loadVideo', value: this.#methods.getVideoId() });
  }

  async #act(method, value) {
    if (!Object.hasOwn(this.#methods, method)) throw new Refused('UnsupportedError', `This player has no method "${method}".`);
    return this.#methods[method](value ?? undefined);
  }

  #listen(name) {
    if (!EVENTS.includes(name)) throw new Refused('UnsupportedError', `This player has no event "${name}".`);
    if (!this.#heard.has(name)) {
      const listener = (/** @type {any} */ { detail }) => this.#tell({ event: name, data: detail ?? undefined });
      this.#heard.set(name, listener);
      this.#happenings.addEventListener(name, listener);
      // The event was there before anybody asked.
      if (name === 'loaded') this.#tell({ event: name, data: { id: this.#methods.getVideoId() } });
    }
    return name;
  }

  #forget(name) {
    const listener = this.#heard.get(name);
    if (listener) this.#happenings.removeEventListener(name, listener);
    this.#heard.delete(name);
    return name;
  }

  #tell(message) {
    this.#say(this.#textual ? JSON.stringify(message) : message);
  }
}
