/** What the engine calls a track that tells what is to be seen, by the manifest (RFC 8216bis, CHARACTERISTICS). */
const DESCRIBES = 'public.accessibility.describes-video';

/** What lists of tracks tell by, where browsers have them. */
const TOLD = ['addtrack', 'removetrack', 'change'];

/**
 * The sound of a stream: as Vimeo's SDK knows it, and in the shape that media-chrome reads from `video.audioTracks`, which is that of
 * browsers (HTML, AudioTrackList) but for the names: in media-chrome's attributes there is no room for words with spaces.
 */
export class Soundtracks extends EventTarget {
  #engine = null;
  #natively;
  /** @type {{lang?: string, name: string} | null} */
  #chosen = null;

  /** @param {EventTarget & ArrayLike<any>} [natively] those of what the browser plays by itself, where it tells of them */
  constructor(natively) {
    super();
    this.#natively = natively;
    for (const name of TOLD) natively?.addEventListener(name, () => this.#engine || this.dispatchEvent(new Event(name)));
  }

  /**
   * Offers what this engine finds, in place of what was offered before. What was chosen then is heard, where it is there.
   *
   * @param {any} engine an instance of hls.js
   * @param {{Events: Record<string, string>}} Engine its class
   */
  follow(engine, { Events }) {
    this.#engine = engine;
    if (this.#chosen) engine.setAudioOption(this.#chosen);
    engine.on(Events.AUDIO_TRACKS_UPDATED, () => this.dispatchEvent(new Event('addtrack')));
    engine.on(Events.AUDIO_TRACK_SWITCHED, () => this.dispatchEvent(new Event('change')));
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
    if (this.#engine && index !== this.#engine.audioTrack) this.#engine.audioTrack = index;
    const { lang, name } = this.#engine?.audioTracks[index] ?? {};
    if (name) this.#chosen = { lang, name };
    this.dispatchEvent(new Event('change'));
  }

  get length() {
    return this.#all.length;
  }

  *[Symbol.iterator]() {
    for (const [index, { language, kind }] of this.#all.entries()) yield this.#track(index, language, kind);
  }

  /** @param {string} id of one of those that are iterated over */
  nameOf(id) {
    const { label, language } = this.#all[+id] ?? {};
    return label || language || id;
  }

  get #all() {
    return this.#engine ? this.list : Array.from(this.#natively ?? []);
  }

  #track(index, language, kind) {
    const all = () => this.#all;
    const turn = (enabled) => {
      if (!this.#engine) all()[index].enabled = enabled;
      // One is heard at a time: whoever chooses another one silences this one by that.
      else if (enabled) this.selected = index;
    };
    return {
      id: `${index}`,
      kind,
      language,
      get enabled() {
        return all()[index]?.enabled ?? false;
      },
      set enabled(enabled) {
        turn(enabled);
      },
    };
  }
}
