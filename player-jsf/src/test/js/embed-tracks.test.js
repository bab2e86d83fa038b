import assert from 'node:assert/strict';
import test from 'node:test';
import { qualities } from '../../main/js/embed/qualities.js';
import { tracks } from '../../main/js/embed/tracks.js';
import { Soundtracks } from '../../main/js/soundtracks.js';
import { FakePicture, aPictureOf } from './embed-fakes.js';
import { fakeEngines } from './fakes.js';

test('qualities are called by their height, the best one first', () => {
  const { getQualities, setQuality, getQuality } = qualities(aPictureOf(240, 360, 720));

  assert.deepEqual(getQualities().map(({ id, active }) => [id, active]), [['auto', true], ['720p', false], ['360p', false], ['240p', false]]);
  assert.equal(setQuality('360p'), '360p');
  assert.equal(getQuality(), '360p');
  assert.equal(setQuality('auto'), 'auto');
  assert.equal(getQuality(), 'auto');
  assert.throws(() => setQuality('2160p'), { name: 'RangeError' });
});

test('before anything is loaded there is one quality', () => {
  const { getQualities, getQuality, setQuality } = qualities(new FakePicture());

  assert.deepEqual(getQualities(), [{ id: 'auto', label: 'Auto', active: true }]);
  assert.equal(getQuality(), 'auto');
  assert.equal(setQuality('auto'), 'auto');
});

test('a quality that is wished before anything is loaded is the one that plays, or the next lower one', () => {
  for (const [wish, played] of [['360p', '360p'], ['1080p', '720p'], ['540p', '360p'], ['144p', '240p'], ['auto', 'auto']]) {
    const video = new FakePicture();
    const { getQualities, setQuality, getQuality } = qualities(video);

    assert.equal(setQuality(wish), wish);
    assert.equal(getQuality(), wish);
    assert.deepEqual(getQualities().filter(({ active }) => active).map(({ id }) => id), [wish]);
    video.videoRenditions = aPictureOf(240, 360, 720).videoRenditions;
    video.loads(30);

    assert.equal(getQuality(), played);
  }
  assert.throws(() => qualities(new FakePicture()).setQuality('sharp'), { name: 'RangeError' });
});

test('captions that are wished before anything is loaded are shown as soon as they are there', () => {
  const video = new FakePicture();
  const { enableTextTrack, getTextTracks } = tracks(video);

  assert.deepEqual(enableTextTrack({ language: 'fr' }), { language: 'fr', kind: 'subtitles', label: '', mode: 'showing' });
  assert.deepEqual(enableTextTrack({ language: 'en', kind: null, showing: true }), { language: 'en', kind: 'subtitles', label: '', mode: 'showing' });
  assert.deepEqual(getTextTracks(), []);
  video.loads(30);
  video.captions({ language: 'fr' }, { language: 'en' });
  video.textTracks.dispatchEvent(new Event('addtrack'));
  assert.deepEqual(getTextTracks().map(({ mode }) => mode), ['disabled', 'showing']);
  video.textTracks[1].mode = 'disabled';
  video.textTracks.dispatchEvent(new Event('addtrack'));

  assert.equal(video.textTracks[1].mode, 'disabled');
});

test('captions that are not wished any more do not show', () => {
  const video = new FakePicture();
  const { enableTextTrack, disableTextTrack } = tracks(video);
  enableTextTrack({ language: 'en' });

  disableTextTrack();
  video.captions({ language: 'en' });
  video.loads(30);

  assert.equal(video.textTracks[0].mode, 'disabled');
});

test('a sound that is wished before anything is loaded is the one that is heard', () => {
  for (const [wish, heard] of [[{ language: 'de' }, 'Deutsch'], [{ language: 'en', kind: 'descriptions' }, 'Described'], [{ language: 'fr' }, 'English']]) {
    const video = new FakePicture();
    const { selectAudioTrack, getEnabledAudioTrack, getAudioTracks } = tracks(video);

    assert.deepEqual(selectAudioTrack(wish), { language: wish.language, kind: wish.kind ?? 'main', label: '', provenance: '', enabled: true });
    assert.equal(getEnabledAudioTrack().language, wish.language);
    assert.deepEqual(getAudioTracks(), []);
    const Engine = fakeEngines();
    video.soundtracks = new Soundtracks();
    video.soundtracks.follow(Object.assign(new Engine({}), { audioTrack: 0, audioTracks: [{ lang: 'en', name: 'English', default: true }, { lang: 'de', name: 'Deutsch' }, { lang: 'en', name: 'Described', characteristics: 'public.accessibility.describes-video' }] }), Engine);
    video.loads(30);

    assert.equal(getEnabledAudioTrack().label, heard);
  }
});

test('who wishes for the sound that streams begin with takes another wish back', () => {
  const video = new FakePicture();
  const { selectAudioTrack, selectDefaultAudioTrack, getEnabledAudioTrack } = tracks(video);
  selectAudioTrack({ language: 'de' });

  assert.equal(selectDefaultAudioTrack().kind, 'main');

  assert.equal(getEnabledAudioTrack(), undefined);
});

test('captions are shown by their language, and one of them at a time', () => {
  const video = new FakePicture();
  video.captions({ language: 'de', label: 'Deutsch', mode: 'showing' }, { language: 'en-GB', label: 'English' }, { kind: 'metadata', language: 'en' });
  video.loads(30);
  const { getTextTracks, enableTextTrack, disableTextTrack } = tracks(video);

  assert.equal(getTextTracks().length, 2);
  assert.deepEqual(enableTextTrack({ language: 'en' }), { language: 'en-GB', kind: 'subtitles', label: 'English', mode: 'showing' });
  assert.equal(video.textTracks[0].mode, 'disabled');
  assert.equal(enableTextTrack({ language: 'de', kind: null, showing: false }).mode, 'hidden');
  assert.throws(() => enableTextTrack({ language: 'fr' }), { name: 'InvalidTrackLanguageError' });
  assert.throws(() => enableTextTrack({ language: 'de', kind: 'captions' }), { name: 'InvalidTrackError' });
  assert.throws(() => enableTextTrack({}), { name: 'TypeError' });
  disableTextTrack();
  assert.ok(getTextTracks().every(({ mode }) => mode === 'disabled'));
});

test('sound is chosen by its language where there is a choice', () => {
  const video = new FakePicture();
  video.loads(30);
  const { getAudioTracks, getEnabledAudioTrack, getDefaultAudioTrack, selectAudioTrack, selectDefaultAudioTrack } = tracks(video);
  assert.deepEqual(getAudioTracks(), []);
  assert.throws(() => selectAudioTrack({ language: 'en' }), { name: 'NoAudioTracksError' });
  const Engine = fakeEngines();
  const engine = Object.assign(new Engine({}), { audioTrack: 0, audioTracks: [{ lang: 'en', name: 'English', default: true }] });
  video.soundtracks = new Soundtracks();
  video.soundtracks.follow(engine, Engine);
  assert.throws(() => selectDefaultAudioTrack(), { name: 'NoAlternateAudioTracksError' });

  engine.audioTracks.push({ lang: 'de', name: 'Deutsch' }, { lang: 'en', name: 'Described', characteristics: 'public.accessibility.describes-video' });

  assert.equal(getEnabledAudioTrack().label, 'English');
  assert.equal(selectAudioTrack({ language: 'de' }).enabled, true);
  assert.equal(engine.audioTrack, 1);
  assert.equal(selectAudioTrack({ language: 'en', kind: 'descriptions' }).label, 'Described');
  assert.equal(getDefaultAudioTrack().label, 'English');
  assert.throws(() => selectAudioTrack({ language: 'fr' }), { name: 'NoMatchingAudioTrackError' });
  selectDefaultAudioTrack();
  assert.equal(engine.audioTrack, 0);
});
