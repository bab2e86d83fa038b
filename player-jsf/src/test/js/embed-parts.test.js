import assert from 'node:assert/strict';
import test from 'node:test';
import { about } from '../../main/js/embed/about.js';
import { chapters } from '../../main/js/embed/chapters.js';
import { colors } from '../../main/js/embed/colors.js';
import { cuePoints } from '../../main/js/embed/cue-points.js';
import { handedOver, loading, stateOf } from '../../main/js/embed/loading.js';
import { qualities } from '../../main/js/embed/qualities.js';
import { surroundings } from '../../main/js/embed/surroundings.js';
import { durationOf } from '../../main/js/embed/times.js';
import { tracks } from '../../main/js/embed/tracks.js';
import { grant } from '../../main/js/embed/wishes.js';
import { Renditions } from '../../main/js/renditions.js';
import { Soundtracks } from '../../main/js/soundtracks.js';
import { FakePicture } from './embed-fakes.js';
import { FakeTime, answered, fakeEngines, settled } from './fakes.js';

const EVENT = { eventId: 'AAAAAAAAAAAAAAAAAAAAAA', vimeoId: '76979871' };

const AT_ONCE = { setTimeout: (then) => then() };

function aStage() {
  const painted = {};
  return { painted, dataset: {}, style: { setProperty: (name, value) => (painted[name] = value), getPropertyValue: (name) => painted[name] ?? '' } };
}

function aPictureOf(...heights) {
  const video = new FakePicture();
  const Engine = fakeEngines();
  const engine = new Engine({});
  video.videoRenditions = new Renditions();
  video.videoRenditions.follow(engine, Engine);
  engine.happens('parsed', { levels: heights.map((height) => ({ height, width: (height * 16) / 9, bitrate: height })) });
  return video;
}

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

test('a length that the server knows is told until the picture tells its own', () => {
  const video = Object.assign(new FakePicture(), { expectedDuration: 83.2 });
  const { addCuePoint } = cuePoints(video, () => {});

  assert.equal(durationOf(video), 83.2);
  assert.throws(() => addCuePoint({ time: 84 }), { name: 'RangeError' });
  video.loads(83.267);

  assert.equal(durationOf(video), 83.267);
  assert.equal(durationOf(new FakePicture()), 0);
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

test('a cue point is reached by playing and not by jumping', () => {
  const video = new FakePicture();
  video.loads(30);
  const reached = [];
  const { addCuePoint, removeCuePoint, getCuePoints } = cuePoints(video, ({ id }) => reached.push(id));
  const one = addCuePoint({ time: 2, data: { chapter: 1 } });
  const two = addCuePoint({ time: 20 });

  for (const at of [1.9, 2.1, 2.3]) {
    video.currentTime = at;
    video.happens('timeupdate');
  }
  video.currentTime = 25;
  video.happens('seeking');
  video.happens('timeupdate');

  assert.deepEqual(reached, [one]);
  assert.deepEqual(getCuePoints()[0], { time: 2, data: { chapter: 1 }, id: one });
  assert.equal(removeCuePoint(two), two);
  assert.throws(() => removeCuePoint(two), { name: 'InvalidCuePoint' });
  assert.throws(() => addCuePoint({ time: 31 }), { name: 'RangeError' });
  assert.throws(() => addCuePoint(), { name: 'TypeError' });
});

test('a chapter is told of when it begins to be seen', () => {
  const video = new FakePicture();
  video.loads(300);
  const begun = [];
  const { getChapters, getCurrentChapter } = chapters(video, [{ startTime: 2, title: 'Overture' }, { startTime: 90.5, title: 'Questions' }], ({ title }) => begun.push(title));
  assert.equal(getCurrentChapter(), undefined);

  for (const at of [1, 2, 3, 100, 101, 2.5]) {
    video.currentTime = at;
    video.happens('timeupdate');
  }

  assert.deepEqual(begun, ['Overture', 'Questions', 'Overture']);
  assert.deepEqual(getCurrentChapter(), { startTime: 2, title: 'Overture', index: 1 });
  assert.deepEqual(getChapters()[1], { startTime: 90.5, title: 'Questions', index: 2 });
  assert.deepEqual(chapters(video, [], () => {}).getChapters(), []);
});

test('colors are painted, and told from each other', async () => {
  const stage = aStage();
  const methods = colors(stage, AT_ONCE);

  assert.equal(methods.getColor(), '9db8ff');
  assert.equal(await methods.setColor('#FA0'), 'ffaa00');
  assert.equal(stage.painted['--accent'], '#ffaa00');
  assert.equal(await methods.setColorThree('rgb(255, 255, 254)'), 'fffffe');
  assert.equal(methods.getColorTwo(), 'ffaa00');
  assert.equal(await methods.setColorFour('123456'), '123456');
  await assert.rejects(methods.setColor('beautiful'), { name: 'TypeError' });
  await assert.rejects(methods.setColor('rgb(1, 2, 256)'), { name: 'TypeError' });
  await assert.rejects(methods.setColorTwo('121620'), { name: 'ContrastError' });
  assert.equal(stage.painted['--accent'], '#121620');
});

test('colors that are set together are judged together', async () => {
  const time = new FakeTime();
  const methods = colors(aStage(), time);

  const set = Promise.all(['ffffff', '102040', '000000'].map((color, index) => methods[`setColor${['One', 'Two', 'Three'][index]}`](color)));
  await time.advance(50);

  assert.deepEqual(await set, ['ffffff', '102040', '000000']);
});

test('pages learn of the event what they may know', () => {
  const video = aPictureOf(240, 720);
  const attributes = {};
  const frame = { setAttribute: (name, value) => (attributes[name] = value), outerHTML: '<iframe>' };
  const parts = { video, location: { origin: 'https://foyer.example' }, document: { title: 'An evening', createElement: () => frame } };
  const methods = about(EVENT, parts);

  assert.equal(methods.getVideoId(), 76979871);
  assert.equal(about({ eventId: EVENT.eventId }, parts).getVideoId(), EVENT.eventId);
  assert.equal(about({ ...EVENT, vimeoId: '12345678901234567890' }, parts).getVideoId(), '12345678901234567890');
  assert.equal(methods.getVideoTitle(), 'An evening');
  assert.equal(methods.getVideoUrl(), `https://foyer.example/watch/${EVENT.eventId}`);
  assert.equal(methods.getVideoEmbedCode(), '<iframe>');
  assert.equal(attributes.src, `https://foyer.example/embed/${EVENT.eventId}`);
  assert.deepEqual([methods.getVideoWidth(), methods.getVideoHeight()], [1280, 720]);
  video.videoWidth = 426;
  assert.equal(methods.getVideoWidth(), 426);
});

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

test('what browsers lack is refused by name', async () => {
  const document = new EventTarget();
  const told = [];
  const methods = surroundings({ ownerDocument: document }, new FakePicture(), (name, detail) => told.push([name, detail]));

  await assert.rejects(() => methods.requestFullscreen(), { name: 'UnsupportedError' });
  await assert.rejects(() => methods.requestPictureInPicture(), { name: 'UnsupportedError' });
  await assert.rejects(() => methods.remotePlaybackPrompt(), { name: 'UnsupportedError' });
  assert.throws(() => methods.getCameraProps(), { name: 'UnsupportedError' });
  assert.throws(() => methods.setCameraProps({ yaw: 1 }), { name: 'UnsupportedError' });
  assert.equal(methods.getRemotePlaybackState(), 'disconnected');
  assert.equal(methods.getRemotePlaybackAvailability(), false);
  await methods.exitFullscreen();
  await methods.exitPictureInPicture();
  methods.fullscreenchange(true);
  methods.fullscreenchange(true);
  assert.equal(methods.getFullscreen(), true);
  assert.deepEqual(told, [['fullscreenchange', { fullscreen: true }]]);
});

test('what another device or a window of its own cannot have is refused by names that pages know', async () => {
  const refusing = (name) => () => Promise.reject(Object.assign(new Error('No.'), { name }));
  const document = Object.assign(new EventTarget(), { pictureInPictureEnabled: true });
  for (const [name, told] of [['NotSupportedError', 'UnsupportedError'], ['InvalidAccessError', 'UnsupportedError'], ['NotFoundError', 'NotFoundError'], ['NotAllowedError', 'NotAllowedError']]) {
    const video = Object.assign(new FakePicture(), { remote: Object.assign(new EventTarget(), { prompt: refusing(name) }) });
    await assert.rejects(() => surroundings({ ownerDocument: document }, video, () => {}).remotePlaybackPrompt(), { name: told });
  }
  const early = Object.assign(new FakePicture(), { requestPictureInPicture: refusing('InvalidStateError') });
  await assert.rejects(() => surroundings({ ownerDocument: document }, early, () => {}).requestPictureInPicture(), { name: 'NotFoundError' });
  for (const [name, told] of [['InvalidStateError', 'UnsupportedError'], ['NotSupportedError', 'UnsupportedError'], ['NotAllowedError', 'NotAllowedError']]) {
    const video = Object.assign(new FakePicture(), { readyState: 4, requestPictureInPicture: refusing(name) });
    await assert.rejects(() => surroundings({ ownerDocument: document }, video, () => {}).requestPictureInPicture(), { name: told });
  }
});

test('an address has its wishes granted', () => {
  const stage = aStage();
  const video = aPictureOf(240, 720);
  video.captions({ language: 'de' }, { language: 'en' });

  grant({ search: '?loop=1&controls=0&title=0&color=ffaa00&quality=240p&texttrack=en', hash: '#t=1m30s' }, { stage, video }, AT_ONCE);
  video.loads(120);
  video.textTracks.dispatchEvent(new Event('addtrack'));

  assert.equal(video.loop, true);
  assert.deepEqual(Object.keys(stage.dataset), ['bare', 'untitled']);
  assert.equal(stage.painted['--accent'], '#ffaa00');
  assert.equal(video.currentTime, 90);
  assert.equal(video.videoRenditions.selectedIndex, 0);
  assert.equal(video.textTracks[1].mode, 'showing');
});

test('a color that could not be told from what is around it is not taken from an address', async () => {
  const stage = aStage();
  const said = [];

  grant({ search: '?color=12161f', hash: '' }, { stage, video: aPictureOf(240) }, AT_ONCE, { warn: (words) => said.push(words) });
  await settled();

  assert.equal(stage.painted['--accent'], '#9db8ff');
  assert.match(said[0], /color=12161f .*hard to tell/);
  grant({ search: '?color=ffaa00', hash: '' }, { stage, video: aPictureOf(240) }, AT_ONCE, { warn: (words) => said.push(words) });
  await settled();
  assert.equal(stage.painted['--accent'], '#ffaa00');
  assert.equal(said.length, 1);
});

test('controls that an address does without are left out', () => {
  const stage = aStage();

  grant({ search: '?speed=0&pip=false', hash: '' }, { stage, video: aPictureOf(240) }, AT_ONCE);

  assert.deepEqual(Object.keys(stage.dataset), ['steady', 'inPlace']);
});

test('a wish for what is not there changes nothing', () => {
  const stage = aStage();
  const video = aPictureOf(240);

  grant({ search: '?color=beautiful&quality=2160&t=soon&loop=0&texttrack=fr', hash: '' }, { stage, video }, AT_ONCE, { warn: () => {} });
  video.loads(120);

  assert.equal(video.loop, false);
  assert.equal(video.currentTime, 0);
  assert.equal(video.videoRenditions.selectedIndex, -1);
  assert.deepEqual(stage.painted, {});
});

test('that the browser muted it is not what the page has set', () => {
  const methods = Object.fromEntries(['getVolume', 'getMuted', 'getPlaybackRate', 'getLoop', 'getAutopause'].map((name) => [name, () => true]));

  assert.equal(stateOf(methods, { muted: true, defaultMuted: false }).muted, false);
  assert.equal(stateOf(methods, { muted: true, defaultMuted: true }).muted, true);
});
