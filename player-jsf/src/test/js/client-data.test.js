import assert from 'node:assert/strict';
import test from 'node:test';
import { clientData } from '../../main/js/client-data.js';
import { PlaybackRight } from '../../main/js/playback-right.js';
import { aPlayer } from './players.js';

const OURS = 'https://media.example/event-one/film/master.m3u8';
const SIGNED = 'https://elsewhere.example/film/master.m3u8?Expires=1&Signature=a%20b~';

function parts({ measured = true } = {}) {
  const right = new PlaybackRight();
  right.take('https://media.example/t/1.key.100.200.event.session.path.mac/event-one/film/master.m3u8');
  return { right, measured, name: '0123456789abcdef', eventId: 'event-one' };
}

test('requests of our own media tell how it plays', () => {
  assert.deepEqual(clientData(OURS, parts()), { cmcd: { version: 1, sessionId: '0123456789abcdef', contentId: 'event-one' } });
});

test('addresses of others stay as they were signed', () => {
  assert.deepEqual(clientData(SIGNED, parts()), {});
});

test('nothing is told of who is not to be measured', () => {
  assert.deepEqual(clientData(OURS, parts({ measured: false })), {});
});

test('the engine is made for the address that it is to play', async () => {
  const { player, Engine } = aPlayer({ settings: (url) => clientData(url, parts()) });

  await player.load(SIGNED);
  assert.equal('cmcd' in Engine.last.settings, false);
  await player.load(OURS);

  assert.equal(Engine.last.settings.cmcd.contentId, 'event-one');
});

test('the address of a picture carries a right and what is told beside each other', () => {
  const { right } = parts();
  const told = '?CMCD=bl%3D2000%2Csid%3D%220123456789abcdef%22';

  assert.equal(right.address(`${OURS}${told}`), `https://media.example/t/1.key.100.200.event.session.path.mac/event-one/film/master.m3u8${told}`);
});
