import { Happenings } from '../../main/js/embed/happenings.js';
import { Renditions } from '../../main/js/renditions.js';
import { FakeVideo, fakeEngines } from './fakes.js';

/** Some stretches of a video, as browsers tell them. */
export function ranges(...pairs) {
  return { length: pairs.length, start: (index) => pairs[index][0], end: (index) => pairs[index][1] };
}

/** As much of a video element as pages around ask for: its picture, its captions, its sound. */
export class FakePicture extends FakeVideo {
  paused = true;
  ended = false;
  seeking = false;
  loop = false;
  volume = 1;
  playbackRate = 1;
  duration = NaN;
  videoWidth = 0;
  videoHeight = 0;
  buffered = ranges();
  played = ranges();
  seekable = ranges();
  textTracks = Object.assign(new EventTarget(), { length: 0 });

  pause() {
    this.paused = true;
    this.happens('pause');
  }

  /** A recording of so many seconds is there. */
  loads(seconds) {
    this.duration = seconds;
    this.readyState = 4;
    this.happens('loadedmetadata');
  }

  moves() {
    this.paused = false;
    this.happens('play');
    this.happens('playing');
  }

  captions(...tracks) {
    tracks.forEach((track, index) => (this.textTracks[index] = Object.assign(new EventTarget(), { kind: 'subtitles', mode: 'disabled', ...track })));
    this.textTracks.length = tracks.length;
  }
}

export class FakeScreen extends EventTarget {
  state = 'ready';
  goesOn = false;

  /** @param {boolean} [goesOn] of what failed: whether it is tried again by itself */
  shows(state, goesOn = false) {
    this.state = state;
    this.goesOn = goesOn;
    this.dispatchEvent(new Event('change'));
  }
}

/** What happens to a picture, and what was told of it. */
export function happenings(video = new FakePicture(), screen = new FakeScreen()) {
  const told = [];
  const happening = new Happenings(video, screen);
  const hear = (name) => happening.addEventListener(name, ({ detail }) => told.push([name, detail]));
  return { video, screen, happening, told, hear };
}

export const EVENT = { eventId: 'AAAAAAAAAAAAAAAAAAAAAA', vimeoId: '76979871' };

export const AT_ONCE = { setTimeout: (then) => then() };

export function aStage() {
  const painted = {};
  return { painted, dataset: {}, style: { setProperty: (name, value) => (painted[name] = value), getPropertyValue: (name) => painted[name] ?? '' } };
}

export function aPictureOf(...heights) {
  const video = new FakePicture();
  const Engine = fakeEngines();
  const engine = new Engine({});
  video.videoRenditions = new Renditions();
  video.videoRenditions.follow(engine, Engine);
  engine.happens('parsed', { levels: heights.map((height) => ({ height, width: (height * 16) / 9, bitrate: height })) });
  return video;
}
