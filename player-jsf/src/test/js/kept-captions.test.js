import assert from 'node:assert/strict';
import test from 'node:test';
import { KeptCaptions } from '../../main/js/kept-captions.js';
import { FakePicture } from './embed-fakes.js';
import { fakeEngines } from './fakes.js';

const TRACKS = [{ language: 'en', label: 'English' }, { language: 'de', label: 'Deutsch' }];

/** A picture whose viewer sees these captions, and is then given another engine. */
function opensAnew({ shown = '', loaded = true, atFirst = '', before = TRACKS, next = TRACKS } = {}) {
  const video = new FakePicture();
  const kept = new KeptCaptions(/** @type {any} */ (video));
  const Engine = fakeEngines();
  const open = (tracks, showing) => {
    const engine = new Engine({});
    kept.follow(engine, Engine);
    video.captions(...tracks.map((track) => ({ ...track, mode: track.language === showing ? 'showing' : 'disabled' })));
    return engine;
  };
  const first = open(before, shown);
  if (loaded) video.loads(60);
  first.happens('destroying');
  video.readyState = 0;
  open(next, atFirst);
  video.loads(60);
  return Array.from(video.textTracks).filter(({ mode }) => mode === 'showing').map(({ language }) => language);
}

test('captions that were chosen are shown by the next engine too', () => {
  assert.deepEqual(opensAnew({ shown: 'de' }), ['de']);
  assert.deepEqual(opensAnew({ shown: 'de', atFirst: 'en' }), ['de']);
});

test('who wants none sees none, whatever the stream shows at first', () => {
  assert.deepEqual(opensAnew({ atFirst: 'en' }), []);
});

test('what another stream has not is not missed', () => {
  assert.deepEqual(opensAnew({ shown: 'de', atFirst: 'en', next: TRACKS.slice(0, 1) }), ['en']);
});

test('nobody has chosen from what never came', () => {
  assert.deepEqual(opensAnew({ loaded: false, atFirst: 'en' }), ['en']);
});

test('nor from a stream that has none', () => {
  assert.deepEqual(opensAnew({ before: [], atFirst: 'en' }), ['en']);
});
