import assert from 'node:assert/strict';
import test from 'node:test';
import { PlayerJs } from '../../main/js/embed/player-js.js';
import { Refused } from '../../main/js/embed/refused.js';
import { Vimeo } from '../../main/js/embed/vimeo.js';
import { FakePicture, happenings, ranges } from './embed-fakes.js';
import { settled } from './fakes.js';

function aVimeo(methods = {}) {
  const said = [];
  const { happening, video, screen } = happenings();
  const vimeo = new Vimeo({ getVideoId: () => 7, ...methods }, happening, (message) => said.push(message));
  return { said, video, screen, vimeo, hear: (method, value, more) => vimeo.hear({ method, value, textual: false, ...more }) };
}

test('a call is answered by its method, a refusal by its name', async () => {
  const { said, hear } = aVimeo({
    getVolume: () => 0.5,
    setVolume: () => {
      throw new Refused('RangeError', 'Too loud.');
    },
  });

  hear('getVolume');
  hear('setVolume', 2);
  hear('fly', {});
  await settled();

  assert.deepEqual(said, [
    { method: 'getVolume', value: 0.5 },
    { event: 'error', data: { method: 'setVolume', name: 'RangeError', message: 'Too loud.' } },
    { event: 'error', data: { method: 'fly', name: 'UnsupportedError', message: 'This player has no method "fly".' } },
  ]);
});

test('names that all objects have are no methods', async () => {
  const { said, hear } = aVimeo();

  for (const name of ['constructor', '__proto__', 'toString']) hear(name, {});
  await settled();

  assert.deepEqual(said.map(({ data }) => data.name), Array(3).fill('UnsupportedError'));
});

test('two answers of one method keep their order, and hold up no others', async () => {
  const waiting = [];
  const { said, hear } = aVimeo({ play: () => new Promise((resolve) => waiting.push(resolve)), getPaused: () => true });
  hear('play', {});
  hear('play', {});
  hear('getPaused');
  await settled();
  assert.deepEqual(said, [{ method: 'getPaused', value: true }]);

  waiting[1]('second');
  await settled();
  assert.equal(said.length, 1);
  waiting[0]('first');
  await settled();

  assert.deepEqual(said.slice(1).map(({ value }) => value), ['first', 'second']);
});

test('nothing is told that nobody listens to', async () => {
  const { said, video, hear } = aVimeo();
  video.moves();
  assert.deepEqual(said, []);

  hear('addEventListener', 'play');
  hear('addEventListener', 'play');
  await settled();
  video.pause();
  video.moves();
  assert.deepEqual(said.slice(2), [{ event: 'play', data: { seconds: 0, percent: 0, duration: 0 } }]);
  hear('removeEventListener', 'play');
  hear('removeEventListener', 'pause');
  await settled();
  said.length = 0;
  video.pause();
  video.moves();

  assert.deepEqual(said, []);
});

test('who listens late is told that the event is there', async () => {
  const { said, hear } = aVimeo();

  hear('addEventListener', 'loaded');
  hear('addEventListener', 'nothing');
  await settled();

  assert.deepEqual(said, [
    { event: 'loaded', data: { id: 7 } },
    { method: 'addEventListener', value: 'loaded' },
    { event: 'error', data: { method: 'addEventListener', name: 'UnsupportedError', message: 'This player has no event "nothing".' } },
  ]);
});

test('who asks in text is answered in text', async () => {
  const { said, hear } = aVimeo();

  hear('getVideoId', undefined, { textual: true });
  await settled();

  assert.deepEqual(said, ['{"method":"getVideoId","value":7}']);
});

function aPlayerJs(video = new FakePicture()) {
  const said = [];
  const { happening, screen } = happenings(video);
  const methods = {
    play: () => video.moves(),
    pause: () => video.pause(),
    getPaused: () => video.paused,
    getVolume: () => video.volume,
    setVolume: (volume) => (video.volume = volume),
    setMuted: (muted) => (video.muted = muted),
    getMuted: () => video.muted,
    setCurrentTime: () => {
      throw new Refused('RangeError', 'Too late.');
    },
  };
  const playerJs = new PlayerJs(methods, happening, (message) => said.push(JSON.parse(message)));
  return { said, video, screen, playerJs, hear: (method, value, listener) => playerJs.hear({ method, value, listener, context: 'player.js', version: '0.0.11', textual: true }) };
}

test('player.js gets answers to getters alone, to the listener that asked', async () => {
  const { said, video, hear } = aPlayerJs();

  await hear('setVolume', 87);
  await hear('mute');
  await hear('getVolume', undefined, 'a');
  await hear('getMuted', undefined, 'b');

  assert.equal(video.volume, 0.87);
  assert.deepEqual(said, [
    { context: 'player.js', version: '0.0.11', event: 'getVolume', value: 87, listener: 'a' },
    { context: 'player.js', version: '0.0.11', event: 'getMuted', value: true, listener: 'b' },
  ]);
});

test('each listener of player.js is told, until it listens no more', async () => {
  const { said, video, hear } = aPlayerJs();
  for (const listener of ['a', 'b', 'b']) await hear('addEventListener', 'play', listener);

  video.moves();
  assert.deepEqual(said.map(({ event, listener }) => [event, listener]), [['play', 'a'], ['play', 'b']]);
  await hear('removeEventListener', 'play', 'a');
  await hear('removeEventListener', 'ended', 'a');
  video.pause();
  video.moves();

  assert.deepEqual(said.slice(2).map(({ listener }) => listener), ['b']);
});

test('player.js is told times and progress in its own shapes', async () => {
  const { said, video, hear } = aPlayerJs();
  await hear('addEventListener', 'timeupdate', 't');
  await hear('addEventListener', 'progress', 'p');
  video.loads(20);
  video.currentTime = 5;
  video.buffered = ranges([0, 1], [4, 10]);

  video.happens('timeupdate');
  video.happens('progress');

  assert.deepEqual(said.map(({ value }) => value), [{ seconds: 5, duration: 20 }, { percent: 0.5 }]);
});

test('what player.js may not do is told to those who listen for errors', async () => {
  const { said, screen, hear } = aPlayerJs();
  await hear('fly');
  assert.deepEqual(said, []);
  await hear('addEventListener', 'error', 'e');

  await hear('fly');
  await hear('setCurrentTime', 1);
  screen.shows('failed');

  assert.deepEqual(said.map(({ value }) => value), [
    { code: 2, msg: 'Invalid Method "fly"' },
    { code: 3, msg: 'Too late.' },
    { code: 1, msg: 'The stream could not be played.' },
  ]);
});

test('what happens is told in the shapes that pages know', () => {
  const { video, told, hear } = happenings();
  for (const name of ['playing', 'bufferstart', 'bufferend', 'volumechange', 'playbackratechange', 'durationchange', 'resize', 'texttrackchange', 'enterpictureinpicture']) hear(name);
  video.captions({ language: 'de', label: 'Deutsch' });
  video.loads(30);

  video.happens('waiting');
  video.happens('waiting');
  video.moves();
  video.happens('volumechange');
  video.playbackRate = 1.5;
  // Once for it, and once for what it is to be at first.
  video.happens('ratechange');
  video.happens('ratechange');
  video.happens('durationchange');
  video.happens('resize');
  video.textTracks[0].mode = 'showing';
  video.textTracks.dispatchEvent(new Event('change'));
  video.textTracks.dispatchEvent(new Event('change'));
  video.textTracks[0].mode = 'disabled';
  video.textTracks.dispatchEvent(new Event('change'));
  video.happens('enterpictureinpicture');

  assert.deepEqual(told, [
    ['bufferstart', null],
    ['bufferend', null],
    ['playing', { seconds: 0, percent: 0, duration: 30 }],
    ['volumechange', { volume: 1, muted: false }],
    ['playbackratechange', { playbackRate: 1.5 }],
    ['durationchange', { duration: 30 }],
    ['resize', { videoWidth: 0, videoHeight: 0 }],
    ['texttrackchange', { kind: 'subtitles', label: 'Deutsch', language: 'de' }],
    ['texttrackchange', { kind: null, label: null, language: null }],
    ['enterpictureinpicture', null],
  ]);
});

test('the next document goes on with who listens to what', async () => {
  const before = aVimeo();
  before.hear('addEventListener', 'pause', { textual: true });
  const earlier = aPlayerJs();
  await earlier.hear('addEventListener', 'pause', 'l1');

  const after = aVimeo();
  after.vimeo.takeOver(before.vimeo.handOver());
  after.video.moves();
  after.video.pause();
  const later = aPlayerJs();
  later.playerJs.takeOver(earlier.playerJs.handOver());
  later.video.moves();
  later.video.pause();

  assert.deepEqual(after.said, ['{"method":"loadVideo","value":7}', '{"event":"pause","data":{"seconds":0,"percent":0,"duration":0}}']);
  assert.deepEqual(later.said, [{ context: 'player.js', version: '0.0.11', event: 'pause', listener: 'l1' }]);
});
