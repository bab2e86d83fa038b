import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Words } from '../../main/js/words.js';

const TEXTS = 'state.failed=It failed.\nstate.failed.network=No way there = no picture.\nplay=Play\n';

function theWords(...answers) {
  const asked = [];
  const fetch = async (url) => {
    asked.push(url);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'away') throw new TypeError('Failed to fetch');
    return new Response(answer);
  };
  return { words: new Words({ 'state.failed': 'Few words.' }, { url: '/en.properties', fetch }), asked };
}

test('the closest words are said that there are', async () => {
  const { words } = theWords(TEXTS);
  assert.equal(words.of('state.failed.network', 'state.failed'), 'Few words.');

  await words.load();

  assert.equal(words.of('state.failed.network', 'state.failed'), 'No way there = no picture.');
  assert.equal(words.of('state.failed.absent', 'state.failed'), 'It failed.');
  assert.equal(words.of('state.nothing'), '');
});

test('they are fetched once', async () => {
  const { words, asked } = theWords(TEXTS);

  await Promise.all([words.load(), words.load()]);
  await words.load();

  assert.deepEqual(asked, ['/en.properties']);
});

test('words that do not come leave those of the page, and are asked for again', async () => {
  const { words } = theWords('away', TEXTS);

  await words.load();
  assert.equal(words.of('state.failed'), 'Few words.');

  await words.load();
  assert.equal(words.of('state.failed'), 'It failed.');
});

test('more words come from another address, beside the first', async () => {
  const { words, asked } = theWords(TEXTS, 'pay.free=Take the seat\n');

  await words.load();
  await words.load('/paying/en.properties');
  await words.load('/paying/en.properties');

  assert.deepEqual(asked, ['/en.properties', '/paying/en.properties']);
  assert.equal(words.of('pay.free'), 'Take the seat');
  assert.equal(words.of('play'), 'Play');
});

for (const [language, elsewhere, ended] of [
  ['', 'on another screen', 'Your access has ended'],
  ['_de', 'auf einem anderen Bildschirm', 'Ihr Zugang ist beendet'],
  ['_es', 'en otra pantalla', 'Su acceso ha terminado'],
  ['_fr', 'sur un autre écran', 'Votre accès a pris fin'],
]) {
  test(`whose right is over reads “${ended}”`, async () => {
    const { words } = theWords(readFileSync(new URL(`../../main/resources/foyer/player/texts${language}.properties`, import.meta.url), 'utf8'));
    await words.load();

    assert.ok(words.of('problem.replaced_by_newer_screen').includes(elsewhere));
    assert.ok(words.of('problem.revoked').startsWith(ended));
  });
}
