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
    // As the server writes it (foyer.media.aws.RevokedAtTheEdgeIT).
    ...Object.entries(revoked.keys),
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

const [LIVE, RECORDED] = ['cache-live.json', 'cache-recorded.json'].map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
/** The behaviours of the distribution, in their order: which of them it is says the address as the viewer asks for it. */
const BEHAVIOURS = [
  [/^\/t\/.*\/.*\/live\//, LIVE],
  [/^\/t\//, RECORDED],
];

/** What CloudFront knows an object by, of what the function leaves (developer guide, "Understand cache policies"). */
function keyOf({ ParametersInCacheKeyAndForwardedToOrigin: policy }, { uri, querystring, headers, cookies }) {
  const taken = (behaviour, items, given) => {
    if (behaviour === 'none') return {};
    assert.equal(behaviour, 'whitelist', 'what nobody knows yet would be in the key');
    return Object.fromEntries(items.filter((name) => given[name]).map((name) => [name, given[name].value]));
  };
  const { HeadersConfig, CookiesConfig, QueryStringsConfig } = policy;
  const encodings = (headers['accept-encoding']?.value ?? '').split(/, */);
  return JSON.stringify([
    uri,
    taken(QueryStringsConfig.QueryStringBehavior, QueryStringsConfig.QueryStrings?.Items, querystring),
    taken(HeadersConfig.HeaderBehavior, HeadersConfig.Headers?.Items, headers),
    taken(CookiesConfig.CookieBehavior, CookiesConfig.Cookies?.Items, cookies),
    policy.EnableAcceptEncodingBrotli && encodings.includes('br'),
    policy.EnableAcceptEncodingGzip && encodings.includes('gzip'),
  ]);
}

/** A browser's, of which no other has the same. */
function headersOf(viewer) {
  const told = {
    host: 'media.example.com',
    'accept-encoding': viewer % 2 ? 'gzip, deflate, br' : 'gzip, deflate, br, zstd',
    'accept-language': `x-${viewer}`,
    authorization: `Foyer ${viewer}`,
    origin: `https://partner-${viewer}.example`,
    referer: `https://partner-${viewer}.example/watch`,
    'user-agent': `Browser/${viewer}`,
  };
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, { value }]));
}

/** An origin that counts, with a cache before it whose key is what the policies say of what the function leaves. */
async function behindACache(use) {
  let fetches = 0;
  const origin = createServer((request, answer) => {
    fetches++;
    answer.end(`bytes of ${request.url}`);
  });
  await new Promise((ready) => origin.listen(0, '127.0.0.1', ready));
  const kept = new Map();
  const handler = edgeAt(1_800_000_000);
  const get = async (uri, told, viewer = 0) => {
    const [, policy] = BEHAVIOURS.find(([pattern]) => pattern.test(uri));
    const event = eventOf(uri, told);
    Object.assign(event.request, { headers: headersOf(viewer), cookies: { visit: { value: String(viewer) } } });
    const answer = await handler(event);
    if (answer.statusCode) return String(answer.statusCode);
    const key = keyOf(policy, answer);
    if (!kept.has(key))
      kept.set(
        key,
        fetch(`http://127.0.0.1:${origin.address().port}${answer.uri}`).then((got) => got.text()),
      );
    return kept.get(key);
  };
  try {
    await use(get, () => fetches);
  } finally {
    origin.closeAllConnections();
    await new Promise((closed) => origin.close(closed));
  }
}

for (const [what, path, other, left] of [
  ['a recording', 'recording/720p/00001.m4s', 'recording/720p/00002.m4s', '/Jx0mPq3vS5-aB_cdEfGhIj/recording/720p/00001.m4s'],
  [
    'what is live',
    'live/broadcast_012345678-Ab/low-latency-rendition_1_41.mp4',
    'live/broadcast_012345678-Ab/low-latency-rendition_1_42.mp4',
    '/Jx0mPq3vS5-aB_cdEfGhIj_broadcast_012345678-Ab/hls/low-latency-rendition_1_41.mp4',
  ],
])
  test(`at the edge: a thousand viewers of one segment of ${what} are one fetch at the origin, by the policy of its cache`, async () => {
    await behindACache(async (get, fetches) => {
      const addresses = Array.from({ length: 1000 }, (_, viewer) => addressFor(`viewer-${viewer}`, path));
      assert.equal(new Set(addresses).size, 1000);

      const told = (viewer) => ({ CMCD: { value: `sid%3D%22${viewer}%22` }, _HLS_msn: { value: String(viewer) } });
      const answers = await Promise.all(addresses.map((uri, viewer) => get(uri, told(viewer), viewer)));

      assert.deepEqual([...new Set(answers)], [`bytes of ${left}`]);
      assert.equal(fetches(), 1);
      // Who has no right gets nothing of what is kept either.
      assert.equal(await get(addresses[0].replace('viewer-0', 'viewer-x')), '403');
      // Another segment is another object.
      await get(addressFor('viewer-1', other));
      assert.equal(fetches(), 2);
    });
  });

test('at the edge: a thousand viewers who wait for the next part are one fetch for each part', async () => {
  await behindACache(async (get, fetches) => {
    const address = (viewer) => addressFor(`viewer-${viewer}`, 'live/broadcast_012345678-Ab/low-latency-rendition_1.m3u8');
    const waiting = (part) => ({ _HLS_msn: { value: '273' }, _HLS_part: { value: String(part) }, CMCD: { value: `sn%3D${part}` } });

    await Promise.all(Array.from({ length: 1000 }, (_, viewer) => get(address(viewer), waiting(viewer % 2), viewer)));

    assert.equal(fetches(), 2);
  });
});

test('what is kept at the edge is not kept for longer than it may be', () => {
  // MediaPackage says itself for how long; a bucket says nothing, and captions of a recording change its manifest.
  assert.equal(LIVE.MinTTL, 0);
  assert.ok(LIVE.DefaultTTL <= 1);
  assert.ok(RECORDED.MinTTL <= RECORDED.DefaultTTL && RECORDED.DefaultTTL <= 60);
  for (const { Comment, Name } of [LIVE, RECORDED]) assert.ok(Comment.length <= 128 && /^[\w-]{1,128}$/.test(Name));
});

test('the function fits where it has to', () => {
  assert.ok(SOURCE.length <= 10_240, `${SOURCE.length} bytes`);
});
