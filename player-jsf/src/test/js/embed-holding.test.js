import assert from 'node:assert/strict';
import test from 'node:test';
import { playback } from '../../main/js/embed/playback.js';
import { FakePicture, FakeScreen } from './embed-fakes.js';

function aPicture({ state = 'ready' } = {}) {
  const video = new FakePicture();
  const screen = new FakeScreen();
  screen.state = state;
  const watching = { play: () => screen.shows('loading'), unload: () => {} };
  return { video, screen, methods: playback({ video, screen, watching, password: false }) };
}

test('what is stopped before it came does not begin', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');

  methods.pause();
  video.moves();

  assert.equal(video.paused, true);
});

test('who wants to see it later sees what was stopped before it came', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');
  methods.pause();
  video.moves();
  screen.shows('playing');

  video.moves();

  assert.equal(video.paused, false);
});

test('who presses play where the browser did not let it begin, or it failed, sees what was stopped before it came', () => {
  for (const state of ['blocked', 'failed']) {
    const { methods, video, screen } = aPicture();
    screen.shows('loading');
    methods.pause();
    screen.shows(state);

    video.moves();

    assert.equal(video.paused, false, state);
  }
});

test('what is stopped while it waits to be opened anew does not begin', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('retrying');

  methods.pause();
  video.moves();

  assert.equal(video.paused, true);
});

test('what is stopped in trouble, and is there again, plays when the viewer wants it to', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('retrying');
  methods.pause();
  screen.shows('playing');

  video.moves();

  assert.equal(video.paused, false);
});

test('what is stopped before it ever began stays so, though what the element was to play did not come', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');
  screen.shows('retrying');
  // Its list is there, so that it is to play; nothing to be seen is.
  video.paused = false;

  methods.pause();
  screen.shows('retrying');
  video.moves();

  assert.equal(video.paused, true);
});

test('what is stopped stays so until it comes, though it is said to have failed meanwhile and is tried again by itself', () => {
  for (const before of [true, false]) {
    const { methods, video, screen } = aPicture();
    screen.shows('retrying');
    if (before) methods.pause();
    screen.shows('failed', true);
    if (!before) methods.pause();

    video.moves();

    assert.equal(video.paused, true, `${before}`);
  }
});

test('who has what failed tried again sees it, though it was stopped before', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('retrying');
  methods.pause();
  screen.shows('failed', true);

  screen.shows('loading');
  video.moves();

  assert.equal(video.paused, false);
});

test('who plays on what was stopped while there was something to be seen is not stopped by that', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');
  video.loads(30);
  video.moves();
  screen.shows('playing');
  screen.shows('retrying');

  methods.pause();
  video.moves();

  assert.equal(video.paused, false);
});

test('who plays what is there again of what was stopped without a source is not stopped by that', () => {
  const { methods, video, screen } = aPicture();
  screen.shows('retrying');
  methods.pause();
  video.readyState = 2;

  video.moves();

  assert.equal(video.paused, false);
});

test('a page that plays after all is not stopped by what it asked before', async () => {
  const { methods, video, screen } = aPicture();
  screen.shows('loading');
  methods.pause();

  const playing = methods.play();
  // What opens it has made it play already, once.
  assert.equal(video.plays, 1);
  video.moves();
  await playing;

  assert.equal(video.paused, false);
});

test('what had failed before anybody of the page around asked for anything is seen by who has it tried again', () => {
  const { methods, video, screen } = aPicture({ state: 'failed' });
  screen.goesOn = true;
  methods.pause();

  screen.shows('loading');
  video.moves();

  assert.equal(video.paused, false);
});
