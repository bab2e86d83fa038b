import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { EVENTS } from '../../main/js/embed/happenings.js';
import { frameAddress } from '../../main/js/partner/addresses.js';
import { Player } from '../../main/js/partner/player.js';

const TYPES = readFileSync(new URL('../../main/js/partner/embed.d.ts', import.meta.url), 'utf8');

/** What this part of the types names, by the beginning of its lines. */
function named(heading, member) {
  const part = TYPES.slice(TYPES.indexOf(`\nexport ${heading} {`)).split('\n}')[0];
  return [...new Set([...part.matchAll(member)].map(([, name]) => name))].sort();
}

test('the types name the methods of the class, all of them and no others', () => {
  const methods = named('declare class Player', /^ {2}([a-z]\w*)(?:<[^(]*>)?\(/gm).filter((name) => name !== 'constructor');

  assert.deepEqual(methods, Object.getOwnPropertyNames(Player.prototype).filter((name) => name !== 'constructor').sort());
});

test('the types name what belongs to the class itself', () => {
  const members = named('declare class Player', /^ {2}static (\w+)/gm);

  assert.deepEqual(members, Object.getOwnPropertyNames(Player).filter((name) => !['length', 'name', 'prototype'].includes(name)).sort());
});

test('the types name the events that the player tells of, all of them and no others', () => {
  assert.deepEqual(named('interface PlayerEvents', /^ {2}(\w+):/gm), [...EVENTS].sort());
});

test('every wish that the types name goes into the address of a frame; what makes the frame, or is of no effect here, does not', () => {
  const options = named('interface PlayerOptions', /^ {2}(\w+)\?:/gm);
  const ofTheFrame = ['event', 'id', 'url', 'host', 'width', 'height', 'maxwidth', 'maxheight', 'responsive', 'lite', 'poster', 'label'];
  const ofNoEffect = ['h', 'byline', 'portrait', 'playsinline'];
  const others = [...ofTheFrame, ...ofNoEffect];
  const wished = frameAddress('https://foyer.example', { ...Object.fromEntries(options.map((name) => [name, '1'])), event: 'uWtsonW3VPiHfzGBNcNYWw' });

  assert.ok(others.every((name) => options.includes(name)));
  assert.deepEqual([...new URL(wished).searchParams.keys()].sort(), options.filter((name) => !others.includes(name)).sort());
});
