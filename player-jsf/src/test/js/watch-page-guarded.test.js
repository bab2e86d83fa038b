import assert from 'node:assert/strict';
import test from 'node:test';
import { MANIFEST, MINUTE, NOON, aPage, ended, live } from './pages.js';

const guarded = { ...live, manifestUrl: null, open: false };

test('nothing plays for whoever was not let in', async () => {
  const { time, shown, players } = aPage(guarded, { autoplay: true, now: NOON + MINUTE });

  await time.advance(MINUTE);

  assert.deepEqual(shown, ['registration']);
  assert.equal(players.length, 0);
});

test('the countdown ends at the form for whoever was not let in', async () => {
  const { time, server, shown } = aPage({ ...guarded, state: 'published' });

  server.event = { state: 'live', startsAt: NOON, manifestUrl: null };
  await time.advance(10 * MINUTE + 2000);

  assert.equal(shown.at(-1), 'registration');
});

test('whoever is let in sees the picture at once', async () => {
  const { page, time, players } = aPage(guarded, { now: NOON + MINUTE });

  page.admit(MANIFEST, { playing: true });
  await time.advance(0);

  assert.deepEqual(players[0].calls, [`load ${MANIFEST} patiently`]);
});

test('whoever is let in before the start waits for it', async () => {
  const { page, shown } = aPage({ ...guarded, state: 'published' });

  page.admit(MANIFEST, { playing: true });

  assert.deepEqual(shown, ['countdown', 'countdown in']);
});

test('who is registered for what is to come is told so, and of the reminder as long as one comes', async () => {
  const { page, time, server, shown } = aPage({ ...guarded, state: 'published' }, { now: NOON - 62 * MINUTE });
  server.event = { state: 'published', startsAt: NOON, manifestUrl: null };

  page.admit(MANIFEST, { playing: true, registered: true });
  assert.equal(shown.at(-1), 'countdown registered');
  await time.advance(10 * MINUTE);

  assert.equal(shown.at(-1), 'countdown soon');
});

test('whose right is over before the start is told nothing of it', async () => {
  const { page, shown } = aPage({ ...guarded, state: 'published' });
  page.admit(MANIFEST, { playing: true, registered: true });

  page.expel();

  assert.equal(shown.at(-1), 'countdown');
});

test('the picture stops when the right to it is over', async () => {
  const { page, time, shown, players } = aPage(guarded, { now: NOON + MINUTE });
  page.admit(MANIFEST, { playing: true });
  await time.advance(0);

  page.expel();

  assert.equal(players[0].calls.at(-1), 'destroy');
  assert.equal(shown.at(-1), 'registration');
});

test('a player that comes when the right is over plays nothing, and keeps nobody from the next one', async () => {
  const { page, time, shown, players } = aPage(guarded, { now: NOON + MINUTE });
  page.admit(MANIFEST, { playing: true });
  page.expel();
  await time.advance(0);
  assert.deepEqual([players[0].calls, shown.at(-1)], [['destroy'], 'registration']);

  page.admit(MANIFEST, { playing: true });
  await time.advance(0);

  assert.deepEqual(players[1].calls, [`load ${MANIFEST} patiently`]);
});

test('what was left is gone on with, and what comes after it begins anew', async () => {
  const recording = aPage({ ...ended, manifestUrl: null, open: false }, { now: NOON + 90 * MINUTE });
  recording.page.admit(MANIFEST, { playing: true, position: 42 });
  await recording.page.play();

  const onAir = aPage(guarded, { now: NOON + MINUTE });
  onAir.page.admit(MANIFEST, { playing: true, position: 42 });
  await onAir.time.advance(0);
  onAir.server.event = { ...live, manifestUrl: 'https://media.example/other.m3u8' };
  onAir.players[0].changes('retrying');
  await onAir.time.advance(0);

  assert.deepEqual(recording.players[0].calls, [`load ${MANIFEST} from 42`]);
  assert.deepEqual(onAir.players[0].calls, [`load ${MANIFEST} patiently from 42`, 'load https://media.example/other.m3u8 patiently']);
});
