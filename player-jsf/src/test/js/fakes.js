/** A clock with timers that moves only when told to. */
export class FakeTime {
  #now;
  #timers = new Map();
  #last = 0;

  constructor(now = 0) {
    this.#now = now;
  }

  now = () => this.#now;

  setTimeout = (then, ms = 0) => {
    this.#timers.set(++this.#last, { at: this.#now + ms, then });
    return this.#last;
  };

  clearTimeout = (timer) => {
    this.#timers.delete(timer);
  };

  get waiting() {
    return [...this.#timers.values()].map(({ at }) => at - this.#now).sort((one, other) => one - other);
  }

  /** Moves on, running what falls due, and lets promises settle. */
  async advance(ms) {
    const until = this.#now + ms;
    for (let due; (due = this.#nextUntil(until)); ) {
      this.#timers.delete(due[0]);
      this.#now = due[1].at;
      due[1].then();
      await settled();
    }
    this.#now = until;
    await settled();
  }

  #nextUntil(until) {
    return [...this.#timers].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

export async function settled() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** As much of a video element as a player touches. */
export class FakeVideo extends EventTarget {
  muted = false;
  currentTime = 0;
  readyState = 0;
  src = '';
  error = null;
  plays = 0;
  native = '';
  refuses = () => false;

  async play() {
    this.plays++;
    if (this.refuses(this)) throw Object.assign(new Error('not without a click'), { name: 'NotAllowedError' });
  }

  canPlayType() {
    return this.native;
  }

  removeAttribute() {
    this.src = '';
  }

  happens(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** Stands for the class of hls.js; each engine made of it can be told what happens to it. */
export function fakeEngines({ supported = true } = {}) {
  return class FakeEngine {
    static Events = { MANIFEST_PARSED: 'parsed', LEVELS_UPDATED: 'levels', LEVEL_LOADED: 'level', FRAG_BUFFERED: 'buffered', ERROR: 'error' };
    static made = [];
    static isSupported = () => supported;

    calls = [];
    levels = [];
    targetLatency = 6;
    autoLevelEnabled = true;
    #next = -1;
    #listeners = [];

    constructor(settings) {
      this.settings = settings;
      FakeEngine.made.push(this);
    }

    static get last() {
      return FakeEngine.made.at(-1);
    }

    get nextLevel() {
      return this.#next;
    }

    set nextLevel(level) {
      this.#next = level;
      this.autoLevelEnabled = level < 0;
    }

    on(name, listener) {
      this.#listeners.push({ name, listener });
    }

    happens(name, data) {
      if (name === 'parsed') this.levels = [{}];
      this.#listeners.filter((one) => one.name === name).forEach(({ listener }) => listener(name, data));
    }

    breaks(type, details, code) {
      this.happens('error', { fatal: true, type, details, response: { code } });
    }

    loadSource(url) {
      this.calls.push(`loadSource ${url}`);
    }

    attachMedia() {
      this.calls.push('attachMedia');
    }

    startLoad() {
      this.calls.push('startLoad');
    }

    recoverMediaError() {
      this.calls.push('recoverMediaError');
    }

    destroy() {
      this.calls.push('destroy');
    }
  };
}
