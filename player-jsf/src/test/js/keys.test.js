import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Keys, isFocusFree } from '../../main/js/keys.js';
import { preparePanel } from '../../main/js/panel.js';
import { Words } from '../../main/js/words.js';
import { FakeStorage } from './fakes.js';

/** A stage with a controller, of which only the attributes matter. */
function aStage() {
  const attributes = new Map();
  const controller = {
    attributes,
    getAttribute: (name) => attributes.get(name) ?? null,
    setAttribute: (name, value) => attributes.set(name, value),
    removeAttribute: (name) => attributes.delete(name),
    toggleAttribute: (name, on) => (on ? attributes.set(name, '') : attributes.delete(name)),
  };
  return { dataset: {}, controller, querySelector: (tag) => (tag === 'media-controller' ? controller : null) };
}

function someKeys({ stage = aStage(), storage = new FakeStorage() } = {}) {
  return { keys: new Keys(stage, () => storage), stage, storage };
}

test('keys act, and nothing is kept, until somebody switches them off', () => {
  const { keys, stage, storage } = someKeys();

  keys.recall().hear();

  assert.equal(keys.on, true);
  assert.equal(stage.controller.attributes.has('nohotkeys'), false);
  assert.equal(storage.kept.size, 0);
});

test('who switches them off finds them so on the next visit', () => {
  const { keys, stage, storage } = someKeys();

  keys.choose(false);

  assert.equal(stage.controller.attributes.has('nohotkeys'), true);
  const later = someKeys({ storage });
  later.keys.recall().hear();
  assert.equal(later.keys.on, false);
  assert.equal(later.stage.controller.attributes.has('nohotkeys'), true);
});

test('who switches them on again leaves nothing behind', () => {
  const { keys, stage, storage } = someKeys();
  keys.choose(false);

  keys.choose(true);

  assert.equal(keys.on, true);
  assert.equal(stage.controller.attributes.has('nohotkeys'), false);
  assert.equal(storage.kept.size, 0);
});

test('what the address has switched off is not a choice of the viewer', () => {
  const { keys, stage, storage } = someKeys();
  storage.setItem('foyer.keys', 'off');
  stage.dataset.keyless = '';

  keys.recall().hear();

  assert.equal(stage.dataset.keyless, '');
  assert.equal(stage.controller.attributes.has('nohotkeys'), true);
});

test('what the address has switched off is not done by keys either', () => {
  const { keys, stage } = someKeys();
  keys.hear();
  assert.deepEqual([keys.without, stage.controller.attributes.get('hotkeys')], [[], 'noshift+/']);

  Object.assign(stage.dataset, { steady: '', inPlace: '' });
  keys.hear();

  assert.deepEqual([keys.without, stage.controller.attributes.get('hotkeys')], [['<', '>', 'p'], 'noshift+/ no< no> nop']);
});

test('what is live has the speed of life, and what is recorded one of its own', () => {
  const { keys, stage } = someKeys();
  stage.controller.setAttribute('defaultstreamtype', 'live');
  keys.hear();
  assert.deepEqual([keys.without, stage.controller.attributes.get('hotkeys')], [['<', '>'], 'noshift+/ no< no>']);

  stage.controller.setAttribute('defaultstreamtype', 'on-demand');
  keys.hear();

  assert.deepEqual(keys.without, []);
});

test('where browsers keep nothing a choice lasts as long as the page', () => {
  const stage = aStage();
  const keys = new Keys(stage, () => {
    throw new Error('Storage is denied');
  });

  keys.recall().choose(false);

  assert.equal(keys.on, false);
});

test('where the browser hears keys itself the player hears none', () => {
  const { keys, stage } = someKeys();

  keys.hear(false);

  assert.deepEqual([...stage.controller.attributes.keys()], ['nohotkeys']);
});

for (const about of ['captions', 'keys']) {
  test(`the panel of ${about} has all its words in every language`, () => {
    const words = ['', '_de', '_es', '_fr'].map((language) => readFileSync(new URL(`../../main/resources/foyer/player/${about}${language}.properties`, import.meta.url), 'utf8'));
    const keysOf = (text) => text.trim().split('\n').map((line) => line.split('=')[0]);

    for (const language of words) {
      assert.deepEqual(keysOf(language), keysOf(words[0]));
      assert.ok(language.trim().split('\n').every((line) => /=.*\S/.test(line)));
    }
  });
}

test('a panel whose words do not come is not opened', async () => {
  const dressed = /** @type {any} */ ({ querySelector: () => ({}) });
  const brought = (text) => new Words({}, { url: '/texts', fetch: async () => new Response(text, { status: text ? 200 : 503 }) });

  await assert.rejects(preparePanel('keys', { words: brought(''), lang: 'en', document: dressed }));
  await preparePanel('keys', { words: brought('keys.done=Done\n'), lang: 'en', document: dressed });
});

test('every key in the list is told in words', async () => {
  const list = readFileSync(new URL('../../main/js/keys-menu.js', import.meta.url), 'utf8');
  const words = readFileSync(new URL('../../main/resources/foyer/player/keys.properties', import.meta.url), 'utf8');
  const does = [.../** @type {RegExpMatchArray} */ (list.match(/const LIST = \{([^}]*)\}/))[1].matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);

  assert.equal(does.length, 12);
  for (const name of does) assert.match(words, new RegExp(`^keys\\.${name}=.+`, 'm'));
});

test('the focus goes to the player from what was pressed alone, and never out of the page around', () => {
  const at = (selector, focused = true) => isFocusFree({ hasFocus: () => focused, activeElement: /** @type {any} */ ({ matches: (all) => all.split(', ').includes(selector) }) });

  assert.deepEqual([at('body'), at('[data-play]'), at('[data-again]')], [true, true, true]);
  assert.equal(at('input'), false);
  assert.equal(at('body', false), false);
});
