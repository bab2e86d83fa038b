import assert from 'node:assert/strict';
import test from 'node:test';
import { Figures } from '../../main/js/figures.js';
import { FakeTime, FakeVideo } from './fakes.js';
import { aScreen, plays, starts } from './figure-screens.js';

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
