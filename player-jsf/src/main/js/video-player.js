import { followEngine } from './engine-news.js';
import { Retries, STALL_MS } from './retries.js';
import { insideOf, nearEndOf } from './stream-ends.js';

const APPLE_HLS = 'application/vnd.apple.mpegurl';

/**
 * What happens to the picture. `reason` tells why there is none: `absent` (there is no such stream, or not yet), `network`,
 * `broken` (what came cannot be played), `stalled` (nothing comes any more), `unsupported`.
 *
 * @typedef {object} Change
 * @property {'loading' | 'playing' | 'blocked' | 'retrying' | 'failed' | 'finished'} state
 * @property {boolean} [live] whether the stream is live, once that is known
 * @property {boolean} [silenced] the browser would only play without sound
 * @property {'absent' | 'network' | 'broken' | 'stalled' | 'unsupported'} [reason]
 * @property {boolean} [final] of what failed: whether nothing more is tried by itself
 */

/** In these viewers are told of trouble. */
const TROUBLED = ['retrying', 'failed'];

/**
 * Plays one stream in a video element: by MediaSource where that works, natively elsewhere. What breaks is tried again by
 * itself; every `change` event carries a {@link Change}. A `destroyed` event says that it is over.
 */
export class VideoPlayer extends EventTarget {
  #video;
  #parts;
  #url = '';
  #patient = false;
  #engine = null;
  #endsNow = () => false;
  /** Whether the engine's first list came. */
  #listed = false;
  #opening = 0;
  #retries;
  /** @type {boolean | undefined} */
  #live;
  #silenced = false;
  #handedOver = false;
  #still = false;
  /** Whether the viewer paused it. The element does not tell: it is paused, too, whenever it loses its source. */
  #paused = false;
  /** Whether there was a picture since it was loaded. */
  #begun = false;
  #told = '';
  #from = 0;
  #reached = 0;
  #listening = new AbortController();

  /**
   * @param {HTMLVideoElement} video
   * @param {object} parts
   * @param {() => Promise<any>} parts.loadEngine brings the class of hls.js
   * @param {(engine: any, Engine: any) => void} [parts.onEngine] is given each engine before it starts
   * @param {(url: string) => object} [parts.settings] of hls.js, for the manifest at this address
   * @param {boolean} [parts.asIfLive] whether it is a recording that plays as if it were live
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} [parts.timers]
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {(url: string) => Promise<string>} [parts.lasting] the address of a manifest that the browser itself plays
   * @param {number} [parts.attempts] tries in a row before it says that it failed
   */
  constructor(video, { loadEngine, pauses, onEngine = () => {}, lasting = async (url) => url, settings = () => ({}), asIfLive = false, timers = globalThis, attempts = 6 }) {
    super();
    this.#video = video;
    this.#parts = { loadEngine, onEngine, lasting, settings, asIfLive };
    this.#retries = new Retries({ timers, pauses, attempts });
    this.#hear('playing', () => this.#flows());
    this.#hear('loadedmetadata', () => this.#engine || this.#known());
    this.#hear('waiting', () => this.#watchForStall());
    this.#hear('play', () => (this.#paused = false));
    this.#hear('pause', () => {
      this.#paused = this.#begun;
      this.#retries.unwatch();
    });
    this.#hear('seeking', () => this.#stayInside());
    this.#hear('ended', () => {
      this.#retries.unwatch();
      this.#retries.cancel();
      this.#tell('finished');
    });
    this.#hear('error', () => {
      if (this.#handedOver) this.takeBack();
      else if (!this.#engine) this.#stumble(video.error?.code === 2 ? 'network' : 'absent');
    });
  }

  /**
   * @param {string} url of the manifest
   * @param {{patient?: boolean, from?: number, paused?: boolean}} [how] patient: goes on trying, slowly, after it failed, for it may be live; from:
   *     the second at which a recording begins, what is live being joined where it is; paused: only shows it, in place of what the
   *     viewer paused
   */
  load(url, { patient = false, from = 0, paused = false } = {}) {
    this.#close();
    this.#video.playbackRate = this.#video.defaultPlaybackRate;
    this.#reached = 0;
    this.#begun = this.#paused = paused;
    this.#url = url;
    this.#live = undefined;
    this.#patient = patient;
    this.#from = from;
    if (!patient) this.#begin();
    if (!paused) return this.retryNow();
    this.#retries.forget();
    return this.#open({ paused });
  }

  /** @returns {{from: number, paused: boolean}} how the same goes on by another address */
  get left() {
    return { from: this.#live ? 0 : this.#video.currentTime || this.#reached, paused: this.#paused };
  }

  /** Tries at once, as if nothing had failed before. */
  retryNow() {
    if (this.#listening.signal.aborted) return;
    this.#retries.forget();
    this.#paused = false;
    this.#tell('loading');
    return this.#open();
  }

  /** @returns {string} of the manifest that it plays */
  get url() {
    return this.#url;
  }

  /** @returns {boolean} whether the browser itself plays what the engine played before */
  get handedOver() {
    return this.#handedOver;
  }

  /**
   * Lets the browser itself play the same, from where it is: what the engine plays it sends to no other device.
   *
   * @param {string} address under which the browser finds it
   * @throws {DOMException} `AbortError` once it is destroyed: its viewer's right may have ended while the address was asked for
   */
  handOver(address) {
    if (this.#listening.signal.aborted) throw new DOMException('It plays no more.', 'AbortError');
    const video = this.#video;
    const { paused } = video;
    this.#close();
    this.#handedOver = true;
    // Where it is paused, too, the browser is to know what it plays.
    video.preload = 'metadata';
    this.#asFast(() => (video.src = address));
    if (this.#reached && !this.#live) video.currentTime = this.#reached;
    if (!paused) this.#play();
  }

  /** Plays by the engine again, from where it is by now, or shows that where it is paused. What the browser itself cannot play it takes back by itself. */
  async takeBack() {
    if (!this.#handedOver) return;
    const { paused } = this.#video;
    await this.#open({ paused });
  }

  /**
   * With every source an element begins at its own speed instead of the viewer's. That of what is live is nobody's choice: it is kept
   * together with others by it, each time anew.
   */
  #asFast(change) {
    const speed = this.#live ? 1 : this.#video.playbackRate;
    change();
    this.#video.playbackRate = speed;
  }

  /** Stops for good and lets go of the video element. */
  destroy() {
    this.#close();
    this.#listening.abort();
    if (this.#video.src) {
      // Without the second a browser that plays it itself plays on.
      this.#video.removeAttribute('src');
      this.#video.load();
    }
    this.dispatchEvent(new Event('destroyed'));
  }

  async #open({ paused = false } = {}) {
    this.#close();
    this.#still = paused;
    const opening = this.#opening;
    let Engine;
    try {
      Engine = await this.#parts.loadEngine();
    } catch {
      if (opening === this.#opening) this.#stumble('network');
      return;
    }
    if (opening !== this.#opening) return;
    if (Engine.isSupported()) return this.#openWith(Engine);
    if (!this.#video.canPlayType(APPLE_HLS)) return this.#tell('failed', { reason: 'unsupported', final: true });
    return this.#openNatively(opening);
  }

  async #openNatively(opening) {
    try {
      const url = await this.#parts.lasting(this.#url);
      if (opening !== this.#opening) return;
      // Of what stays paused it looks at nothing else by itself, and nobody would learn that it is there again.
      if (this.#still) this.#video.preload = 'metadata';
      this.#asFast(() => (this.#video.src = url));
      if (this.#reached && !this.#live) this.#video.currentTime = this.#reached;
      if (!this.#still) this.#play();
    } catch {
      if (opening === this.#opening) this.#stumble('network');
    }
  }

  #openWith(Engine) {
    const { settings, onEngine } = this.#parts;
    const startPosition = this.#live ? -1 : this.#video.currentTime || this.#reached || -1;
    const engine = this.#engine = new Engine({ liveDurationInfinity: true, backBufferLength: 60, startPosition, ...settings(this.#url) });
    this.#listed = false;
    this.#endsNow = followEngine(engine, Engine, this.#video, {
      begins: () => this.#still || this.#play(),
      lists: (details) => {
        this.#learn(details, engine);
        // Of what is paused no more may come than the list.
        if (this.#video.paused) this.#recovers();
      },
      comes: () => {
        // What comes, but not where the viewer waits, helps nobody.
        if (this.#video.readyState > 2) this.#retries.forget();
        this.#recovers();
      },
      breaks: (reason) => this.#stumble(reason),
    });
    onEngine(engine, Engine);
    engine.loadSource(this.#url);
    this.#asFast(() => engine.attachMedia(this.#video));
  }

  #close() {
    // Letting go of what it plays sets the element's time back.
    this.#reached = this.#video.currentTime || this.#reached;
    this.#opening++;
    this.#handedOver = false;
    this.#retries.unwatch();
    this.#retries.cancel();
    this.#asFast(() => this.#engine?.destroy());
    this.#engine = null;
    this.#endsNow = () => false;
  }

  async #play() {
    try {
      await this.#video.play();
    } catch (refused) {
      if (refused.name !== 'NotAllowedError') return;
      if (this.#video.muted) return this.#tell('blocked');
      // Without a click of the viewer browsers let only a silent picture start.
      this.#video.muted = this.#silenced = true;
      return this.#play();
    }
  }

  #learn(list, engine) {
    const { live, startTimeOffset } = list;
    // Its last seconds are told with their end, and by where they are joined.
    const ending = this.#parts.asIfLive && Number.isFinite(startTimeOffset);
    if (this.#live && !live && !ending && !this.#listed) engine.startLoad(nearEndOf(list));
    this.#listed = true;
    // What was live once stays so for this page, even when its end makes a recording of it.
    this.#live ||= live || ending;
    this.#begin();
    this.dispatchEvent(new CustomEvent('stream', { detail: { live, latency: engine.targetLatency ?? 0 } }));
  }

  #begin() {
    if (this.#from && !this.#live) this.#video.currentTime = this.#from;
    this.#from = 0;
  }

  /** What the browser itself plays. */
  #known() {
    // It says that it is no live stream by having an end.
    if (Number.isFinite(this.#video.duration)) this.#begin();
    if (this.#still || this.#video.paused) this.#recovers(1);
  }

  #stayInside() {
    const { seekable, currentTime } = this.#video;
    const inside = this.#live && insideOf(seekable, currentTime);
    if (inside) this.#video.currentTime = inside;
  }

  /** A picture that never stood still, or is paused, does not say that it plays again; nor one that was paused before it came that it is there. */
  #recovers(least = 3) {
    const awaited = this.#begun ? TROUBLED : this.#video.paused ? ['loading', ...TROUBLED] : [];
    if (!awaited.includes(this.#told) || this.#video.readyState < least || this.#retries.waiting) return;
    // What is shown without having begun is paused, and stays so in trouble.
    if (!this.#begun) this.#paused = true;
    this.#flows();
  }

  #flows() {
    this.#begun = true;
    this.#retries.unwatch();
    this.#tell('playing', { silenced: this.#silenced && this.#video.muted });
  }

  #stumble(reason) {
    if (this.#listening.signal.aborted) return;
    const failed = this.#retries.exhausted;
    const final = failed && !this.#patient;
    this.#tell(failed ? 'failed' : 'retrying', { reason, ...(failed && { final }) });
    if (final) return this.#close();
    this.#retries.next(() => this.#again(reason));
  }

  #again(reason) {
    // What is buffered plays on while loading goes on; an engine that never got its manifest, and one that loading on
    // did not help, are opened anew.
    const anew = !this.#engine?.levels.length || reason === 'absent' || this.#retries.many;
    if (anew) return this.#open({ paused: this.#paused });
    if (reason === 'broken') this.#asFast(() => this.#engine.recoverMediaError());
    this.#engine.startLoad();
    // For the decoder's sake the element lost its source, and with that was paused.
    if (reason === 'broken' && !this.#paused) this.#play();
    this.#retries.in(STALL_MS, () => this.#video.readyState < 3 && this.#stalls(reason));
  }

  #tell(state, more = {}) {
    this.#told = state;
    this.dispatchEvent(new CustomEvent('change', { detail: { state, live: this.#live, ...more } }));
  }

  #hear(name, listener) {
    this.#video.addEventListener(name, listener, { signal: this.#listening.signal });
  }

  #watchForStall() {
    // What another device plays may wait for reasons of its own.
    if (this.#handedOver) this.#retries.unwatch();
    else this.#retries.watch(() => this.#stalls('stalled'));
  }

  #stalls(reason) {
    const stumble = () => this.#stumble(reason);
    if (this.#endsNow()) this.#retries.watch(stumble);
    else stumble();
  }
}
