import assert from 'node:assert/strict';
import test from 'node:test';
import { MANIFEST, MINUTE, NOON, aPage, live, published } from './pages.js';

test('counts down, and turns into the picture by itself', async () => {
  const { time, server, shown, counted, players } = aPage(published);

  assert.deepEqual(shown, ['countdown']);
  await time.advance(9 * MINUTE);
  assert.deepEqual(counted.at(-1), { days: 0, hours: 0, minutes: 1, seconds: 0 });
  server.event = live;
  await time.advance(MINUTE + 2000);

  assert.equal(shown.at(-1), 'loading');
  assert.deepEqual(players[0].calls, [`load ${MANIFEST} patiently`]);
});

test('turns into the picture even when the server does not answer', async () => {
  const { time, server, players } = aPage(published);
  server.away = true;

  await time.advance(10 * MINUTE + 2000);

  assert.equal(players.length, 1);
});

test('viewers who wait together do not ask together', async () => {
  const { time, server } = aPage(published, { now: NOON - 1000 });

  await time.advance(1000);
  assert.equal(server.asked, 0);
  await time.advance(1000);

  assert.equal(server.asked, 1);
});

test('an event that is cancelled meanwhile says so', async () => {
  const { time, server, shown } = aPage(published);

  server.event = { ...published, state: 'cancelled' };
  await time.advance(10 * MINUTE + 2000);

  assert.equal(shown.at(-1), 'cancelled');
});

test('an event that is moved meanwhile counts down anew', async () => {
  const { time, server, shown, players } = aPage(published);

  server.event = { ...published, startsAt: NOON + 60 * MINUTE };
  await time.advance(10 * MINUTE + 2000);

  assert.equal(shown.at(-1), 'countdown');
  assert.equal(players.length, 0);
});

test('waits for a video that is not there yet', async () => {
  const { time, server, shown, players } = aPage({ ...live, manifestUrl: null }, { now: NOON + MINUTE });

  assert.deepEqual(shown, ['soon']);
  await time.advance(MINUTE);
  server.event = live;
  await time.advance(MINUTE);

  assert.deepEqual(players[0].calls, [`load ${MANIFEST} patiently`]);
});

test('asks less and less often for a video that is not there', async () => {
  const { time, server } = aPage({ ...live, manifestUrl: null }, { now: NOON + MINUTE });

  await time.advance(30 * MINUTE);
  const asked = server.asked;
  await time.advance(MINUTE);

  assert.equal(server.asked - asked <= 4, true);
});
