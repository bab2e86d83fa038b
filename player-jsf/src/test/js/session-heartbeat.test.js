import assert from 'node:assert/strict';
import test from 'node:test';
import { answered, refusal } from './fakes.js';
import { GO_ON, SESSION, aManager, after, measures } from './session-fakes.js';

test('tells where it is, and nothing of how it got there, at the pace the server asks for', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video);

  for (const position of [1, 1.5, 2]) {
    video.currentTime = position;
    video.happens('timeupdate');
  }
  video.happens('waiting');
  video.readyState = 2;
  await after(time, 5000);
  assert.equal(server.last.path, '/api/sessions/s/heartbeat');
  assert.equal(server.last.headers.Authorization, 'Foyer t');
  assert.deepEqual(server.last.body, { position: 2, state: 'playing' });
  await after(time, 29_000);
  assert.equal(server.asked.length, 1);
  await after(time, 1000);

  assert.equal(server.asked.length, 2);
});

test('a silent server is told again', async () => {
  const { sessions, server, time, video } = aManager({ answers: ['away', GO_ON] });
  sessions.keep(SESSION);
  sessions.watch(video);
  video.currentTime = 2;

  await after(time, 5000);
  await after(time, 5000);

  assert.equal(server.asked.length, 2);
  assert.equal(server.last.body.position, 2);
});

for (const reason of ['replaced_by_newer_screen', 'revoked', 'expired']) {
  test(`a session that is ${reason} is over, and forgotten`, async () => {
    const { sessions, server, time, video, over, kept } = aManager({ answers: [{ body: { nextInSeconds: 30, continue: false, reason } }] });
    sessions.keep(SESSION);
    sessions.watch(video);

    await after(time, 5000);
    await after(time, 600_000);

    assert.deepEqual(over, [reason]);
    assert.equal(kept.kept.size, 0);
    assert.equal(server.asked.length, 1);
  });
}

test('a token that is not taken is over', async () => {
  const { sessions, time, video, over } = aManager({ answers: [refusal(401, 'unauthenticated')] });
  sessions.keep(SESSION);
  sessions.watch(video);

  await after(time, 5000);

  assert.deepEqual(over, ['expired']);
});

test('where nothing has to be proven a session opens with the first beat, and another one after it', async () => {
  const { sessions, server, time, video, over } = aManager({
    remembered: false,
    answers: [{ body: SESSION }, { body: { nextInSeconds: 30, continue: false, reason: 'expired' } }, { body: SESSION }, GO_ON],
  });
  sessions.watch(video);

  await after(time, 5000);
  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/sessions/s/heartbeat']);
  assert.deepEqual(server.asked[0].body, { eventId: 'e' });
  await after(time, 5000);

  assert.equal(server.asked.length, 4);
  assert.deepEqual(over, []);
});

test('whoever pressed play and goes away soon can tell so', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: [{ body: SESSION }, GO_ON] });
  sessions.watch(video, measures(), { pressed: true });

  await after(time, 200);
  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login']);
  sessions.leave();

  assert.deepEqual(server.last.body.figures, { sequence: 1, last: true });
});

test('those who waited for the start open their sessions one after another', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: [{ body: SESSION }, GO_ON] });
  sessions.watch(video, measures());

  await after(time, 2400);
  assert.equal(server.asked.length, 0);
  await after(time, 200);
  assert.equal(server.asked.length, 1);
  await after(time, 2400);

  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/sessions/s/heartbeat']);
});

test('who is not to be measured has a session with the first heartbeat only', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: [{ body: SESSION }, GO_ON] });
  sessions.watch(video, null, { pressed: true });

  await after(time, 4900);

  assert.equal(server.asked.length, 0);
});

test('a session that is still being opened is waited for by the first heartbeat', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: ['away', { body: SESSION }, GO_ON] });
  sessions.watch(video, measures());

  await after(time, 2600);
  await after(time, 2400);
  await after(time, 2400);

  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/auth/login', '/api/sessions/s/heartbeat']);
});

test('who looks away tells at once what the next heartbeat would tell, once in each interval', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video, measures());
  await after(time, 5000);
  await after(time, 10_000);

  sessions.hide();
  await answered();
  assert.equal(server.asked.length, 2);
  assert.equal(server.last.keepalive, true);
  assert.deepEqual(server.last.body.figures, { sequence: 2 });
  await after(time, 5000);
  sessions.hide();
  await after(time, 44_000);
  assert.equal(server.asked.length, 2);
  await after(time, 1000);

  assert.equal(server.asked.length, 3);
});

test('who looks away with the page gone tells nothing twice', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video, measures());
  await after(time, 5000);
  sessions.leave();

  sessions.hide();

  assert.equal(server.asked.length, 2);
});

test('the last report outlives the page', () => {
  const { sessions, server, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video);
  video.currentTime = 61.2345;

  sessions.leave();

  assert.equal(server.last.keepalive, true);
  assert.equal(server.last.body.position, 61.235);
});

test('a page that showed nothing has nothing to report', () => {
  const { sessions, server } = aManager();

  sessions.leave();

  assert.equal(server.asked.length, 0);
});
