import assert from 'node:assert/strict';
import test from 'node:test';
import { unfollowed } from '../../main/js/figures.js';
import { aScreen, plays, starts } from './figure-screens.js';

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
