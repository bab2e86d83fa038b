import assert from 'node:assert/strict';
import test from 'node:test';
import { ranges } from './fakes.js';
import { aPlayingOne } from './players.js';

test('whoever seeks the first second of what is live, or what is gone already, is a little after it', async () => {
  for (const [sought, first, arrived] of [[0, 0, 0.1], [0, 0.0000003, 0.1000003], [12, 20, 20.1], [20.06, 20, 20.06], [25, 20, 25]]) {
    const { video, Engine } = await aPlayingOne();
    Engine.last.happens('level', { details: { live: true } });
    video.seekable = ranges([first, 30]);
    video.currentTime = sought;

    video.happens('seeking');

    assert.equal(video.currentTime, arrived);
  }
});

test('where it arrives is not sought again, though the browser rounds it', async () => {
  const { video, Engine } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true } });
  video.seekable = ranges([20, 30]);
  video.currentTime = 20.099999;

  video.happens('seeking');

  assert.equal(video.currentTime, 20.099999);
});

test('before anything can be sought, and in a recording, a second is left as it is', async () => {
  for (const [live, seekable] of [[true, ranges()], [false, ranges([0, 30])]]) {
    const { video, Engine } = await aPlayingOne();
    Engine.last.happens('level', { details: { live } });
    video.seekable = seekable;
    video.currentTime = 0;

    video.happens('seeking');

    assert.equal(video.currentTime, 0);
  }
});

test('a stream that is over ends as soon as its end is there', async () => {
  const { video, Engine } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true, edge: 13 } });
  video.buffered = ranges([0, 8.81], [8.84, 13]);
  Engine.last.happens('buffered');
  assert.equal(Engine.last.calls.includes('trigger whole'), false);

  Engine.last.happens('level', { details: { live: false, edge: 15.04 } });
  assert.equal(Engine.last.calls.includes('trigger whole'), false);
  video.buffered = ranges([0, 8.81], [8.84, 15]);
  Engine.last.happens('buffered');

  assert.equal(Engine.last.calls.at(-1), 'trigger whole');
});

test('so does one whose last picture was there before it was over', async () => {
  const { video, Engine } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true, edge: 15.04 } });
  video.buffered = ranges([8.84, 15.04]);

  Engine.last.happens('level', { details: { live: false, edge: 15.04 } });

  assert.equal(Engine.last.calls.at(-1), 'trigger whole');
});

test('one whose sound ends before its picture does not wait for what never comes', async () => {
  const { video, timers, Engine, changes } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true, edge: 13, targetduration: 2 } });
  Engine.last.happens('level', { details: { live: false, edge: 15.04, targetduration: 2 } });
  video.buffered = ranges([8.84, 14.5]);
  Engine.last.happens('buffered');
  video.currentTime = 14.5;

  video.happens('waiting');
  await timers.advance(9999);
  assert.equal(Engine.last.calls.includes('trigger whole'), false);
  await timers.advance(1);

  assert.equal(Engine.last.calls.at(-1), 'trigger whole');
  assert.equal(changes.at(-1).state, 'playing');
  video.happens('ended');
  await timers.advance(60_000);
  assert.equal(changes.at(-1).state, 'finished');
});

test('nor does one that waited there before its list had an end', async () => {
  const { video, timers, Engine, changes } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true, edge: 15.04, targetduration: 2 } });
  video.currentTime = 14.5;
  video.readyState = 2;
  video.happens('waiting');
  await timers.advance(10_000);
  assert.equal(changes.at(-1).state, 'retrying');

  Engine.last.happens('level', { details: { live: false, edge: 15.04, targetduration: 2 } });
  await timers.advance(12_000);

  assert.equal(Engine.last.calls.at(-1), 'trigger whole');
  assert.equal(changes.filter(({ state }) => state === 'retrying').length, 1);
});

test('where that does not end it, it is tried again as ever', async () => {
  const { video, timers, Engine, changes } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: false, edge: 15.04, targetduration: 2 } });
  video.currentTime = 14.5;

  video.happens('waiting');
  await timers.advance(20_000);

  assert.equal(changes.at(-1).reason, 'stalled');
});

test('who waits before the last segment of what is over, or for what is live, is not at its end', async () => {
  for (const [live, second] of [[false, 12], [true, 14.5]]) {
    const { video, timers, Engine, changes } = await aPlayingOne();
    Engine.last.happens('level', { details: { live, edge: 15.04, targetduration: 2 } });
    video.currentTime = second;

    video.happens('waiting');
    await timers.advance(10_000);

    assert.equal(Engine.last.calls.includes('trigger whole'), false);
    assert.equal(changes.at(-1).reason, 'stalled');
  }
});

test('what was live and is over when it can be loaded again goes on near its end', async () => {
  const { player, Engine } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true, edge: 60, targetduration: 2 } });
  Engine.last.happens('level', { details: { live: false, edge: 62, targetduration: 2 } });
  assert.equal(Engine.last.calls.some((call) => call.startsWith('startLoad')), false);

  await player.retryNow();
  Engine.last.happens('level', { details: { live: false, edge: 62, targetduration: 2 } });
  Engine.last.happens('level', { details: { live: false, edge: 62, targetduration: 2 } });

  assert.deepEqual(Engine.last.calls.filter((call) => call.startsWith('startLoad')), ['startLoad 56']);
});

test('a recording begins at its beginning', async () => {
  const { Engine } = await aPlayingOne();

  Engine.last.happens('level', { details: { live: false, edge: 62, targetduration: 2 } });

  assert.equal(Engine.last.calls.some((call) => call.startsWith('startLoad')), false);
});
