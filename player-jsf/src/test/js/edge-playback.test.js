import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';
import { eventOf } from '../../../../config/aws/playback/test-events.js';

const FOLDER = new URL('../../../../config/aws/playback/', import.meta.url);
const SOURCE = readFileSync(new URL('function.js', FOLDER), 'utf8');
const { keys, revoked, vectors } = JSON.parse(readFileSync(new URL('vectors.json', FOLDER), 'utf8'));

/** There is no local runner for CloudFront Functions: this one has the names that the function uses of their runtime. */
function edgeAt(second) {
  const kept = new Map([
    ...Object.entries(keys).map(([id, secret]) => [`key.${id}`, secret]),
    ...revoked.sessions.map((id) => [`revoked.session.${id}`, '']),
    ...revoked.events.map((id) => [`revoked.event.${id}`, '']),
  ]);
  const store = {
    exists: async (key) => kept.has(key),
    get: async (key) => kept.get(key) ?? Promise.reject(new Error('KeyNotFound')),
  };
  class FixedDate extends Date {
    static now() {
      return 1000 * second;
    }
  }
  const context = vm.createContext({ cf: { kvs: () => store }, crypto, Buffer, Date: FixedDate });
  vm.runInContext(SOURCE.replace(/^import .*$/gm, ''), context);
  return context.handler;
}

for (const { name, now, uri, expect, path, edge } of vectors) {
  test(`at the edge: ${name}`, async () => {
    const answer = await edgeAt(now)(eventOf(uri));

    if (expect === 'ok') {
      assert.equal(answer.uri, edge ?? path);
      assert.equal(answer.statusCode, undefined);
    } else {
      assert.equal(answer.statusCode, 403);
      assert.equal(JSON.parse(answer.body).error.details.reason, expect);
      assert.equal(answer.headers['cache-control'].value, 'no-store');
    }
  });
}

test('at the edge: what a player tells of itself (CMCD) is let pass for the logs, and judged by nobody', async () => {
  const { now, uri, path } = vectors.find(({ name }) => name === 'valid, a segment deep below');
  const told = { CMCD: { value: 'bl%3D2000%2Csid%3D%220123456789abcdef%22' } };

  const answer = await edgeAt(now)(eventOf(uri, told));

  assert.equal(answer.uri, path);
  assert.deepEqual({ ...answer.querystring }, told);
});

/** What is left of these arguments. */
async function left(told) {
  const { now, uri } = vectors.find(({ edge }) => edge);
  return { ...(await edgeAt(now)(eventOf(uri, told))).querystring };
}

test('at the edge: what asks for the next part of what is live is let pass', async () => {
  const asked = { _HLS_msn: { value: '273' }, _HLS_part: { value: '0' }, _HLS_skip: { value: 'YES' } };

  assert.deepEqual(await left(asked), asked);
  assert.deepEqual(await left({ _HLS_skip: { value: 'v2' } }), { _HLS_skip: { value: 'v2' } });
});

test('at the edge: nobody gets an object of their own in the cache by arguments that mean nothing', async () => {
  assert.deepEqual(await left({ _HLS_msn: { value: '273' }, x: { value: '1' }, __proto__x: { value: '1' } }), { _HLS_msn: { value: '273' } });
  for (const value of ['', '-1', '07', '1.0', '1e3', '%31', '12345678901', '7\n'])
    assert.deepEqual(await left({ _HLS_msn: { value }, _HLS_part: { value } }), {}, value);
  for (const value of ['', 'yes', 'NO', 'YESv2']) assert.deepEqual(await left({ _HLS_skip: { value } }), {}, value);
  const twice = { value: '1', multiValue: [{ value: '1' }, { value: '2' }] };
  assert.deepEqual(await left({ _HLS_msn: twice }), {});
});

test('the function fits where it has to', () => {
  assert.ok(SOURCE.length <= 10_240, `${SOURCE.length} bytes`);
});
