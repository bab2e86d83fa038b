import assert from 'node:assert/strict';
import test from 'node:test';
import { answered, refusal } from './fakes.js';
import { GO_ON, SESSION, aManager, after } from './session-fakes.js';

test('who signs out ends the session, of which nothing is kept', async () => {
  const { sessions, server, time, video, over, kept } = aManager({ answers: [{ body: {} }] });
  sessions.keep(SESSION);
  sessions.watch(video);

  await sessions.close();
  await after(time, 600_000);

  assert.deepEqual(server.asked.map(({ method, path, headers }) => [method, path, headers.Authorization]), [['DELETE', '/api/sessions/s', 'Foyer t']]);
  assert.deepEqual([over, kept.kept.size], [['closed'], 0]);
});

/** The answer to the first heartbeat is kept until it is given; all else is answered at once. */
function aHolding(first) {
  let give = () => {};
  const held = new Promise((resolve) => (give = () => resolve(undefined)));
  const manager = aManager({ answers: [{ ...first, held }, GO_ON] });
  return { ...manager, give };
}

for (const [told, first] of Object.entries({
  'to go on': GO_ON,
  'that it was revoked': { body: { nextInSeconds: 30, continue: false, reason: 'revoked' } },
  'that nobody knows it': refusal(401, 'unauthenticated'),
  nothing: refusal(503, 'internal'),
})) {
  test(`a heartbeat that is told ${told} after its session was closed begins nothing`, async () => {
    const { sessions, server, time, video, over, give } = aHolding(first);
    sessions.keep(SESSION);
    sessions.watch(video);
    await after(time, 5000);

    await sessions.close();
    give();
    await answered();
    await after(time, 600_000);

    assert.deepEqual(server.asked.map(({ method, path }) => `${method} ${path}`), ['POST /api/sessions/s/heartbeat', 'DELETE /api/sessions/s']);
    assert.deepEqual(over, ['closed']);
  });

  test(`one that is told ${told} when its viewer has come in again ends no newer session`, async () => {
    const { sessions, server, time, video, over, give } = aHolding(first);
    sessions.keep(SESSION);
    sessions.watch(video);
    await after(time, 5000);
    await sessions.close();
    sessions.keep({ ...SESSION, sessionId: 'newer' });
    sessions.watch(video);

    give();
    await answered();
    await after(time, 6000);

    assert.deepEqual([server.last.path, over], ['/api/sessions/newer/heartbeat', ['closed']]);
  });
}

test('who had to prove something and is out opens no session by a picture that comes late', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  await sessions.close();

  sessions.watch(video);
  await after(time, 600_000);
  assert.equal(server.asked.length, 1);
  sessions.keep(SESSION);
  sessions.watch(video);
  await after(time, 5000);

  assert.equal(server.last.path, '/api/sessions/s/heartbeat');
});

test('what another page of the same browser has kept since is forgotten by who signs out', async () => {
  const { sessions, keeping } = aManager({ answers: [{ body: {} }] });
  sessions.keep(SESSION);
  keeping.write({ ...SESSION, sessionId: 'newer' });

  await sessions.close();

  assert.equal(keeping.read(), null);
});

test('who gives their seat back ends the registration that the server names', async () => {
  const flow = { currentStep: 'watch', sessionData: { registrationId: 'r' } };
  const { sessions, server, over, kept } = aManager({ answers: [{ body: flow }, { body: {} }] });
  sessions.keep(SESSION);

  await sessions.giveBack();

  assert.deepEqual([server.last.method, server.last.path, server.last.headers.Authorization], ['DELETE', '/api/registrations/r', 'Foyer t']);
  assert.deepEqual([over, kept.kept.size], [['given_back'], 0]);
});

test('who may not give back goes on', async () => {
  const flow = { currentStep: 'watch', sessionData: { registrationId: 'r' } };
  const { sessions, over, keeping } = aManager({ answers: [{ body: flow }, refusal(409, 'already_paid')] });
  sessions.keep(SESSION);

  await assert.rejects(sessions.giveBack(), { code: 'already_paid' });

  assert.deepEqual([over, keeping.read().sessionId], [[], 's']);
});

test('whether a seat is paid for is asked by who may want to give it back', async () => {
  const flow = { currentStep: 'watch', sessionData: { registrationId: 'r' } };
  const { sessions, server } = aManager({ answers: [{ body: flow }, { body: { paymentStatus: 'completed' } }, { body: flow }, { body: { paymentStatus: 'not_required' } }] });
  sessions.keep(SESSION);

  assert.deepEqual([await sessions.paid(), await sessions.paid()], [true, false]);
  assert.deepEqual([server.last.path, server.last.headers.Authorization], ['/api/registrations/r', 'Foyer t']);
});

for (const code of ['unauthenticated', 'token_expired']) {
  test(`who gives back by a session that is ${code} is told that it is over`, async () => {
    const { sessions, over, keeping } = aManager({ answers: [refusal(401, code)] });
    sessions.keep(SESSION);

    await assert.rejects(sessions.giveBack(), { code });

    assert.deepEqual([over, keeping.read()], [['expired'], null]);
  });
}

test('on a line that breaks who leaves is told that it goes on', async () => {
  const { sessions, time, over } = aManager({ answers: ['away', { body: {} }] });
  const retries = [];
  sessions.keep(SESSION);

  const closing = sessions.close(() => retries.push('again'));
  await answered();
  await after(time, 5000);
  await closing;

  assert.deepEqual([retries, over], [['again'], ['closed']]);
});
