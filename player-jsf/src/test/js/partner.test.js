import assert from 'node:assert/strict';
import test from 'node:test';
import { frameAddress, isFrameAddress, optionsOf } from '../../main/js/partner/addresses.js';
import { makeFrame, makePoster, makeRoom } from '../../main/js/partner/frames.js';
import { Wire } from '../../main/js/partner/wire.js';
import { settled } from './fakes.js';

const HOST = 'https://foyer.example';
const EVENT = 'uWtsonW3VPiHfzGBNcNYWw';

test('an event is shown by its id, its address, or its number at Vimeo', () => {
  for (const [options, path] of [
    [{ event: EVENT }, `/embed/${EVENT}`],
    [{ id: EVENT }, `/embed/${EVENT}`],
    [{ url: `${HOST}/watch/${EVENT}?k=1` }, `/embed/${EVENT}`],
    [{ id: 76979871 }, '/video/76979871'],
    [{ id: '76979871' }, '/video/76979871'],
    [{ url: 'https://vimeo.com/76979871' }, '/video/76979871'],
    [{ url: 'https://player.vimeo.com/video/76979871?h=abc' }, '/video/76979871'],
  ]) {
    assert.equal(frameAddress(HOST, options), `${HOST}${path}`);
  }
  for (const nothing of [{}, { id: 'x' }, { url: 'https://vimeo.com/' }]) assert.throws(() => frameAddress(HOST, nothing), TypeError);
});

test('wishes go into the address', () => {
  const address = frameAddress(HOST, { event: EVENT, autoplay: true, muted: '1', title: false, color: '#ffaa00', t: 90, loop: undefined, poster: 'x' });

  assert.equal(new URL(address).search, '?autoplay=1&muted=1&title=0&color=ffaa00&t=90');
});

test('attributes are options, ours and those of pages for Vimeo', () => {
  const dataset = { foyerEvent: EVENT, foyerLite: '', vimeoId: '7', vimeoAutoplay: 'true', other: 'x' };

  assert.deepEqual(optionsOf({ dataset }), { event: EVENT, lite: true, id: '7', autoplay: 'true' });
});

test('a frame is as large as is wished, and no larger than it may be', (t) => {
  const before = globalThis.document;
  globalThis.document = /** @type {any} */ ({ createElement: () => ({ style: {} }) });
  t.after(() => (globalThis.document = before));
  const sizeOf = (options) => {
    const { width, height, style } = makeFrame(HOST, { event: EVENT, ...options });
    return [width, height, style.width, style.aspectRatio, style.maxWidth];
  };

  assert.deepEqual(sizeOf({}), [undefined, undefined, '100%', '16 / 9', '100%']);
  assert.deepEqual(sizeOf({ width: 640 }), ['640', '360', undefined, undefined, '100%']);
  assert.deepEqual(sizeOf({ width: 640, height: 480 }), ['640', '480', undefined, undefined, '100%']);
  assert.deepEqual(sizeOf({ width: 640, height: 480, responsive: true }), [undefined, undefined, '100%', '640 / 480', '100%']);
  assert.deepEqual(sizeOf({ maxwidth: 400 }), [undefined, undefined, '100%', '16 / 9', 'min(100%, 400px)']);
  assert.deepEqual(sizeOf({ maxheight: '180' }), [undefined, undefined, '100%', '16 / 9', 'min(100%, 320px)']);
  assert.deepEqual(sizeOf({ width: 640, height: 480, maxwidth: 320 }), ['320', '240', undefined, undefined, 'min(100%, 320px)']);
  assert.deepEqual(sizeOf({ width: 400, height: 600, maxheight: 300 }), ['200', '300', undefined, undefined, 'min(100%, 200px)']);
  assert.deepEqual(sizeOf({ width: 9, height: 16, responsive: true, maxheight: 320 }), [undefined, undefined, '100%', '9 / 16', 'min(100%, 180px)']);
  assert.deepEqual(sizeOf({ width: '640', height: '480' }), ['640', '480', undefined, undefined, '100%']);
  assert.deepEqual(sizeOf({ width: '100%', height: '400' }), ['100%', '400', undefined, undefined, '100%']);
  assert.deepEqual(sizeOf({ width: '100%' }), [undefined, undefined, '100%', '16 / 9', '100%']);
});

test('only frames of events are driven', () => {
  globalThis.location ??= /** @type {any} */ ({ href: 'https://partner.example/' });

  assert.ok(isFrameAddress(`${HOST}/embed/${EVENT}`));
  assert.ok(isFrameAddress('https://player.vimeo.com/video/7?h=1'));
  assert.ok(!isFrameAddress('https://elsewhere.example/'));
  assert.ok(!isFrameAddress('https://www.youtube.example/embed/dQw4w9WgXcQ'));
  assert.ok(!isFrameAddress(''));
});

function aWire() {
  const sent = [];
  const heard = [];
  const inside = { postMessage: (message, to) => sent.push({ ...message, to }) };
  const page = new EventTarget();
  const frame = { src: `${HOST}/embed/${EVENT}`, contentWindow: inside };
  const wire = new Wire(frame, (event, data) => heard.push([event, data]), page);
  const come = (data, { source = inside, origin = HOST } = {}) => page.dispatchEvent(Object.assign(new Event('message'), { source, origin, data }));
  return { wire, sent, heard, come };
}

test('nothing but a ping is sent before the player is there', async () => {
  const { wire, sent, come } = aWire();
  const asked = wire.call('getVolume');
  await settled();
  assert.deepEqual(sent, [{ method: 'ping', to: '*' }]);

  come({ method: 'ping' });
  await settled();
  assert.deepEqual(sent[1], { method: 'getVolume', to: HOST });
  come('{"method":"getVolume","value":0.5}');

  assert.equal(await asked, 0.5);
});

test('answers of one method come in their order, and a refusal has its turn', async () => {
  const { wire, come, heard } = aWire();
  come({ event: 'ready' });
  const [first, second, third] = [1, 2, 3].map((value) => wire.call('setVolume', value));
  await settled();

  come({ method: 'setVolume', value: 1 });
  come({ event: 'error', data: { method: 'setVolume', name: 'RangeError', message: 'Too loud.' } });
  come({ method: 'setVolume', value: 3 });

  assert.equal(await first, 1);
  await assert.rejects(second, { name: 'RangeError', message: 'Too loud.' });
  assert.equal(await third, 3);
  assert.equal(heard.at(-1)[0], 'error');
});

test('only the player in the frame is heard', async () => {
  const { heard, come } = aWire();

  come({ event: 'play' }, { source: {} });
  come({ event: 'play' }, { origin: 'https://elsewhere.example' });
  for (const nothing of ['', '{', null, 7, {}]) come(nothing);
  come({ event: 'play', data: { seconds: 1 } });

  assert.deepEqual(heard, [['play', { seconds: 1 }]]);
});

test('what was asked of a player that is gone is refused', async () => {
  const { wire, sent, come } = aWire();
  come({ event: 'ready' });
  const asked = wire.call('getVolume');
  await settled();

  wire.close();

  await assert.rejects(asked);
  await assert.rejects(wire.call('play'));
  assert.notEqual(sent.at(-1).method, 'play');
});

test('a frame makes room for what is to be filled in, within reason, and takes it back', () => {
  const frame = { style: { minHeight: '' } };
  const room = (height) => {
    makeRoom(/** @type {any} */ (frame), { height });
    return frame.style.minHeight;
  };

  assert.equal(room(412), '412px');
  assert.equal(room(1_000_000), '3000px');
  for (const nothing of [null, undefined, 0, -5, NaN, Infinity, '100vh; color: red']) assert.equal(room(/** @type {any} */ (nothing)), '', `${nothing}`);
});

/** What stands in an embed's place until it is clicked, where these addresses below `/api/` answer so, and all others refuse. */
async function aPoster(t, options, answers) {
  const attributes = new Map();
  const button = { style: {}, firstElementChild: { style: {} }, setAttribute: (name, value) => attributes.set(name, value), addEventListener: () => {} };
  const asked = [];
  const page = /** @type {any} */ (globalThis);
  const { fetch } = page;
  page.fetch = async (address) => {
    const path = address.slice(`${HOST}/api/`.length);
    asked.push(path);
    return { ok: path in answers, json: async () => answers[path] };
  };
  page.document = { createElement: () => button };
  t.after(() => {
    page.fetch = fetch;
    delete page.document;
  });
  makePoster(/** @type {any} */ ({ append: () => {} }), HOST, options, () => {});
  await settled();
  return { asked, name: attributes.get('aria-label'), picture: /** @type {any} */ (button.style).backgroundImage };
}

const OEMBED = `oembed.json?url=${encodeURIComponent(`${HOST}/embed/${EVENT}`)}`;

test('what waits for a click has the name and the picture that oEmbed tells', async (t) => {
  const poster = await aPoster(t, { event: EVENT }, { [OEMBED]: { title: 'An evening', thumbnail_url: `${HOST}/a.jpg` } });

  assert.deepEqual(poster, { asked: [OEMBED], name: 'An evening', picture: `url("${HOST}/a.jpg")` });
});

test('of an event that asks its viewers something first the event itself tells them', async (t) => {
  const poster = await aPoster(t, { event: EVENT }, { [`events/${EVENT}`]: { title: 'Behind a form', videoConfig: { thumbnailUrl: `${HOST}/b.jpg` } } });

  assert.deepEqual(poster, { asked: [OEMBED, `events/${EVENT}`], name: 'Behind a form', picture: `url("${HOST}/b.jpg")` });
});

test('a number leads to no event of which more could be asked, and the button stands on its ground', async (t) => {
  const poster = await aPoster(t, { id: 76979871 }, {});

  assert.equal(poster.asked.length, 1);
  assert.deepEqual([poster.name, poster.picture], ['Play video', undefined]);
});
