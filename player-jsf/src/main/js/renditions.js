/**
 * The qualities of a stream in the shape that media-chrome reads from `video.videoRenditions`: a list with one entry a
 * quality, its `selectedIndex` -1 while the engine chooses by itself.
 */
export class Renditions extends EventTarget {
  #engine = null;
  /** @type {{height: number, bitrate: number} | null} */
  #chosen = null;

  /**
   * Offers what this engine finds, in place of what was offered before. What was chosen then goes on, as far as it is there.
   *
   * @param {any} engine an instance of hls.js
   * @param {{Events: Record<string, string>}} Engine its class
   */
  follow(engine, { Events }) {
    this.#engine = engine;
    engine.on(Events.MANIFEST_PARSED, (_, { levels }) => this.#chosen && this.#choose(levels));
    // What the server has not, or the browser cannot play, is no choice; what merely does not come now, or not without a fresh right, still is one.
    engine.on(Events.ERROR, (_, { fatal, type, details, response }) => {
      const missing = /^(level|frag)/.test(details) && [404, 410].includes(response?.code);
      if (fatal && this.#chosen && (missing || type !== 'networkError')) this.selectedIndex = -1;
    });
    for (const found of [Events.MANIFEST_PARSED, Events.LEVELS_UPDATED]) engine.on(found, (_, { levels }) => this.#offer(levels));
  }

  get selectedIndex() {
    // What was chosen; the engine's next level is that of what is loaded already.
    return this.#engine?.manualLevel ?? -1;
  }

  set selectedIndex(index) {
    if (!this.#engine) return;
    this.#engine.nextLevel = index;
    this.#chosen = this[index] ?? null;
    this.dispatchEvent(new Event('change'));
  }

  get length() {
    return Object.keys(this).length;
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield this[index];
  }

  /** Before anything of the picture is loaded. */
  #choose(levels) {
    const { height, bitrate } = this.#chosen;
    const same = levels.findIndex((level) => level.height === height && level.bitrate === bitrate);
    const index = same < 0 ? levels.findLastIndex((level) => level.height === height) : same;
    if (index >= 0) this.#engine.loadLevel = index;
    else this.selectedIndex = -1;
  }

  #offer(levels) {
    for (const index of Object.keys(this)) delete this[index];
    levels.forEach(({ width, height, bitrate }, index) => {
      this[index] = { id: `${index}`, width, height, bitrate };
    });
    this.dispatchEvent(new Event('addrendition'));
  }
}
