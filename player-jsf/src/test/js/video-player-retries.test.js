import assert from 'node:assert/strict';
import test from 'node:test';
import { fakeEngines } from './fakes.js';
import { URL, aPlayer, aPlayingOne } from './players.js';

test('a manifest that is not there is asked for again, more and more slowly', async () => {
  const { player, timers, Engine, changes } = aPlayer();

  await player.load(URL);
  Engine.last.breaks('networkError', 'manifestLoadError', 404);
  assert.deepEqual(changes.at(-1), { state: 'retrying', live: undefined, reason: 'absent' });
  assert.deepEqual(timers.waiting, [1000]);
  await timers.advance(1000);
  Engine.last.breaks('networkError', 'manifestLoadError', 404);
  assert.deepEqual(timers.waiting, [2000]);
  await timers.advance(2000);

  assert.equal(Engine.made.length, 3);
});

test('a manifest that failed for a moment is asked for anew at once, for nothing else would bring it', async () => {
  const { player, timers, Engine } = aPlayer();

  await player.load(URL);
  Engine.last.breaks('networkError', 'manifestLoadError', 503);
  await timers.advance(1000);

  assert.equal(Engine.made.length, 2);
  assert.equal(Engine.last.calls[0], `loadSource ${URL}`);
});

test('gives up after so many tries, and starts over when told to', async () => {
  const { player, timers, Engine, changes } = aPlayer();

  await player.load(URL);
  for (let tries = 0; tries < 4; tries++) {
    Engine.last.breaks('networkError', 'manifestLoadError', 503);
    if (tries < 3) await timers.advance(60_000);
  }
  assert.deepEqual(changes.at(-1), { state: 'failed', live: undefined, reason: 'network', final: true });
  assert.deepEqual(timers.waiting, []);
  const before = Engine.made.length;
  await player.retryNow();

  assert.equal(Engine.made.length, before + 1);
  assert.equal(changes.at(-1).state, 'loading');
});

test('a patient one goes on trying after it said that it failed', async () => {
  const { player, timers, Engine, changes, states } = aPlayer();

  await player.load(URL, { patient: true });
  for (let tries = 0; tries < 4; tries++) {
    Engine.last.breaks('networkError', 'manifestLoadError', 404);
    if (tries < 3) await timers.advance(60_000);
  }
  assert.equal(states().at(-1), 'failed');
  assert.equal(changes.at(-1).final, false);
  const before = Engine.made.length;
  await timers.advance(40_000);

  assert.equal(Engine.made.length, before + 1);
});

test('keeps what is buffered while the network is away', async () => {
  const { timers, Engine, changes } = await aPlayingOne();

  Engine.last.breaks('networkError', 'fragLoadError', 0);
  assert.deepEqual(changes.at(-1), { state: 'retrying', live: undefined, reason: 'network' });
  await timers.advance(1000);

  assert.equal(Engine.made.length, 1);
  assert.equal(Engine.last.calls.at(-1), 'startLoad');
});

test('neither a pause nor a buffer that runs dry puts a retry off', async () => {
  const { timers, video, Engine } = await aPlayingOne();

  Engine.last.breaks('networkError', 'levelLoadError', 503);
  video.happens('waiting');
  video.happens('pause');
  video.happens('playing');
  await timers.advance(1000);

  assert.equal(Engine.last.calls.at(-1), 'startLoad');
});

test('data that flows again makes earlier failures forgotten', async () => {
  const { timers, Engine } = await aPlayingOne();

  Engine.last.breaks('networkError', 'fragLoadError', 0);
  await timers.advance(1000);
  Engine.last.happens('buffered');
  Engine.last.breaks('networkError', 'fragLoadError', 0);

  assert.deepEqual(timers.waiting, [1000]);
});

test('data that does not reach a picture that stands is no success', async () => {
  const { timers, video, Engine } = await aPlayingOne({ attempts: 6 });
  video.readyState = 1;

  video.happens('waiting');
  for (let tries = 0; tries < 4; tries++) {
    await timers.advance(18_000);
    Engine.made[0].happens('buffered');
  }

  assert.equal(Engine.made.length, 2);
});

test('a picture that never stood still is told to play again once data flows', async () => {
  const { timers, Engine, states } = await aPlayingOne();

  Engine.last.breaks('networkError', 'levelLoadError', 503);
  Engine.last.happens('buffered');
  assert.equal(states().at(-1), 'retrying');
  await timers.advance(1000);
  Engine.last.happens('buffered');

  assert.equal(states().at(-1), 'playing');
});

test('what has ended is not tried again', async () => {
  const { timers, video, Engine, changes } = await aPlayingOne();
  Engine.last.breaks('networkError', 'fragLoadError', 0);
  video.readyState = 2;

  video.happens('ended');
  await timers.advance(60_000);

  assert.equal(changes.at(-1).state, 'finished');
});

test('notices when nothing comes any more though nothing fails', async () => {
  const { timers, video, changes } = await aPlayingOne();

  video.happens('waiting');
  await timers.advance(9999);
  assert.equal(changes.at(-1).state, 'playing');
  await timers.advance(1);

  assert.deepEqual(changes.at(-1), { state: 'retrying', live: undefined, reason: 'stalled' });
});

test('a short wait is no stall', async () => {
  const { timers, video, states } = await aPlayingOne();

  video.happens('waiting');
  await timers.advance(5000);
  video.happens('playing');
  await timers.advance(60_000);

  assert.equal(states().includes('retrying'), false);
});

test('an engine that does not load is asked for again', async () => {
  const Engine = fakeEngines();
  let away = true;
  const { player, timers, changes } = aPlayer({
    loadEngine: async () => {
      if (away) throw new Error('offline');
      return Engine;
    },
  });

  await player.load(URL);
  assert.equal(changes.at(-1).reason, 'network');
  away = false;
  await timers.advance(1000);

  assert.equal(Engine.made.length, 1);
});
