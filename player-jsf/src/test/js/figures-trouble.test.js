import assert from 'node:assert/strict';
import test from 'node:test';
import { aScreen, plays, starts } from './figure-screens.js';
import { URL, aPlayer } from './players.js';

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
