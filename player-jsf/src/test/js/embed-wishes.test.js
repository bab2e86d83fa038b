import assert from 'node:assert/strict';
import test from 'node:test';
import { stateOf } from '../../main/js/embed/loading.js';
import { grant } from '../../main/js/embed/wishes.js';
import { AT_ONCE, aPictureOf, aStage } from './embed-fakes.js';
import { settled } from './fakes.js';

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
