import assert from 'node:assert/strict';
import test from 'node:test';
import { WatchPage } from '../../main/js/watch-page.js';
import { FakeTime } from './fakes.js';

const NOON = Date.UTC(2030, 4, 1, 12);
const MANIFEST = 'https://media.example/master.m3u8';
const MINUTE = 60_000;

class FakePlayer extends EventTarget {
  calls = [];

  load(url, { patient }) {
    this.calls.push(`load ${url}${patient ? ' patiently' : ''}`);
  }

  retryNow() {
    this.calls.push('retryNow');
  }

  destroy() {
    this.calls.push('destroy');
  }

  changes(state, more = {}) {
    this.dispatchEvent(new CustomEvent('change', { detail: { state, live: false, ...more } }));
  }
}

/** A page that a viewer has open; what the server would answer is in `server`. */
function aPage(event, { autoplay = false, now = NOON - 10 * MINUTE } = {}) {
  const time = new FakeTime(now);
  const server = { event, asked: 0, away: false };
  const shown = [];
  const counted = [];
  const players = [];
  const page = new WatchPage({ event, autoplay }, {
    screen: { show: (state) => shown.push(state), countdown: (parts) => counted.push(parts) },
    answers: {
      ask: async () => {
        server.asked++;
        if (server.away) throw new Error('away');
        return server.event;
      },
    },
    time,
    timers: time,
    random: () => 0.5,
    openPlayer: async (from) => {
      players.push(Object.assign(new FakePlayer(), { from }));
      return players.at(-1);
    },
  });
  page.start();
  return { page, time, server, shown, counted, players };
}

const published = { state: 'published', startsAt: NOON, manifestUrl: MANIFEST, open: true };
const live = { ...published, state: 'live' };
const ended = { ...published, state: 'ended' };

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

  server.event = ended;
  players[0].changes('finished', { live: true });
  await time.advance(0);

  assert.equal(shown.at(-1), 'recording');
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
    random: () => 0.5,
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

test('a recording goes on where it was left, what is live does not', async () => {
  const recording = aPage({ ...ended, manifestUrl: null, open: false }, { now: NOON + 90 * MINUTE });
  recording.page.admit(MANIFEST, { playing: true, position: 42 });
  await recording.page.play();

  const onAir = aPage(guarded, { now: NOON + MINUTE });
  onAir.page.admit(MANIFEST, { playing: true, position: 42 });
  await onAir.time.advance(0);

  assert.deepEqual([recording.players[0].from, onAir.players[0].from], [42, 0]);
});
