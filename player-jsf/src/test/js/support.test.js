import assert from 'node:assert/strict';
import test from 'node:test';
import { LastMinute } from '../../main/js/last-minute.js';
import { SupportCode } from '../../main/js/support-code.js';
import { FakeTime, FakeVideo, fakeEngines, settled } from './fakes.js';

class APlayer extends EventTarget {
  changes(state, reason) {
    this.dispatchEvent(new CustomEvent('change', { detail: { state, reason } }));
    return settled();
  }
}

function aScreen({ answers = [] } = {}) {
  const clock = new FakeTime(1000);
  const video = new FakeVideo();
  const player = new APlayer();
  const minute = new LastMinute(video, clock);
  minute.follow(player);
  const sent = [];
  const shown = [];
  let drawn = 0;
  const send = async (report) => {
    sent.push(report);
    if (answers.shift() === 'away') throw new Error('away');
  };
  new SupportCode(minute, { send, clock, draw: (bound) => drawn++ % bound, show: (code, told) => shown.push([code, told]), hide: () => shown.push('hidden') }).follow(player);
  return { clock, video, player, minute, sent, shown };
}

test('what happened in the last minute is known, and nothing older', async () => {
  const { clock, video, player, minute } = aScreen();
  await player.changes('loading');
  await clock.advance(50_000);
  video.happens('waiting');
  await clock.advance(11_000);

  assert.deepEqual(minute.noted, [{ at: 51_000, what: 'stalled', detail: '' }]);
});

test('a picture that stands because somebody jumps did not stall', () => {
  const { video, minute } = aScreen();
  for (const wished of ['paused', 'seeking']) {
    Object.assign(video, { paused: false, seeking: false, [wished]: true }).happens('waiting');
  }

  assert.deepEqual(minute.noted, []);
});

test('of the engine only words of a program are noted, and no address', () => {
  const { minute } = aScreen();
  const Engine = fakeEngines();
  const engine = new Engine({});
  minute.hear(engine, Engine);

  engine.happens('error', { details: 'fragLoadError', fatal: true, response: { code: 404, url: 'https://media.example/t/secret/1.m4s' }, url: 'https://media.example/t/secret/1.m4s' });
  engine.happens('error', { details: 'internal: <ada@example.org>/?', fatal: false });

  assert.deepEqual(minute.noted.map(({ detail }) => detail), ['fragLoadError 404 fatal', 'internal adaexample.org']);
});

test('no more is kept than the server takes', async () => {
  const { player, minute } = aScreen();

  for (let time = 0; time < 100; time++) await player.changes(time < 99 ? 'retrying' : 'playing');

  assert.equal(minute.noted.length, 60);
  assert.equal(minute.noted.at(-1).detail, 'playing');
});

test('who is told that something is wrong has a code that leads to what happened before', async () => {
  const { clock, player, sent, shown } = aScreen();
  await player.changes('retrying', 'network');
  await clock.advance(2000);

  await player.changes('failed', 'network');

  assert.deepEqual(shown, ['hidden', ['BCDF-4567', undefined], ['BCDF-4567', true]]);
  assert.deepEqual(sent, [
    {
      code: 'BCDF-4567',
      happenings: [
        { before: 2000, what: 'state', detail: 'retrying network' },
        { before: 0, what: 'state', detail: 'failed network' },
      ],
    },
  ]);
});

test('failing on is the same code, told once', async () => {
  const { player, sent, shown } = aScreen();
  await player.changes('failed', 'network');
  await player.changes('loading');
  await player.changes('failed', 'network');

  assert.equal(sent.length, 1);
  assert.deepEqual(new Set(shown.filter((each) => each !== 'hidden').map(([code]) => code)), new Set(['BCDF-4567']));
});

test('what could not be told is said to lead nowhere, and told when it plays again', async () => {
  const { clock, player, sent, shown } = aScreen({ answers: ['away'] });
  await player.changes('failed', 'network');
  assert.deepEqual(shown.at(-1), ['BCDF-4567', false]);
  await clock.advance(90_000);

  await player.changes('playing');

  assert.deepEqual(sent.map(({ code, happenings }) => [code, happenings.map(({ before }) => before)]), [['BCDF-4567', [0]], ['BCDF-4567', [90_000]]]);
  assert.equal(shown.at(-1), 'hidden');
});

test('the next trouble has another code', async () => {
  const { player, sent } = aScreen();
  await player.changes('failed');
  await player.changes('playing');
  await player.changes('failed');

  assert.equal(sent.length, 2);
  assert.notEqual(sent[0].code, sent[1].code);
});
