import assert from 'node:assert/strict';
import test from 'node:test';
import { openDoor } from '../../main/js/embed/door.js';
import { settled } from './fakes.js';

const PARTNER = 'https://partner.example';

function aDoor({ bring, followed } = {}) {
  const said = [];
  const asked = [];
  const parent = { postMessage: (message, to) => said.push({ message, to }) };
  const frame = Object.assign(new EventTarget(), { parent, document: { title: 'An evening' }, location: { origin: 'https://foyer.example', href: 'https://foyer.example/embed/e?autoplay=1' } });
  let brought = 0;
  openDoor(frame, [PARTNER], (say) => {
    brought++;
    return bring ? bring(say) : Promise.resolve((request) => asked.push(request));
  }, followed);
  const come = (data, { source = parent, origin = PARTNER } = {}) => frame.dispatchEvent(Object.assign(new Event('message'), { source, origin, data }));
  return { said, asked, come, brought: () => brought };
}

test('says first that it is there, in one message that both dialects understand', () => {
  const { said } = aDoor();

  const [{ message, to }] = said;
  const ready = JSON.parse(message);
  assert.equal(to, '*');
  assert.equal(ready.event, 'ready');
  assert.equal(ready.context, 'player.js');
  assert.equal(ready.value.src, 'https://foyer.example/embed/e?autoplay=1');
  assert.equal(ready.value.title, 'An evening');
  assert.equal(ready.value.methods.length, 15);
  assert.equal(ready.value.events.length, 7);
});

test('a page that is not framed says and hears nothing', () => {
  const said = [];
  const alone = Object.assign(new EventTarget(), { postMessage: (message) => said.push(message), location: {} });
  alone.parent = alone;

  openDoor(alone, [], assert.fail);
  alone.dispatchEvent(Object.assign(new Event('message'), { source: alone, origin: '', data: { method: 'play' } }));

  assert.deepEqual(said, []);
});

test('a ping is answered without bringing anything', () => {
  const { said, come, brought } = aDoor();

  come({ method: 'ping' });
  come('{"method":"ping"}');

  assert.deepEqual(said.slice(1), [{ message: { method: 'ping' }, to: PARTNER }, { message: '{"method":"ping"}', to: PARTNER }]);
  assert.equal(brought(), 0);
});

test('who of player.js listens for it is told again that it is there', () => {
  const { said, come, brought } = aDoor();

  come(JSON.stringify({ context: 'player.js', method: 'addEventListener', value: 'ready', listener: 'l1' }));

  const ready = JSON.parse(said.at(-1).message);
  assert.equal(ready.event, 'ready');
  assert.equal(ready.listener, 'l1');
  assert.equal(brought(), 0);
});

test('what is asked is heard in its order, as plain data', async () => {
  const { asked, come, brought } = aDoor();

  come({ method: 'setVolume', value: 0.5, extra: new Map() });
  come('{"method":"getVolume"}');
  await settled();

  assert.deepEqual(asked, [
    { method: 'setVolume', value: 0.5, extra: {}, textual: false, origin: PARTNER },
    { method: 'getVolume', textual: true, origin: PARTNER },
  ]);
  assert.equal(brought(), 1);
});

test('nobody is heard but the page around, if it is welcome', async () => {
  const { asked, said, come } = aDoor();

  come({ method: 'play' }, { source: {} });
  come({ method: 'play' }, { origin: 'https://elsewhere.example' });
  come({ method: 'ping' }, { origin: 'null' });
  await settled();

  assert.deepEqual(asked, []);
  assert.equal(said.length, 1);
});

test('what is no request is not heard', async () => {
  const { asked, said, come, brought } = aDoor();
  const endless = {};
  endless.method = endless;

  for (const data of [undefined, null, 7, '', 'null', '7', '[]', '{', '{"method":1}', {}, [], endless, { method: 1n }, { method: {} }, new Blob(['x'])]) come(data);
  come(JSON.stringify({ method: 'play', value: 'x'.repeat(1_000_000) }));
  come({ method: 'addCuePoint', value: { time: 1, data: 'x'.repeat(1_000_000) } });
  await settled();

  assert.deepEqual(asked, []);
  assert.equal(brought(), 0);
  assert.equal(said.length, 1);
});

test('what does not come is told, and brought again for who asks again', async () => {
  const asked = [];
  let away = true;
  const { said, come } = aDoor({
    bring: async () => {
      if (away) throw new Error('offline');
      return (request) => asked.push(request.method);
    },
  });

  come({ method: 'play' });
  await settled();
  assert.deepEqual(JSON.parse(said.at(-1).message), { event: 'error', data: { method: 'play', name: 'Error', message: 'offline' } });
  away = false;
  come({ method: 'play' });
  await settled();

  assert.deepEqual(asked, ['play']);
});

test('our own script around hears how high its frame has to be, and nobody who did not ask', () => {
  const followed = [];
  const { said, come, brought } = aDoor({ followed: (say) => followed.push(say) });
  assert.equal(said.length, 1);

  come({ method: 'followHeight' }, { origin: 'https://elsewhere.example' });
  come({ method: 'followHeight' }, { source: {} });
  assert.deepEqual(followed, []);
  come({ method: 'followHeight' });

  followed[0]({ event: 'foyerheight', data: { height: 400 } });
  assert.deepEqual(said.at(-1), { message: { event: 'foyerheight', data: { height: 400 } }, to: PARTNER });
  assert.equal(brought(), 0);
});

test('a page without a form wants no room', () => {
  const { said, come } = aDoor();

  come({ method: 'followHeight' });

  assert.deepEqual(said.at(-1).message, { event: 'foyerheight', data: { height: null } });
});
