import assert from 'node:assert/strict';
import test from 'node:test';
import { keepTogether } from '../../main/js/together.js';

const NOON = Date.UTC(2030, 4, 1, 12);

function aPicture({ behindMs, ...more } = {}) {
  const video = {
    paused: false, seeking: false, readyState: 4, playbackRate: 1, currentTime: 100,
    seekable: { length: 1, start: () => 0, end: () => 106 },
    ...more,
  };
  let turn;
  const ended = [];
  const stop = keepTogether(video, {
    seenAt: () => (behindMs === undefined ? null : new Date(NOON - behindMs)),
    time: { now: () => NOON },
    timers: { setInterval: (then) => { turn = then; return 7; }, clearInterval: (timer) => ended.push(timer) },
  });
  return { video, turn: () => turn(), stop, ended };
}

test('who is nearly there catches up or waits by speed', () => {
  for (const [behindMs, rate] of [[600, 1.05], [300, 1.03], [-300, 0.97], [-900, 0.95], [50, 1]]) {
    const { video, turn } = aPicture({ behindMs });
    turn();
    assert.equal(Math.round(100 * video.playbackRate), 100 * rate);
    assert.equal(video.currentTime, 100);
  }
});

test('who is further away jumps', () => {
  const { video, turn } = aPicture({ behindMs: 4000 });
  turn();
  assert.equal(video.currentTime, 104);
  assert.equal(video.playbackRate, 1);
});

test('nobody jumps to what is not there', () => {
  const { video, turn } = aPicture({ behindMs: 9000 });
  turn();
  assert.equal(video.currentTime, 100);
  assert.equal(Math.round(100 * video.playbackRate), 105);
});

test('who went back, paused, waits or chose a speed is left alone', () => {
  for (const more of [{ behindMs: 60_000 }, { behindMs: 900, paused: true }, { behindMs: 900, readyState: 2 }, { behindMs: 900, seeking: true }, {}]) {
    const { video, turn } = aPicture(more);
    turn();
    assert.equal(video.playbackRate, 1);
    assert.equal(video.currentTime, 100);
  }
  const { video, turn } = aPicture({ behindMs: 900, playbackRate: 1.5 });
  turn();
  assert.equal(video.playbackRate, 1.5);
});

test('it ends with the picture, at the usual speed', () => {
  const { video, turn, stop, ended } = aPicture({ behindMs: 600 });
  turn();
  stop();
  assert.equal(video.playbackRate, 1);
  assert.deepEqual(ended, [7]);
});
