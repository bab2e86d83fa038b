import assert from 'node:assert/strict';
import test from 'node:test';
import { fakeEngines, settled } from './fakes.js';
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

test('recovers the decoder before it opens anew, and plays on', async () => {
  const { timers, video, Engine } = await aPlayingOne();
  video.plays = 0;

  Engine.last.breaks('mediaError', 'bufferAppendError');
  await timers.advance(1000);

  assert.deepEqual(Engine.last.calls.slice(-2), ['recoverMediaError', 'startLoad']);
  assert.equal(video.plays, 1);
});

test('what is paused stays so though its decoder is recovered', async () => {
  const { timers, video, Engine } = await aPlayingOne();
  Object.assign(video, { paused: true, plays: 0 });
  video.happens('pause');

  Engine.last.breaks('mediaError', 'bufferAppendError');
  await timers.advance(1000);

  assert.equal(Engine.last.calls.includes('recoverMediaError'), true);
  assert.equal(video.plays, 0);
});

test('opens anew, where it was, when nothing else helped', async () => {
  const { timers, video, Engine } = await aPlayingOne({ attempts: 6 });
  video.currentTime = 42;
  video.readyState = 1;

  for (let tries = 0; tries < 4; tries++) {
    Engine.last.breaks('networkError', 'fragLoadError', 0);
    await timers.advance(8000);
  }

  assert.equal(Engine.made.length, 2);
  assert.equal(Engine.last.settings.startPosition, 42);
});

test('is as fast as the viewer wished after it was opened anew, or tried again after all', async () => {
  const { player, timers, video, Engine } = await aPlayingOne({ attempts: 5 });
  Object.assign(video, { readyState: 1, playbackRate: 1.5 });

  for (let tries = 0; tries < 4; tries++) {
    Engine.last.breaks('networkError', 'fragLoadError', 0);
    await timers.advance(8000);
  }
  assert.deepEqual([Engine.made.length, video.playbackRate], [2, 1.5]);
  for (let tries = 0; tries < 2; tries++) Engine.last.breaks('networkError', 'fragLoadError', 0);
  await player.retryNow();

  assert.deepEqual([Engine.made.length, video.playbackRate], [3, 1.5]);
});

test('is as fast as the viewer wished once its decoder was recovered', async () => {
  const { timers, video, Engine } = await aPlayingOne();
  video.playbackRate = 1.5;

  Engine.last.breaks('mediaError', 'bufferAppendError');
  await timers.advance(1000);

  assert.equal(video.playbackRate, 1.5);
});

test('what is live is opened anew at nobody\'s speed, and so is another stream', async () => {
  const { player, timers, video, Engine } = await aPlayingOne();
  video.playbackRate = 1.5;
  await player.load('https://media.example/other.m3u8');
  assert.equal(video.playbackRate, 1);

  Engine.last.happens('level', { details: { live: true } });
  video.playbackRate = 1.03;
  Engine.last.breaks('networkError', 'manifestLoadError', 404);
  await timers.advance(1000);

  assert.equal(video.playbackRate, 1);
});

test('is still where it was after opening anew has failed too', async () => {
  const { timers, video, Engine } = await aPlayingOne({ attempts: 9 });
  video.currentTime = 42;
  video.readyState = 1;

  for (let tries = 0; tries < 6; tries++) {
    Engine.last.breaks('networkError', 'manifestLoadError', 503);
    await timers.advance(40_000);
  }

  assert.equal(Engine.made.length > 2, true);
  assert.equal(Engine.last.settings.startPosition, 42);
});

test('what the browser plays itself goes on where it was', async () => {
  const { player, video, timers } = aPlayer({ Engine: fakeEngines({ supported: false }) });
  video.native = 'maybe';
  await player.load(URL);
  video.currentTime = 42;
  video.error = { code: 2 };

  video.happens('error');
  await timers.advance(1000);

  assert.equal(video.src, URL);
  assert.equal(video.currentTime, 42);
});

test('what the browser plays itself and is paused has no more trouble once it is known again, and stays paused', async () => {
  const { player, video, timers, states } = aPlayer({ Engine: fakeEngines({ supported: false }) });
  Object.assign(video, { native: 'maybe', preload: 'none' });
  await player.load(URL);
  video.happens('playing');
  Object.assign(video, { paused: true, plays: 0, error: { code: 2 } });
  video.happens('pause');

  video.happens('error');
  await timers.advance(1000);
  assert.equal(video.preload, 'metadata');
  assert.equal(states().at(-1), 'retrying');
  video.readyState = 1;
  video.happens('loadedmetadata');

  assert.equal(states().at(-1), 'playing');
  assert.equal(video.plays, 0);
});

test('another recording begins at its own beginning', async () => {
  const { player, video, Engine } = await aPlayingOne();
  video.currentTime = 42;

  await player.load('https://media.example/other.m3u8');

  assert.equal(Engine.last.settings.startPosition, -1);
});

test('a live stream that is opened anew goes on at its edge', async () => {
  const { timers, video, Engine } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true } });
  video.currentTime = 42;

  Engine.last.breaks('networkError', 'manifestLoadError', 404);
  await timers.advance(1000);

  assert.equal(Engine.last.settings.startPosition, -1);
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

test('of what is paused the trouble is over once its list comes', async () => {
  const { timers, video, Engine, states } = await aPlayingOne();
  video.paused = true;

  Engine.last.breaks('networkError', 'levelLoadError', 503);
  await timers.advance(1000);
  Engine.last.happens('level', { details: { live: true } });

  assert.equal(states().at(-1), 'playing');
});

test('what is paused stays so though it is opened anew', async () => {
  const { timers, video, Engine, states } = await aPlayingOne({ attempts: 6 });
  Object.assign(video, { currentTime: 42, paused: true, plays: 0 });
  video.happens('pause');

  for (let tries = 0; tries < 4; tries++) {
    Engine.last.breaks('networkError', 'fragLoadError', 0);
    await timers.advance(8000);
  }
  Engine.last.happens('parsed');
  Engine.last.happens('buffered');

  assert.equal(Engine.made.length, 2);
  assert.equal(video.plays, 0);
  assert.equal(states().at(-1), 'playing');
});

test('what plays plays on, though an element without a source is paused', async () => {
  const { timers, video, Engine } = await aPlayingOne({ attempts: 9 });
  Object.assign(video, { currentTime: 42, readyState: 1, plays: 0, load: () => (video.paused = true) });

  for (let tries = 0; tries < 6; tries++) {
    Engine.last.breaks('networkError', 'manifestLoadError', 503);
    await timers.advance(40_000);
  }
  Engine.last.happens('parsed');

  assert.ok(Engine.made.length > 2);
  assert.equal(video.plays, 1);
});

test('what never began begins, however often it is opened anew', async () => {
  const { player, video, timers, Engine } = aPlayer();
  video.paused = true;
  await player.load(URL);

  Engine.last.breaks('networkError', 'manifestLoadError', 404);
  await timers.advance(1000);
  Engine.last.happens('parsed');

  assert.equal(video.plays, 1);
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

test('what fails to come after it was destroyed brings nothing back', async () => {
  let fail;
  const { player, timers, Engine, changes } = aPlayer({ loadEngine: () => new Promise((_, reject) => (fail = reject)) });

  const loading = player.load(URL, { patient: true });
  player.destroy();
  const before = changes.length;
  fail(new Error('offline'));
  await loading;
  await player.retryNow();

  assert.deepEqual([changes.length, timers.waiting, Engine.made], [before, [], []]);
});

test('nor does an address that is refused after it was destroyed', async () => {
  let refuse;
  const lasting = () => new Promise((_, reject) => (refuse = reject));
  const { player, video, timers, changes } = aPlayer({ Engine: fakeEngines({ supported: false }), lasting });
  video.native = 'maybe';

  const loading = player.load(URL, { patient: true });
  await settled();
  player.destroy();
  const before = changes.length;
  refuse(new Error('over'));
  await loading;

  assert.deepEqual([changes.length, timers.waiting, video.src], [before, [], '']);
});

test('what failed to come for an earlier opening does not disturb the next one', async () => {
  const Engine = fakeEngines();
  const asked = [];
  const { player, timers, states } = aPlayer({ Engine, loadEngine: () => new Promise((resolve, reject) => asked.push({ resolve, reject })) });

  const first = player.load('https://media.example/old.m3u8');
  const second = player.load(URL);
  asked[1].resolve(Engine);
  asked[0].reject(new Error('offline'));
  await Promise.all([first, second]);

  assert.equal(states().includes('retrying'), false);
  assert.deepEqual([Engine.made.length, timers.waiting], [1, []]);
});

test('what is paused is shown where it was, though it comes by another address', async () => {
  const { player, timers, video, Engine, states } = await aPlayingOne();
  Object.assign(video, { currentTime: 42, paused: true, plays: 0 });
  video.happens('pause');
  Engine.last.breaks('networkError', 'manifestLoadError', 404);
  assert.deepEqual(player.left, { from: 42, paused: true });

  await player.load('https://media.example/moved.m3u8', player.left);
  Engine.last.happens('parsed');
  assert.deepEqual([states().at(-1), Engine.last.settings.startPosition, timers.waiting], ['retrying', 42, []]);
  Engine.last.happens('level', { details: { live: false } });

  assert.deepEqual([states().at(-1), video.plays], ['playing', 0]);
});
