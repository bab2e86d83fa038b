import assert from 'node:assert/strict';
import test from 'node:test';
import { fakeEngines, settled } from './fakes.js';
import { URL, aPlayer, aPlayingOne } from './players.js';

test('gives the engine the address and the element, and plays what it finds', async () => {
  const { player, video, Engine, states } = aPlayer();

  await player.load(URL);
  Engine.last.happens('parsed');
  video.happens('playing');

  assert.deepEqual(Engine.last.calls, [`loadSource ${URL}`, 'attachMedia']);
  assert.equal(video.plays, 1);
  assert.deepEqual(states(), ['loading', 'playing']);
});

test('plays natively where there is no MediaSource', async () => {
  const { player, video } = aPlayer({ Engine: fakeEngines({ supported: false }) });
  video.native = 'maybe';

  await player.load(URL);

  assert.equal(video.src, URL);
  assert.equal(video.plays, 1);
});

test('natively by an address that lasts, and again where none comes', async () => {
  let away = true;
  const lasting = async (url) => {
    if (away) throw new Error('away');
    return `${url}?lasting`;
  };
  const { player, video, timers, states } = aPlayer({ Engine: fakeEngines({ supported: false }), lasting });
  video.native = 'maybe';

  await player.load(URL);
  assert.deepEqual(states(), ['loading', 'retrying']);
  away = false;
  await timers.advance(60_000);

  assert.equal(video.src, `${URL}?lasting`);
});

test('a recording is opened where it was left', async () => {
  const { player, video, Engine } = aPlayer();

  await player.load(URL, { from: 42 });

  assert.equal(video.currentTime, 42);
  assert.equal(Engine.last.settings.startPosition, 42);
});

test('what may be live goes on where it was left once it says that it is a recording, and only then', async () => {
  for (const [live, from] of [[false, 42], [true, 0]]) {
    const { player, video, Engine } = aPlayer();
    await player.load(URL, { patient: true, from: 42 });
    assert.equal(Engine.last.settings.startPosition, -1);

    Engine.last.happens('level', { details: { live } });
    assert.equal(video.currentTime, from);
    video.currentTime = 50;
    Engine.last.happens('level', { details: { live } });
    assert.equal(video.currentTime, 50);
  }
});

test('whoever comes in the last seconds of what plays as if it were live stays there, and it was live for them', async () => {
  for (const [asIfLive, startTimeOffset, from, live] of [[true, -4, 0, true], [true, null, 42, false], [false, -4, 42, false]]) {
    const { player, video, Engine, changes } = aPlayer({ asIfLive });
    await player.load(URL, { patient: true, from: 42 });

    Engine.last.happens('level', { details: { live: false, startTimeOffset } });
    assert.equal(video.currentTime, from);
    video.happens('ended');

    assert.deepEqual(changes.at(-1), { state: 'finished', live });
  }
});

test('natively too', async () => {
  for (const [duration, from] of [[60, 42], [Infinity, 0]]) {
    const { player, video } = aPlayer({ Engine: fakeEngines({ supported: false }) });
    Object.assign(video, { native: 'maybe', duration });
    await player.load(URL, { patient: true, from: 42 });

    video.happens('loadedmetadata');

    assert.equal(video.currentTime, from);
  }
});

test('says so when the browser can play neither way', async () => {
  const { player, changes } = aPlayer({ Engine: fakeEngines({ supported: false }) });

  await player.load(URL);

  assert.deepEqual(changes.at(-1), { state: 'failed', live: undefined, reason: 'unsupported', final: true });
});

test('plays without sound when only that is allowed, and says so', async () => {
  const { player, video, Engine, changes } = aPlayer();
  video.refuses = ({ muted }) => !muted;

  await player.load(URL);
  Engine.last.happens('parsed');
  await settled();
  video.happens('playing');

  assert.equal(video.muted, true);
  assert.equal(changes.at(-1).silenced, true);
});

test('asks for a click when not even silence is allowed', async () => {
  const { player, video, Engine, states } = aPlayer();
  video.refuses = () => true;

  await player.load(URL);
  Engine.last.happens('parsed');
  await settled();

  assert.equal(states().at(-1), 'blocked');
});

test('tells how far behind the edge a live stream is played', async () => {
  const { player, Engine } = await aPlayingOne();
  const streams = [];
  player.addEventListener('stream', ({ detail }) => streams.push(detail));

  Engine.last.happens('level', { details: { live: true } });

  assert.deepEqual(streams, [{ live: true, latency: 6 }]);
});

test('tells that a live stream has ended', async () => {
  const { video, Engine, changes } = await aPlayingOne();
  Engine.last.happens('level', { details: { live: true } });
  Engine.last.happens('level', { details: { live: false } });

  video.happens('ended');

  assert.deepEqual(changes.at(-1), { state: 'finished', live: true });
});

test('a load that was overtaken by another never plays', async () => {
  const Engine = fakeEngines();
  const waiting = [];
  const { player } = aPlayer({ loadEngine: () => new Promise((resolve) => waiting.push(() => resolve(Engine))) });

  const first = player.load('https://media.example/old.m3u8');
  const second = player.load(URL);
  waiting.forEach((resolve) => resolve());
  await Promise.all([first, second]);

  assert.deepEqual(Engine.made.map(({ calls }) => calls[0]), [`loadSource ${URL}`]);
});

test('once destroyed it says so and is silent', async () => {
  const { player, video, timers, Engine, changes } = await aPlayingOne();
  let said = 0;
  player.addEventListener('destroyed', () => said++);

  player.destroy();
  const before = changes.length;
  video.happens('playing');
  await timers.advance(60_000);

  assert.equal(changes.length, before);
  assert.equal(said, 1);
  assert.equal(Engine.last.calls.at(-1), 'destroy');
});
