import assert from 'node:assert/strict';
import test from 'node:test';
import { Stretches } from '../../main/js/stretches.js';
import { START, aScreen, plays, starts } from './figure-screens.js';

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

test('a recording that follows what was live is seen at its own seconds', async () => {
  const screen = aScreen({ startsAt: START - 90_000 });
  screen.player.dispatchEvent(new CustomEvent('stream', { detail: { live: true } }));

  screen.figures.follow(new EventTarget(), { asked: 1000, bitrate: () => 0 });
  await starts(screen);
  await plays(screen, 1);

  assert.deepEqual(screen.figures.report().seen, [[0.25, 1]]);
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
