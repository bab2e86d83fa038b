const GONE = 'This player is gone.';

/** An error by the name that the player gave it. */
function named({ name = 'Error', message = '' }) {
  return Object.assign(new Error(message), { name });
}

/** Calls over `postMessage`: each gets its answer, those of one method in their order, and none is sent before the player is there. */
export class Wire {
  #frame;
  #origin;
  #heard;
  /** @type {Map<string, {resolve: Function, reject: Function}[]>} */
  #waiting = new Map();
  #arrive = () => {};
  #listening = new AbortController();
  /** @type {Promise<void>} */
  ready;

  /**
   * @param {HTMLIFrameElement} frame
   * @param {(event: string, data: any) => void} heard
   * @param {Pick<Window, 'addEventListener'>} [page]
   */
  constructor(frame, heard, page = window) {
    this.#frame = frame;
    this.#origin = new URL(frame.src).origin;
    this.#heard = heard;
    this.ready = new Promise((resolve) => (this.#arrive = resolve));
    page.addEventListener('message', (message) => this.#hear(message), { signal: this.#listening.signal });
    // The player may have said that it is there before anybody listened.
    this.#send({ method: 'ping' });
  }

  async call(method, value) {
    await this.ready;
    return new Promise((resolve, reject) => {
      if (this.#listening.signal.aborted) return reject(named({ message: GONE }));
      const waiting = this.#waiting.get(method) ?? [];
      this.#waiting.set(method, [...waiting, { resolve, reject }]);
      this.#send(value === undefined ? { method } : { method, value });
    });
  }

  /** Tells without waiting for an answer. */
  tell(method, value) {
    this.ready.then(() => this.#send({ method, value }));
  }

  close() {
    this.#listening.abort();
    const waiting = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    for (const { reject } of waiting) reject(named({ message: GONE }));
  }

  #send(message) {
    // Before the document is there the frame belongs to another origin, and browsers would say so in the console.
    this.#frame.contentWindow?.postMessage(message, message.method === 'ping' ? '*' : this.#origin);
  }

  #hear({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || origin !== this.#origin) return;
    const message = typeof data === 'string' ? parsed(data) : data;
    const { event, method, value, data: about } = message ?? {};
    if (event === 'ready' || method === 'ping') {
      this.#heard('ready', value);
      return this.#arrive();
    }
    if (event === 'error' && about?.method) this.#take(about.method)?.reject(named(about));
    if (event) this.#heard(event, about);
    else if (method) this.#take(method)?.resolve(value);
  }

  #take(method) {
    return this.#waiting.get(method)?.shift();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
