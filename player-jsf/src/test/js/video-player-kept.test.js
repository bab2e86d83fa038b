import assert from 'node:assert/strict';
import test from 'node:test';
import { fakeEngines } from './fakes.js';
import { URL, aPlayer, aPlayingOne } from './players.js';

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

test('what was paused before it began is shown once it is there', async () => {
  const { player, video, Engine, states } = aPlayer();
  await player.load(URL);
  Engine.last.happens('parsed');
  video.paused = true;
  video.happens('pause');

  Engine.last.happens('buffered');
  assert.equal(states().at(-1), 'loading');
  video.readyState = 4;
  Engine.last.happens('buffered');

  assert.equal(states().at(-1), 'playing');
});

test('what was paused before it began stays so in the trouble that comes later', async () => {
  for (const supported of [true, false]) {
    const { player, timers, video, Engine } = aPlayer({ Engine: fakeEngines({ supported }) });
    video.native = 'maybe';
    await player.load(URL);
    Engine.last?.happens('parsed');
    video.paused = true;
    video.happens('pause');
    video.readyState = 4;
    if (supported) Engine.last.happens('buffered');
    else video.happens('loadedmetadata');
    video.plays = 0;

    if (supported) Engine.last.breaks('networkError', 'manifestLoadError', 404);
    else Object.assign(video, { error: { code: 2 } }).happens('error');
    assert.equal(player.left.paused, true, `${supported}`);
    await timers.advance(1000);
    if (supported) Engine.last.happens('parsed');

    assert.equal(video.plays, 0, `${supported}`);
  }
});

test('what was paused before it began, and the browser plays itself, is shown once it is known', async () => {
  const { player, video, states } = aPlayer({ Engine: fakeEngines({ supported: false }) });
  video.native = 'maybe';
  await player.load(URL);
  video.paused = true;
  video.happens('pause');

  video.readyState = 1;
  video.happens('loadedmetadata');

  assert.equal(states().at(-1), 'playing');
});
