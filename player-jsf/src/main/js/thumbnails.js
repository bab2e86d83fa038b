/** What a recording's manifest names them by (RFC 8216, 4.3.4.4, EXT-X-SESSION-DATA). */
const NAMED = 'foyer.thumbnails';

/** A cue of WebVTT whose text is one address. */
const CUE = /^(\d+):(\d\d):(\d\d\.\d{3}) --> (\d+):(\d\d):(\d\d\.\d{3})\r?\n(\S+)$/gm;

/** Small pictures over the progress bar, where a recording has them: fetched when somebody first points there. */
export class Thumbnails {
  #video;
  #parts;
  #from = '';
  #read = '';
  #track;
  /** @type {{cue: VTTCue, picture: string}[]} */
  #pictures = [];

  /**
   * @param {HTMLVideoElement} video
   * @param {object} parts
   * @param {typeof window.fetch} parts.fetch
   * @param {import('./playback-right.js').PlaybackRight} parts.right
   * @param {new (from: number, to: number, text: string) => any} [parts.Cue]
   */
  constructor(video, { fetch, right, Cue = globalThis.VTTCue }) {
    this.#video = video;
    this.#parts = { fetch, right, Cue };
  }

  /** @param {Element} bar on which viewers point at a time */
  showOver(bar) {
    bar.addEventListener('pointerenter', async () => {
      await this.#offer();
      this.#showAgain(bar);
    });
  }

  /**
   * Offers those of what this engine plays.
   *
   * @param {any} engine an instance of hls.js
   * @param {{Events: Record<string, string>}} Engine its class
   */
  follow(engine, { Events }) {
    engine.on(Events.MANIFEST_LOADED, (_, { url, sessionData }) => {
      const name = sessionData?.[NAMED]?.VALUE;
      this.#from = name ? new URL(name, url).href : '';
    });
  }

  async #offer() {
    const { right } = this.#parts;
    // What is live has no times that pictures could be of.
    if (!Number.isFinite(this.#video.duration)) return;
    const from = this.#from;
    if (from !== this.#read) {
      this.#read = from;
      try {
        this.#list(from && (await this.#text(from)), from);
      } catch {
        // Without them the bar shows the time alone; who points there again asks again.
        this.#read = '';
      }
    }
    // A picture is fetched when it is shown, and what let the first one be fetched may be over.
    for (const { cue, picture } of this.#pictures) cue.text = right.address(picture);
  }

  /** Who pointed at a time before there were pictures would have to move to see one. */
  #showAgain(bar) {
    const at = bar.getAttribute('mediapreviewtime');
    if (at !== null && this.#pictures.length) bar.dispatchEvent(new CustomEvent('mediapreviewrequest', { bubbles: true, composed: true, detail: +at }));
  }

  async #text(from) {
    const { fetch, right } = this.#parts;
    const answer = await fetch(right.address(from));
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.text();
  }

  #list(text, from) {
    const track = (this.#track ??= this.#video.addTextTrack('metadata', 'thumbnails'));
    track.mode = 'hidden';
    for (const { cue } of this.#pictures) track.removeCue(cue);
    this.#pictures = Array.from(text.matchAll(CUE), ([, ...found]) => {
      const cue = new this.#parts.Cue(seconds(found.slice(0, 3)), seconds(found.slice(3, 6)), '');
      track.addCue(cue);
      return { cue, picture: new URL(found[6], from).href };
    });
  }
}

/** @param {string[]} clock hours, minutes, seconds */
function seconds([hours, minutes, rest]) {
  return 3600 * +hours + 60 * +minutes + +rest;
}
