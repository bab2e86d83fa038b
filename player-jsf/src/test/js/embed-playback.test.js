import assert from 'node:assert/strict';
import test from 'node:test';
import { playback } from '../../main/js/embed/playback.js';
import { FakePicture, FakeScreen, ranges } from './embed-fakes.js';
import { settled } from './fakes.js';

function aPicture({ password = false, state = 'ready' } = {}) {
  const video = new FakePicture();
  const screen = new FakeScreen();
  screen.state = state;
  const asked = [];
  const watching = {
    play: () => {
      asked.push('play');
      screen.shows('loading');
    },
    unload: () => asked.push('unload'),
  };
  return { video, screen, asked, methods: playback({ video, screen, watching, password }) };
}

test('before anything is loaded everything has an answer', () => {
  const { methods } = aPicture();

  assert.equal(methods.getPaused(), true);
  assert.equal(methods.getEnded(), false);
  assert.equal(methods.getDuration(), 0);
  assert.equal(methods.getCurrentTime(), 0);
  assert.deepEqual(methods.getBuffered(), []);
  assert.equal(methods.setCurrentTime(90), 90);
  assert.equal(methods.getCurrentTime(), 90);
});

test('playing begins what was at rest, and is done once the picture moves', async () => {
  const { methods, video, screen, asked } = aPicture();
  let done = false;

  const playing = methods.play().then(() => (done = true));
  await settled();
  assert.deepEqual(asked, ['play']);
  assert.equal(done, false);
  screen.shows('playing');
  video.moves();
  await playing;

  assert.equal(done, true);
});

test('playing goes on with what was stopped', async () => {
  const { methods, video, screen, asked } = aPicture();
  screen.shows('playing');
  video.loads(30);

  const playing = methods.play();
  await settled();
  video.moves();
  await playing;

  assert.equal(video.plays, 1);
  assert.deepEqual(asked, []);
});

test('what plays already has nothing to do', async () => {
  const { methods, video, screen } = aPicture();
  screen.shows('playing');
  video.loads(30);
  video.moves();

  await methods.play();

  assert.equal(video.plays, 0);
});

for (const [state, password, name] of [
  ['registration', true, 'PasswordError'],
  ['registration', false, 'PrivacyError'],
  ['countdown', false, 'NotFoundError'],
  ['cancelled', false, 'NotFoundError'],
]) {
  test(`where the page shows ${state}${password ? ' and asks for a password' : ''}, playing is refused by ${name}`, async () => {
    const { methods, asked } = aPicture({ state, password });

    await assert.rejects(() => methods.play(), { name });

    assert.deepEqual(asked, []);
  });
}

test('who waits for a picture that does not come is told why', async () => {
  for (const [state, name] of [['failed', 'Error'], ['blocked', 'NotAllowedError'], ['registration', 'PrivacyError'], ['ready', 'AbortError']]) {
    const { methods, screen } = aPicture();

    const playing = methods.play();
    screen.shows('retrying');
    screen.shows(state);

    await assert.rejects(playing, { name });
  }
});

test('who waits for a picture that is stopped first is told so', async () => {
  const { methods, video, screen } = aPicture();

  const playing = methods.play();
  screen.shows('playing');
  video.pause();

  await assert.rejects(playing, { name: 'AbortError' });
});

test('what the browser refuses is told by its name', async () => {
  const { methods, video, screen } = aPicture();
  screen.shows('blocked');
  video.refuses = () => true;

  await assert.rejects(() => methods.play(), { name: 'NotAllowedError' });
});

test('numbers have their limits', () => {
  const { methods, video } = aPicture();
  video.loads(30);

  for (const [method, value, name] of [
    ['setCurrentTime', -1, 'RangeError'],
    ['setCurrentTime', 31, 'RangeError'],
    ['setCurrentTime', '1', 'TypeError'],
    ['setCurrentTime', undefined, 'TypeError'],
    ['setVolume', 1.1, 'RangeError'],
    ['setVolume', NaN, 'TypeError'],
    ['setPlaybackRate', 0.4, 'RangeError'],
    ['setPlaybackRate', 2.1, 'RangeError'],
    ['setLoop', 1, 'TypeError'],
    ['setMuted', 'yes', 'TypeError'],
  ]) {
    assert.throws(() => methods[method](value), { name }, `${method} ${value}`);
  }
  assert.equal(methods.setVolume(0.3), 0.3);
  assert.equal(methods.getVolume(), 0.3);
  assert.equal(methods.setPlaybackRate(1.5), 1.5);
  assert.equal(methods.setLoop(true), true);
  assert.equal(methods.setMuted(true), true);
});

test('what is live is as long as it can be seen', () => {
  const { methods, video } = aPicture();
  video.loads(Infinity);
  video.seekable = ranges([10, 42.5]);

  assert.equal(methods.getDuration(), 42.5);
});

test('stretches are told by pairs and by name', () => {
  const { methods, video } = aPicture();
  video.played = ranges([0, 4], [10, 12.34567]);

  const [, second] = methods.getPlayed();

  assert.deepEqual([...second], [10, 12.346]);
  assert.equal(second.end, 12.346);
});
