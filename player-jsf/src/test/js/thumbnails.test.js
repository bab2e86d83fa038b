import assert from 'node:assert/strict';
import test from 'node:test';
import { PlaybackRight } from '../../main/js/playback-right.js';
import { Thumbnails } from '../../main/js/thumbnails.js';
import { fakeEngines } from './fakes.js';

const ORIGIN = 'https://media.example';
const FILE = `WEBVTT

00:00:00.000 --> 00:00:04.000
sprite-001.jpg#xywh=0,0,160,90

01:00:04.000 --> 01:00:07.500
sprite-002.jpg#xywh=160,0,160,90
`;

class FakeTrack {
  cues = [];

  addCue(cue) {
    this.cues.push(cue);
  }

  removeCue(cue) {
    this.cues.splice(this.cues.indexOf(cue), 1);
  }
}

class Cue {
  constructor(startTime, endTime, text) {
    Object.assign(this, { startTime, endTime, text });
  }
}

function aBar({ duration = 7200, answers = [FILE], pointedAt = null } = {}) {
  const tracks = [];
  const asked = [];
  const video = {
    duration,
    addTextTrack(kind, label) {
      tracks.push(Object.assign(new FakeTrack(), { kind, label }));
      return tracks.at(-1);
    },
  };
  const bar = Object.assign(new EventTarget(), { getAttribute: () => pointedAt });
  const previews = [];
  bar.addEventListener('mediapreviewrequest', ({ detail }) => previews.push(detail));
  const right = new PlaybackRight();
  const fetch = async (url) => {
    asked.push(url);
    const text = answers.length > 1 ? answers.shift() : answers[0];
    return { ok: text !== null, status: 503, text: async () => text };
  };
  const thumbnails = new Thumbnails(/** @type {any} */ (video), { fetch: /** @type {any} */ (fetch), right, Cue });
  thumbnails.showOver(/** @type {any} */ (bar));
  const Engine = fakeEngines();
  const engine = new Engine({});
  thumbnails.follow(engine, Engine);
  const manifest = (url, name = 'thumbnails.vtt') =>
    engine.happens('manifest', { url, sessionData: name ? { 'foyer.thumbnails': { VALUE: name } } : null });
  const point = async () => {
    bar.dispatchEvent(new Event('pointerenter'));
    await new Promise(setImmediate);
  };
  return { tracks, asked, previews, right, manifest, point };
}

test('pictures are fetched when somebody points at a time, once', async () => {
  const { tracks, asked, manifest, point } = aBar();
  manifest(`${ORIGIN}/show/master.m3u8`);
  assert.deepEqual(asked, []);

  await point();
  await point();

  assert.deepEqual(asked, [`${ORIGIN}/show/thumbnails.vtt`]);
  assert.deepEqual(tracks.map(({ kind, label, mode }) => [kind, label, mode]), [['metadata', 'thumbnails', 'hidden']]);
  assert.deepEqual(tracks[0].cues.map(({ startTime, endTime, text }) => [startTime, endTime, text]), [
    [0, 4, `${ORIGIN}/show/sprite-001.jpg#xywh=0,0,160,90`],
    [3604, 3607.5, `${ORIGIN}/show/sprite-002.jpg#xywh=160,0,160,90`],
  ]);
});

test('they are fetched by the newest right', async () => {
  const { tracks, asked, right, manifest, point } = aBar();
  right.take(`${ORIGIN}/t/1.a.100.200.x/show/master.m3u8`);
  manifest(`${ORIGIN}/t/1.a.100.200.x/show/master.m3u8`);
  await point();

  right.take(`${ORIGIN}/t/1.a.150.300.y/show/master.m3u8`);
  await point();

  assert.deepEqual(asked, [`${ORIGIN}/t/1.a.100.200.x/show/thumbnails.vtt`]);
  assert.equal(tracks[0].cues[0].text, `${ORIGIN}/t/1.a.150.300.y/show/sprite-001.jpg#xywh=0,0,160,90`);
});

test('what is live, and what names none, has none', async () => {
  for (const how of [{ duration: Infinity }, { name: '' }]) {
    const { asked, manifest, point } = aBar(how);
    manifest(`${ORIGIN}/show/master.m3u8`, how.name);

    await point();

    assert.deepEqual(asked, []);
  }
});

test('those of another recording take their place', async () => {
  const { tracks, manifest, point } = aBar({ answers: [FILE, FILE.replace(/sprite/g, 'other')] });
  manifest(`${ORIGIN}/show/master.m3u8`);
  await point();

  manifest(`${ORIGIN}/again/master.m3u8`);
  await point();

  assert.deepEqual(tracks.length, 1);
  assert.deepEqual(tracks[0].cues.map(({ text }) => text.split('#')[0]), [`${ORIGIN}/again/other-001.jpg`, `${ORIGIN}/again/other-002.jpg`]);
});

test('what did not come is asked for again', async () => {
  const { tracks, asked, manifest, point } = aBar({ answers: [null, FILE] });
  manifest(`${ORIGIN}/show/master.m3u8`);

  await point();
  assert.deepEqual(tracks, []);
  await point();

  assert.equal(asked.length, 2);
  assert.equal(tracks[0].cues.length, 2);
});

test('who points and rests there sees the picture once it has come', async () => {
  for (const [pointedAt, seen] of [['3605.5', [3605.5]], [null, []]]) {
    const { previews, manifest, point } = aBar({ pointedAt });
    manifest(`${ORIGIN}/show/master.m3u8`);

    await point();

    assert.deepEqual(previews, seen);
  }
});
