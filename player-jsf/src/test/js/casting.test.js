import assert from 'node:assert/strict';
import test from 'node:test';
import { openCasting } from '../../main/js/cast-view.js';
import { Renditions } from '../../main/js/renditions.js';
import { Soundtracks } from '../../main/js/soundtracks.js';
import { answered, settled } from './fakes.js';
import { URL, aPlayer } from './players.js';

const SENT = 'https://foyer.example/stream/an-event?at=lasting';
const WORDS = { 'cast.start': 'start', 'cast.stop': 'stop', 'cast.on': 'elsewhere', 'cast.none': 'nobody' };

/** As much of a browser's interface to other devices as pages touch. */
class Remote extends EventTarget {
  state = 'disconnected';
  prompts = 0;

  /** @type {() => Promise<void>} */
  answer = async () => {};

  prompt() {
    this.prompts++;
    return this.answer();
  }

  turns(state, name) {
    this.state = state;
    this.dispatchEvent(new Event(name));
  }
}

class Stage {
  elements = [];
  cast = false;
  label = '';
  button = { setAttribute: (_, label) => (this.label = label), querySelector: () => ({}) };
  ownerDocument = { createElement: () => ({ textContent: '', setAttribute: () => {} }) };

  querySelector(selector) {
    return selector === '.cast' ? this.button : (this.elements[0] ?? null);
  }

  append(element) {
    this.elements.push(element);
  }

  toggleAttribute(_, on) {
    this.cast = on;
  }

  get note() {
    return this.elements[0].textContent;
  }
}

/** One that plays at a second, paused or not, in a browser that casts. */
async function playing({ second = 20, paused = false, active = true, address = async () => SENT, ...parts } = {}) {
  const { player, video, timers, Engine } = aPlayer(parts);
  const remote = new Remote();
  const looks = [];
  Object.assign(video, { remote, duration: NaN, paused, playbackRate: 1, ownerDocument: { defaultView: { navigator: { userActivation: { isActive: active } } } } });
  Object.defineProperty(video, 'disableRemotePlayback', { set: (off) => looks.push(off) });
  await player.load(URL);
  Engine.last.happens('level', { details: { live: false } });
  video.currentTime = second;
  const stage = new Stage();
  const clock = { now: () => timers.now() };
  const casting = openCasting(player, /** @type {any} */ (video), { stage: /** @type {any} */ (stage), words: /** @type {any} */ ({ of: (key) => WORDS[key] ?? '' }), address, timers, clock });
  const knows = async (duration = 60) => {
    await answered();
    video.duration = duration;
    video.happens('loadedmetadata');
    await answered();
  };
  return { player, video, timers, Engine, remote, looks, stage, casting, knows };
}

const refusing = (name) => async () => {
  throw new DOMException('No.', name);
};

test('the same element plays by an address that can be sent, from where it was, before a device is asked for', async () => {
  const { video, remote, looks, stage, casting, knows } = await playing();
  const asked = casting.prompt();
  await answered();

  assert.equal(video.src, SENT);
  assert.equal(video.currentTime, 20);
  assert.equal(video.preload, 'metadata');
  assert.equal(remote.prompts, 0);
  assert.equal(stage.cast, true);
  await knows();
  await asked;

  assert.equal(remote.prompts, 1);
  assert.deepEqual(looks, [true, false]);
});

test('while a device plays the page says so, and a press lets it be left', async () => {
  const { remote, stage, casting, knows, video } = await playing();
  const asked = casting.prompt();
  await knows();
  await asked;

  remote.turns('connecting', 'connecting');
  remote.turns('connected', 'connect');
  assert.equal(stage.note, 'elsewhere');
  assert.equal(stage.label, 'stop');

  await casting.prompt();
  assert.equal(remote.prompts, 2);
  assert.equal(video.src, SENT);
});

test('once the device is left the engine plays on where it was by then', async () => {
  for (const paused of [false, true]) {
    const { remote, stage, casting, knows, video, Engine } = await playing();
    const asked = casting.prompt();
    await knows();
    await asked;
    remote.turns('connected', 'connect');
    Object.assign(video, { currentTime: 44, paused, plays: 0 });

    remote.turns('disconnected', 'disconnect');
    await settled();
    Engine.last.happens('parsed');

    assert.equal(Engine.made.length, 2);
    assert.equal(Engine.last.settings.startPosition, 44);
    assert.equal(video.plays, paused ? 0 : 1);
    assert.equal(stage.cast, false);
    assert.equal(stage.note, '');
    assert.equal(stage.label, 'start');
  }
});

test('whoever pressed for nothing has the quality and the sound that they chose', async () => {
  const renditions = new Renditions();
  const soundtracks = new Soundtracks();
  const onEngine = (engine, Engine) => {
    renditions.follow(engine, Engine);
    soundtracks.follow(engine, Engine);
    engine.audioTracks = [{ name: 'The speakers' }, { lang: 'fr', name: 'The interpreter' }];
  };
  const { casting, Engine, remote, knows } = await playing({ onEngine });
  const levels = [{ height: 360, bitrate: 1 }, { height: 720, bitrate: 2 }];
  Engine.last.happens('parsed', { levels });
  renditions.selectedIndex = 1;
  soundtracks.selected = 1;
  remote.answer = refusing('NotAllowedError');
  const asked = assert.rejects(casting.prompt());
  await knows();
  await asked;

  Engine.last.happens('parsed', { levels });

  assert.equal(Engine.made.length, 2);
  assert.equal(Engine.last.manualLevel, 1);
  assert.ok(Engine.last.calls.includes('setAudioOption fr The interpreter'));
});

test('what no device takes goes on by the engine, in words that go again', async () => {
  for (const name of ['NotFoundError', 'NotSupportedError', 'InvalidStateError', 'AbortError', 'NotAllowedError']) {
    const { remote, stage, casting, knows, Engine, timers } = await playing();
    remote.answer = refusing(name);
    const asked = assert.rejects(casting.prompt(), { name });
    await knows();
    await asked;

    assert.equal(Engine.made.length, 2, name);
    assert.equal(Engine.last.settings.startPosition, 20);
    assert.equal(stage.note, 'nobody', name);
    assert.equal(stage.cast, false);
    await timers.advance(10_000);
    assert.equal(stage.note, '');
  }
});

test('nothing is said to whoever closes the dialogue', async () => {
  const { remote, stage, casting, knows, Engine, timers } = await playing();
  remote.answer = async () => {
    await timers.advance(3000);
    throw new DOMException('The prompt was dismissed.', 'NotAllowedError');
  };
  const asked = assert.rejects(casting.prompt(), { name: 'NotAllowedError' });
  await knows();
  await asked;

  assert.equal(Engine.made.length, 2);
  assert.equal(stage.note, '');
});

test('whoever pressed nothing changes nothing', async () => {
  const { casting, video, Engine, remote } = await playing({ active: false });

  await assert.rejects(casting.prompt(), { name: 'InvalidAccessError' });

  assert.equal(Engine.made.length, 1);
  assert.equal(video.src, '');
  assert.equal(remote.prompts, 0);
});

test('a device is asked for once at a time', async () => {
  const { casting, knows, remote } = await playing();
  const asked = casting.prompt();

  await assert.rejects(casting.prompt(), { name: 'OperationError' });
  await knows();
  await asked;

  assert.equal(remote.prompts, 1);
});

test('an address that does not come, a picture that is too short and one that the browser cannot play are refused in words', async () => {
  const away = await playing({ address: () => Promise.reject(new Error('away')) });
  await assert.rejects(away.casting.prompt());
  assert.equal(away.stage.note, 'nobody');
  assert.equal(away.Engine.made.length, 1);

  const short = await playing();
  const asked = assert.rejects(short.casting.prompt(), { name: 'NotSupportedError' });
  await short.knows(15);
  await asked;
  assert.equal(short.remote.prompts, 0);
  assert.equal(short.Engine.made.length, 2);

  const slow = await playing();
  slow.remote.answer = refusing('NotAllowedError');
  const waited = assert.rejects(slow.casting.prompt(), { name: 'NotAllowedError' });
  await answered();
  await slow.timers.advance(2500);
  await waited;
  assert.equal(slow.stage.note, 'nobody');
});

test('a player that is over takes nothing back', async () => {
  const { player, remote, casting, knows, Engine, stage } = await playing();
  const asked = casting.prompt();
  await knows();
  await asked;

  player.destroy();
  remote.turns('disconnected', 'disconnect');
  await settled();

  assert.equal(Engine.made.length, 1);
  assert.equal(stage.cast, false);
});

test('whoever may watch no more while the address is asked for is led nowhere', async () => {
  let find;
  const { player, video, Engine, remote, casting } = await playing({ address: () => new Promise((resolve) => (find = resolve)) });
  const engine = Engine.last;
  const asked = assert.rejects(casting.prompt(), { name: 'AbortError' });
  player.destroy();
  find(SENT);
  await asked;
  assert.notEqual(video.src, SENT);
  assert.equal(Engine.last, engine);
  assert.equal(remote.prompts, 0);
});

test('what is live comes back at its own speed, not at the one that kept it together with others', async () => {
  const { video, Engine, remote, casting, knows } = await playing();
  Engine.last.happens('level', { details: { live: true } });
  video.playbackRate = 1.03;
  remote.answer = refusing('NotFoundError');
  const asked = assert.rejects(casting.prompt(), { name: 'NotFoundError' });
  await knows();
  await asked;
  await answered();
  assert.equal(video.playbackRate, 1);
});

test('what the browser itself cannot play goes on by the engine, paused as it was', async () => {
  for (const paused of [false, true]) {
    const { video, Engine, remote, casting, stage } = await playing({ paused });
    const asked = assert.rejects(casting.prompt(), { name: 'NotSupportedError' });
    await answered();
    video.plays = 0;
    video.happens('error');
    await asked;
    await settled();
    Engine.last.happens('parsed');

    assert.equal(Engine.made.length, 2);
    assert.equal(remote.prompts, 0);
    assert.equal(stage.note, 'nobody');
    assert.equal(video.plays, paused ? 0 : 1);
  }
});

test('a press that is over once the address has come does not interrupt the picture', async () => {
  let find;
  const { video, Engine, remote, casting } = await playing({ address: () => new Promise((resolve) => (find = resolve)) });
  const asked = assert.rejects(casting.prompt(), { name: 'InvalidAccessError' });
  video.ownerDocument.defaultView.navigator.userActivation.isActive = false;
  find(SENT);
  await asked;

  assert.equal(Engine.made.length, 1);
  assert.equal(remote.prompts, 0);
});
