const A_MINUTE = 60_000;
const MOST = 60;

/**
 * What happened on this screen in the last minute: words of a program and numbers, never an address, which would carry the right to
 * watch. It stays here unless something goes wrong.
 */
export class LastMinute {
  #clock;
  /** @type {{at: number, what: string, detail: string}[]} */
  #noted = [];

  /**
   * @param {EventTarget & {paused: boolean, seeking: boolean}} video
   * @param {{now: () => number}} clock milliseconds that only go on
   */
  constructor(video, clock) {
    this.#clock = clock;
    video.addEventListener('waiting', () => video.paused || video.seeking || this.#note('stalled', ''));
  }

  /** @param {EventTarget} player a {@link import('./video-player.js').VideoPlayer} */
  follow(player) {
    player.addEventListener('change', ({ detail: { state, reason = '' } }) => this.#note('state', `${state} ${reason}`));
  }

  /**
   * @param {any} engine an instance of hls.js
   * @param {{Events: Record<string, string>}} Engine its class
   */
  hear(engine, { Events }) {
    engine.on(Events.ERROR, (_, { details, response, fatal }) => this.#note('error', `${details} ${response?.code ?? ''} ${fatal ? 'fatal' : ''}`));
    engine.on(Events.LEVEL_SWITCHED, (_, { level }) => this.#note('quality', `${engine.levels[level]?.bitrate ?? ''}`));
  }

  /** @returns {{at: number, what: string, detail: string}[]} by the clock, the newest last */
  get noted() {
    const since = this.#clock.now() - A_MINUTE;
    return this.#noted.filter(({ at }) => at >= since);
  }

  #note(what, detail) {
    // As the server takes it, whatever a browser or an engine of another age calls it.
    this.#noted.push({ at: this.#clock.now(), what, detail: detail.replace(/[^A-Za-z0-9 .-]/g, '').trim().slice(0, 60) });
    if (this.#noted.length > MOST) this.#noted.shift();
  }
}
