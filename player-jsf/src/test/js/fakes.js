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

/** Lets answers be read too, which takes longer than promises. */
export async function answered() {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** As a video element tells what of it is there. */
export function ranges(...spans) {
  return { length: spans.length, start: (place) => spans[place][0], end: (place) => spans[place][1] };
}

/** As much of a video element as a player touches. */
export class FakeVideo extends EventTarget {
  muted = false;
  currentTime = 0;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  readyState = 0;
  error = null;
  plays = 0;
  native = '';
  buffered = ranges();
  seekable = ranges();
  refuses = () => false;
  #src = '';

  get src() {
    return this.#src;
  }

  set src(url) {
    this.#src = url;
    this.load();
  }

  /** As in a browser what comes begins at its beginning, and at the element's own speed. */
  load() {
    this.currentTime = 0;
    this.playbackRate = this.defaultPlaybackRate;
  }

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
    static Events = { MANIFEST_LOADED: 'manifest', MANIFEST_PARSED: 'parsed', LEVELS_UPDATED: 'levels', LEVEL_LOADED: 'level', FRAG_BUFFERED: 'buffered', BUFFER_EOS: 'whole', ERROR: 'error', LEVEL_SWITCHED: 'switched', AUDIO_TRACKS_UPDATED: 'sounds', AUDIO_TRACK_SWITCHED: 'sound', MEDIA_ATTACHED: 'attached', DESTROYING: 'destroying' };
    static made = [];
    static isSupported = () => supported;

    calls = [];
    levels = [];
    targetLatency = 6;
    manualLevel = -1;
    nextBuffered = -1;
    #listeners = [];

    constructor(settings) {
      this.settings = settings;
      FakeEngine.made.push(this);
    }

    static get last() {
      return FakeEngine.made.at(-1);
    }

    get nextLevel() {
      return this.nextBuffered;
    }

    set nextLevel(level) {
      this.manualLevel = level;
    }

    set loadLevel(level) {
      this.manualLevel = level;
    }

    setAudioOption(option) {
      this.calls.push(`setAudioOption ${option.lang} ${option.name}`);
    }

    on(name, listener) {
      this.#listeners.push({ name, listener });
    }

    happens(name, data) {
      if (name === 'parsed') this.levels = [{}];
      if (name === 'level') this.latestLevelDetails = data.details;
      this.#listeners.filter((one) => one.name === name).forEach(({ listener }) => listener(name, data));
    }

    breaks(type, details, code) {
      this.happens('error', { fatal: true, type, details, response: { code } });
    }

    trigger(name) {
      this.calls.push(`trigger ${name}`);
    }

    loadSource(url) {
      this.calls.push(`loadSource ${url}`);
    }

    attachMedia(video) {
      this.video = video;
      video.playbackRate = video.defaultPlaybackRate;
      this.calls.push('attachMedia');
    }

    startLoad(...from) {
      this.calls.push(['startLoad', ...from].join(' '));
    }

    recoverMediaError() {
      // It takes the element's source away and brings it back, which pauses it and tells nobody.
      this.video.paused = true;
      this.video.playbackRate = this.video.defaultPlaybackRate;
      this.calls.push('recoverMediaError');
    }

    destroy() {
      this.video?.load();
      this.calls.push('destroy');
    }
  };
}

/** Answers calls as the server would: `answers` are given one after the other, the last one for ever. */
export class FakeServer {
  asked = [];
  answers = [];

  /** @param {...({status?: number, body?: object, headers?: object, held?: Promise<unknown>} | 'away' | 'silent')} answers held: until then; silent:
   *     none before it is given up */
  constructor(...answers) {
    this.answers = answers;
  }

  fetch = async (path, request = {}) => {
    this.asked.push({ path, ...request, body: request.body && JSON.parse(request.body) });
    const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
    if (answer === 'silent') return new Promise((_, give) => request.signal.addEventListener('abort', () => give(request.signal.reason)));
    if (answer === 'away') throw new TypeError('Failed to fetch');
    const { status = 200, body = {}, headers = {}, held } = answer;
    await held;
    return new Response(JSON.stringify(body), { status, headers });
  };

  get last() {
    return this.asked.at(-1);
  }
}

/** An error as the API writes it. */
export function refusal(status, code, fields) {
  return { status, body: { error: { code, message: '', details: { requestId: 'r', ...(fields && { fields }) }, timestamp: '' } } };
}

export class FakeStorage {
  kept = new Map();
  getItem = (key) => this.kept.get(key) ?? null;
  setItem = (key, value) => this.kept.set(key, value);
  removeItem = (key) => this.kept.delete(key);
}
