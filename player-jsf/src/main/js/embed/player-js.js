/** What the events of player.js carry. */
const CARRIED = {
  play: () => undefined,
  pause: () => undefined,
  ended: () => undefined,
  timeupdate: ({ seconds, duration }) => ({ seconds, duration }),
  progress: ({ percent }) => ({ percent }),
  error: ({ message }) => ({ code: 1, msg: message }),
};

/** Answers what is asked in the dialect of player.js: getters and listeners only, by the listener that each names. */
export class PlayerJs {
  #methods;
  #happenings;
  #say;
  // That of the page around, which looks at it.
  #version = '';
  /** @type {Map<string, Set<string | undefined>>} listeners by event */
  #heard = new Map();

  /**
   * @param {Record<string, (value: any) => any>} methods as Vimeo's
   * @param {EventTarget} happenings
   * @param {(message: string) => void} say
   */
  constructor(methods, happenings, say) {
    const { play, pause, getPaused, getMuted, setMuted, getVolume, setVolume, getDuration, setCurrentTime, getCurrentTime, setLoop, getLoop } = methods;
    this.#methods = {
      ...{ play, pause, getPaused, getMuted, getDuration, setCurrentTime, getCurrentTime, setLoop, getLoop },
      mute: () => setMuted(true),
      unmute: () => setMuted(false),
      // Volume is a percentage here.
      getVolume: () => Math.round(100 * getVolume()),
      setVolume: (percent) => setVolume(percent / 100),
    };
    this.#happenings = happenings;
    this.#say = say;
  }

  /** @param {import('./door.js').Request} request */
  async hear({ method, value, listener, version = '' }) {
    this.#version = version;
    if (method === 'addEventListener') return this.#listen(value, listener);
    if (method === 'removeEventListener') return this.#heard.get(value)?.delete(listener);
    if (!Object.hasOwn(this.#methods, method)) return this.#tellAll('error', { code: 2, msg: `Invalid Method "${method}"` });
    try {
      const result = await this.#methods[method](value);
      if (method.startsWith('get')) this.#tell(method, result, listener);
    } catch ({ message }) {
      this.#tellAll('error', { code: 3, msg: message });
    }
  }

  /** Who listens to what, for the document that comes after this one. */
  handOver() {
    return { version: this.#version, heard: [...this.#heard].map(([name, listeners]) => [name, [...listeners]]) };
  }

  /** Goes on for the document before this one. */
  takeOver({ version, heard }) {
    this.#version = `${version}`;
    for (const [name, listeners] of heard) for (const listener of listeners) this.#listen(name, listener);
  }

  #listen(name, listener) {
    if (!Object.hasOwn(CARRIED, name)) return;
    if (!this.#heard.has(name)) {
      this.#heard.set(name, new Set());
      this.#happenings.addEventListener(name, (/** @type {any} */ { detail }) => this.#tellAll(name, CARRIED[name](detail)));
    }
    this.#heard.get(name)?.add(listener);
  }

  #tellAll(event, value) {
    for (const listener of this.#heard.get(event) ?? []) this.#tell(event, value, listener);
  }

  #tell(event, value, listener) {
    this.#say(JSON.stringify({ context: 'player.js', version: this.#version, event, value, listener }));
  }
}
