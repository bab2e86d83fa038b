import assert from 'node:assert/strict';
import test from 'node:test';
import { Figures, unfollowed } from '../../main/js/figures.js';
import { Stretches } from '../../main/js/stretches.js';
import { FakeTime, FakeVideo } from './fakes.js';
import { URL, aPlayer } from './players.js';

const START = Date.UTC(2030, 4, 1, 12);

/** Somebody who asked to play at 1,000 by the page's clock. */
function aScreen({ startsAt = START, time = { now: () => START }, around } = {}) {
  const video = Object.assign(new FakeVideo(), { readyState: 4, paused: false, seeking: false, ended: false });
  const player = new EventTarget();
  const clock = new FakeTime(1000);
  const document = Object.assign(new EventTarget(), { hidden: false });
  let names = 0;
  const figures = new Figures(video, { clock, time, startsAt, around, document, name: () => `screen-${++names}` });
  figures.follow(player, { asked: 1000, bitrate: () => 3_000_000 });
  return { video, player, clock, document, figures };
}

/** Lets it play for so many seconds, as browsers tell of it. */
async function plays({ video, clock }, seconds, { speed = 1 } = {}) {
  video.happens('playing');
  for (let quarter = 0; quarter < 4 * seconds; quarter++) {
    await clock.advance(250);
    video.currentTime += speed / 4;
    video.happens('timeupdate');
  }
}

async function starts(screen) {
  await screen.clock.advance(850);
  screen.video.happens('playing');
}

test('tells how long it took from the press to the first picture', async () => {
  const screen = aScreen();

  await starts(screen);
  await plays(screen, 2);

  assert.equal(screen.figures.report().startup, 850);
});

test('where the browser tells of pictures the first of them counts', async () => {
  const video = Object.assign(new FakeVideo(), { readyState: 4, paused: false });
  let shown = () => {};
  Object.assign(video, { requestVideoFrameCallback: (then) => (shown = then) });
  const clock = new FakeTime(0);
  const figures = new Figures(video, { clock, time: clock, startsAt: 0, name: () => 'a', document: Object.assign(new EventTarget(), { hidden: false }) });
  figures.follow(new EventTarget(), { asked: 100, bitrate: () => 0 });

  await clock.advance(400);
  video.happens('playing');
  await clock.advance(300);
  shown();

  assert.equal(figures.report().startup, 600);
});

test('a start that waits for the viewer says nothing of how long it takes', async () => {
  const screen = aScreen();

  screen.player.dispatchEvent(new CustomEvent('change', { detail: { state: 'blocked' } }));
  await screen.clock.advance(60_000);
  await plays(screen, 1);

  assert.equal(screen.figures.report().startup, undefined);
});

test('a start that takes longer than anybody waits is left out, for the server takes none', async () => {
  const [late, later] = [aScreen(), aScreen()];

  await late.clock.advance(600_000);
  late.video.happens('playing');
  await later.clock.advance(600_001);
  later.video.happens('playing');

  assert.equal(late.figures.report().startup, 600_000);
  assert.equal(later.figures.report().startup, undefined);
});

test('a start that nobody looked at, be it for a moment, says nothing of how long it takes', async () => {
  const screen = aScreen();

  screen.document.hidden = true;
  screen.document.dispatchEvent(new Event('visibilitychange'));
  screen.document.hidden = false;
  screen.document.dispatchEvent(new Event('visibilitychange'));
  await starts(screen);
  const another = new EventTarget();
  screen.document.hidden = true;
  screen.figures.follow(another, { asked: screen.clock.now(), bitrate: () => 0 });
  screen.document.hidden = false;
  await starts(screen);

  assert.equal(screen.figures.report().startup, undefined);
});

test('another player goes on with the sums of the one before', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 2);
  const before = screen.figures.report();

  const another = new EventTarget();
  screen.figures.follow(another, { asked: screen.clock.now(), bitrate: () => 6_000_000 });
  screen.video.happens('waiting');
  await screen.clock.advance(100);
  await starts(screen);
  await plays(screen, 2);
  another.dispatchEvent(new CustomEvent('change', { detail: { state: 'failed', final: true } }));

  const { screen: name, sequence, watched, startup, stalls, errors, bitrate } = screen.figures.report();
  assert.deepEqual({ name, sequence }, { name: before.screen, sequence: before.sequence + 1 });
  assert.deepEqual({ watched, startup, stalls, errors, bitrate }, { watched: 4, startup: 850, stalls: 0, errors: 1, bitrate: 4_500_000 });
});

test('of what the rate is not known for it says nothing', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 2);

  screen.figures.follow(new EventTarget(), { asked: screen.clock.now(), bitrate: () => 0 });
  await starts(screen);
  await plays(screen, 2);

  const { watched, bitrate } = screen.figures.report();
  assert.deepEqual({ watched, bitrate }, { watched: 4, bitrate: 3_000_000 });
});

test('a recording that follows what was live is seen at its own seconds', async () => {
  const screen = aScreen({ startsAt: START - 90_000 });
  screen.player.dispatchEvent(new CustomEvent('stream', { detail: { live: true } }));

  screen.figures.follow(new EventTarget(), { asked: 1000, bitrate: () => 0 });
  await starts(screen);
  await plays(screen, 1);

  assert.deepEqual(screen.figures.report().seen, [[0.25, 1]]);
});

test('counts real time whatever the speed, and what was seen in the time of the video', async () => {
  const screen = aScreen();
  await starts(screen);

  await plays(screen, 10, { speed: 2 });

  const { watched, seen, bitrate } = screen.figures.report();
  assert.equal(watched, 10);
  assert.deepEqual(seen, [[0.5, 20]]);
  assert.equal(bitrate, 3_000_000);
});

test('a machine that sleeps watches nothing', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 1);

  await screen.clock.advance(3_600_000);
  screen.video.happens('timeupdate');

  assert.equal(screen.figures.report().watched, 1);
});

test('what is seen twice is told once', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 4);
  screen.video.happens('seeking');
  screen.video.currentTime = 2;
  await plays(screen, 4);

  const { watched, seen } = screen.figures.report();
  assert.equal(watched, 8);
  assert.deepEqual(seen, [[0.25, 6]]);
});

test('what was jumped over was not seen', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 2);

  screen.video.happens('seeking');
  screen.video.currentTime = 100;
  await plays(screen, 2);

  assert.deepEqual(screen.figures.report().seen, [[0.25, 2], [100.25, 102]]);
});

test('a picture that stands is a stall until it moves again', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 2);

  screen.video.happens('waiting');
  await screen.clock.advance(1500);
  assert.equal(screen.figures.report().stalled, 1.5);
  await plays(screen, 1);
  await screen.clock.advance(1000);

  const { stalls, stalled, watched } = screen.figures.report();
  assert.deepEqual({ stalls, stalled, watched }, { stalls: 1, stalled: 1.5, watched: 3 });
});

test('neither the start nor a jump nor a pause is a stall', async () => {
  const screen = aScreen();
  screen.video.happens('waiting');
  await starts(screen);

  screen.video.seeking = true;
  screen.video.happens('seeking');
  screen.video.happens('waiting');
  await screen.clock.advance(2000);
  screen.video.seeking = false;
  await plays(screen, 1);
  screen.video.paused = true;
  screen.video.happens('pause');
  screen.video.happens('waiting');
  await screen.clock.advance(2000);

  const { stalls, stalled } = screen.figures.report();
  assert.deepEqual({ stalls, stalled }, { stalls: 0, stalled: 0 });
});

for (const [what, ends] of [
  ['was given up', ({ player }) => player.dispatchEvent(new CustomEvent('change', { detail: { state: 'failed' } }))],
  ['was destroyed', ({ player }) => player.dispatchEvent(new Event('destroyed'))],
]) {
  test(`a picture that ${what} stands for nobody`, async () => {
    const screen = aScreen();
    await starts(screen);
    await plays(screen, 2);

    screen.video.happens('waiting');
    await screen.clock.advance(1500);
    ends(screen);
    await screen.clock.advance(3_600_000);

    assert.equal(screen.figures.report().stalled, 1.5);
  });
}

test('whoever waits while the player connects anew waits on', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 2);

  screen.video.happens('waiting');
  await screen.clock.advance(1500);
  screen.player.dispatchEvent(new CustomEvent('change', { detail: { state: 'retrying' } }));
  screen.video.happens('emptied');
  await screen.clock.advance(1500);

  assert.equal(screen.figures.report().stalled, 3);
});

test('playing that was given up is an error, and what is still tried is none', async () => {
  const { player, Engine, timers } = aPlayer();
  const screen = aScreen();
  screen.figures.follow(player, { asked: 1000, bitrate: () => 0 });
  const breaks = async (times) => {
    for (let tries = 0; tries < times; tries++) {
      Engine.last.breaks('networkError', 'manifestLoadError', 503);
      await timers.advance(60_000);
    }
  };

  await player.load(URL, { patient: true });
  await breaks(6);
  assert.equal(screen.figures.report().errors, 0);
  await player.load(URL);
  await breaks(4);

  assert.equal(screen.figures.report().errors, 1);
});

test('of what is live is told when it was watched', async () => {
  const screen = aScreen({ startsAt: START - 90_000 });
  screen.player.dispatchEvent(new CustomEvent('stream', { detail: { live: true } }));
  screen.video.currentTime = 7777;
  await starts(screen);

  await plays(screen, 1);

  assert.equal(screen.figures.report().seen.length, 0);
  const moving = aScreen({ startsAt: START - 90_000, time: { now: () => START + moving.clock.now() - 1850 } });
  moving.player.dispatchEvent(new CustomEvent('stream', { detail: { live: true } }));
  moving.video.currentTime = 7777;
  await starts(moving);
  await plays(moving, 1);
  assert.deepEqual(moving.figures.report().seen, [[90.25, 91]]);
});

test('is told again until it is counted, and then only when there is something new', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 1);

  assert.equal(screen.figures.report().sequence, 1);
  assert.equal(screen.figures.report().sequence, 1);
  screen.figures.counted(1);
  assert.equal(screen.figures.report(), undefined);
  await plays(screen, 1);

  assert.equal(screen.figures.report().sequence, 2);
});

test('the last report is new to whoever heard the one before', async () => {
  const screen = aScreen();
  await starts(screen);
  await plays(screen, 1);
  screen.figures.report();

  const { sequence, last } = screen.figures.report({ last: true });

  assert.deepEqual({ sequence, last }, { sequence: 2, last: true });
  screen.figures.counted(2);
  assert.equal(screen.figures.report({ last: true }), undefined);
});

test('another session is another screen that has measured nothing', async () => {
  const screen = aScreen({ around: { origin: 'https://partner.example', lacks: ['fullscreen'] } });
  await starts(screen);
  await plays(screen, 5);
  assert.equal(screen.figures.report().screen, 'screen-1');

  screen.figures.anew();
  await plays(screen, 1);

  assert.deepEqual(screen.figures.report(), {
    screen: 'screen-2', sequence: 1, watched: 1, seen: [[5.25, 6]], startup: undefined, stalls: 0, stalled: 0, errors: 0, bitrate: 3_000_000, origin: 'https://partner.example', lacks: ['fullscreen'],
  });
});

test('whoever was stopped measures and tells no more, whatever plays', async () => {
  const screen = aScreen();
  await starts(screen);

  screen.figures.stop();
  screen.figures.follow(screen.player, { asked: 1000, bitrate: () => 0 });
  await plays(screen, 5);

  assert.equal(screen.figures.report(), undefined);
  assert.equal(screen.figures.report({ last: true }), undefined);
});

test('a partner asks by the address not to follow, and a viewer by the browser', () => {
  const asked = (search, doNotTrack = null, globalPrivacyControl = undefined) => unfollowed({ location: { search }, navigator: { doNotTrack, globalPrivacyControl } });

  assert.equal(asked('?dnt=1'), true);
  assert.equal(asked('?autoplay=1&dnt=true'), true);
  assert.equal(asked('', '1'), true);
  assert.equal(asked('', null, true), true);
  assert.equal(asked('', null, false), false);
  assert.equal(asked('?dnt=0'), false);
  assert.equal(asked('?adnt=1'), false);
  assert.equal(asked('', '0'), false);
});

test('of very many stretches the longest are told', () => {
  const stretches = new Stretches();
  for (let jump = 0; jump < 300; jump++) {
    stretches.at(100 * jump, false);
    stretches.at(100 * jump + (jump < 100 ? 1 : 2), true);
  }

  const told = stretches.told();

  assert.equal(told.length, 200);
  assert.deepEqual(told[0], [10_000, 10_002]);
});
