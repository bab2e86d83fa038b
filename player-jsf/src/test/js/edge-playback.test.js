import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { eventOf, given } from '../../../../config/aws/playback/test-events.js';

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

for (const { name, now, uri, arguments: told, expect, path, edge, kept } of vectors) {
  test(`at the edge: ${name}`, async () => {
    const answer = await edgeAt(now)(eventOf(uri, given(told)));

    if (expect === 'ok') {
      assert.equal(answer.uri, edge ?? path);
      assert.deepEqual({ ...answer.querystring }, given(kept));
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

test('each vector is written as TestFunction takes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  try {
    execFileSync(process.execPath, [fileURLToPath(new URL('test-events.js', FOLDER)), folder]);

    const written = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const asWritten = ({ request }) => JSON.stringify([request.uri, request.querystring]);
    assert.deepEqual(written.map(asWritten).sort(), vectors.map((one) => asWritten(eventOf(one.uri, given(one.arguments)))).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** What is left of these arguments where what comes next may be asked for. */
async function left(told) {
  const { now, uri } = vectors.find(({ kept }) => kept?._HLS_msn);
  return { ...(await edgeAt(now)(eventOf(uri, told))).querystring };
}

test('at the edge: what asks for the next part of what is live is let pass, in each form', async () => {
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

/** An address as the server writes it for a session (foyer.media.playback.PlaybackTokens). */
function addressFor(session, path) {
  const event = 'Jx0mPq3vS5-aB_cdEfGhIj';
  const folder = Buffer.from(`/${event}/`).toString('base64url');
  const said = ['1', 'first', 1_700_000_000, 4_000_000_000, event, session, folder].join('.');
  const mac = crypto.createHmac('sha256', Buffer.from(keys.first, 'base64')).update(said).digest('base64url');
  return `/t/${said}.${mac}/${event}/${path}`;
}

/** An origin that counts, with a cache before it whose key is the whole address that the function leaves, and no query strings. */
async function behindACache(use) {
  let fetches = 0;
  const origin = createServer((request, answer) => {
    fetches++;
    answer.end(`bytes of ${request.url}`);
  });
  await new Promise((ready) => origin.listen(0, '127.0.0.1', ready));
  const kept = new Map();
  const handler = edgeAt(1_800_000_000);
  const get = async (uri, told) => {
    const answer = await handler(eventOf(uri, told));
    if (answer.statusCode) return String(answer.statusCode);
    if (!kept.has(answer.uri))
      kept.set(
        answer.uri,
        fetch(`http://127.0.0.1:${origin.address().port}${answer.uri}`).then((got) => got.text()),
      );
    return kept.get(answer.uri);
  };
  try {
    await use(get, () => fetches);
  } finally {
    origin.closeAllConnections();
    await new Promise((closed) => origin.close(closed));
  }
}

test('at the edge: a thousand viewers of one segment are one fetch at the origin behind a cache', async () => {
  await behindACache(async (get, fetches) => {
    const addresses = Array.from({ length: 1000 }, (_, viewer) => addressFor(`viewer-${viewer}`, 'recording/720p/00001.m4s'));
    assert.equal(new Set(addresses).size, 1000);

    const answers = await Promise.all(addresses.map((uri, viewer) => get(uri, { CMCD: { value: `sid%3D%22${viewer}%22` } })));

    assert.deepEqual([...new Set(answers)], ['bytes of /Jx0mPq3vS5-aB_cdEfGhIj/recording/720p/00001.m4s']);
    assert.equal(fetches(), 1);
    // Who has no right gets nothing of what is kept either.
    assert.equal(await get(addresses[0].replace('viewer-0', 'viewer-x')), '403');
    // Another segment is another object.
    await get(addressFor('viewer-1', 'recording/720p/00002.m4s'));
    assert.equal(fetches(), 2);
  });
});

test('the function fits where it has to', () => {
  assert.ok(SOURCE.length <= 10_240, `${SOURCE.length} bytes`);
});
