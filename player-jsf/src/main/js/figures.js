import { Stretches } from './stretches.js';

/** Whatever is longer between two signs of a picture that moves was no watching: the machine slept. */
const A_GAP_MS = 5000;

/** Whoever still waits then has gone away; the server takes no more. */
const LONGEST_START_MS = 600_000;

/**
 * Measures how well it plays on one screen, whichever player plays: sums since the page was opened, so that whatever is lost on its
 * way is in what is told next. Nothing is told of somebody who asked not to be followed: then there is no instance.
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
  /** For how long the rate was known. */
  #knownMs = 0;
  /** @type {number | undefined} */
  #startup;
  /** When the viewer asked to play; 0 where nothing can be said of how long the start takes. */
  #asked = 0;
  #bitrate = () => 0;
  #seen = new Stretches();
  #began = false;
  #live = false;
  /** When the picture was last seen to move; 0 while it stands. */
  #movedAt = 0;
  #stalledAt = 0;

  /**
   * @param {HTMLVideoElement} video
   * @param {object} parts
   * @param {{now: () => number}} parts.clock milliseconds that only go on
   * @param {{now: () => number}} parts.time the server's
   * @param {number} parts.startsAt when the event begins, in epoch milliseconds
   * @param {() => string} parts.name another one each time
   * @param {{origin?: string, lacks?: string[]}} [parts.around] the page around, see `embed/around.js`
   * @param {Pick<Document, 'hidden' | 'addEventListener'>} parts.document
   */
  constructor(video, parts) {
    this.#video = video;
    this.#parts = parts;
    this.anew();
    this.#hear(video, 'timeupdate', () => this.#moves());
    this.#hear(video, 'playing', () => this.#flows());
    this.#hear(video, 'waiting', () => this.#stands());
    for (const still of ['pause', 'seeking', 'ended']) this.#hear(video, still, () => this.#rests());
    this.#hear(parts.document, 'visibilitychange', () => this.#hides());
  }

  /**
   * From here on this one plays, until another one is followed.
   *
   * @param {EventTarget} player a {@link import('./video-player.js').VideoPlayer}
   * @param {object} how
   * @param {number} how.asked when the viewer asked to play, by the clock
   * @param {() => number} how.bitrate of what plays now, in bits a second; 0 where nobody knows
   */
  follow(player, { asked, bitrate }) {
    this.#rests();
    this.#asked = asked;
    this.#bitrate = bitrate;
    this.#began = this.#live = false;
    this.#hides();
    this.#hear(player, 'change', ({ detail }) => this.#changes(detail));
    this.#hear(player, 'stream', ({ detail: { live } }) => (this.#live ||= live));
    // Told rather than seen: while it reconnects the element is emptied as well, and the viewer waits on.
    this.#hear(player, 'destroyed', () => this.#rests());
    this.#video.requestVideoFrameCallback?.(() => this.#begins());
  }

  /** From here on everything is counted from nothing, for another session, except for what only happens once. */
  anew() {
    this.#screen = this.#parts.name();
    this.#sequence = this.#counted = this.#watchedMs = this.#stalledMs = this.#stalls = this.#errors = this.#bits = this.#knownMs = 0;
    this.#told = '';
    this.#seen = new Stretches();
    this.#startup = undefined;
    this.#movedAt = this.#stalledAt = 0;
  }

  /** Measures nothing and tells nothing any more, whatever plays. */
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
      bitrate: Math.round(this.#bits / (this.#knownMs / 1000) || 0),
    };
    const told = JSON.stringify(figures);
    if (told !== this.#told || (last && this.#sequence > this.#counted)) this.#sequence++;
    this.#told = told;
    if (this.#sequence <= this.#counted || this.#listening.signal.aborted) return undefined;
    return { screen: this.#screen, sequence: this.#sequence, ...figures, ...this.#parts.around, ...(last && { last }) };
  }

  get #now() {
    return this.#parts.clock.now();
  }

  /** Where the viewer is, in seconds: of what is live since the event's beginning, for streams of it begin anywhere. */
  get #position() {
    return this.#live || this.#video.duration === Infinity ? (this.#parts.time.now() - this.#parts.startsAt) / 1000 : this.#video.currentTime;
  }

  #hear(target, name, listener) {
    target.addEventListener(name, listener, { signal: this.#listening.signal });
  }

  #moves() {
    const { paused, seeking, readyState } = this.#video;
    if (paused || seeking || readyState < 3) return;
    this.#begins();
    const now = this.#now;
    const passed = this.#movedAt ? now - this.#movedAt : 0;
    const going = passed > 0 && passed < A_GAP_MS;
    if (going) {
      const rate = this.#bitrate();
      this.#watchedMs += passed;
      if (rate) this.#knownMs += passed;
      this.#bits += (rate * passed) / 1000;
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
    const took = Math.round(this.#now - this.#asked);
    if (this.#asked && took <= LONGEST_START_MS) this.#startup ??= took;
  }

  /** Browsers take their time with what nobody looks at. */
  #hides() {
    if (this.#parts.document.hidden) this.#asked = 0;
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

  #changes({ state, final }) {
    if (state === 'failed') this.#rests();
    if (final) this.#errors++;
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
 * @param {{location: {search: string}, navigator: {doNotTrack?: string | null, globalPrivacyControl?: boolean}}} window
 */
export function unfollowed({ location, navigator }) {
  return /[?&]dnt=(1|true)\b/.test(location.search) || navigator.doNotTrack === '1' || navigator.globalPrivacyControl === true;
}
