import assert from 'node:assert/strict';
import test from 'node:test';
import { PlaybackRight } from '../../main/js/playback-right.js';

const MEDIA = 'https://media.example';
const PLAIN = `${MEDIA}/event/recording/master.m3u8`;

function token(begin, until) {
  return `1.key.${begin}.${until}.event.session.path.mac`;
}

function by(carried) {
  return `${MEDIA}/t/${carried}/event/recording/master.m3u8`;
}

test('an address is known without the right that it carries', () => {
  assert.equal(new PlaybackRight().take(by(token(0, 100))), PLAIN);
});

test('an address without a right stays as it is', () => {
  const right = new PlaybackRight();

  assert.equal(right.take('https://elsewhere.example/film.m3u8'), 'https://elsewhere.example/film.m3u8');
  assert.equal(right.take(null), null);
  assert.equal(right.address(PLAIN), PLAIN);
  assert.equal(right.carries(PLAIN), false);
  assert.equal(right.toRenewAt(Date.now()), undefined);
});

test('everything of that origin is fetched by the newest right', () => {
  const right = new PlaybackRight();
  right.take(by(token(0, 100)));
  right.take(by(token(60, 160)));

  assert.equal(right.address(PLAIN), by(token(60, 160)));
  assert.equal(right.address(by(token(0, 100)).replace('master.m3u8', '720p/1.m4s')), by(token(60, 160)).replace('master.m3u8', '720p/1.m4s'));
  assert.equal(right.address('https://elsewhere.example/event/1.m4s'), 'https://elsewhere.example/event/1.m4s');
});

test('an older answer that comes late changes nothing', () => {
  const right = new PlaybackRight();
  right.take(by(token(60, 160)));
  right.take(by(token(0, 100)));

  assert.equal(right.address(PLAIN), by(token(60, 160)));
});

test('it is to be renewed from half of its time on, and over at its end', () => {
  const right = new PlaybackRight();
  right.take(by(token(100, 200)));

  assert.equal(right.toRenewAt(150_000), undefined);
  assert.equal(right.toRenewAt(150_001), token(100, 200));
  assert.equal(right.lacks(PLAIN, 199_999), false);
  assert.equal(right.lacks(PLAIN, 200_000), true);
});

test('what was told with a right plays by none that has not begun', () => {
  const right = new PlaybackRight();
  right.take(by(token(100, 200)));

  assert.equal(right.lacks(PLAIN, 99_999), true);
  assert.equal(right.lacks(PLAIN, 100_000), false);
});

test('what was told without a right needs none, and all else does', () => {
  const right = new PlaybackRight();

  assert.equal(right.lacks(PLAIN, 0), true);
  right.take('https://elsewhere.example/film.m3u8');
  right.take(null);

  assert.equal(right.lacks('https://elsewhere.example/film.m3u8', 0), false);
  assert.equal(right.lacks(PLAIN, 0), true);
});
