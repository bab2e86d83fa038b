import { countDown } from './countdown.js';
import { stepOf } from './step.js';

const A_MINUTE = 60_000;

/** For half an hour, after which a recording is found by loading the page again. */
const MOST_QUESTIONS = 60;

/** Letters remind of what is further away. */
const AN_HOUR = 60 * A_MINUTE;

/** Leads a viewer from the countdown to the picture, and knows what to say when there is none. */
export class WatchPage {
  #event;
  #autoplay;
  #position = 0;
  /** @type {boolean | null} of a viewer who was let in; null where nobody is asked anything, or not yet */
  #registered = null;
  #parts;
  #player = null;
  #timer = 0;
  #stopCountdown = () => {};
  #asked = 0;
  /** Grows with whatever happens to the picture. */
  #turn = 0;

  /**
   * @param {object} page
   * @param {import('./step.js').EventView} page.event as the server rendered it
   * @param {boolean} page.autoplay whether to play without being asked to
   * @param {object} parts
   * @param {{show: Function, countdown: Function}} parts.screen
   * @param {{ask: () => Promise<Omit<import('./step.js').EventView, 'open'>>}} parts.answers
   * @param {{now: () => number}} parts.time
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {import('./playback-right.js').PlaybackRight} parts.right
   * @param {() => Promise<import('./video-player.js').VideoPlayer>} parts.openPlayer
   */
  constructor({ event, autoplay }, parts) {
    this.#event = event;
    this.#autoplay = autoplay;
    this.#parts = parts;
  }

  start() {
    this.#arrive(this.#autoplay);
  }

  /** The viewer asked to play, or to try again. */
  async play() {
    const { screen, openPlayer } = this.#parts;
    if (this.#player) return this.#player.retryNow();
    this.#pause();
    screen.show('loading');
    const turn = ++this.#turn;
    try {
      const player = await openPlayer();
      // The right to it ended meanwhile, or somebody has asked for it again.
      if (turn !== this.#turn) return player.destroy();
      this.#player = player;
    } catch {
      // The modules themselves did not load; they are asked for anew by the next try.
      if (turn === this.#turn) screen.show('failed');
      return;
    }
    this.#player.addEventListener('change', ({ detail }) => this.#follow(detail));
    this.#load({ from: this.#position });
  }

  /**
   * The viewer was let in.
   *
   * @param {string | null} manifestUrl
   * @param {object} how
   * @param {boolean} how.playing whether to begin without being asked to
   * @param {number} [how.position] in seconds, where the viewer was last
   * @param {boolean} [how.registered] whether by a registration, of which letters tell
   */
  admit(manifestUrl, { playing, position = 0, registered = false }) {
    this.#registered = registered;
    this.#event = { ...this.#event, open: true, manifestUrl: this.#parts.right.take(manifestUrl) };
    this.#position = position;
    this.#arrive(playing || this.#autoplay);
  }

  /** As if nobody had asked to play yet. */
  unload() {
    this.#turn++;
    this.#player?.destroy();
    this.#player = null;
    this.#position = 0;
    this.#arrive(false);
  }

  /** The viewer's right is over. */
  expel() {
    this.#turn++;
    this.#player?.destroy();
    this.#player = null;
    this.#event = { ...this.#event, open: false, manifestUrl: null };
    this.#arrive(false);
  }

  #load(how) {
    this.#player?.load(this.#event.manifestUrl, { patient: this.#event.state !== 'ended', ...how });
  }

  #arrive(playing) {
    const { screen, time, pauses } = this.#parts;
    const step = stepOf(this.#event, time.now());
    this.#pause();
    if (step === 'ready' && playing) return this.play();
    screen.show(step, { live: this.#event.state === 'live', reason: step === 'countdown' ? this.#waiting() : '' });
    if (step === 'countdown') {
      this.#stopCountdown = countDown(this.#event.startsAt, {
        time,
        timers: this.#parts.timers,
        show: (parts) => screen.countdown(parts),
        // Not all at once: everybody who waited looks at the same clock.
        done: () => this.#askIn(pauses.upTo(2000)),
      });
      // The event may be moved, cancelled or started early while somebody waits for it.
      this.#askIn(pauses.jitter(Math.max(A_MINUTE / 4, Math.min(5 * A_MINUTE, this.#left() / 4))));
    }
    if (step === 'soon') this.#askIn(pauses.backoff(this.#asked++, { firstMs: 3000, mostMs: 20_000 }));
  }

  /** Who is in before the start is told that it worked, and what comes; the server says it by the same rule. */
  #waiting() {
    if (!this.#event.open || this.#registered === null) return '';
    if (!this.#registered) return 'in';
    return this.#left() > AN_HOUR ? 'registered' : 'soon';
  }

  #askIn(ms) {
    this.#parts.timers.clearTimeout(this.#timer);
    this.#timer = this.#parts.timers.setTimeout(async () => {
      try {
        this.#event = { ...this.#event, ...(await this.#parts.answers.ask()) };
      } catch {
        // Without an answer the page goes on with what it knows; it asks again below.
      }
      // Who waited here came for the picture.
      if (!this.#player) this.#arrive(true);
    }, ms);
  }

  async #follow(change) {
    const { screen, answers, timers } = this.#parts;
    const turn = ++this.#turn;
    screen.show(change.state, change);
    timers.clearTimeout(this.#timer);
    if (change.state === 'finished' && change.live) return this.#awaitRecording(turn, change);
    if (change.state !== 'retrying' && change.state !== 'failed') return;
    const before = this.#event;
    try {
      this.#event = { ...before, ...(await answers.ask()) };
    } catch {
      return;
    }
    const step = stepOf(this.#event, this.#parts.time.now());
    if (step === 'ready' || (step === 'recording' && before.state === 'ended')) {
      if (this.#event.manifestUrl !== before.manifestUrl) this.#load(this.#player?.left);
      return;
    }
    this.#rest();
  }

  /**
   * What was live becomes a recording within minutes, at another address: whoever stays is offered it. What happens meanwhile, as that the
   * picture goes on after all, begins another turn.
   */
  async #awaitRecording(turn, change, asked = 0) {
    const { answers, timers, pauses, time, screen } = this.#parts;
    const { manifestUrl } = this.#event;
    let found = this.#event;
    try {
      found = { ...found, ...(await answers.ask()) };
    } catch {
      // Asked again below.
    }
    if (turn !== this.#turn) return;
    this.#event = found;
    // What plays as if it were live becomes one at the same address, a minute after its end.
    const another = found.simulive ? asked > 2 : found.manifestUrl !== manifestUrl;
    const none = !found.manifestUrl || !another;
    // Who saw the end is not told that it is live, whatever the clock says.
    if (!none && found.state === 'live') this.#event = { ...found, state: 'ended' };
    if (!none || ['cancelled', 'countdown', 'registration'].includes(stepOf(found, time.now()))) return this.#rest();
    // Until there is another one, the one that was live is what there is.
    this.#event = { ...found, manifestUrl };
    const reason = found.preparing ? 'preparing' : '';
    if (reason !== (change.reason ?? '')) screen.show(change.state, { ...change, reason });
    if (asked < MOST_QUESTIONS) this.#timer = timers.setTimeout(() => this.#awaitRecording(turn, { ...change, reason }, asked + 1), pauses.jitter(A_MINUTE / 2));
  }

  /** Plays nothing, and says what there is. */
  #rest() {
    this.#turn++;
    this.#player?.destroy();
    this.#player = null;
    this.#arrive(false);
  }

  #left() {
    return this.#event.startsAt - this.#parts.time.now();
  }

  #pause() {
    this.#stopCountdown();
    this.#parts.timers.clearTimeout(this.#timer);
  }
}
