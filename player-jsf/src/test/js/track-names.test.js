import assert from 'node:assert/strict';
import test from 'node:test';
import { trackName } from '../../main/js/track-names.js';

test('a track that has only a code is called by its language in the words of who watches', () => {
  const track = { label: 'eng', language: 'eng' };

  assert.equal(trackName(track, 'en'), 'English');
  assert.equal(trackName(track, 'de'), 'Englisch');
  assert.equal(trackName(track, 'fr'), 'Anglais');
  assert.equal(trackName(track, 'es'), 'Inglés');
});

test('a code may be any that files have', () => {
  for (const language of ['ger', 'deu', 'de', 'GER']) assert.equal(trackName({ label: language, language }, 'en'), 'German');
  assert.equal(trackName({ label: 'pt-BR', language: 'pt-BR' }, 'de'), 'Portugiesisch (Brasilien)');
  assert.equal(trackName({ language: 'fre' }, 'en'), 'French');
});

test('several of one language keep their numbers', () => {
  assert.equal(trackName({ label: 'eng 2', language: 'eng' }, 'de'), 'Englisch 2');
});

test('what somebody called it stays', () => {
  assert.equal(trackName({ label: 'The speakers', language: 'eng' }, 'de'), 'The speakers');
  assert.equal(trackName({ label: 'English', language: 'eng' }, 'de'), 'English');
  assert.equal(trackName({ label: 'eng' }, 'de'), 'eng');
  assert.equal(trackName({}, 'de'), '');
});

test('a code that nobody knows stays as it is', () => {
  for (const language of ['qaa', 'xyz', 'und', 'no code', '12']) assert.equal(trackName({ label: language, language }, 'en'), language);
});
