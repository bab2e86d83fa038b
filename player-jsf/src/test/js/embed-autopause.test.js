import assert from 'node:assert/strict';
import test from 'node:test';
import { autopause, takeTurns } from '../../main/js/embed/autopause.js';
import { holding } from '../../main/js/embed/holding.js';
import { FakePicture, FakeScreen } from './embed-fakes.js';

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

test('all who speak of one picture speak of the same wish', (t) => {
  inPage(t, '');
  const video = new FakePicture();

  autopause(video, aScreen()).setAutopause(false);

  assert.equal(autopause(video, aScreen()).getAutopause(), false);
});

test('backgrounds stop nobody and are stopped by nobody', (t) => {
  const channels = inPage(t, '?background=1');
  const video = new FakePicture();

  const { getAutopause } = autopause(video, aScreen());
  video.moves();

  assert.deepEqual(channels, []);
  assert.equal(getAutopause(), false);
});

test('the address may wish for no pause', (t) => {
  const channels = inPage(t, '?autopause=0');
  const video = new FakePicture();
  autopause(video, aScreen());
  video.moves();

  channels[0].onmessage({ data: window.foyerPlayer });

  assert.equal(video.paused, false);
});

test('one that lost its source does not begin over the one that plays by then, and stops that no more', () => {
  const video = new FakePicture();
  const screen = aScreen();
  const said = [];
  const channel = { postMessage: (message) => said.push(message), onmessage: (_) => {} };
  screen.shows('playing');
  video.loads(30);
  video.moves();
  takeTurns(video, channel, framedWith({ foyerPlayer: 'other' }), true, holding(video, screen));
  said.length = 0;

  screen.shows('retrying');
  Object.assign(video, { paused: true, readyState: 0 });
  channel.onmessage({ data: 'other' });
  video.moves();

  assert.equal(video.paused, true);
  assert.deepEqual(said, []);
});

test('of two that are about to begin the one stays that begins last', () => {
  const video = new FakePicture();
  const screen = aScreen();
  const said = [];
  const channel = { postMessage: (message) => said.push(message), onmessage: (_) => {} };
  takeTurns(video, channel, framedWith({ foyerPlayer: 'other' }), true, holding(video, screen));
  screen.shows('loading');

  channel.onmessage({ data: 'other' });
  video.moves();

  assert.equal(video.paused, false);
  assert.equal(said.length, 1);
});

test('one that was stopped before it came, and may begin after all, stops the others then', () => {
  const video = new FakePicture();
  const screen = aScreen();
  const said = [];
  const hold = holding(video, screen);
  takeTurns(video, { postMessage: (message) => said.push(message), onmessage: () => {} }, framedWith(), true, hold);
  screen.shows('loading');
  hold.pause();
  // Its list is there, so that it is to play; nothing to be seen is.
  video.paused = false;
  video.happens('play');
  assert.deepEqual(said, []);

  hold.release();
  video.happens('playing');
  video.happens('playing');

  assert.equal(said.length, 1);
});

test('a page that is put aside keeps no channel open, and has one again when somebody comes back to it', (t) => {
  const channels = inPage(t, '');
  const video = new FakePicture();
  autopause(video, aScreen());
  window.top[1] = { foyerPlayer: 'other', length: 0 };
  window.top.length = 2;

  window.dispatchEvent(new Event('pagehide'));
  assert.deepEqual(channels.map(({ closed }) => closed), [true]);
  window.dispatchEvent(new Event('pageshow'));
  video.moves();
  channels[1].onmessage({ data: 'other' });

  assert.equal(channels.length, 2);
  assert.equal(video.paused, true);
});

function aScreen() {
  return /** @type {any} */ (new FakeScreen());
}

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

/** @returns {any[]} the channels that are opened from a page at an address with this query */
function inPage(t, search) {
  const channels = [];
  class BroadcastChannel {
    constructor() {
      channels.push(this);
    }

    postMessage() {}

    close() {
      this.closed = true;
    }
  }
  const before = { window: globalThis.window, BroadcastChannel: globalThis.BroadcastChannel };
  const window = /** @type {any} */ (Object.assign(new EventTarget(), { location: { search }, BroadcastChannel, length: 0 }));
  window.top = { 0: window, length: 1 };
  Object.assign(globalThis, { window, BroadcastChannel });
  t.after(() => Object.assign(globalThis, before));
  return channels;
}
