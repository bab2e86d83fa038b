import { Stretches } from './stretches.js';

/** Whatever is longer between two signs of a picture that moves was no watching: the machine slept. */
const A_GAP_MS = 5000;

/**
 * Measures how well it plays on one screen: sums since the page was opened, so that whatever is lost on its way is in what is told
 * next. Nothing is told of somebody who asked not to be followed: then there is no instance.
 */
export class Figures {
  #video;
  #parts;
  #listening = new AbortController();
  #screen = '';
  #sequence = 0;
  #counted = 0;
  #told = '';
  #watchedMs = 0;
  #stalledMs = 0;
  #stalls = 0;
  #errors = 0;
  #bits = 0;
  /** @type {number | undefined} */
  #startup;
  #asked;
  #seen = new Stretches();
  #began = false;
  #live = false;
  /** When the picture was last seen to move; 0 while it stands. */
  #movedAt = 0;
  #stalledAt = 0;

  /**
   * @param {HTMLVideoElement} video
   * @param {EventTarget} player a {@link import('./video-player.js').VideoPlayer}
   * @param {object} parts
   * @param {number} parts.asked when the viewer asked to play, by the clock
   * @param {{now: () => number}} parts.clock milliseconds that only go on
   * @param {{now: () => number}} parts.time the server's
   * @param {number} parts.startsAt when the event begins, in epoch milliseconds
   * @param {() => number} parts.bitrate of what plays now, in bits a second; 0 where nobody knows
   * @param {() => string} parts.name another one each time
   * @param {string | undefined} parts.origin of the page around
   */
  constructor(video, player, parts) {
    this.#video = video;
    this.#parts = parts;
    this.#asked = parts.asked;
    this.anew();
    const { signal } = this.#listening;
    const hear = (name, listener, target = /** @type {EventTarget} */ (video)) => target.addEventListener(name, listener, { signal });
    hear('timeupdate', () => this.#moves());
    hear('playing', () => this.#flows());
    hear('waiting', () => this.#stands());
    for (const still of ['pause', 'seeking', 'ended']) hear(still, () => this.#rests());
    hear('change', ({ detail: { state } }) => this.#changes(state), player);
    hear('stream', ({ detail: { live } }) => (this.#live ||= live), player);
    video.requestVideoFrameCallback?.(() => this.#begins());
  }

  /** From here on everything is counted from nothing, for another session, except for what only happens once. */
  anew() {
    this.#screen = this.#parts.name();
    this.#sequence = this.#counted = this.#watchedMs = this.#stalledMs = this.#stalls = this.#errors = this.#bits = 0;
    this.#told = '';
    this.#seen = new Stretches();
    this.#startup = undefined;
    this.#movedAt = this.#stalledAt = 0;
  }

  stop() {
    this.#listening.abort();
  }

  /** @param {number} to up to which report the server has counted for good */
  counted(to) {
    this.#counted = Math.max(this.#counted, to);
  }

  /**
   * @param {{last?: boolean}} [how] last: the page is about to go away
   * @returns {object | undefined} what is to be told now; nothing where everything is counted
   */
  report({ last = false } = {}) {
    const figures = {
      watched: inSeconds(this.#watchedMs),
      seen: this.#seen.told(),
      startup: this.#startup,
      stalls: this.#stalls,
      stalled: inSeconds(this.#stalledMs + (this.#stalledAt && this.#now - this.#stalledAt)),
      errors: this.#errors,
      bitrate: Math.round(this.#bits / (this.#watchedMs / 1000) || 0),
    };
    const told = JSON.stringify(figures);
    if (told !== this.#told || (last && this.#sequence > this.#counted)) this.#sequence++;
    this.#told = told;
    if (this.#sequence <= this.#counted) return undefined;
    return { screen: this.#screen, sequence: this.#sequence, ...figures, origin: this.#parts.origin, ...(last && { last }) };
  }

  get #now() {
    return this.#parts.clock.now();
  }

  /** Where the viewer is, in seconds: of what is live since the event's beginning, for streams of it begin anywhere. */
  get #position() {
    return this.#live || this.#video.duration === Infinity ? (this.#parts.time.now() - this.#parts.startsAt) / 1000 : this.#video.currentTime;
  }

  #moves() {
    const { paused, seeking, readyState } = this.#video;
    if (paused || seeking || readyState < 3) return;
    this.#begins();
    const now = this.#now;
    const passed = this.#movedAt ? now - this.#movedAt : 0;
    const going = passed > 0 && passed < A_GAP_MS;
    if (going) {
      this.#watchedMs += passed;
      this.#bits += (this.#parts.bitrate() * passed) / 1000;
    }
    this.#seen.at(Math.max(0, this.#position), going);
    this.#movedAt = now;
    this.#endStall();
  }

  #flows() {
    if (!this.#video.requestVideoFrameCallback) this.#begins();
    this.#movedAt = this.#now;
    this.#endStall();
  }

  /** The first picture is there. */
  #begins() {
    if (this.#began) return;
    this.#began = true;
    if (this.#asked) this.#startup = Math.round(this.#now - this.#asked);
  }

  /** Nobody asked for it: before the first picture it is the start that takes so long, and a jump is the viewer's own. */
  #stands() {
    this.#pause();
    const { paused, seeking, ended } = this.#video;
    if (!this.#began || paused || seeking || ended || this.#stalledAt) return;
    this.#stalls++;
    this.#stalledAt = this.#now;
  }

  #rests() {
    this.#pause();
    this.#endStall();
  }

  #pause() {
    this.#movedAt = 0;
    this.#seen.rest();
  }

  #endStall() {
    if (this.#stalledAt) this.#stalledMs += this.#now - this.#stalledAt;
    this.#stalledAt = 0;
  }

  #changes(state) {
    if (state === 'failed') this.#errors++;
    // From here on it is up to the viewer how long it takes.
    if (state === 'failed' || state === 'blocked') this.#asked = 0;
  }
}

function inSeconds(ms) {
  return Math.round(ms) / 1000;
}

/**
 * Whether the viewer, or the partner on their behalf, asked not to be followed.
 *
 * @param {{location: {search: string}, navigator: {doNotTrack?: string | null}}} window
 */
export function unfollowed({ location, navigator }) {
  return /[?&]dnt=(1|true)\b/.test(location.search) || navigator.doNotTrack === '1';
}

/**
 * @param {object} window
 * @param {{ancestorOrigins?: ArrayLike<string>}} window.location
 * @param {{referrer: string}} window.document
 * @param {unknown} window.parent
 * @returns {string | undefined} the origin of the page around, as far as the browser tells
 */
export function originAround(window) {
  const { location, document, parent } = window;
  if (parent === window) return undefined;
  if (location.ancestorOrigins) return location.ancestorOrigins[0];
  return /^https?:\/\/[^/]+/.exec(document.referrer)?.[0];
}
