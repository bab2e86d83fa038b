import assert from 'node:assert/strict';
import test from 'node:test';
import { advise, around } from '../../main/js/embed/around.js';

const PARTNER = 'https://partner.example';
const ALL = { featurePolicy: { allowsFeature: () => true } };

function framed({ location = { ancestorOrigins: [PARTNER] }, document = {} } = {}) {
  return { parent: {}, location, document: { referrer: '', ...document } };
}

test('the page around is known by its origin, where there is one', () => {
  const own = { location: {}, document: { referrer: 'https://search.example/' } };
  assert.deepEqual(around(Object.assign(own, { parent: own })), {});
  assert.deepEqual(around(framed({ document: ALL })), { origin: PARTNER });
  assert.deepEqual(around(framed({ location: {}, document: { ...ALL, referrer: `${PARTNER}/a?b` } })), { origin: PARTNER });
  assert.equal(around(framed({ location: {}, document: ALL })).origin, undefined);
});

test('what a frame is not allowed is told by its name, as far as the browser knows it', () => {
  const but = (...denied) => ({ featurePolicy: { allowsFeature: (name) => !denied.includes(name) } });

  assert.deepEqual(around(framed({ document: but('fullscreen', 'autoplay') })).lacks, ['autoplay', 'fullscreen']);
  assert.deepEqual(around(framed({ document: but('picture-in-picture') })).lacks, ['picture-in-picture']);
  assert.equal(around(framed({ document: but('camera') })).lacks, undefined);
  assert.deepEqual(around(framed({ document: { fullscreenEnabled: false } })).lacks, ['fullscreen']);
  assert.equal(around(framed()).lacks, undefined);
});

test('who makes the page around is advised where something is lacking, and only there', () => {
  const said = [];

  advise({}, { warn: (words) => said.push(words) });
  advise({ lacks: ['fullscreen'] }, { warn: (words) => said.push(words) });

  assert.equal(said.length, 1);
  assert.match(said[0], /not allowed fullscreen\. Give it allow="autoplay; fullscreen; picture-in-picture"/);
});
