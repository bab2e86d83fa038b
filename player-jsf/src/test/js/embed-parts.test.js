import assert from 'node:assert/strict';
import test from 'node:test';
import { about } from '../../main/js/embed/about.js';
import { chapters } from '../../main/js/embed/chapters.js';
import { colors } from '../../main/js/embed/colors.js';
import { cuePoints } from '../../main/js/embed/cue-points.js';
import { surroundings } from '../../main/js/embed/surroundings.js';
import { durationOf } from '../../main/js/embed/times.js';
import { AT_ONCE, EVENT, FakePicture, aPictureOf, aStage } from './embed-fakes.js';
import { FakeTime } from './fakes.js';

test('a length that the server knows is told until the picture tells its own', () => {
  const video = Object.assign(new FakePicture(), { expectedDuration: 83.2 });
  const { addCuePoint } = cuePoints(video, () => {});

  assert.equal(durationOf(video), 83.2);
  assert.throws(() => addCuePoint({ time: 84 }), { name: 'RangeError' });
  video.loads(83.267);

  assert.equal(durationOf(video), 83.267);
  assert.equal(durationOf(new FakePicture()), 0);
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

test('where the browser casts devices may be asked for, by the player', async () => {
  const told = [];
  const prompts = [];
  const remote = Object.assign(new EventTarget(), { state: 'disconnected', watchAvailability: async (heard) => heard(false), prompt: () => prompts.push('browser') });
  const video = Object.assign(new FakePicture(), { remote });
  const methods = surroundings({ ownerDocument: new EventTarget() }, video, (name) => told.push(name));
  assert.equal(methods.getRemotePlaybackAvailability(), false);

  Object.assign(video, { casting: { prompt: async () => prompts.push('player') } });
  video.dispatchEvent(new Event('castable'));
  await methods.remotePlaybackPrompt();

  assert.equal(methods.getRemotePlaybackAvailability(), true);
  assert.deepEqual(told, ['remoteplaybackavailabilitychange']);
  assert.deepEqual(prompts, ['player']);
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
