import assert from 'node:assert/strict';
import test from 'node:test';
import { HeartbeatPace } from '../../main/js/heartbeat-pace.js';
import { Pauses } from '../../main/js/pauses.js';
import { FakeTime } from './fakes.js';

const NOON = 1_893_499_200_000;

/** @param {number} [random] what every pause is spread by */
function aPace(random = 0) {
  const time = new FakeTime(NOON);
  const beats = [];
  const pace = new HeartbeatPace({ time, timers: time, pauses: new Pauses(() => random) }, () => beats.push(time.now() - NOON));
  return { pace, time, beats };
}

test('the first heartbeat is spread, and by how much is said', async () => {
  const { pace, time, beats } = aPace(0.5);

  assert.equal(pace.begin(), 2500);
  await time.advance(10_000);

  assert.deepEqual(beats, [5000]);
});

test('the next one comes when the server asks for it, within a minute', () => {
  const { pace, time } = aPace();

  pace.goOn(20, 0);
  assert.deepEqual(time.waiting, [20_000]);

  pace.goOn(3600, 0);
  assert.deepEqual(time.waiting, [60_000]);
});

test('after one that was told before its time the next makes up for it', async () => {
  const { pace, time } = aPace();
  pace.goOn(20, 0);
  await time.advance(15_000);
  const { early } = pace;
  assert.equal(early, 5000);

  pace.goOn(20, early);
  assert.deepEqual(time.waiting, [25_000]);

  pace.goOn(58, early);
  assert.deepEqual(time.waiting, [60_000], 'a right that was taken back outlives no minute');
});

test('where none is awaited none is told before its time', () => {
  const { pace } = aPace();
  assert.equal(pace.early, 0);

  pace.goOn(20, 0);
  pace.told();

  assert.equal(pace.early, 0);
});

test('while the server does not answer none is told before its time, unless it is one in its interval all the same', () => {
  const { pace } = aPace(1);
  pace.goOn(5, 0);

  pace.goOnLater();
  assert.equal(pace.early, 5000);

  pace.goOnLater();
  assert.equal(pace.early, 0);
});

test('a server that does not answer is told less and less often, and at its pace again once it does', () => {
  const { pace, time } = aPace(1);
  const waits = [];
  for (let failed = 0; failed < 6; failed++) {
    pace.goOnLater();
    waits.push(...time.waiting);
  }
  assert.deepEqual(waits, [5000, 10_000, 20_000, 40_000, 60_000, 60_000]);

  pace.taken();
  pace.goOnLater();

  assert.deepEqual(time.waiting, [5000]);
});

test('one is awaited at a time, and none after the end', async () => {
  const { pace, time, beats } = aPace();
  pace.begin();
  pace.soon();
  assert.deepEqual(time.waiting, [5000]);

  pace.stop();
  await time.advance(60_000);

  assert.deepEqual(beats, []);
  assert.equal(pace.early, 0);
});
