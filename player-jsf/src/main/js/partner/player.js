import { isFrameAddress, optionsOf } from './addresses.js';
import { examine } from './doctor.js';
import { makeFrame, makePoster, makeRoom, yes } from './frames.js';
import { Wire } from './wire.js';

const GET = 'Autopause Buffered CameraProps Chapters CurrentChapter Color CuePoints CurrentTime Duration Ended Loop Muted Paused PlaybackRate Played Qualities Quality RemotePlaybackAvailability RemotePlaybackState Seekable Seeking TextTracks AudioTracks EnabledAudioTrack DefaultAudioTrack VideoEmbedCode VideoId VideoTitle VideoWidth VideoHeight VideoUrl Volume PictureInPicture';
const SET = 'Autopause CameraProps Color CurrentTime Loop Muted PlaybackRate Quality Volume';
const DO = 'play pause unload disableTextTrack selectDefaultAudioTrack requestPictureInPicture exitPictureInPicture remotePlaybackPrompt';
const COLORS = ['One', 'Two', 'Three', 'Four'];

/** @type {WeakMap<Element, Player>} */
const players = new WeakMap();

/** Drives the player in a frame, by the methods, events and errors that Vimeo's SDK has. */
export class Player {
  /** Where players are that a page names by the event alone. Set by the script that brings this. */
  static host = '';

  #wire;
  /** @type {Map<string, Set<Function>>} */
  #listeners = new Map();
  #place;
  #poster = null;
  #there = false;
  #options;

  /**
   * @param {any} target a frame with an event in it, or what a frame is to be put into: an element, its id, or a jQuery object
   * @param {Record<string, any>} [options] the event as `event`, `id` or `url`, and how it is shown
   */
  constructor(target, options = {}) {
    const found = typeof target === 'string' ? document.getElementById(target) : target?.jquery ? target[0] : target;
    if (!(found instanceof HTMLElement)) throw new TypeError('You must pass either a valid element or a valid id.');
    const inside = found.nodeName === 'IFRAME' ? found : (found.querySelector('iframe') ?? found);
    if (inside.nodeName === 'IFRAME' && !isFrameAddress(inside.getAttribute('src') ?? '')) throw new Error('The element passed is no embed of an event.');
    const known = players.get(inside);
    // Who asks twice is given the one there is, as by Vimeo's SDK.
    if (known) return known;
    this.#place = found;
    this.#options = { ...optionsOf(found), ...options };
    this.element = inside;
    players.set(inside, this);
    if (inside.nodeName === 'IFRAME') this.#drive(/** @type {HTMLIFrameElement} */ (inside));
    else if (yes(this.#options.lite)) this.#waitForClick();
    else this.#show(this.#options);
    document.addEventListener('fullscreenchange', this.#tellFullscreen);
  }

  /** Whether a frame with this address can be driven, or an event be shown by it. */
  static isVimeoUrl(url) {
    return /^(https?:)?\/\/((player|www)\.)?vimeo\.com(?=$|\/)/.test(url) || isFrameAddress(url);
  }

  ready() {
    this.#hasten();
    return (this.#wire?.ready ?? this.#coming).then(() => undefined);
  }

  /** @param {string} method of the wire */
  async callMethod(method, ...values) {
    if (!method) throw new TypeError('You must pass a method name.');
    return this.#call(method, values.length > 1 ? values : (values[0] ?? {}));
  }

  /** @param {string} name `volume` as well as `getVolume` */
  get(name) {
    return this.#call(methodName('get', name));
  }

  /** @param {string} name `volume` as well as `setVolume` */
  async set(name, value) {
    if (value === undefined || value === null) throw new TypeError('There must be a value to set.');
    return this.#call(methodName('set', name), value);
  }

  on(event, listener) {
    if (!event) throw new TypeError('You must pass an event name.');
    if (typeof listener !== 'function') throw new TypeError('The callback must be a function.');
    const listeners = this.#listeners.get(event) ?? new Set();
    const first = !listeners.size;
    this.#listeners.set(event, listeners.add(listener));
    if (first && this.#there) this.#subscribe(event);
  }

  once(event, listener) {
    const heard = (data) => {
      this.off(event, heard);
      listener.call(this, data);
    };
    this.on(event, heard);
  }

  /** @param {Function} [listener] without it all of them */
  off(event, listener) {
    if (!event) throw new TypeError('You must pass an event name.');
    const listeners = this.#listeners.get(event);
    if (listener) listeners?.delete(listener);
    else listeners?.clear();
    if (!listeners || listeners.size) return;
    this.#listeners.delete(event);
    // Nobody waits for the answer.
    this.#wire?.call('removeEventListener', event).catch(() => {});
  }

  /** @param {any} wish the event's id, number or address, or options that name it by one of these */
  loadVideo(wish) {
    return this.#call('loadVideo', wish?.event ? { ...wish, id: wish.event } : wish);
  }

  addCuePoint(time, data = {}) {
    return this.#call('addCuePoint', { time, data });
  }

  removeCuePoint(id) {
    return this.#call('removeCuePoint', id);
  }

  enableTextTrack(language, kind = null, showing = true) {
    if (!language) throw new TypeError('You must pass a language.');
    return this.#call('enableTextTrack', { language, kind, showing });
  }

  selectAudioTrack(language, kind) {
    if (!language) throw new TypeError('You must pass a language.');
    return this.#call('selectAudioTrack', { language, kind });
  }

  getColors() {
    return Promise.all(COLORS.map((part) => this.get(`color${part}`)));
  }

  async setColors(colors) {
    if (!Array.isArray(colors)) throw new TypeError('Argument must be an array.');
    return Promise.all(COLORS.map((part, index) => (colors[index] ? this.set(`color${part}`, colors[index]) : null)));
  }

  async requestFullscreen() {
    await this.element.requestFullscreen();
  }

  async exitFullscreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
  }

  async getFullscreen() {
    return document.fullscreenElement === this.element;
  }

  async setTimingSrc() {
    throw Object.assign(new Error('Timing objects are not supported.'), { name: 'UnsupportedError' });
  }

  /** Takes the frame out of the page. */
  async destroy() {
    document.removeEventListener('fullscreenchange', this.#tellFullscreen);
    for (const element of [this.element, this.#place]) players.delete(element);
    this.#place.removeAttribute('data-foyer-shown');
    this.#poster?.remove();
    this.#wire?.close();
    if (this.element.nodeName === 'IFRAME') this.element.remove();
  }

  #show(options) {
    const frame = makeFrame(options.host ?? Player.host, options);
    players.set(frame, this);
    this.element = frame;
    this.#place.append(frame);
    // Who gave it a height wants that one.
    this.#drive(frame, !options.label, !options.height || yes(options.responsive));
  }

  #drive(frame, unnamed = !frame.title, growing = false) {
    this.#wire = new Wire(frame, (event, data) => {
      if (event === 'ready') {
        // The frame's name is what people hear of it who do not see it.
        if (unnamed && data?.title) frame.title = data.title;
        // A document that came in another one's place, by the viewer's own click say, knows of no listener.
        this.#there = true;
        for (const heard of this.#listeners.keys()) this.#subscribe(heard);
        if (growing) this.#wire.tell('followHeight');
        return;
      }
      if (event === 'foyerheight') return growing && makeRoom(frame, data ?? {});
      for (const listener of [...(this.#listeners.get(event) ?? [])]) listener.call(this, data);
    });
    examine(frame, this.#wire.ready);
    this.#arrive(this.#wire.ready);
  }

  #arrive = (/** @type {any} */ _ready) => {};
  #coming = new Promise((resolve) => (this.#arrive = resolve));

  #waitForClick() {
    this.#poster = makePoster(this.#place, this.#options.host ?? Player.host, this.#options, () => this.#begin(true));
  }

  #begin(playing) {
    this.#poster?.remove();
    this.#poster = null;
    this.#show({ ...this.#options, ...(playing && { autoplay: true }) });
    // The button that was pressed is gone, and the keyboard should not start over at the top.
    if (playing) this.element.focus();
  }

  #call(method, value) {
    if (!this.#wire) this.#begin(method === 'play');
    this.#hasten();
    return this.#wire.call(method, value);
  }

  /** A frame that was asked to load late, as ours are, waits until it is scrolled to; whoever asks something of it would wait with it. */
  #hasten() {
    if (this.element !== this.#place && this.element.loading === 'lazy') this.element.loading = 'eager';
  }

  #subscribe(event) {
    // What cannot be listened to is told by an error event.
    this.#wire?.call('addEventListener', event).catch(() => {});
  }

  #tellFullscreen = () => this.#wire?.tell('fullscreenchange', document.fullscreenElement === this.element);
}

for (const part of GET.split(' ')) define(`get${part}`, (player) => player.get(`get${part}`));
for (const part of SET.split(' ')) define(`set${part}`, (player, value) => player.set(`set${part}`, value));
for (const name of DO.split(' ')) define(name, (player) => player.callMethod(name));

function define(name, act) {
  Object.defineProperty(Player.prototype, name, {
    configurable: true,
    writable: true,
    value(value) {
      return act(this, value);
    },
  });
}

function methodName(kind, name) {
  return name.startsWith(kind) ? name : `${kind}${name[0].toUpperCase()}${name.slice(1)}`;
}

/** Shows all events that a page names by an attribute, each once. */
export function showAll(selector) {
  for (const place of document.querySelectorAll(selector)) {
    if (place.hasAttribute('data-foyer-shown') || place.hasAttribute('data-vimeo-defer') || place.hasAttribute('data-foyer-defer')) continue;
    place.setAttribute('data-foyer-shown', '');
    try {
      new Player(place);
    } catch ({ message }) {
      console.error(`Foyer: ${message}`, place);
    }
  }
}
