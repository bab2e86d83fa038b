import assert from 'node:assert/strict';
import test from 'node:test';
import { Soundtracks } from '../../main/js/soundtracks.js';
import { fakeEngines } from './fakes.js';

const TWO = [
  { lang: 'en', name: 'The speakers', default: true },
  { lang: 'en', name: 'With what is seen', characteristics: 'public.accessibility.describes-video' },
];

/** As browsers have it for what they play by themselves. */
class NativeList extends EventTarget {
  length = 1;
  0 = { id: 'one two', kind: 'main', language: 'fr', label: 'Salle', enabled: true };
}

function told(soundtracks) {
  const events = [];
  for (const name of ['addtrack', 'removetrack', 'change']) soundtracks.addEventListener(name, () => events.push(name));
  return events;
}

function played(natively) {
  const Engine = fakeEngines();
  const engine = Object.assign(new Engine({}), { audioTrack: 0, audioTracks: TWO });
  const soundtracks = new Soundtracks(/** @type {any} */ (natively));
  const events = told(soundtracks);
  soundtracks.follow(engine, Engine);
  engine.happens('sounds', { audioTracks: TWO });
  return { soundtracks, engine, events };
}

test('the controls are told of all sounds once they are known', () => {
  const { soundtracks, events } = played();

  assert.deepEqual(events, ['addtrack']);
  assert.equal(soundtracks.length, 2);
  assert.deepEqual([...soundtracks], [
    { id: '0', kind: 'main', language: 'en', enabled: true },
    { id: '1', kind: 'descriptions', language: 'en', enabled: false },
  ]);
  assert.equal(soundtracks.nameOf('1'), 'With what is seen');
});

test('what the controls choose is heard alone', () => {
  const { soundtracks, engine, events } = played();

  for (const track of soundtracks) track.enabled = track.id === '1';

  assert.equal(engine.audioTrack, 1);
  assert.deepEqual([...soundtracks].map(({ enabled }) => enabled), [false, true]);
  assert.deepEqual(events, ['addtrack', 'change']);
});

test('the controls are told when another sound is heard by itself', () => {
  const { engine, events } = played();

  engine.happens('sound', { id: 1 });

  assert.deepEqual(events, ['addtrack', 'change']);
});

test('what the browser plays by itself has the sounds that it tells of', () => {
  const natively = new NativeList();
  const soundtracks = new Soundtracks(/** @type {any} */ (natively));
  const events = told(soundtracks);

  natively.dispatchEvent(new Event('addtrack'));
  for (const track of soundtracks) track.enabled = false;

  assert.deepEqual(events, ['addtrack']);
  assert.deepEqual([...soundtracks], [{ id: '0', kind: 'main', language: 'fr', enabled: false }]);
  assert.equal(soundtracks.nameOf('0'), 'Salle');
  assert.equal(natively[0].enabled, false);
});

test('an engine has the word over what the browser found', () => {
  const natively = new NativeList();
  const { soundtracks, events } = played(natively);

  natively.dispatchEvent(new Event('change'));

  assert.equal(soundtracks.length, 2);
  assert.deepEqual(events, ['addtrack']);
});

test('what was chosen is asked of the next engine', () => {
  const { soundtracks } = played();
  soundtracks.selected = 1;
  const Engine = fakeEngines();
  const next = new Engine({});

  soundtracks.follow(next, Engine);

  assert.deepEqual(next.calls, ['setAudioOption en With what is seen']);
});

test('where nothing was chosen nothing is asked', () => {
  const { soundtracks } = played();
  const Engine = fakeEngines();
  const next = new Engine({});

  soundtracks.follow(next, Engine);

  assert.deepEqual(next.calls, []);
});
