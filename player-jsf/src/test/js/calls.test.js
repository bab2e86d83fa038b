import assert from 'node:assert/strict';
import test from 'node:test';
import { Pauses } from '../../main/js/pauses.js';
import { Calls } from '../../main/js/calls.js';
import { FakeServer, FakeTime, answered, refusal } from './fakes.js';

function callsTo(server, { tries = 5 } = {}) {
  const time = new FakeTime();
  return { time, calls: new Calls({ fetch: server.fetch, timers: time, pauses: new Pauses(() => 1), lang: 'fr', tries }) };
}

test('sends JSON under a key and in a language', async () => {
  const server = new FakeServer({ body: { well: true } });

  const answer = await callsTo(server).calls.post('/api/x', { a: 1 }, { key: 'k', token: 't' });

  assert.deepEqual(answer, { well: true });
  const { method, headers, body } = server.last;
  assert.deepEqual([method, body], ['POST', { a: 1 }]);
  assert.deepEqual([headers['Idempotency-Key'], headers.Authorization, headers['Accept-Language']], ['k', 'Foyer t', 'fr']);
});

for (const passing of ['away', { status: 503 }, { status: 500 }, refusal(409, 'request_in_flight'), { status: 429, headers: { 'Retry-After': '2' } }]) {
  test(`tries again under the same key after ${JSON.stringify(passing.status ?? passing)}`, async () => {
    const server = new FakeServer(passing, { body: { well: true } });
    const { calls, time } = callsTo(server);
    let retries = 0;

    const answering = calls.post('/api/x', {}, { key: 'k', onRetry: () => retries++ });
    await answered();
    await time.advance(3000);

    assert.deepEqual(await answering, { well: true });
    assert.equal(retries, 1);
    assert.deepEqual(server.asked.map(({ headers }) => headers['Idempotency-Key']), ['k', 'k']);
  });
}

test('an answer that never comes is asked for again', async () => {
  const server = new FakeServer('silent', { body: { well: true } });
  const { calls, time } = callsTo(server);
  let retries = 0;

  const answering = calls.post('/api/x', {}, { key: 'k', onRetry: () => retries++ });
  await time.advance(15_000);
  await answered();
  await time.advance(1000);

  assert.deepEqual(await answering, { well: true });
  assert.equal(retries, 1);
  assert.deepEqual(server.asked.map(({ headers }) => headers['Idempotency-Key']), ['k', 'k']);
  assert.deepEqual(time.waiting, []);
});

test('waits as long as it was asked to', async () => {
  const server = new FakeServer({ status: 429, headers: { 'Retry-After': '7' } }, {});
  const { calls, time } = callsTo(server);

  const answering = calls.post('/api/x', {});
  await answered();
  await time.advance(6900);
  assert.equal(server.asked.length, 1);
  await time.advance(100);
  await answering;

  assert.equal(server.asked.length, 2);
});

test('a wait that nobody sits out is told instead', async () => {
  const server = new FakeServer({ ...refusal(429, 'too_many_requests'), headers: { 'Retry-After': '900' } });

  await assert.rejects(callsTo(server).calls.post('/api/x', {}), { code: 'too_many_requests' });
});

test('gives up in the end, and says so', async () => {
  const server = new FakeServer('away');
  const { calls, time } = callsTo(server, { tries: 3 });

  const answering = assert.rejects(calls.post('/api/x', {}), { code: 'unreachable' });
  for (let turn = 0; turn < 5; turn++) {
    await answered();
    await time.advance(20_000);
  }
  await answering;

  assert.equal(server.asked.length, 3);
});

test('a refusal is told at once, with what is wrong', async () => {
  const fields = [{ field: 'email', code: 'required', message: '' }];
  const server = new FakeServer(refusal(400, 'validation_failed', fields));

  await assert.rejects(callsTo(server).calls.post('/api/x', {}), { code: 'validation_failed', fields });

  assert.equal(server.asked.length, 1);
});

test('an answer that is no JSON is a failure like any other', async () => {
  const calls = new Calls({ fetch: async () => new Response('<h1>', { status: 404 }), timers: new FakeTime(), pauses: new Pauses(() => 1) });

  await assert.rejects(calls.get('/api/x'), { code: 'internal' });
});
