/**
 * The qualities of a stream in the shape that media-chrome reads from `video.videoRenditions`: a list with one entry a
 * quality, its `selectedIndex` -1 while the engine chooses by itself.
 */
export class Renditions extends EventTarget {
  #engine = null;

  /**
   * Offers what this engine finds, in place of what was offered before.
   *
   * @param {any} engine an instance of hls.js
   * @param {{Events: Record<string, string>}} Engine its class
   */
  follow(engine, { Events }) {
    this.#engine = engine;
    for (const found of [Events.MANIFEST_PARSED, Events.LEVELS_UPDATED]) engine.on(found, (_, { levels }) => this.#offer(levels));
  }

  get selectedIndex() {
    // What was chosen; the engine's next level is that of what is loaded already.
    return this.#engine?.manualLevel ?? -1;
  }

  set selectedIndex(index) {
    if (!this.#engine) return;
    this.#engine.nextLevel = index;
    this.dispatchEvent(new Event('change'));
  }

  get length() {
    return Object.keys(this).length;
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield this[index];
  }

  #offer(levels) {
    for (const index of Object.keys(this)) delete this[index];
    levels.forEach(({ width, height, bitrate }, index) => {
      this[index] = { id: `${index}`, width, height, bitrate };
    });
    this.dispatchEvent(new Event('addrendition'));
  }
}
