/** Within five seconds of a press Chromium shows who may be chosen; by then it has to know what it is to send. */
const KNOWN_WITHIN_MS = 2500;

/** Nobody closes a dialogue that soon: what is refused by then, none was shown for. */
const SEEN_MS = 250;

/** What Chromium casts lasts longer than this; of what does not it says that the viewer chose nobody. */
const SHORTEST_S = 15;

/**
 * Sends the picture to a device that the viewer chooses (W3C, Remote Playback API). Browsers send only what they play themselves, so the
 * same element does that from the press until the device is left again; then, or where none is chosen, the engine plays on. Tells by
 * `change` that it is asked for or is over, by `refused` that the viewer pressed for nothing.
 */
export class Casting extends EventTarget {
  #player;
  #video;
  #parts;
  #asking = false;

  /**
   * @param {import('./video-player.js').VideoPlayer} player
   * @param {HTMLVideoElement} video that it plays in
   * @param {object} parts
   * @param {() => Promise<string>} parts.address of the stream, under which this browser will send it
   * @param {{now: () => number}} [parts.clock]
   * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} [parts.timers]
   */
  constructor(player, video, { address, clock = performance, timers = window }) {
    super();
    this.#player = player;
    this.#video = video;
    this.#parts = { address, clock, timers };
    const over = new AbortController();
    const { signal } = over;
    for (const name of ['connecting', 'connect']) video.remote.addEventListener(name, () => this.#tell('change'), { signal });
    video.remote.addEventListener('disconnect', () => this.#end(), { signal });
    // It may have taken back by itself what the browser could not play.
    player.addEventListener('change', () => this.#tell('change'), { signal });
    player.addEventListener('destroyed', () => {
      over.abort();
      this.#tell('change');
    });
  }

  /** @returns {boolean} whether a device is asked for, or plays */
  get away() {
    return this.#player.handedOver;
  }

  /** @returns {boolean} whether a device plays, or is about to */
  get elsewhere() {
    return this.away && this.#video.remote.state !== 'disconnected';
  }

  /**
   * Lets the viewer choose a device, or leave the one that plays. Fails as the browser does, with `NotAllowedError` where they chose
   * none, and with `InvalidAccessError` before anything is changed where they pressed nothing.
   */
  async prompt() {
    const { remote } = this.#video;
    if (!isPressed(this.#video)) throw problem('InvalidAccessError', 'Only a press of the viewer\'s leads to other devices.');
    if (this.#asking) throw problem('OperationError', 'A device is being chosen already.');
    if (this.elsewhere) return remote.prompt();
    this.#asking = true;
    let shown = false;
    try {
      await this.#handOver();
      const asked = this.#parts.clock.now();
      await remote.prompt().finally(() => (shown = this.#parts.clock.now() - asked > SEEN_MS));
    } catch (refused) {
      if (!(shown && refused.name === 'NotAllowedError')) this.#tell('refused');
      this.#end();
      throw refused;
    } finally {
      this.#asking = false;
    }
  }

  async #handOver() {
    const address = await this.#parts.address();
    const video = this.#video;
    // A press counts for some seconds only: one that is over by now would interrupt the picture for nothing.
    if (!isPressed(video)) throw problem('InvalidAccessError', 'It took too long to find what is to be sent.');
    this.#player.handOver(address);
    this.#tell('change');
    await this.#known();
    if (!this.#player.handedOver) throw problem('NotSupportedError', 'This browser itself does not play it.');
    if (video.duration <= SHORTEST_S) throw problem('NotSupportedError', 'This is too short to be sent to another device.');
    // Chromium asks itself whether a source can be sent before it knows how long that is, finds no, and asks again only by this.
    video.disableRemotePlayback = true;
    video.disableRemotePlayback = false;
  }

  /** Until the browser knows what it plays, or for as long as there is time. */
  #known() {
    const { timers } = this.#parts;
    const video = this.#video;
    const heard = new AbortController();
    return new Promise((resolve) => {
      const timer = timers.setTimeout(resolve, KNOWN_WITHIN_MS);
      for (const name of ['loadedmetadata', 'error']) {
        video.addEventListener(name, () => {
          timers.clearTimeout(timer);
          resolve(undefined);
        }, { signal: heard.signal });
      }
    }).finally(() => heard.abort());
  }

  #end() {
    this.#player.takeBack();
    this.#tell('change');
  }

  #tell(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** @returns {boolean} whether the viewer has pressed something just now; true where a browser does not tell */
function isPressed({ ownerDocument }) {
  return ownerDocument.defaultView?.navigator.userActivation?.isActive !== false;
}

function problem(name, message) {
  return new DOMException(message, name);
}
