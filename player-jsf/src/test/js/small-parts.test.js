import assert from 'node:assert/strict';
import test from 'node:test';
import { Pauses } from '../../main/js/pauses.js';
import { markChapters } from '../../main/js/chapters.js';
import { countDown, partsOf } from '../../main/js/countdown.js';
import { chooseWritten } from '../../main/js/country-names.js';
import { codesOf } from '../../main/js/country-select.js';
import { engineFrom } from '../../main/js/engine.js';
import { EventAnswers } from '../../main/js/event-answers.js';
import { Renditions } from '../../main/js/renditions.js';
import { ServerTime } from '../../main/js/server-time.js';
import { stepOf } from '../../main/js/step.js';
import { FakeTime, fakeEngines } from './fakes.js';

test('waits double up to a limit', () => {
  const waits = [0, 1, 2, 3, 9].map((attempt) => new Pauses(() => 1).backoff(attempt));

  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 15000]);
});

test('no wait is shorter than half', () => {
  assert.equal(new Pauses(() => 0).backoff(2), 2000);
  assert.deepEqual([0, 1].map((random) => new Pauses(() => random).jitter(1000)), [800, 1200]);
});

test('a begun second counts', () => {
  assert.deepEqual(partsOf(1), { days: 0, hours: 0, minutes: 0, seconds: 1 });
  assert.deepEqual(partsOf(90_061_000), { days: 1, hours: 1, minutes: 1, seconds: 1 });
  assert.deepEqual(partsOf(-5), { days: 0, hours: 0, minutes: 0, seconds: 0 });
});

test('a countdown shows each second once and is then done', async () => {
  const time = new FakeTime(0);
  const seconds = [];
  let done = 0;
  countDown(2500, { time, timers: time, show: (parts) => seconds.push(parts.seconds), done: () => done++ });

  await time.advance(10_000);

  assert.deepEqual(seconds, [3, 2, 1, 0]);
  assert.equal(done, 1);
});

test('a stopped countdown is never done', async () => {
  const time = new FakeTime(0);
  const stop = countDown(2500, { time, timers: time, show: () => {}, done: assert.fail });

  stop();
  await time.advance(10_000);

  assert.deepEqual(time.waiting, []);
});

test('a wrong clock of the viewer does not matter', () => {
  const viewers = new FakeTime(5);
  const time = new ServerTime(Date.UTC(2030, 0, 1), viewers);

  assert.equal(time.now(), Date.UTC(2030, 0, 1));
});

test('learns from an answer only what is better than what it knows', () => {
  const time = new ServerTime(Date.UTC(2030, 0, 1), new FakeTime(5));
  const answer = (date) => ({ headers: new Headers(date ? { Date: date } : {}) });

  time.learn(answer('Tue, 01 Jan 2030 00:00:01 GMT'));
  time.learn(answer(null));
  assert.equal(time.now(), Date.UTC(2030, 0, 1));
  time.learn(answer('Tue, 01 Jan 2030 01:00:00 GMT'));

  assert.equal(time.now(), Date.UTC(2030, 0, 1, 1, 0, 0, 500));
});

test('the step follows from state, time and video', () => {
  const event = { state: 'published', startsAt: 100, manifestUrl: 'm', open: true };

  assert.equal(stepOf(event, 99), 'countdown');
  assert.equal(stepOf(event, 100), 'ready');
  assert.equal(stepOf({ ...event, manifestUrl: null }, 100), 'soon');
  assert.equal(stepOf({ ...event, state: 'live' }, 99), 'ready');
  assert.equal(stepOf({ ...event, state: 'ended' }, 200), 'recording');
  assert.equal(stepOf({ ...event, state: 'ended', manifestUrl: null }, 200), 'ended');
  assert.equal(stepOf({ ...event, state: 'cancelled' }, 99), 'cancelled');
});

test('reads the public view of an event', async () => {
  const asked = [];
  const answers = new EventAnswers('/api/events/e', {
    time: new ServerTime(0, new FakeTime()),
    fetch: async (url) => {
      asked.push(url);
      return Response.json({ state: 'live', startsAt: '2030-05-01T20:00:00+02:00', videoConfig: { manifestUrl: 'm' } });
    },
  });

  assert.deepEqual(await answers.ask(), { state: 'live', startsAt: Date.UTC(2030, 4, 1, 18), manifestUrl: 'm', preparing: false });
  assert.deepEqual(asked, ['/api/events/e']);
});

test('is told that a recording is being prepared', async () => {
  const fetch = async () => Response.json({ state: 'live', startsAt: '2030-05-01T20:00:00Z', recordingInPreparation: true });
  const answers = new EventAnswers('/', { time: new ServerTime(0, new FakeTime()), fetch });

  assert.equal((await answers.ask()).preparing, true);
});

test('an event without a video has none', async () => {
  const fetch = async () => Response.json({ state: 'live', startsAt: '2030-05-01T20:00:00Z' });
  const answers = new EventAnswers('/', { time: new ServerTime(0, new FakeTime()), fetch });

  assert.equal((await answers.ask()).manifestUrl, null);
});

test('asks for nobody where the picture comes from while there can be none', async () => {
  const time = new FakeTime(Date.UTC(2030, 4, 1, 19, 59));
  let state = 'published';
  const asked = [];
  const answers = new EventAnswers('/', {
    time: new ServerTime(time.now(), time),
    fetch: async () => Response.json({ state, startsAt: '2030-05-01T20:00:00Z', videoConfig: { manifestUrl: 'm' } }),
    playback: async (shown, begun) => (asked.push(begun), shown),
  });

  await answers.ask();
  await time.advance(60_000);
  await answers.ask();
  for (state of ['cancelled', 'live', 'ended']) await answers.ask();

  assert.deepEqual(asked, [false, true, false, true, true]);
});

test('a refusal is no event', async () => {
  const fetch = async () => Response.json({ error: {} }, { status: 503 });
  const answers = new EventAnswers('/', { time: new ServerTime(0, new FakeTime()), fetch });

  await assert.rejects(answers.ask(), /503/);
});

test('the engine is loaded once', async () => {
  const loaded = [];
  const loadEngine = engineFrom('hls.js', { load: async (url) => loaded.push(url), scope: { Hls: 'Hls' } });

  assert.deepEqual(await Promise.all([loadEngine(), loadEngine()]), ['Hls', 'Hls']);
  assert.deepEqual(loaded, ['hls.js']);
});

test('an engine that failed is asked for under another address', async () => {
  const loaded = [];
  const load = async (url) => {
    loaded.push(url);
    if (loaded.length === 1) throw new Error('offline');
  };
  const loadEngine = engineFrom('hls.js', { load, scope: { Hls: 'Hls' } });

  await assert.rejects(loadEngine());
  assert.equal(await loadEngine(), 'Hls');
  assert.deepEqual(loaded, ['hls.js', 'hls.js?2']);
});

test('renditions are those of the engine, and none is chosen while it chooses itself', () => {
  const Engine = fakeEngines();
  const engine = new Engine();
  const renditions = new Renditions();
  let told = 0;
  renditions.addEventListener('addrendition', () => told++);
  renditions.follow(engine, Engine);

  engine.happens('parsed', { levels: [{ width: 640, height: 360, bitrate: 800_000 }, { width: 1280, height: 720, bitrate: 3_000_000 }] });

  assert.deepEqual([...renditions].map(({ id, height }) => [id, height]), [['0', 360], ['1', 720]]);
  assert.equal(renditions.length, 2);
  assert.equal(renditions.selectedIndex, -1);
  assert.equal(told, 1);
});

test('a chosen rendition is the one that plays next', () => {
  const Engine = fakeEngines();
  const engine = new Engine();
  const renditions = new Renditions();
  renditions.follow(engine, Engine);

  renditions.selectedIndex = 1;
  assert.deepEqual([engine.manualLevel, renditions.selectedIndex], [1, 1]);
  renditions.selectedIndex = -1;

  assert.deepEqual([engine.manualLevel, renditions.selectedIndex], [-1, -1]);
});

const LOW = { width: 640, height: 360, bitrate: 800_000 };
const HIGH = { width: 1280, height: 720, bitrate: 3_000_000 };

function anEngineWith(renditions, ...levels) {
  const Engine = fakeEngines();
  const engine = new Engine();
  renditions.follow(engine, Engine);
  engine.happens('parsed', { levels });
  return engine;
}

test('a chosen rendition is that of the next engine too, wherever it stands there', () => {
  const renditions = new Renditions();
  anEngineWith(renditions, LOW, HIGH);
  renditions.selectedIndex = 1;

  assert.equal(anEngineWith(renditions, HIGH, { ...HIGH, bitrate: 5_000_000 }).manualLevel, 0);
  assert.equal(anEngineWith(renditions, LOW, { ...HIGH, bitrate: 2_000_000 }, { ...HIGH, bitrate: 5_000_000 }).manualLevel, 2);
});

test('where it is not there the engine chooses, and that is told', () => {
  const renditions = new Renditions();
  anEngineWith(renditions, LOW, HIGH);
  renditions.selectedIndex = 1;
  let told = 0;
  renditions.addEventListener('change', () => told++);

  assert.equal(anEngineWith(renditions, LOW).manualLevel, -1);
  assert.equal(told, 1);
});

test('a choice outlives a network that is away, and not that it cannot be played', () => {
  for (const [type, details, code, chosen] of [
    ['networkError', 'fragLoadError', 0, 1],
    ['networkError', 'fragLoadError', 503, 1],
    ['networkError', 'fragLoadError', 403, 1],
    ['networkError', 'manifestLoadError', 404, 1],
    ['networkError', 'fragLoadError', 404, -1],
    ['networkError', 'levelLoadError', 410, -1],
    ['mediaError', 'bufferAppendError', undefined, -1],
  ]) {
    const renditions = new Renditions();
    const engine = anEngineWith(renditions, LOW, HIGH);
    renditions.selectedIndex = 1;

    engine.breaks(type, details, code);

    assert.equal(engine.manualLevel, chosen, `${details} ${code}`);
  }
});

test('who left it to the engine leaves it to the next one', () => {
  const renditions = new Renditions();
  anEngineWith(renditions, LOW, HIGH);
  renditions.selectedIndex = 1;
  renditions.selectedIndex = -1;

  assert.equal(anEngineWith(renditions, LOW, HIGH).manualLevel, -1);
});

test('whoever is not let in yet sees the countdown, and then the way in', () => {
  const event = { state: 'published', startsAt: 100, manifestUrl: null, open: false };

  assert.equal(stepOf(event, 99), 'countdown');
  assert.equal(stepOf(event, 100), 'registration');
  assert.equal(stepOf({ ...event, state: 'live' }, 100), 'registration');
  assert.equal(stepOf({ ...event, state: 'ended' }, 200), 'registration');
  assert.equal(stepOf({ ...event, state: 'cancelled' }, 99), 'cancelled');
});

test('chapters are marked one after the other', () => {
  const cues = [];
  const track = { addCue: (cue) => cues.push(cue) };
  const video = { addTextTrack: (kind) => Object.assign(track, { kind }) };
  class Cue {
    constructor(from, to, text) {
      Object.assign(this, { from, to, text });
    }
  }

  markChapters(/** @type {any} */ (video), [{ startTime: 0, title: 'Overture' }, { startTime: 90.5, title: 'Questions' }], Cue);

  assert.deepEqual({ kind: track.kind, mode: track.mode }, { kind: 'chapters', mode: 'hidden' });
  assert.deepEqual(cues.map(({ from, to, text }) => [from, to, text]), [[0, 90.5, 'Overture'], [90.5, Number.MAX_SAFE_INTEGER, 'Questions']]);
});

test('countries come as their second letters, by their first ones', () => {
  assert.deepEqual(codesOf('DT  H W'), ['AD', 'AT', 'CH', 'DW']);
});

for (const [written, code] of [['Austria', 'AT'], ['Österreich', 'AT'], [' austria', 'AT'], ['at', 'AT'], ['Allemagne', 'DE'], ['espana', 'ES'], ['Atlantis', '']]) {
  test(`who has written “${written}” in whatever language has chosen ${code || 'nothing'}`, () => {
    const select = { value: '', dataset: { written }, options: ['', 'AT', 'DE', 'ES'].map((value) => ({ value })) };

    chooseWritten(/** @type {any} */ (select));

    assert.equal(select.value, code);
  });
}

test('what was chosen meanwhile stays', () => {
  const select = { value: 'DE', dataset: { written: 'Austria' }, options: [{ value: 'AT' }, { value: 'DE' }] };

  chooseWritten(/** @type {any} */ (select));

  assert.equal(select.value, 'DE');
});
