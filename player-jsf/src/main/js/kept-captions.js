/** Keeps what a viewer chose of the captions from one engine to the next, which begins with what the stream shows at first. */
export class KeptCaptions {
  #video;
  /** @type {Pick<TextTrack, 'kind' | 'language' | 'label'> | null | undefined} null: none; undefined: nothing is known yet */
  #chosen;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.#video = video;
    video.addEventListener('loadedmetadata', () => this.#show());
  }

  /**
   * @param {any} engine an instance of hls.js
   * @param {{Events: Record<string, string>}} Engine its class
   */
  follow(engine, { Events }) {
    engine.on(Events.DESTROYING, () => {
      // One that never got so far, or has no captions, has nothing to choose from.
      if (this.#video.readyState && this.#all.length) this.#chosen = this.#all.find(({ mode }) => mode === 'showing') ?? null;
    });
  }

  #show() {
    const chosen = this.#chosen;
    if (chosen === undefined) return;
    const same = this.#all.find(({ kind, language, label }) => kind === chosen?.kind && language === chosen.language && label === chosen.label);
    if (chosen && !same) return;
    for (const track of this.#all) if (track !== same) track.mode = 'disabled';
    if (same) same.mode = 'showing';
  }

  get #all() {
    return Array.from(this.#video.textTracks).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  }
}
