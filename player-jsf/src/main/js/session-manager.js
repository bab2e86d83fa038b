import { HeartbeatPace } from './heartbeat-pace.js';

const MADE_WAY = 'replaced_by_newer_screen';

/** What is answered to a session that is none any more. */
const OVER = ['unauthenticated', 'token_expired'];

/**
 * Keeps one viewer's right to watch: remembers it for the next visit, tells the server at the pace it asks for that
 * somebody is still watching, and says when the right is over by an `over` event with the `reason`.
 */
export class SessionManager extends EventTarget {
  #eventId;
  #kept;
  #parts;
  /** @type {import('./authentication-flow.js').Session | null} */
  #session = null;
  /** @type {import('./figures.js').Figures | null} */
  #figures = null;
  #pace;
  #video = null;
  /** @type {Promise<void> | null} */
  #opening = null;

  /**
   * @param {string} eventId
   * @param {import('./kept-session.js').KeptSession | null} kept null where nothing has to be proven: then nothing is left on the
   *     viewer's device, and a session that is over is followed by another one
   * @param {object} parts
   * @param {import('./calls.js').Calls} parts.calls
   * @param {typeof fetch} parts.fetch for the last report, which outlives the page
   * @param {{now: () => number}} parts.time
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
   * @param {import('./pauses.js').Pauses} parts.pauses
   * @param {import('./playback-right.js').PlaybackRight} parts.right renewed as long as the session goes on
   */
  constructor(eventId, kept, parts) {
    super();
    this.#eventId = eventId;
    this.#kept = kept;
    this.#parts = parts;
    this.#pace = new HeartbeatPace(parts, () => this.#beat());
  }

  get session() {
    return this.#session;
  }

  /** @returns {boolean} whether a session of an earlier visit is still good */
  resume() {
    const kept = this.#kept?.read();
    if (!kept || !(Date.parse(kept.expiresAt) > this.#parts.time.now())) return false;
    this.#session = kept;
    return true;
  }

  /** @param {import('./authentication-flow.js').Session} session */
  keep(session) {
    this.#session = session;
    this.#kept?.write(session);
  }

  /**
   * @param {{lasting?: boolean}} [how] lasting: by an address that needs not be renewed, for what plays outside of this page's reach
   * @returns {Promise<string | null>} where the picture comes from for this viewer, as the server says now
   */
  async playback({ lasting = false } = {}) {
    if (!this.#session && this.#kept) return null;
    if (!this.#session) await this.open();
    const { sessionData } = await this.flow(lasting ? '?playback=lasting' : '');
    const url = sessionData?.playback?.url ?? null;
    return lasting ? url : this.#parts.right.take(url);
  }

  /** How the viewer stands, told by the server; fails when it does not answer. */
  async flow(query = '') {
    const found = await this.#parts.calls.get(`/api/events/${this.#eventId}/flow${query}`, { token: this.#session?.sessionToken });
    // A newer screen of the viewer's has this one's place: what was waited for here plays there.
    if (found.currentStep === 'refused' && found.sessionData?.reason === MADE_WAY) this.#end(MADE_WAY);
    return found;
  }

  /** Opens a session where nothing has to be proven. Fails when the server does not answer. */
  open() {
    return (this.#opening ??= this.#open().finally(() => (this.#opening = null)));
  }

  async #open() {
    this.keep(await this.#parts.calls.post('/api/auth/login', { eventId: this.#eventId }));
  }

  /**
   * Follows a video from now on, and tells the server of it.
   *
   * @param {HTMLVideoElement} video
   * @param {import('./figures.js').Figures | null} [figures] how well it plays; null: that is not to be told
   * @param {{pressed?: boolean}} [how] pressed: by the viewer, just now
   */
  watch(video, figures = null, { pressed = false } = {}) {
    this.#figures = figures;
    if (this.#video) return;
    this.#video = video;
    const wait = this.#pace.begin();
    // Who goes away before the first heartbeat, perhaps because no picture came, can only tell so in a session.
    if (figures && !this.#kept) this.#parts.timers.setTimeout(() => this.#session || this.open().catch(ignored), pressed ? 0 : wait);
  }

  /**
   * Tells what happened before something went wrong. Fails where the server does not take it, or nobody was let in who could tell it.
   *
   * @param {object} report
   */
  async report(report) {
    if (!this.#session && !this.#kept) await this.open();
    const { sessionId, sessionToken } = this.#session ?? {};
    if (!sessionToken) throw new Error('Nothing is told without a session');
    await this.#parts.calls.post(`/api/sessions/${sessionId}/support`, report, { token: sessionToken, tries: 1 });
  }

  /** The page goes away: tells where the picture was, in a call that outlives the page. */
  leave() {
    if (!this.#session || !this.#video) return;
    this.#pace.told();
    const { sessionToken } = this.#session;
    this.#parts
      .fetch(this.#beats, {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json', Authorization: `Foyer ${sessionToken}` },
        body: JSON.stringify(this.#report({ last: true })),
      })
      .catch(ignored);
  }

  /**
   * Nobody looks at the page any more, and phones end such pages without a word: what the next heartbeat would tell is told now, in
   * its place. So it is one in each interval all the same.
   */
  hide() {
    const { early } = this.#pace;
    if (!this.#session || !this.#video || !early) return;
    this.#pace.stop();
    this.#beat(early);
  }

  /**
   * The viewer is done on this device: the session ends, which is told by `over` with `closed`, and nothing of it is kept. Fails when
   * the server does not answer.
   *
   * @param {() => void} [onRetry] told before each further try
   */
  async close(onRetry) {
    const { sessionId, sessionToken } = this.#session ?? {};
    await this.#parts.calls.delete(`/api/sessions/${sessionId}`, { token: sessionToken, onRetry });
    this.#end('closed');
    // Nor of another page of this browser that has come in since: that is the same viewer's.
    this.#kept?.forget();
  }

  /** Whether the viewer's seat is paid for, so that it cannot be given back. Fails when the server does not answer. */
  async paid() {
    const { paymentStatus } = await this.#asOwner((path, token) => this.#parts.calls.get(path, { token }));
    return paymentStatus === 'completed';
  }

  /**
   * The viewer does not come: ends the registration, which frees its seat, and is told by `over` with `given_back`. Fails when the
   * server does not answer, or with `already_paid` for a seat that is paid for.
   *
   * @param {() => void} [onRetry] told before each further try
   */
  async giveBack(onRetry) {
    await this.#asOwner((path, token) => this.#parts.calls.delete(path, { token, onRetry }));
    this.#end('given_back');
  }

  /** Of the viewer's own registration. That the session is over meanwhile is told by `over`, and fails. */
  async #asOwner(call) {
    const token = this.#session?.sessionToken;
    try {
      const { sessionData } = await this.flow();
      return await call(`/api/registrations/${sessionData?.registrationId}`, token);
    } catch (refused) {
      if (this.#session && OVER.includes(refused.code)) this.#end('expired');
      throw refused;
    }
  }

  /** Beats no more. */
  stop() {
    this.#video = null;
    this.#pace.stop();
  }

  get #beats() {
    return `/api/sessions/${this.#session?.sessionId}/heartbeat`;
  }

  /** @param {number} [early] by how many milliseconds it is before its time; then the page may be about to go away */
  async #beat(early = 0) {
    // Who had to prove something opens no other session by themselves.
    if (!this.#session && this.#kept) return this.stop();
    const figures = this.#figures;
    let session;
    this.#pace.told();
    try {
      if (!this.#session) await this.open();
      session = this.#session;
      const answer = await this.#parts.calls.post(this.#beats, this.#report(), { token: session?.sessionToken, tries: 1, keepalive: early > 0 });
      if (this.#late(session)) return;
      this.#pace.taken();
      if (answer.figuresTo) figures?.counted(answer.figuresTo);
      this.#heed(answer, early);
    } catch (refused) {
      if (session && this.#late(session)) return;
      // What the server does not take is told no more: people go on watching.
      if (refused.fields?.some(({ field }) => /^figures\b/.test(field))) figures?.stop();
      if (OVER.includes(refused.code)) return this.#end('expired');
      this.#pace.goOnLater();
    }
  }

  /** Whether the session ended while the server was told of it: what is answered then is of no other one, which is told of soon. */
  #late(session) {
    if (!this.#video) return true;
    if (session === this.#session) return false;
    this.#pace.soon();
    return true;
  }

  #heed({ nextInSeconds, continue: goOn, reason, playback }, early) {
    if (!goOn) return this.#end(reason ?? 'expired');
    if (playback) this.#parts.right.take(playback.url);
    this.#pace.goOn(nextInSeconds, early);
  }

  /** A right that is over is forgotten here too; where nothing has to be proven, another one is simply asked for. */
  #end(reason) {
    const own = this.#kept?.read()?.sessionId === this.#session?.sessionId;
    this.#session = null;
    this.#figures?.anew();
    if (!this.#kept) {
      this.#pace.begin();
      return;
    }
    // What another page of this browser has kept since is not over.
    if (own) this.#kept.forget();
    this.stop();
    this.dispatchEvent(new CustomEvent('over', { detail: { reason } }));
  }

  #report(how = {}) {
    const video = this.#video;
    // Not whether the picture stands: how well it plays is for the figures to say, where that is wished.
    const state = video.ended ? 'ended' : video.paused ? 'paused' : 'playing';
    // Before there is a picture nobody is anywhere, and who has seen all of it begins anew.
    const position = video.readyState ? (video.ended ? 0 : Math.round(video.currentTime * 1000) / 1000) : undefined;
    if (position !== undefined) this.#remember(position);
    const playbackToken = this.#parts.right.toRenewAt(this.#parts.time.now());
    return { position, state, playbackToken, figures: this.#figures?.report(how) };
  }

  /** On the device, where no other page of it has come in since. */
  #remember(position) {
    const kept = this.#kept?.read();
    if (kept && kept.sessionId === this.#session?.sessionId) this.#kept.write({ ...kept, position });
  }
}

// What could not be told now is in what is told next.
function ignored() {}
