import assert from 'node:assert/strict';
import test from 'node:test';
import { fakeEngines, settled } from './fakes.js';
import { URL, aPlayer } from './players.js';

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
