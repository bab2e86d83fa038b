import assert from 'node:assert/strict';
import test from 'node:test';
import { knowsDevices, offerDevices } from '../../main/js/airplay.js';
import { answered, fakeEngines } from './fakes.js';

class Video extends EventTarget {
  sources = [];
  disableRemotePlayback = true;
  ownerDocument = { createElement: (tag) => ({ tag, remove: () => (this.sources = []) }) };

  append(source) {
    this.sources.push(source);
  }

  querySelector(selector) {
    return this.sources.find(({ type }) => selector === `source[type="${type}"]`) ?? null;
  }

  finds(availability) {
    this.dispatchEvent(Object.assign(new Event('webkitplaybacktargetavailabilitychanged'), { availability }));
  }
}

function played({ lasting = async () => 'https://media.example/lasting.m3u8' } = {}) {
  const video = new Video();
  const Engine = fakeEngines();
  const engine = Object.assign(new Engine({}), { stopLoad: () => engine.calls.push('stopLoad') });
  offerDevices(engine, Engine, { video: /** @type {any} */ (video), lasting });
  engine.happens('attached');
  return { video, engine };
}

test('Apple\'s browsers know devices beside them', () => {
  assert.equal(knowsDevices(/** @type {any} */ ({ WebKitPlaybackTargetAvailabilityEvent: class {} })), true);
  assert.equal(knowsDevices(/** @type {any} */ ({})), false);
});

test('a device is given an address that lasts once there is one, and no sooner', async () => {
  const { video } = played();
  assert.equal(video.disableRemotePlayback, false);
  video.finds('not-available');
  await answered();
  assert.deepEqual(video.sources, []);

  video.finds('available');
  video.finds('available');
  await answered();

  assert.deepEqual(video.sources.map(({ tag, type, src }) => ({ tag, type, src })), [
    { tag: 'source', type: 'application/vnd.apple.mpegurl', src: 'https://media.example/lasting.m3u8' },
  ]);
});

test('an address that was not to be had is asked for again with the next device', async () => {
  let asked = 0;
  const { video } = played({ lasting: async () => (asked++ ? 'https://media.example/lasting.m3u8' : Promise.reject(new Error('away'))) });

  video.finds('available');
  await answered();
  video.finds('available');
  await answered();

  assert.equal(video.sources.length, 1);
});

test('nothing is fetched here while another device plays', () => {
  const { video, engine } = played();

  for (const elsewhere of [true, false]) {
    Object.assign(video, { webkitCurrentPlaybackTargetIsWireless: elsewhere });
    video.dispatchEvent(new Event('webkitcurrentplaybacktargetiswirelesschanged'));
  }

  assert.deepEqual(engine.calls, ['stopLoad', 'startLoad']);
});

test('what plays next has no address of what played before', async () => {
  const { video, engine } = played();
  video.finds('available');
  await answered();

  engine.happens('destroying');
  video.finds('available');
  await answered();

  assert.deepEqual(video.sources, []);
});
