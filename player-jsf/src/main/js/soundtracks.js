/** What the engine calls a track that tells what is to be seen, by the manifest (RFC 8216bis, CHARACTERISTICS). */
const DESCRIBES = 'public.accessibility.describes-video';

/** The sound of a stream, where there is more than one to choose from, as Vimeo's SDK knows it. */
export class Soundtracks {
  #engine = null;

  /**
   * Offers what this engine finds, in place of what was offered before.
   *
   * @param {any} engine an instance of hls.js
   */
  follow(engine) {
    this.#engine = engine;
  }

  /** @returns {{language: string, kind: string, label: string, provenance: string, enabled: boolean}[]} */
  get list() {
    return (this.#engine?.audioTracks ?? []).map(({ lang, name, default: main, characteristics }, index) => ({
      language: lang ?? '',
      kind: characteristics?.includes(DESCRIBES) ? 'descriptions' : main ? 'main' : 'translation',
      label: name,
      provenance: 'PROVENANCE_USER_UPLOADED',
      enabled: index === this.#engine.audioTrack,
    }));
  }

  set selected(index) {
    if (this.#engine) this.#engine.audioTrack = index;
  }
}
