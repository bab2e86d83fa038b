import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { CaptionLook, CHOICES } from '../../main/js/caption-look.js';
import { FakeStorage } from './fakes.js';

function aLook(storage = new FakeStorage()) {
  const style = { textContent: '' };
  return { look: new CaptionLook('foyer.captions', { storage: () => storage, style }), style, storage };
}

test('captions look as the browser has them, and nothing is kept, until somebody chooses', () => {
  const { look, style, storage } = aLook();

  assert.equal(style.textContent, '');
  assert.equal(look.of('size'), 'normal');
  assert.equal(storage.kept.size, 0);
});

test('what was chosen is seen at once and on the next visit', () => {
  const { look, style, storage } = aLook();

  look.choose({ size: 'large', color: 'yellow', ground: 'dim', edge: 'none' });

  assert.equal(style.textContent, 'video::cue { font-size: 150%; color: #ffeb3b }');
  const later = aLook(storage);
  assert.equal(later.style.textContent, style.textContent);
  assert.equal(later.look.of('color'), 'yellow');
});

test('who wants all as it was leaves nothing behind', () => {
  const { look, style, storage } = aLook();
  look.choose({ ground: 'black' });
  assert.equal(storage.kept.size, 1);

  look.choose({ size: 'normal', color: 'white', ground: 'dim', edge: 'none' });

  assert.equal(storage.kept.size, 0);
  assert.equal(style.textContent, '');
});

test('what cannot be chosen is not believed', () => {
  for (const kept of ['{"size":"huge","color":"red; } body { display: none"}', '{"toString":"constructor","size":"constructor"}', 'null', '7', '{broken']) {
    const storage = new FakeStorage();
    storage.setItem('foyer.captions', kept);

    assert.equal(aLook(storage).style.textContent, '');
  }
});

test('without a storage it lasts as long as the page', () => {
  const style = { textContent: '' };
  const look = new CaptionLook('foyer.captions', { storage: () => { throw new Error('denied'); }, style });

  look.choose({ edge: 'outline' });

  assert.match(style.textContent, /text-shadow/);
  assert.equal(look.of('edge'), 'outline');
});

test('every choice has its words in every language', () => {
  for (const language of ['', '_de', '_es', '_fr']) {
    const texts = readFileSync(new URL(`../../main/resources/foyer/player/captions${language}.properties`, import.meta.url), 'utf8');
    for (const [about, choices] of Object.entries(CHOICES)) {
      for (const key of [about, ...Object.keys(choices).map((choice) => `${about}.${choice}`)]) assert.match(texts, new RegExp(`^captions\\.${key}=.`, 'm'));
    }
  }
});
