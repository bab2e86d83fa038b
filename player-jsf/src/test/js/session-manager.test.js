import assert from 'node:assert/strict';
import test from 'node:test';
import { refusal } from './fakes.js';
import { GO_ON, NOON, SESSION, aManager, after } from './session-fakes.js';

test('a screen that made way while it waited is over before it plays', async () => {
  const refused = { body: { currentStep: 'refused', sessionData: { reason: 'replaced_by_newer_screen' } } };
  const { sessions, over, keeping } = aManager({ answers: [refused] });
  sessions.keep(SESSION);

  assert.equal(await sessions.playback(), null);

  assert.deepEqual(over, ['replaced_by_newer_screen']);
  assert.equal(keeping.read(), null);
  assert.equal(sessions.session, null);
});

test('whoever was turned away is not over', async () => {
  const refused = { body: { currentStep: 'refused', sessionData: { reason: 'wrong_state' } } };
  const { sessions, over } = aManager({ answers: [refused] });
  sessions.keep(SESSION);

  assert.equal((await sessions.flow()).currentStep, 'refused');

  assert.deepEqual(over, []);
});

const PLAIN = 'https://media.example/e/master.m3u8';

function addressGood({ from, until }) {
  return `https://media.example/t/1.key.${from / 1000}.${until / 1000}.e.s.path.mac/e/master.m3u8`;
}

test('an address of the picture is renewed by the heartbeat once half of its time is over', async () => {
  const fresh = addressGood({ from: NOON + 6000, until: NOON + 66_000 });
  const { sessions, server, time, video, right } = aManager({
    answers: [GO_ON, { body: { nextInSeconds: 30, continue: true, playback: { url: fresh } } }],
  });
  right.take(addressGood({ from: NOON - 20_000, until: NOON + 40_000 }));
  sessions.keep(SESSION);

  sessions.watch(video);
  await after(time, 5000);
  await after(time, 30_000);

  const [first, second] = server.asked.map(({ body }) => body);
  assert.equal(first.playbackToken, undefined);
  assert.match(second.playbackToken, /^1\.key\./);
  assert.equal(right.address(PLAIN), fresh);
});

test('where nothing has to be proven a session is opened for who asks for another address', async () => {
  const url = addressGood({ from: NOON, until: NOON + 60_000 });
  const { sessions, server, right } = aManager({
    remembered: false,
    answers: [{ body: SESSION }, { body: { currentStep: 'watch', sessionData: { playback: { url } } } }],
  });

  assert.equal(await sessions.playback(), PLAIN);
  assert.equal(right.address(PLAIN), url);
  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/events/e/flow']);
});

test('what plays by itself is given an address that lasts, as it is', async () => {
  const url = addressGood({ from: NOON, until: NOON + 3_600_000 });
  const { sessions, server, right } = aManager({
    answers: [{ body: { currentStep: 'watch', sessionData: { playback: { url } } } }],
  });
  sessions.keep(SESSION);

  assert.equal(await sessions.playback({ lasting: true }), url);
  assert.equal(server.asked[0].path, '/api/events/e/flow?playback=lasting');
  assert.equal(right.carries(PLAIN), false);
});

test('what went wrong is told by the session, and by a new one where nothing has to be proven', async () => {
  const { sessions, server } = aManager({ answers: [{ body: {} }] });
  sessions.keep(SESSION);

  await sessions.report({ code: 'BCDF-1234', happenings: [] });

  assert.equal(server.last.path, '/api/sessions/s/support');
  assert.equal(server.last.headers.Authorization, 'Foyer t');
  assert.deepEqual(server.last.body, { code: 'BCDF-1234', happenings: [] });
  const open = aManager({ answers: [{ body: SESSION }, { body: {} }], remembered: false });
  await open.sessions.report({ code: 'BCDF-1234', happenings: [] });
  assert.deepEqual(open.server.asked.map(({ path }) => path), ['/api/auth/login', '/api/sessions/s/support']);
});

test('without a session nothing is told of what went wrong, and what is refused is not told again', async () => {
  const { sessions, server } = aManager({ answers: [refusal(429, 'too_many_requests')] });

  await assert.rejects(sessions.report({}));
  assert.equal(server.asked.length, 0);
  sessions.keep(SESSION);

  await assert.rejects(sessions.report({}));
  assert.equal(server.asked.length, 1);
});
