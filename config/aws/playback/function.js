import cf from 'cloudfront';
import crypto from 'crypto';

// A CloudFront Function (runtime 2.0, event type viewer-request) with a KeyValueStore, in front of /t/*, and of
// /t/*/*/live/*, which is fetched from MediaPackage and not from the bucket. It lets through whoever has the
// right to a picture in the address, and takes that right out of it, so that all viewers share what the cache holds.
//
// The store holds the live keys (key.{id}: the secret in base64) and what was taken back (revoked.session.{id}, revoked.event.{id}).
// Players tell how it plays in an argument (?CMCD=…, CTA-5004). It stays where it is, for the logs; the distribution's cache policy has no
// query strings, or each viewer would have an object of their own in the cache. For what is live it has those by which players ask for what
// comes next (RFC 8216bis, 6.2.5). Only low-latency playlists know those (foyer.media.aws.LivePackaging); of a segment, and of any other
// playlist, each number would be another object, fetched anew. So they pass there alone, and what nobody means passes nowhere.
//
// What a token is: foyer.media.playback.PlaybackTokens. The same vectors (vectors.json) are proven here and there.

const store = cf.kvs();
const LONGEST_ADDRESS = 2050;
const LONGEST_TOKEN = 512;
const ADDRESS = /^\/t\/([^/]+)((?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+)$/;
const TOKEN =
  /^1\.([A-Za-z0-9_-]{1,16})\.([0-9]{1,11})\.([0-9]{1,11})\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{2,300})\.([A-Za-z0-9_-]{43})$/;
// What is live lies with MediaPackage, by names of its own (foyer.media.aws.LivePackaging); its origin's path is /out/v1/{channel group}.
const LIVE = /^\/([A-Za-z0-9_-]{22})\/live\/([A-Za-z0-9_-]{22})\/([A-Za-z0-9._~-]+)$/;
const LOW_LATENCY = /^low-latency[A-Za-z0-9_-]*\.m3u8$/;
const NUMBER = /^(0|[1-9][0-9]{0,9})$/;
const TOLD = { CMCD: /^/ };
const ASKED = { CMCD: TOLD.CMCD, _HLS_msn: NUMBER, _HLS_part: NUMBER, _HLS_skip: /^(YES|v2)$/ };
const WORDS = {
  expired: 'This address is over. Reload the page for another one.',
  not_yet: 'This address is not good yet.',
  revoked: 'The right to watch was taken back.',
};

async function handler(event) {
  const request = event.request;
  const address = request.uri.length > LONGEST_ADDRESS ? null : ADDRESS.exec(request.uri);
  const refusal = address ? await refusalOf(address[1], address[2], Math.floor(Date.now() / 1000)) : 'malformed';
  if (refusal) return refused(refusal);
  const live = LIVE.exec(address[2]);
  request.uri = live ? `/${live[1]}_${live[2]}/hls/${live[3]}` : address[2];
  request.querystring = meant(request.querystring, live && LOW_LATENCY.test(live[3]) ? ASKED : TOLD);
  return request;
}

function meant(given, known) {
  const kept = {};
  for (const name of Object.keys(known)) {
    const argument = given[name];
    if (argument && !argument.multiValue && known[name].test(argument.value)) kept[name] = argument;
  }
  return kept;
}

async function refusalOf(token, path, now) {
  const parts = token.length > LONGEST_TOKEN ? null : TOKEN.exec(token);
  if (!parts) return 'malformed';
  const key = `key.${parts[1]}`;
  if (!(await store.exists(key))) return 'unknown_key';
  const secret = Buffer.from(await store.get(key), 'base64');
  const mac = crypto.createHmac('sha256', secret).update(token.slice(0, token.lastIndexOf('.'))).digest('base64url');
  if (!same(mac, parts[7])) return 'altered';
  if (now < Number(parts[2])) return 'not_yet';
  if (now >= Number(parts[3])) return 'expired';
  const covered = Buffer.from(parts[6], 'base64url').toString('utf8');
  if (!path.startsWith(covered) || path.length === covered.length) return 'other_path';
  if (await store.exists(`revoked.event.${parts[4]}`)) return 'revoked';
  if (parts[5] !== '-' && (await store.exists(`revoked.session.${parts[5]}`))) return 'revoked';
  return '';
}

// In the same time whatever the difference is. Both have 43 characters.
function same(one, other) {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

function refused(reason) {
  return {
    statusCode: 403,
    statusDescription: 'Forbidden',
    headers: {
      'access-control-allow-origin': { value: '*' },
      'cache-control': { value: 'no-store' },
      'content-type': { value: 'application/json' },
      'x-content-type-options': { value: 'nosniff' },
    },
    body: JSON.stringify({
      error: {
        code: 'forbidden',
        message: WORDS[reason] || 'This address gives no right to watch.',
        details: { reason: reason },
        timestamp: new Date().toISOString(),
      },
    }),
  };
}
