import assert from 'node:assert/strict';
import test from 'node:test';
import { autopause, takeTurns } from '../../main/js/embed/autopause.js';
import { playback } from '../../main/js/embed/playback.js';
import { FakePicture, FakeScreen, ranges } from './embed-fakes.js';
import { settled } from './fakes.js';

function aPicture({ password = false, state = 'ready' } = {}) {
  const video = new FakePicture();
  const screen = new FakeScreen();
  screen.state = state;
  const asked = [];
  const watching = {
    play: () => {
      asked.push('play');
      screen.shows('loading');
    },
    unload: () => asked.push('unload'),
  };
  return { video, screen, asked, methods: playback({ video, screen, watching, password }) };
}

test('before anything is loaded everything has an answer', () => {
  const { methods } = aPicture();

  assert.equal(methods.getPaused(), true);
  assert.equal(methods.getEnded(), false);
  assert.equal(methods.getDuration(), 0);
  assert.equal(methods.getCurrentTime(), 0);
  assert.deepEqual(methods.getBuffered(), []);
  assert.equal(methods.setCurrentTime(90), 90);
  assert.equal(methods.getCurrentTime(), 90);
});

test('playing begins what was at rest, and is done once the picture moves', async () => {
  const { methods, video, screen, asked } = aPicture();
  let done = false;

  const playing = methods.play().then(() => (done = true));
  await settled();
  assert.deepEqual(asked, ['play']);
  assert.equal(done, false);
  screen.shows('playing');
  video.moves();
  await playing;

  assert.equal(done, true);
});

test('playing goes on with what was stopped', async () => {
  const { methods, video, screen, asked } = aPicture();
  screen.shows('playing');
  video.loads(30);

  const playing = methods.play();
  await settled();
  video.moves();
  await playing;

  assert.equal(video.plays, 1);
  assert.deepEqual(asked, []);
});

test('what plays already has nothing to do', async () => {
  const { methods, video, screen } = aPicture();
  screen.shows('playing');
  video.loads(30);
  video.moves();

  await methods.play();

  assert.equal(video.plays, 0);
});

for (const [state, password, name] of [
  ['registration', true, 'PasswordError'],
  ['registration', false, 'PrivacyError'],
  ['countdown', false, 'NotFoundError'],
  ['cancelled', false, 'NotFoundError'],
]) {
  test(`where the page shows ${state}${password ? ' and asks for a password' : ''}, playing is refused by ${name}`, async () => {
    const { methods, asked } = aPicture({ state, password });

    await assert.rejects(() => methods.play(), { name });

    assert.deepEqual(asked, []);
  });
}

test('who waits for a picture that does not come is told why', async () => {
  for (const [state, name] of [['failed', 'Error'], ['blocked', 'NotAllowedError'], ['registration', 'PrivacyError'], ['ready', 'AbortError']]) {
    const { methods, screen } = aPicture();

    const playing = methods.play();
    screen.shows('retrying');
    screen.shows(state);

    await assert.rejects(playing, { name });
  }
});

test('who waits for a picture that is stopped first is told so', async () => {
  const { methods, video, screen } = aPicture();

  const playing = methods.play();
  screen.shows('playing');
  video.pause();

  await assert.rejects(playing, { name: 'AbortError' });
});

test('what the browser refuses is told by its name', async () => {
  const { methods, video, screen } = aPicture();
  screen.shows('blocked');
  video.refuses = () => true;

  await assert.rejects(() => methods.play(), { name: 'NotAllowedError' });
});

test('what is stopped before it came does not begin', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');

  methods.pause();
  video.moves();

  assert.equal(video.paused, true);
});

test('who wants to see it later sees what was stopped before it came', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');
  methods.pause();
  video.moves();
  screen.shows('playing');

  video.moves();

  assert.equal(video.paused, false);
});

test('who presses play where the browser did not let it begin, or it failed, sees what was stopped before it came', () => {
  for (const state of ['blocked', 'failed']) {
    const { methods, video, screen } = aPicture();
    screen.shows('loading');
    methods.pause();
    screen.shows(state);

    video.moves();

    assert.equal(video.paused, false, state);
  }
});

test('what is stopped while it waits to be opened anew does not begin', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('retrying');

  methods.pause();
  video.moves();

  assert.equal(video.paused, true);
});

test('what is stopped in trouble, and is there again, plays when the viewer wants it to', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('retrying');
  methods.pause();
  screen.shows('playing');

  video.moves();

  assert.equal(video.paused, false);
});

test('numbers have their limits', () => {
  const { methods, video } = aPicture();
  video.loads(30);

  for (const [method, value, name] of [
    ['setCurrentTime', -1, 'RangeError'],
    ['setCurrentTime', 31, 'RangeError'],
    ['setCurrentTime', '1', 'TypeError'],
    ['setCurrentTime', undefined, 'TypeError'],
    ['setVolume', 1.1, 'RangeError'],
    ['setVolume', NaN, 'TypeError'],
    ['setPlaybackRate', 0.4, 'RangeError'],
    ['setPlaybackRate', 2.1, 'RangeError'],
    ['setLoop', 1, 'TypeError'],
    ['setMuted', 'yes', 'TypeError'],
  ]) {
    assert.throws(() => methods[method](value), { name }, `${method} ${value}`);
  }
  assert.equal(methods.setVolume(0.3), 0.3);
  assert.equal(methods.getVolume(), 0.3);
  assert.equal(methods.setPlaybackRate(1.5), 1.5);
  assert.equal(methods.setLoop(true), true);
  assert.equal(methods.setMuted(true), true);
});

test('what is live is as long as it can be seen', () => {
  const { methods, video } = aPicture();
  video.loads(Infinity);
  video.seekable = ranges([10, 42.5]);

  assert.equal(methods.getDuration(), 42.5);
});

test('stretches are told by pairs and by name', () => {
  const { methods, video } = aPicture();
  video.played = ranges([0, 4], [10, 12.34567]);

  const [, second] = methods.getPlayed();

  assert.deepEqual([...second], [10, 12.346]);
  assert.equal(second.end, 12.346);
});

test('another picture that begins stops this one, unless that is not wished', () => {
  const video = new FakePicture();
  const said = [];
  const channel = { postMessage: (message) => said.push(message), onmessage: (_) => {} };
  const { setAutopause, getAutopause } = takeTurns(video, channel, framedWith({ foyerPlayer: 'other' }));
  video.moves();
  assert.equal(said.length, 1);

  video.happens('playing');
  assert.equal(said.length, 1);

  channel.onmessage({ data: 'other' });
  assert.equal(video.paused, true);

  video.moves();
  assert.equal(setAutopause(false), false);
  channel.onmessage({ data: 'other' });
  assert.equal(video.paused, false);
  assert.equal(getAutopause(), false);
  assert.throws(() => setAutopause(1), { name: 'TypeError' });
});

test('a picture whose address wishes no pause goes on', () => {
  const video = new FakePicture();
  const channel = { postMessage: () => {}, onmessage: (_) => {} };
  const { getAutopause } = takeTurns(video, channel, framedWith({ foyerPlayer: 'other' }), false);
  video.moves();

  channel.onmessage({ data: 'other' });

  assert.equal(video.paused, false);
  assert.equal(getAutopause(), false);
});

test('one that plays already stops the others as soon as it can', () => {
  const video = new FakePicture();
  const said = [];
  video.moves();

  const window = framedWith();
  takeTurns(video, { postMessage: (message) => said.push(message), onmessage: () => {} }, window);

  assert.deepEqual(said, [window.foyerPlayer]);
});

test('a picture in a frame within another frame of the page stops this one, and one in another tab does not', () => {
  for (const [name, paused] of [['nested', true], ['elsewhere', false]]) {
    const video = new FakePicture();
    const channel = { postMessage: () => {}, onmessage: (_) => {} };
    takeTurns(video, channel, framedWith(foreign(), foreign({ length: 0, foyerPlayer: 'nested' })));
    video.moves();

    channel.onmessage({ data: name });

    assert.equal(video.paused, paused, name);
  }
});

/** The window of a player, beside these in a partner's page. */
function framedWith(...others) {
  const window = /** @type {any} */ ({ length: 0 });
  window.top = foreign(window, ...others.map((other) => (other.length === undefined ? { length: 0, ...other } : other)));
  return window;
}

/** A window of another origin, of which only its frames can be had. */
function foreign(...frames) {
  return Object.defineProperty({ ...frames, length: frames.length }, 'foyerPlayer', {
    get: () => {
      throw new Error('another origin');
    },
  });
}


test('all who speak of one picture speak of the same wish', (t) => {
  inPage(t, '');
  const video = new FakePicture();

  autopause(video).setAutopause(false);

  assert.equal(autopause(video).getAutopause(), false);
});

test('backgrounds stop nobody and are stopped by nobody', (t) => {
  const channels = inPage(t, '?background=1');
  const video = new FakePicture();

  const { getAutopause } = autopause(video);
  video.moves();

  assert.deepEqual(channels, []);
  assert.equal(getAutopause(), false);
});

test('the address may wish for no pause', (t) => {
  const channels = inPage(t, '?autopause=0');
  const video = new FakePicture();
  autopause(video);
  video.moves();

  channels[0].onmessage({ data: window.foyerPlayer });

  assert.equal(video.paused, false);
});

/** @returns {any[]} the channels that are opened from a page at an address with this query */
function inPage(t, search) {
  const channels = [];
  class BroadcastChannel {
    constructor() {
      channels.push(this);
    }

    postMessage() {}
  }
  const before = { window: globalThis.window, BroadcastChannel: globalThis.BroadcastChannel };
  const window = /** @type {any} */ ({ location: { search }, BroadcastChannel, length: 0 });
  window.top = { 0: window, length: 1 };
  Object.assign(globalThis, { window, BroadcastChannel });
  t.after(() => Object.assign(globalThis, before));
  return channels;
}
