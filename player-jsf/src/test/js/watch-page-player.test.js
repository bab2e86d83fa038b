import assert from 'node:assert/strict';
import test from 'node:test';
import { Pauses } from '../../main/js/pauses.js';
import { PlaybackRight } from '../../main/js/playback-right.js';
import { WatchPage } from '../../main/js/watch-page.js';
import { FakeTime } from './fakes.js';
import { FakePlayer, MANIFEST, MINUTE, NOON, aPage, ended, live } from './pages.js';

test('what can be played waits for a click', async () => {
  const { page, shown, players } = aPage(live, { now: NOON + MINUTE });

  assert.deepEqual(shown, ['ready']);
  await page.play();

  assert.deepEqual(players[0].calls, [`load ${MANIFEST} patiently`]);
});

test('plays without a click where that is wished', async () => {
  const { time, players } = aPage(live, { autoplay: true, now: NOON + MINUTE });

  await time.advance(0);

  assert.equal(players.length, 1);
});

test('a recording never plays without a click', () => {
  assert.deepEqual(aPage(ended, { autoplay: true, now: NOON + 90 * MINUTE }).shown, ['recording']);
});

test('a recording that does not come is not waited for', async () => {
  const { page, players } = aPage(ended, { now: NOON + 90 * MINUTE });

  await page.play();

  assert.deepEqual(players[0].calls, [`load ${MANIFEST}`]);
});

test('trying again is the same player trying at once', async () => {
  const { page, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();

  players[0].changes('failed', { reason: 'network' });
  await page.play();

  assert.deepEqual(players[0].calls.at(-1), 'retryNow');
});

test('an event that ended while its stream broke says that it ended', async () => {
  const { page, time, server, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();

  server.event = { ...ended, manifestUrl: null };
  players[0].changes('retrying', { reason: 'network', live: true });
  await time.advance(0);

  assert.equal(shown.at(-1), 'ended');
  assert.equal(players[0].calls.at(-1), 'destroy');
});

test('a live stream that ended leaves its recording', async () => {
  const { page, time, server, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();

  server.event = { ...ended, manifestUrl: 'https://media.example/recorded.m3u8' };
  players[0].changes('finished', { live: true });
  await time.advance(0);

  assert.equal(shown.at(-1), 'recording');
});

test('after its end by the clock too a stream leaves its recording once there is one', async () => {
  const { page, time, server, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();
  server.event = ended;
  players[0].changes('finished', { live: true });
  await time.advance(2 * MINUTE);
  assert.equal(shown.at(-1), 'finished');
  server.event = { ...ended, manifestUrl: null };
  await time.advance(2 * MINUTE);
  assert.equal(shown.at(-1), 'finished');

  server.event = { ...ended, manifestUrl: 'https://media.example/recorded.m3u8' };
  await time.advance(MINUTE);

  assert.equal(shown.at(-1), 'recording');
});

test('an answer that comes when the picture goes on again changes nothing', async () => {
  const { page, time, server, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();
  server.event = { ...live, manifestUrl: 'https://media.example/recorded.m3u8' };
  players[0].changes('finished', { live: true });
  players[0].changes('playing', { live: true });

  await time.advance(2 * MINUTE);

  assert.equal(shown.at(-1), 'playing');
  assert.equal(players[0].calls.length, 1);
});

test('who stays after a stream that was ended early is offered its recording', async () => {
  const { page, time, server, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();
  players[0].changes('finished', { live: true });
  await time.advance(3 * MINUTE);
  assert.deepEqual(players[0].calls.slice(1), []);

  server.event = { ...live, manifestUrl: 'https://media.example/recorded.m3u8' };
  await time.advance(MINUTE);

  assert.equal(players[0].calls.at(-1), 'destroy');
  assert.equal(shown.at(-1), 'recording');
  await page.play();
  assert.match(players[1].calls[0], /recorded/);
});

test('what played as if it were live is offered as a recording a minute after its end', async () => {
  const { page, time, shown, players } = aPage({ ...live, simulive: true }, { now: NOON + MINUTE });
  await page.play();
  players[0].changes('finished', { live: true });
  await time.advance(MINUTE);
  assert.equal(shown.at(-1), 'finished');

  await time.advance(2 * MINUTE);

  assert.equal(shown.at(-1), 'recording');
  await page.play();
  assert.deepEqual(players[1].calls, [`load ${MANIFEST}`]);
});

test('who stays is told that the recording is being prepared, as long as it is', async () => {
  const { page, time, server, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();
  players[0].changes('finished', { live: true });
  await time.advance(MINUTE);
  assert.equal(shown.at(-1), 'finished');

  server.event = { ...live, preparing: true };
  await time.advance(3 * MINUTE);
  assert.deepEqual(shown.slice(-2), ['finished', 'finished preparing']);

  server.event = { ...live, preparing: false };
  await time.advance(3 * MINUTE);
  assert.deepEqual(shown.slice(-2), ['finished preparing', 'finished']);
});

test('nobody is asked about a recording while the stream goes on after all', async () => {
  const { page, time, server, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();
  players[0].changes('finished', { live: true });
  await time.advance(MINUTE);
  players[0].changes('playing', { live: true });
  const before = server.asked;

  await time.advance(5 * MINUTE);

  assert.equal(server.asked, before);
});

test('a recording that does not come is not asked for for ever', async () => {
  const { page, time, server, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();
  players[0].changes('finished', { live: true });
  for (let minute = 0; minute < 60; minute++) await time.advance(MINUTE);

  assert.equal(server.asked, 61);
});

test('a stream that broke because it moved is followed', async () => {
  const { page, time, server, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();

  server.event = { ...live, manifestUrl: 'https://media.example/other.m3u8' };
  players[0].changes('retrying', { reason: 'absent' });
  await time.advance(0);

  assert.equal(players[0].calls.at(-1), 'load https://media.example/other.m3u8 patiently');
});

test('a player that cannot be loaded can be asked for again', async () => {
  const shown = [];
  let away = true;
  const page = new WatchPage({ event: live, autoplay: false }, {
    screen: { show: (state) => shown.push(state) },
    time: new FakeTime(NOON + MINUTE),
    timers: new FakeTime(),
    right: new PlaybackRight(),
    pauses: new Pauses(() => 0.5),
    openPlayer: async () => {
      if (away) throw new Error('offline');
      return new FakePlayer();
    },
  });

  await page.play();
  assert.deepEqual(shown, ['loading', 'failed']);
  away = false;
  await page.play();

  assert.deepEqual(shown, ['loading', 'failed', 'loading']);
});

test('of two presses before the player has come one is answered', async () => {
  const { page, players } = aPage(live, { now: NOON + MINUTE });

  await Promise.all([page.play(), page.play()]);

  assert.deepEqual(players.map(({ calls }) => calls), [['destroy'], [`load ${MANIFEST} patiently`]]);
});

test('a player that cannot be loaded is no news to whose right is over', async () => {
  const shown = [];
  let fail = /** @type {(away: Error) => void} */ (() => {});
  const page = new WatchPage({ event: live, autoplay: false }, {
    screen: { show: (state) => shown.push(state) },
    time: new FakeTime(NOON + MINUTE),
    timers: new FakeTime(),
    right: new PlaybackRight(),
    pauses: new Pauses(() => 0.5),
    openPlayer: () => new Promise((_, reject) => (fail = reject)),
  });
  const playing = page.play();

  page.expel();
  fail(new Error('offline'));
  await playing;

  assert.deepEqual(shown, ['loading', 'registration']);
});

test('what is unloaded is as if nobody had asked to play yet', async () => {
  const { page, shown, players } = aPage(live, { now: NOON + MINUTE });
  await page.play();

  page.unload();

  assert.equal(players[0].calls.at(-1), 'destroy');
  assert.equal(shown.at(-1), 'ready');
  await page.play();
  assert.equal(players.length, 2);
});

test('where trouble brings another address it goes on where and how it was', async () => {
  const { page, time, server, players } = aPage(ended, { now: NOON + 90 * MINUTE });
  await page.play();
  players[0].left = { from: 42, paused: true };
  server.event = { ...ended, manifestUrl: 'https://media.example/moved.m3u8' };

  players[0].changes('retrying', { reason: 'absent' });
  await time.advance(0);

  assert.equal(players[0].calls.at(-1), 'load https://media.example/moved.m3u8 from 42 paused');
});
