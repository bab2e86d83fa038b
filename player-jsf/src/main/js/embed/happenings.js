import { qualityOf } from './qualities.js';
import { durationOf, loadedOf, timeOf } from './times.js';
import { captions } from './tracks.js';

/** What pages may want to hear of, by Vimeo's names. */
export const EVENTS = [
  ...['play', 'playing', 'pause', 'ended', 'timeupdate', 'progress', 'seeking', 'seeked', 'texttrackchange', 'chapterchange', 'cuechange', 'cuepoint'],
  ...['loaded', 'loadedmetadata', 'volumechange', 'playbackratechange', 'qualitychange', 'fullscreenchange', 'camerachange', 'resize'],
  ...['enterpictureinpicture', 'leavepictureinpicture', 'error', 'bufferstart', 'bufferend', 'durationchange'],
  ...['remoteplaybackavailabilitychange', 'remoteplaybackconnecting', 'remoteplaybackconnect', 'remoteplaybackdisconnect'],
  ...['interactivehotspotclicked', 'interactiveoverlaypanelclicked'],
];

/** What happens to the picture: events by Vimeo's names, with what they carry there as their `detail`. */
export class Happenings extends EventTarget {
  #video;
  #paused;
  #rate;
  #buffering = false;
  #track = null;
  #followed = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {import('../screen.js').Screen} screen
   */
  constructor(video, screen) {
    super();
    this.#video = video;
    this.#paused = video.paused;
    this.#rate = video.playbackRate;
    for (const [heard, name, detail] of /** @type {[string, string, Function][]} */ ([
      ['ended', 'ended', timeOf],
      ['timeupdate', 'timeupdate', timeOf],
      ['progress', 'progress', loadedOf],
      ['seeking', 'seeking', timeOf],
      ['seeked', 'seeked', timeOf],
      ['volumechange', 'volumechange', ({ volume, muted }) => ({ volume, muted })],
      ['durationchange', 'durationchange', () => ({ duration: durationOf(video) })],
      ['loadedmetadata', 'loadedmetadata', () => ({ duration: durationOf(video) })],
      ['resize', 'resize', ({ videoWidth, videoHeight }) => ({ videoWidth, videoHeight })],
      ['enterpictureinpicture', 'enterpictureinpicture', () => undefined],
      ['leavepictureinpicture', 'leavepictureinpicture', () => undefined],
    ])) {
      video.addEventListener(heard, () => this.tell(name, detail(video)));
    }
    // Browsers tell, too, when what it is to be at first is set beside it.
    video.addEventListener('ratechange', () => {
      if (video.playbackRate !== this.#rate) this.tell('playbackratechange', { playbackRate: (this.#rate = video.playbackRate) });
    });
    // Told once each time, though a picture that is being opened says twice that it plays.
    video.addEventListener('play', () => this.#turn(false));
    video.addEventListener('pause', () => this.#turn(true));
    video.addEventListener('playing', () => {
      this.#turn(false);
      this.#buffer(false);
      this.tell('playing', timeOf(video));
    });
    video.addEventListener('waiting', () => this.#buffer(true));
    video.addEventListener('loadedmetadata', () => this.#followQualities());
    video.textTracks.addEventListener('change', () => this.#followCaptions());
    screen.addEventListener('change', () => {
      if (screen.state === 'failed') this.tell('error', { name: 'Error', message: 'The stream could not be played.', method: 'play' });
    });
  }

  /** Also for what others know of. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #turn(paused) {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.tell(paused ? 'pause' : 'play', timeOf(this.#video));
  }

  #buffer(buffering) {
    if (buffering === this.#buffering) return;
    this.#buffering = buffering;
    this.tell(buffering ? 'bufferstart' : 'bufferend');
  }

  #followQualities() {
    const { videoRenditions } = /** @type {any} */ (this.#video);
    if (!videoRenditions || videoRenditions === this.#followed) return;
    this.#followed = videoRenditions;
    videoRenditions.addEventListener('change', () => this.tell('qualitychange', { quality: qualityOf(/** @type {any} */ (this.#video)) }));
  }

  #followCaptions() {
    const track = captions(this.#video).find(({ mode }) => mode !== 'disabled') ?? null;
    if (track === this.#track) return;
    this.#track?.removeEventListener('cuechange', this.#cues);
    this.#track = track;
    track?.addEventListener('cuechange', this.#cues);
    this.tell('texttrackchange', named(track));
  }

  #cues = () => {
    const cues = Array.from(this.#track?.activeCues ?? [], (cue) => ({ text: cue.text, html: htmlOf(cue) }));
    this.tell('cuechange', { cues, ...named(this.#track) });
  };
}

function named(track) {
  return { kind: track?.kind ?? null, label: track?.label ?? null, language: track?.language ?? null };
}

/** What the browser makes of a caption. */
function htmlOf(cue) {
  const holder = document.createElement('div');
  holder.append(cue.getCueAsHTML());
  return holder.innerHTML;
}
