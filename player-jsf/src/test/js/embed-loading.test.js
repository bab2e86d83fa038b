import assert from 'node:assert/strict';
import test from 'node:test';
import { handedOver, loading } from '../../main/js/embed/loading.js';
import { EVENT } from './embed-fakes.js';
import { answered } from './fakes.js';

const PARTNER = 'https://partner.example';
const OTHER = 'uWtsonW3VPiHfzGBNcNYWw';
const HANDED = { origin: PARTNER, vimeo: { names: ['play'], textual: false }, playerJs: { version: '0.0.11', heard: [['pause', ['l1']]] }, state: { volume: 0.25, muted: true, loop: true } };

function aLoader({ search = '', status = 200, framers = `'self' ${PARTNER}`, origin = PARTNER } = {}) {
  const done = [];
  const headers = new Headers({ 'Content-Security-Policy': `default-src 'none'; frame-ancestors ${framers}` });
  const { loadVideo } = loading(EVENT, {
    watching: { unload: () => done.push('unload') },
    tell: (name, detail) => done.push([name, detail]),
    fetch: async () => new Response('', { status, headers }),
    location: { origin: 'https://foyer.example', pathname: '/video/76979871', search, replace: (address) => done.push(address), reload: () => done.push('reload') },
    handOver: () => ({ ...HANDED, origin }),
  });
  return { done, loadVideo };
}

test('the same event is loaded anew', async () => {
  const { done, loadVideo } = aLoader();

  for (const wish of [76979871, '76979871', EVENT.eventId, 'https://vimeo.com/76979871', { id: 76979871 }, { url: `https://foyer.example/embed/${EVENT.eventId}?t=1` }]) {
    assert.equal(await loadVideo(wish), 76979871);
  }

  assert.deepEqual(done.slice(0, 2), ['unload', ['loaded', { id: 76979871 }]]);
  for (const nothing of [undefined, {}, 'x', 1.5, { id: null }]) await assert.rejects(loadVideo(nothing), { name: 'TypeError' });
});

test('another event comes in a document of its own, which is handed what the page listens to', async () => {
  for (const [wish, path] of [[OTHER, `/embed/${OTHER}`], [`https://foyer.example/watch/${OTHER}`, `/embed/${OTHER}`], [12, '/video/12']]) {
    const { done, loadVideo } = aLoader();

    loadVideo(wish);
    await answered();

    const [address] = done;
    assert.ok(address.startsWith(`${path}#foyer=`));
    assert.deepEqual(handedOver(address.slice(path.length)), { vimeo: HANDED.vimeo, playerJs: HANDED.playerJs, state: HANDED.state });
  }
});

test('whoever is not to be followed is not followed into another event either', async () => {
  for (const [search, path] of [['?autoplay=1&dnt=1', `/embed/${OTHER}?dnt=1#`], ['?dnt=true', `/embed/${OTHER}?dnt=1#`], ['?dnt=0', `/embed/${OTHER}#`]]) {
    const { done, loadVideo } = aLoader({ search });

    loadVideo(OTHER);
    await answered();

    assert.ok(done[0].startsWith(path), done[0]);
  }
});

test('what an address wishes goes on with the next event, but for what is of the one before alone', async () => {
  const { done, loadVideo } = aLoader({ search: '?k=secret&way=code&autoplay=1&t=30&loop=1&muted=1&controls=0&color=ffaa00&autopause=0&quality=720p' });

  loadVideo(OTHER);
  await answered();

  assert.ok(done[0].startsWith(`/embed/${OTHER}?muted=1&controls=0&color=ffaa00&quality=720p&autopause=0#`), done[0]);
});

test('options of the next event are wishes of its address, and come before those of the one before', async () => {
  for (const [wish, query] of [
    [{ id: OTHER, autoplay: true, muted: false, color: '#123456', controls: true }, '?autoplay=1&muted=0&controls=1&color=123456'],
    [{ url: `https://foyer.example/watch/${OTHER}`, t: 90, other: 'x' }, '?muted=1&color=ffaa00&t=90'],
    [{ id: EVENT.eventId, autoplay: true }, '?autoplay=1&muted=1&color=ffaa00'],
  ]) {
    const { done, loadVideo } = aLoader({ search: '?muted=1&color=ffaa00' });

    loadVideo(wish);
    await answered();

    assert.equal(done[0].replace(/^[^?]*|#.*/g, ''), query);
  }
});

test('an event that its own address shows already is opened anew where it is to be shown otherwise', async () => {
  for (const [search, anew] of [['?muted=1', ['reload']], ['', []]]) {
    const { done, loadVideo } = aLoader({ search });

    loadVideo({ id: 76979871, muted: true });
    await answered();

    assert.ok(done[0].startsWith('/video/76979871?muted=1#'), done[0]);
    assert.deepEqual(done.slice(1), anew);
  }
});

test('what the next event is told by options is not handed over as it was', async () => {
  const { done, loadVideo } = aLoader();

  loadVideo({ id: OTHER, muted: false });
  await answered();

  assert.deepEqual(handedOver(done[0].slice(done[0].indexOf('#'))).state, { volume: 0.25, loop: true });
});

test('who asks not to be followed cannot be followed by an option', async () => {
  const { done, loadVideo } = aLoader({ search: '?dnt=1' });

  loadVideo({ id: OTHER, dnt: false });
  await answered();

  assert.ok(done[0].startsWith(`/embed/${OTHER}?dnt=1#`), done[0]);
});

test('an event that cannot be shown here is refused before this one is gone', async () => {
  for (const [server, name] of [
    [{ status: 404 }, 'NotFoundError'],
    [{ status: 503 }, 'Error'],
    [{ framers: "'self' https://elsewhere.example" }, 'PrivacyError'],
  ]) {
    const { done, loadVideo } = aLoader(server);

    await assert.rejects(loadVideo(OTHER), { name });

    assert.deepEqual(done, []);
  }
});

test('what was not handed over by us is nothing', () => {
  for (const hash of ['', '#foyer=', '#foyer=%', '#foyer=null', '#foyer={}', '#foyer={"vimeo":{},"playerJs":{}}', '#t=1']) assert.equal(handedOver(hash), null);
});
